// Linear-chain conditional random fields over hashed features (Lafferty, McCallum and Pereira 2001).
//
// A position of a sequence has the buckets of its features; a labelling's score is the sum of the weights of each
// position's features for its label, and of the transitions between neighbours. Knows nothing of words.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace quoth {

inline constexpr std::uint32_t kMostLabels = 8;
inline constexpr float kForbidden = -1e9F;

// Which labels there are and which may follow which.
struct ChainShape {
  std::uint32_t labels = 0;                                             // at most kMostLabels
  std::array<std::array<bool, kMostLabels>, kMostLabels> allowed = {};  // [from][to]
  std::array<bool, kMostLabels> may_start = {};
};

// Labels of B-I-O over `roles` kinds of spans: 0 is outside, 1 + 2 * role begins, 2 + 2 * role goes on.
ChainShape span_shape(std::uint32_t roles);

// The features of the positions of one sequence or of many, one after another.
struct ChainFeatures {
  std::vector<std::uint32_t> buckets;
  std::vector<std::size_t> ends;  // one a position: where its buckets end

  std::size_t size() const { return ends.size(); }
  std::span<const std::uint32_t> at(std::size_t position) const {
    const std::size_t begin = position == 0 ? 0 : ends[position - 1];
    return {buckets.data() + begin, ends[position] - begin};
  }
  void clear() {
    buckets.clear();
    ends.clear();
  }
};

using LabelScores = std::array<float, kMostLabels>;
using Transitions = std::array<LabelScores, kMostLabels>;  // [from][to], kForbidden where not allowed

// A labelling and how much it scores.
struct Labelling {
  std::vector<std::uint8_t> labels;
  float score = 0;
};

// Working memory of the functions below; keep one a thread.
struct ChainScratch {
  std::vector<LabelScores> forward;
  std::vector<LabelScores> backward;
  std::vector<std::uint8_t> labels;
  std::vector<std::size_t> label_ends;
  std::vector<std::uint32_t> from;
  std::vector<float> best;
};

// What a chain needs to be labelled: shape, transitions and the scores of each position.
struct Chain {
  const ChainShape& shape;
  const Transitions& transitions;
  std::span<const LabelScores> scores;
  // Where not empty, best_labellings() passes over labels whose probability is below kWorthALook, unless no
  // labelling is left.
  std::span<const LabelScores> marginals = {};
};

inline constexpr float kWorthALook = 0.01F;

// The `count` best labellings, best first; fewer where there are fewer.
void best_labellings(const Chain& chain, std::uint32_t count, ChainScratch& scratch, std::vector<Labelling>& out);

// The probability of each label at each position, into `marginals`; gives the log of the sum over all labellings.
double label_marginals(const Chain& chain, ChainScratch& scratch, std::vector<LabelScores>& marginals);

}  // namespace quoth
