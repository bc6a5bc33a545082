#include "quoth/attribute/attributor.h"

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/quotes.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/drafts_internal.h"
#include "quoth/attribute/speakers_internal.h"

namespace quoth {

std::string_view to_string(AttributionKind kind) {
  switch (kind) {
    case AttributionKind::direct:
      return "direct";
    case AttributionKind::indirect:
      return "indirect";
    case AttributionKind::mixed:
      return "mixed";
  }
  return {};
}

struct AttributionScratch::Impl {
  SyntaxScratch parser;
  Syntax syntax;
  WordMemory words;
  FinderScratch finder;
};

AttributionScratch::AttributionScratch() : impl_(std::make_unique<Impl>()) {}
AttributionScratch::~AttributionScratch() = default;
AttributionScratch::AttributionScratch(AttributionScratch&&) noexcept = default;
AttributionScratch& AttributionScratch::operator=(AttributionScratch&&) noexcept = default;

std::vector<Attribution> attribute_document(const Document& document, bool transcript, std::string_view date,
                                            const AttributionResources& resources, AttributionScratch& scratch) {
  AttributionScratch::Impl& memory = scratch.impl();
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> word_classes = classify_words(document);
  const Mentions mentions = find_mentions(document, word_classes, resources.registry);
  resources.syntax.analyse(document, memory.parser, memory.syntax);
  const WordSheet sheet =
      collect_word_facts(document, memory.syntax, resources.syntax, quotes, word_classes, mentions, memory.words);
  const Reading reading(document, quotes, word_classes);
  const FoundDrafts found =
      draft_statements(reading, sheet, find_statements(sheet, resources.model.parts(), memory.finder));
  std::vector<Draft> drafts =
      transcript ? draft_transcript(reading, sheet, found) : draft_article(reading, sheet, found);
  if (drafts.empty()) return {};
  resolve_speakers(reading, mentions, resources.registry, date, drafts);
  std::vector<Attribution> attributions;
  attributions.reserve(drafts.size());
  for (Draft& draft : drafts) attributions.push_back(std::move(draft.attribution));
  return attributions;
}

}  // namespace quoth
