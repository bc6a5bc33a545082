#include <algorithm>

#include "quoth/attribute/role_labeller_internal.h"

namespace quoth {
namespace {

using namespace role_label;

// The best labelling that has a content: where the best of all has none, the likeliest beginning is taken as given.
const Labelling& best_with_content(const ChainTable& table, RoleScratch& scratch) {
  const Chain chain{table.shape(), table.transitions(), scratch.scores};
  best_labellings(chain, 1, scratch.chain, scratch.labellings);
  const std::vector<std::uint8_t>& labels = scratch.labellings.front().labels;
  if (std::find(labels.begin(), labels.end(), kContentBegins) == labels.end()) {
    const auto likeliest = std::max_element(
        scratch.marginals.begin(), scratch.marginals.end(),
        [](const LabelScores& a, const LabelScores& b) { return a[kContentBegins] < b[kContentBegins]; });
    LabelScores& forced = scratch.scores[static_cast<std::size_t>(likeliest - scratch.marginals.begin())];
    const LabelScores kept = forced;
    for (std::uint32_t label = 0; label < table.shape().labels; ++label)
      if (label != kContentBegins) forced[label] = kForbidden / 10;
    best_labellings(chain, 1, scratch.chain, scratch.labellings);
    forced = kept;
  }
  return scratch.labellings.front();
}

// The probability that what has `label` or its continuation at `last` ends there.
float ends_at(const std::vector<LabelScores>& marginals, std::size_t last, std::uint8_t begins) {
  const float here = marginals[last][begins] + marginals[last][begins + 1];
  const float after = last + 1 < marginals.size() ? marginals[last + 1][begins + 1] : 0.0F;
  return std::max(here - after, 0.0F);
}

}  // namespace

ChainShape role_shape() {
  return span_shape(2);
}

LabelledRoles label_roles(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                          const std::vector<CueCandidate>& others, const ChainTable& table, RoleScratch& scratch) {
  LabelledRoles roles;
  const std::vector<Seat> seats = seats_around(words, window, cue);
  if (seats.empty()) return roles;
  scratch.features.clear();
  add_role_features(words, seats, cue, others, scratch.features);
  table.score(scratch.features, scratch.scores);
  const double all =
      label_marginals({table.shape(), table.transitions(), scratch.scores}, scratch.chain, scratch.marginals);
  const Labelling& best = best_with_content(table, scratch);
  roles.log_probability = static_cast<float>(best.score - all);
  std::size_t content_seats = 0;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const std::uint8_t label = best.labels[i];
    if (label >= kContentBegins) {
      roles.inside += scratch.marginals[i][kContentBegins] + scratch.marginals[i][kContentBegins + 1];
      ++content_seats;
    }
    if (label != kSourceBegins && label != kContentBegins) continue;
    std::size_t last = i;
    while (last + 1 < seats.size() && best.labels[last + 1] == label + 1) ++last;
    const Range span{seats[i].words.begin, seats[last].words.end};
    if (label == kSourceBegins) {
      roles.source.push_back(span);
      roles.source_begins = std::min(roles.source_begins, scratch.marginals[i][label]);
    } else {
      roles.content.push_back(span);
      roles.begins = std::min(roles.begins, scratch.marginals[i][label]);
      roles.ends = std::min(roles.ends, ends_at(scratch.marginals, last, label));
    }
  }
  if (content_seats > 0) roles.inside /= static_cast<float>(content_seats);
  return roles;
}

}  // namespace quoth
