#include <algorithm>
#include <cmath>
#include <span>

#include "quoth/attribute/role_labeller_internal.h"

namespace quoth {
namespace {

using namespace role_label;

// Roles this likely leave nothing to choose.
constexpr double kSureEnough = 0.9;

bool has_content(const Labelling& labelling) {
  return std::find(labelling.labels.begin(), labelling.labels.end(), kContentBegins) != labelling.labels.end();
}

// The best labelling that begins a content where that is likeliest.
void force_content(const ChainTable& table, RoleScratch& scratch) {
  const auto likeliest = std::max_element(
      scratch.marginals.begin(), scratch.marginals.end(),
      [](const LabelScores& a, const LabelScores& b) { return a[kContentBegins] < b[kContentBegins]; });
  LabelScores& forced = scratch.scores[static_cast<std::size_t>(likeliest - scratch.marginals.begin())];
  const LabelScores kept = forced;
  for (std::uint32_t label = 0; label < table.shape().labels; ++label)
    if (label != kContentBegins) forced[label] = kForbidden / 10;
  best_labellings({table.shape(), table.transitions(), scratch.scores}, 1, scratch.chain, scratch.labellings);
  forced = kept;
}

// The `count` best labellings that have a content, into scratch.labellings; the best alone where it is sure. `all` is
// the log of the sum over all.
void find_labellings(const ChainTable& table, double all, std::uint32_t count, RoleScratch& scratch) {
  const Chain chain{table.shape(), table.transitions(), scratch.scores, scratch.marginals};
  best_labellings(chain, 1, scratch.chain, scratch.labellings);
  const Labelling& best = scratch.labellings.front();
  const bool sure = count == 1 || std::exp(best.score - all) >= kSureEnough;
  if (!sure) best_labellings(chain, count, scratch.chain, scratch.labellings);
  std::erase_if(scratch.labellings, [](const Labelling& labelling) { return !has_content(labelling); });
  if (scratch.labellings.empty()) force_content(table, scratch);
}

// The probability that what has `label` or its continuation at `last` ends there.
float ends_at(const std::vector<LabelScores>& marginals, std::size_t last, std::uint8_t begins) {
  const float here = marginals[last][begins] + marginals[last][begins + 1];
  const float after = last + 1 < marginals.size() ? marginals[last + 1][begins + 1] : 0.0F;
  return std::max(here - after, 0.0F);
}

LabelledRoles roles_of(const Labelling& labelling, const std::vector<Seat>& seats,
                       const std::vector<LabelScores>& marginals, double all) {
  LabelledRoles roles;
  roles.log_probability = static_cast<float>(labelling.score - all);
  std::size_t content_seats = 0;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const std::uint8_t label = labelling.labels[i];
    if (label >= kContentBegins) {
      roles.inside += marginals[i][kContentBegins] + marginals[i][kContentBegins + 1];
      ++content_seats;
    }
    if (label != kSourceBegins && label != kContentBegins) continue;
    std::size_t last = i;
    while (last + 1 < seats.size() && labelling.labels[last + 1] == label + 1) ++last;
    const Range span{seats[i].words.begin, seats[last].words.end};
    if (label == kSourceBegins) {
      roles.source.push_back(span);
      roles.source_begins = std::min(roles.source_begins, marginals[i][label]);
    } else {
      roles.content.push_back(span);
      roles.begins = std::min(roles.begins, marginals[i][label]);
      roles.ends = std::min(roles.ends, ends_at(marginals, last, label));
    }
  }
  if (content_seats > 0) roles.inside /= static_cast<float>(content_seats);
  return roles;
}

}  // namespace

ChainShape role_shape() {
  return span_shape(2);
}

std::vector<LabelledRoles> label_roles(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                                       const std::vector<CueCandidate>& others, const ChainTable& table,
                                       std::uint32_t count, RoleScratch& scratch) {
  const std::vector<Seat> seats = seats_around(words, window, cue);
  if (seats.empty()) return {};
  scratch.features.clear();
  add_role_features(words, seats, cue, others, scratch.features);
  table.score(scratch.features, scratch.scores);
  const double all =
      label_marginals({table.shape(), table.transitions(), scratch.scores}, scratch.chain, scratch.marginals);
  find_labellings(table, all, count, scratch);
  std::vector<LabelledRoles> likeliest;
  for (const Labelling& labelling : scratch.labellings)
    likeliest.push_back(roles_of(labelling, seats, scratch.marginals, all));
  return likeliest;
}

}  // namespace quoth
