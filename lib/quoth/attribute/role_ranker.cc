#include <cmath>

#include "quoth/attribute/role_ranker_internal.h"

namespace quoth {
namespace {

// A less likely cue hardly ever has a statement that a better choice of roles would save.
constexpr float kWorthRanking = 0.1F;

}  // namespace

RoleRanker::RoleRanker(ByteReader& reader) : weights_(read_weights(reader, kRankerColumns)) {}

void RoleRanker::write(ByteWriter& writer) const {
  write_weights(weights_, writer);
}

float RoleRanker::score(const SparseFacts& facts) const {
  return weighted_sum(facts, weights_, 0);
}

LabelledRoles choose_roles(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                           const std::vector<CueCandidate>& others, const ChainTable& table, const RoleRanker& ranker,
                           RankScratch& scratch) {
  const std::uint32_t count = cue.probability < kWorthRanking ? 1 : kMostLabellings;
  std::vector<LabelledRoles> all = label_roles(words, window, cue, others, table, count, scratch.roles);
  if (all.empty()) return {};
  collect_ranker_facts(words, window, cue, others, all.front(), scratch.facts);
  if (all.size() == 1) return std::move(all.front());
  std::size_t best = 0;
  float most = ranker.score(scratch.facts);
  float sum = 1;  // of the scores' powers of e, that of the best being 1
  for (std::size_t i = 1; i < all.size(); ++i) {
    collect_ranker_facts(words, window, cue, others, all[i], scratch.other_facts);
    const float score = ranker.score(scratch.other_facts);
    if (score > most) {
      sum *= std::exp(most - score);
      most = score;
      best = i;
      std::swap(scratch.facts, scratch.other_facts);
    }
    sum += std::exp(score - most);
  }
  all[best].share = 1 / sum;
  return std::move(all[best]);
}

}  // namespace quoth
