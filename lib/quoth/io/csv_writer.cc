#include <cstddef>

#include "quoth/io/code_point_offsets.h"
#include "quoth/io/json_text_internal.h"
#include "quoth/io/writers_internal.h"

namespace quoth {
namespace {

constexpr std::string_view kListSeparator = "; ";

// The fields of one record after RFC 4180.
class Record {
 public:
  explicit Record(std::string& out) : out_(out) {}

  void add(std::string_view field) {
    if (!first_) out_ += ',';
    first_ = false;
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += field;
      return;
    }
    out_ += '"';
    for (const char c : field) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void add_flag(bool value) { add(value ? "true" : ""); }

  void add_number(double value, int decimals) {
    std::string digits;
    append_rounded(value, decimals, digits);
    add(digits);
  }

  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool first_ = true;
};

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += kListSeparator;
    text += value;
  }
  return text;
}

void add_scores(const std::vector<Head>& heads, const std::vector<HeadScore>& scores, Record& record) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    record.add(joined_labels(heads[i], scores[i], kListSeparator));
    for (const float probability : scores[i].probabilities) record.add_number(double{probability}, kScoreDecimals);
  }
  if (const auto tone = tone_score(heads, scores)) {
    record.add_number(*tone, kScoreDecimals);
  } else {
    record.add("");
  }
}

}  // namespace

void append_csv_header(bool statements, const std::vector<Head>& heads, std::string& out) {
  Record record(out);
  if (statements) {
    for (const char* name : {"id", "speaker", "text", "date", "outlet"}) record.add(name);
  } else {
    for (const char* name : {"doc", "id", "speaker", "speakers", "role", "addressee", "kind", "unquoted", "nested",
                             "metonymy", "text", "source", "cue", "start", "end", "confidence", "date", "outlet"}) {
      record.add(name);
    }
  }
  for (const Head& head : heads) {
    record.add(head.name);
    for (const std::string& label : head.labels) record.add(head.name + "." + label);
  }
  record.add("tone_score");
  record.end();
}

void append_csv(const DocumentResult& result, const std::vector<Head>& heads, std::string& out) {
  const CodePointOffsets offsets(result.document.text);
  for (std::size_t i = 0; i < result.attributions.size(); ++i) {
    const Attribution& attribution = result.attributions[i];
    Record record(out);
    record.add(result.input.id);
    record.add(result.input.id + "#" + std::to_string(i + 1));
    record.add(attribution.speaker);
    record.add(joined(attribution.speakers));
    record.add(attribution.role == SpeakerRole::questioner ? "questioner" : "");
    record.add(attribution.addressee);
    record.add(to_string(attribution.kind));
    record.add_flag(attribution.unquoted);
    record.add_flag(attribution.nested);
    record.add_flag(attribution.metonymy);
    record.add(joined_text(result.document, attribution.content));
    record.add(joined_text(result.document, attribution.source));
    record.add(joined_text(result.document, attribution.cue));
    record.add(std::to_string(offsets.at(attribution.content.front().begin)));
    record.add(std::to_string(offsets.at(attribution.content.back().end)));
    record.add_number(attribution.confidence, kConfidenceDecimals);
    record.add(result.input.date);
    record.add(result.input.outlet);
    add_scores(heads, result.scores[i], record);
    record.end();
  }
}

void append_csv(const InputDocument& input, const std::vector<Head>& heads, const std::vector<HeadScore>& scores,
                std::string& out) {
  Record record(out);
  for (const std::string* field : {&input.id, &input.speaker, &input.text, &input.date, &input.outlet})
    record.add(*field);
  add_scores(heads, scores, record);
  record.end();
}

}  // namespace quoth
