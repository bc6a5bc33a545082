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

std::vector<Attribution> attribute_document(const Document& document, bool transcript, std::string_view date,
                                            const Registry& registry) {
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> word_classes = classify_words(document);
  const Reading reading(document, quotes, word_classes);
  std::vector<Draft> drafts = transcript ? draft_transcript(reading) : draft_article(reading);
  if (drafts.empty()) return {};
  resolve_speakers(reading, find_mentions(document, word_classes, registry), registry, date, drafts);
  std::vector<Attribution> attributions;
  attributions.reserve(drafts.size());
  for (Draft& draft : drafts) attributions.push_back(std::move(draft.attribution));
  return attributions;
}

}  // namespace quoth
