#include "quoth/io/writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "quoth/base/error.h"
#include "quoth/io/writers_internal.h"

namespace quoth {
namespace {

constexpr std::array<std::pair<std::string_view, OutputFormat>, 4> kFormats = {{
    {"jsonl", OutputFormat::jsonl},
    {"csv", OutputFormat::csv},
    {"table", OutputFormat::table},
    {"citron", OutputFormat::citron},
}};

}  // namespace

OutputFormat parse_output_format(std::string_view name) {
  std::string names;
  for (const auto& [known, format] : kFormats) {
    if (name == known) return format;
    if (!names.empty()) names += '|';
    names += known;
  }
  throw Error("--format", "\"" + std::string(name) + "\" is not known", names);
}

std::string joined_text(const Document& document, const std::vector<Span>& spans, std::string_view separator) {
  std::string text;
  for (const Span span : spans) {
    if (!text.empty()) text += separator;
    text += document.view(span);
  }
  return text;
}

std::optional<double> tone_score(const std::vector<Head>& heads, const std::vector<HeadScore>& scores) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i].name != "tone") continue;
    const auto& labels = heads[i].labels;
    const auto cooperative = std::find(labels.begin(), labels.end(), "cooperative");
    const auto confrontational = std::find(labels.begin(), labels.end(), "confrontational");
    if (cooperative == labels.end() || confrontational == labels.end()) continue;
    const auto& probabilities = scores[i].probabilities;
    return double{probabilities[static_cast<std::size_t>(cooperative - labels.begin())]} -
           double{probabilities[static_cast<std::size_t>(confrontational - labels.begin())]};
  }
  return std::nullopt;
}

std::string joined_labels(const Head& head, const HeadScore& score, std::string_view separator) {
  std::string labels;
  for (const std::uint32_t index : score.predicted) {
    if (!labels.empty()) labels += separator;
    labels += head.labels[index];
  }
  return labels;
}

StatementWriter::StatementWriter(const OutputOptions& options, std::vector<Head> heads)
    : options_(options), heads_(std::move(heads)) {
  options_.width = std::max<std::size_t>(options_.width, 40);
}

void StatementWriter::write_header(bool statements, std::string& out) const {
  if (options_.format == OutputFormat::csv) append_csv_header(statements, heads_, out);
  if (options_.format == OutputFormat::table && statements) append_table_header(heads_, options_, out);
}

void StatementWriter::write_document(const DocumentResult& result, std::string& out) const {
  switch (options_.format) {
    case OutputFormat::jsonl:
      return append_jsonl(result, heads_, out);
    case OutputFormat::csv:
      return append_csv(result, heads_, out);
    case OutputFormat::table:
      return append_table(result, heads_, options_, out);
    case OutputFormat::citron:
      return append_citron(result, heads_, out);
  }
}

void StatementWriter::write_statement(const InputDocument& input, const std::vector<HeadScore>& scores,
                                      std::string& out) const {
  switch (options_.format) {
    case OutputFormat::jsonl:
      return append_jsonl(input, heads_, scores, out);
    case OutputFormat::csv:
      return append_csv(input, heads_, scores, out);
    case OutputFormat::table:
      return append_table(input, heads_, scores, options_, out);
    case OutputFormat::citron:
      throw Error("--format citron", "has no form for statements", "jsonl, csv or table");
  }
}

}  // namespace quoth
