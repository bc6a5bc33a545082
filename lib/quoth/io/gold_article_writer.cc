#include "quoth/io/gold_article_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "quoth/io/json_members_internal.h"
#include "quoth/io/json_text_internal.h"

namespace quoth {
namespace {

void append_said(const Attribution& attribution, const GoldNote& note, std::string& out) {
  if (note.has_kind) append_member("kind", to_string(attribution.kind), out);
  if (note.has_speaker) append_speaker(attribution.speaker, out);
  append_strings("speakers", attribution.speakers, out);
  if (attribution.role == SpeakerRole::questioner) append_member("role", "questioner", out);
  append_optional_member("addressee", attribution.addressee, out);
  append_flag("unquoted", attribution.unquoted, out);
  append_flag("nested", attribution.nested, out);
  append_flag("metonymy", attribution.metonymy, out);
  append_flag("optional", note.optional, out);
  if (note.has_confidence) out += fmt::format(",\"confidence\":{}", attribution.confidence);
}

void append_quote(const Attribution& attribution, std::string_view text, const CodePointOffsets& offsets,
                  std::string& out) {
  append_spans("cue", attribution.cue, text, offsets, out);
  out += ',';
  append_spans("sources", attribution.source, text, offsets, out);
  out += ',';
  append_spans("contents", attribution.content, text, offsets, out);
}

std::string indented_span(Span span, std::string_view text, const CodePointOffsets& offsets) {
  std::string out =
      fmt::format("{{\"start\": {}, \"end\": {}, \"text\": ", offsets.at(span.begin), offsets.at(span.end));
  append_json_string(text.substr(span.begin, span.size()), out);
  return out + "}";
}

std::string indented_spans(const std::vector<Span>& spans, std::string_view text, const CodePointOffsets& offsets) {
  std::string out;
  for (const Span span : spans) {
    out += fmt::format("{}\n        {}", out.empty() ? "" : ",", indented_span(span, text, offsets));
  }
  return out.empty() ? "[]" : "[" + out + "\n      ]";
}

Span hull(const std::vector<Span>& spans) {
  std::uint32_t end = 0;
  for (const Span span : spans) end = std::max(end, span.end);
  return {spans.front().begin, end};
}

}  // namespace

void append_gold_article(const GoldArticle& article, std::string& out) {
  const CodePointOffsets offsets(article.text);
  out += "{\"id\":";
  append_json_string(article.id, out);
  append_optional_member("title", article.title, out);
  append_optional_member("date", article.date, out);
  append_optional_member("outlet", article.outlet, out);
  append_member("text", article.text, out);
  out += ",\"quotes\":[";
  for (std::size_t i = 0; i < article.attributions.size(); ++i) {
    out += i > 0 ? ",{" : "{";
    append_quote(article.attributions[i], article.text, offsets, out);
    append_said(article.attributions[i], article.notes[i], out);
    out += '}';
  }
  out += "]}\n";
}

std::string citron_document(const GoldArticle& article) {
  const CodePointOffsets offsets(article.text);
  std::string quotes;
  for (std::size_t i = 0; i < article.attributions.size(); ++i) {
    const Attribution& attribution = article.attributions[i];
    if (attribution.cue.empty() || attribution.content.empty()) continue;
    quotes += quotes.empty() ? "\n    {" : ",\n    {";
    quotes += "\n      \"cue\": " + indented_span(hull(attribution.cue), article.text, offsets);
    quotes += ",\n      \"sources\": " + indented_spans(attribution.source, article.text, offsets);
    quotes += ",\n      \"contents\": " + indented_spans(attribution.content, article.text, offsets);
    if (article.notes[i].has_confidence) {
      quotes += fmt::format(",\n      \"confidence\": \"{:.4f}\"", attribution.confidence);
    }
    quotes += "\n    }";
  }
  std::string out = "{\n  \"text\": ";
  append_json_string(article.text, out);
  return out + ",\n  \"quotes\": [" + quotes + (quotes.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace quoth
