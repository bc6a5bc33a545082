#include "statements_of.h"

#include "quoth/attribute/attributor.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

bool on_boundary(const std::string& text, std::uint32_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

std::string broken_list(const std::string& text, const std::vector<Span>& spans, const std::string& name) {
  std::uint32_t reached = 0;
  for (const Span span : spans) {
    if (span.empty() || span.end < span.begin) return name + ": an empty span";
    if (span.end > text.size()) return name + ": a span beyond the text";
    if (span.begin < reached) return name + ": spans out of order or overlapping";
    if (!on_boundary(text, span.begin) || !on_boundary(text, span.end)) return name + ": a span inside a code point";
    reached = span.end;
  }
  return {};
}

std::string broken_attribution(const std::string& text, const Attribution& attribution) {
  for (const std::string& fault :
       {broken_list(text, attribution.source, "source"), broken_list(text, attribution.cue, "cue"),
        broken_list(text, attribution.content, "content")}) {
    if (!fault.empty()) return fault;
  }
  if (attribution.content.empty()) return "no content";
  if (!(attribution.confidence >= 0 && attribution.confidence <= 1)) return "confidence beyond [0, 1]";
  if (attribution.speakers.size() == 1) return "a joint statement of one";
  if (!attribution.speakers.empty() && !attribution.speaker.empty()) return "both a speaker and joint speakers";
  return {};
}

}  // namespace

const Registry& invented_registry() {
  static const Registry registry = [] {
    Registry loaded;
    loaded.load(QUOTH_SOURCE_DIR "/tests/data/registry.json");
    return loaded;
  }();
  return registry;
}

const SyntaxModel& shipped_syntax() {
  static const SyntaxModel model = SyntaxModel::load(QUOTH_SOURCE_DIR "/models/syntax.en.quoth");
  return model;
}

std::vector<Attribution> attributions_of(const Document& document, bool transcript, std::string_view date) {
  static const AttributionModel model = AttributionModel::load(QUOTH_SOURCE_DIR "/models/attribution.en.quoth");
  static thread_local AttributionScratch scratch;
  return attribute_document(document, transcript, date, {invented_registry(), shipped_syntax(), model}, scratch);
}

Document document_of(std::string_view text) {
  static thread_local Segmenter segmenter;
  return segmenter.segment(text);
}

std::string joined(const Document& document, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += " + ";
    out += document.view(span);
  }
  return out;
}

std::vector<std::string> statements_of(std::string_view text) {
  const Document document = document_of(text);
  std::vector<std::string> out;
  for (const Attribution& attribution : attributions_of(document, looks_like_transcript(document))) {
    out.push_back(std::string(to_string(attribution.kind)) + " [" + joined(document, attribution.source) + "|" +
                  joined(document, attribution.cue) + "] " + joined(document, attribution.content));
  }
  return out;
}

std::vector<std::string> speakers_of(std::string_view text, std::string_view date) {
  const Document document = document_of(text);
  std::vector<std::string> out;
  for (const Attribution& attribution : attributions_of(document, looks_like_transcript(document), date)) {
    std::string who = attribution.speaker;
    for (const std::string& speaker : attribution.speakers) who += (who.empty() ? "" : " & ") + speaker;
    if (who.empty()) who = "-";
    if (attribution.metonymy) who += "*";
    if (!attribution.addressee.empty()) who += " > " + attribution.addressee;
    out.push_back(who);
  }
  return out;
}

std::string broken_guarantee(const Document& document, const std::vector<Attribution>& attributions) {
  Span last{0, static_cast<std::uint32_t>(document.text.size())};
  for (const Attribution& attribution : attributions) {
    const std::string fault = broken_attribution(document.text, attribution);
    if (!fault.empty()) return fault;
    const Span extent{attribution.content.front().begin, attribution.content.back().end};
    if (extent.begin < last.begin || (extent.begin == last.begin && extent.end > last.end))
      return "attributions out of order";
    last = extent;
  }
  return {};
}

}  // namespace quoth
