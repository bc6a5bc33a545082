#include "quoth/io/json_members_internal.h"
#include "quoth/io/json_text_internal.h"
#include "quoth/io/writers_internal.h"

namespace quoth {
namespace {

void append_number(std::string_view name, double value, int decimals, std::string& out) {
  out += ",\"";
  out += name;
  out += "\":";
  append_rounded(value, decimals, out);
}

// Who said it to whom, and how: what statements and Citron's quotes have in common.
void append_relation(const Attribution& attribution, std::string& out) {
  append_speaker(attribution.speaker, out);
  append_strings("speakers", attribution.speakers, out);
  if (attribution.role == SpeakerRole::questioner) append_member("role", "questioner", out);
  append_optional_member("addressee", attribution.addressee, out);
  append_member("kind", to_string(attribution.kind), out);
  append_flag("unquoted", attribution.unquoted, out);
  append_flag("nested", attribution.nested, out);
  append_flag("metonymy", attribution.metonymy, out);
}

void append_head_scores(const Head& head, const HeadScore& score, std::string& out) {
  append_json_string(head.name, out);
  out += ":{";
  for (std::size_t i = 0; i < head.labels.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(head.labels[i], out);
    out += ':';
    append_rounded(score.probabilities[i], kScoreDecimals, out);
  }
  out += '}';
}

void append_head_labels(const Head& head, const HeadScore& score, std::string& out) {
  append_json_string(head.name, out);
  out += ':';
  if (head.multi_label) out += '[';
  bool first = true;
  for (const std::uint32_t index : score.predicted) {
    if (!first) out += ',';
    first = false;
    append_json_string(head.labels[index], out);
  }
  if (head.multi_label) out += ']';
}

// `,"scores":{...},"labels":{...},"tone_score":...`
void append_scores(const std::vector<Head>& heads, const std::vector<HeadScore>& scores, std::string& out) {
  out += ",\"scores\":{";
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (i > 0) out += ',';
    append_head_scores(heads[i], scores[i], out);
  }
  out += "},\"labels\":{";
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (i > 0) out += ',';
    append_head_labels(heads[i], scores[i], out);
  }
  out += '}';
  if (const auto tone = tone_score(heads, scores)) {
    append_number("tone_score", *tone, kScoreDecimals, out);
  } else {
    out += ",\"tone_score\":null";
  }
}

}  // namespace

void append_jsonl(const DocumentResult& result, const std::vector<Head>& heads, std::string& out) {
  const CodePointOffsets offsets(result.document.text);
  for (std::size_t i = 0; i < result.attributions.size(); ++i) {
    const Attribution& attribution = result.attributions[i];
    out += "{\"doc\":";
    append_json_string(result.input.id, out);
    append_member("id", result.input.id + "#" + std::to_string(i + 1), out);
    append_relation(attribution, out);
    append_member("text", joined_text(result.document, attribution.content), out);
    out += ',';
    append_spans("source", attribution.source, result.document.text, offsets, out);
    out += ',';
    append_spans("cue", attribution.cue, result.document.text, offsets, out);
    out += ',';
    append_spans("content", attribution.content, result.document.text, offsets, out);
    append_number("confidence", attribution.confidence, kConfidenceDecimals, out);
    append_optional_member("date", result.input.date, out);
    append_optional_member("outlet", result.input.outlet, out);
    append_scores(heads, result.scores[i], out);
    out += "}\n";
  }
}

void append_jsonl(const InputDocument& input, const std::vector<Head>& heads, const std::vector<HeadScore>& scores,
                  std::string& out) {
  out += "{\"id\":";
  append_json_string(input.id, out);
  append_speaker(input.speaker, out);
  append_member("text", input.text, out);
  append_optional_member("date", input.date, out);
  append_optional_member("outlet", input.outlet, out);
  append_scores(heads, scores, out);
  out += "}\n";
}

void append_citron(const DocumentResult& result, const std::vector<Head>& heads, std::string& out) {
  const CodePointOffsets offsets(result.document.text);
  out += "{\"id\":";
  append_json_string(result.input.id, out);
  append_optional_member("title", result.input.title, out);
  append_optional_member("date", result.input.date, out);
  append_optional_member("outlet", result.input.outlet, out);
  append_member("text", result.document.text, out);
  out += ",\"quotes\":[";
  for (std::size_t i = 0; i < result.attributions.size(); ++i) {
    const Attribution& attribution = result.attributions[i];
    out += i > 0 ? ",{" : "{";
    append_spans("cue", attribution.cue, result.document.text, offsets, out);
    out += ',';
    append_spans("sources", attribution.source, result.document.text, offsets, out);
    out += ',';
    append_spans("contents", attribution.content, result.document.text, offsets, out);
    append_relation(attribution, out);
    append_number("confidence", attribution.confidence, kConfidenceDecimals, out);
    append_scores(heads, result.scores[i], out);
    out += '}';
  }
  out += "]}\n";
}

}  // namespace quoth
