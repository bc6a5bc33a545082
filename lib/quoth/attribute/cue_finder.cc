#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_finder_internal.h"

namespace quoth {
namespace {

// A cue that is less likely than this is hardly ever one that its statement bears out; where a quotation asks for a
// cue, it sometimes is.
constexpr float kLeastProbability = 0.1F;
constexpr float kLeastBesideQuotation = 0.02F;

bool holds_quotation(const std::vector<WordFacts>& words, Range sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
    if (words[i].opens_quote || words[i].closes_quote) return true;
  return false;
}

// Part of somebody's name, and no verb that may attribute: "Aldous" is at times taken for one beside a quotation.
bool is_name(const WordFacts& word) {
  return word.mention == 1 && word.frames == 0;
}

// How far a cue reaches from its first word: as long as going on is likelier than not, given that it begins there.
std::uint32_t end_of_cue(const std::vector<LabelScores>& marginals, std::uint32_t begin) {
  std::uint32_t end = begin + 1;
  while (end < marginals.size() && marginals[end][2] >= 0.5F * marginals[begin][1] &&
         marginals[end][2] > marginals[end][1]) {
    ++end;
  }
  return end;
}

}  // namespace

ChainShape cue_shape() {
  return span_shape(1);
}

std::uint32_t head_of(const std::vector<WordFacts>& words, Range range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const bool governed = words[i].head >= 0 && range.contains(static_cast<std::uint32_t>(words[i].head));
    const bool aside = words[i].mark != 0 || ((words[i].classes & word_class::kAdverb) != 0 && range.size() > 1);
    if (!governed && !aside) return i;
  }
  return range.end - 1;
}

void find_cue_candidates(const std::vector<WordFacts>& words, Range sentence, const ChainTable& table,
                         CueScratch& scratch, std::vector<CueCandidate>& candidates) {
  if (sentence.empty()) return;
  scratch.features.clear();
  add_cue_features(words, sentence, scratch.features);
  table.score(scratch.features, scratch.scores);
  label_marginals({table.shape(), table.transitions(), scratch.scores}, scratch.chain, scratch.marginals);
  const std::size_t first = candidates.size();
  const float least = holds_quotation(words, sentence) ? kLeastBesideQuotation : kLeastProbability;
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    const float probability = scratch.marginals[i][1];
    if (probability < least) continue;
    CueCandidate found;
    found.words = {sentence.begin + i, sentence.begin + end_of_cue(scratch.marginals, i)};
    found.head = head_of(words, found.words);
    found.probability = probability;
    if (is_name(words[found.head])) continue;
    const bool overlaps = candidates.size() > first && candidates.back().words.end > found.words.begin;
    if (!overlaps) {
      candidates.push_back(found);
    } else if (candidates.back().probability < probability) {
      candidates.back() = found;
    }
  }
}

}  // namespace quoth
