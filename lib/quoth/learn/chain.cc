#include "quoth/learn/chain.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "quoth/base/processor_internal.h"

namespace quoth {

ChainShape span_shape(std::uint32_t roles) {
  ChainShape shape;
  shape.labels = 1 + 2 * roles;
  for (std::uint32_t to = 0; to < shape.labels; ++to) {
    const bool goes_on = to != 0 && to % 2 == 0;
    shape.may_start[to] = !goes_on;
    for (std::uint32_t from = 0; from < shape.labels; ++from)
      shape.allowed[from][to] = !goes_on || from == to || from + 1 == to;
  }
  return shape;
}

namespace {

// All labels of a position at once, in the registers that the processor has for such.
using Lanes = float __attribute__((vector_size(sizeof(float) * kMostLabels)));
using Integers = std::int32_t __attribute__((vector_size(sizeof(float) * kMostLabels)));

void load(const LabelScores& scores, Lanes& lanes) {
  std::memcpy(&lanes, scores.data(), sizeof lanes);
}

void store(const Lanes& lanes, LabelScores& scores) {
  std::memcpy(scores.data(), &lanes, sizeof lanes);
}

float sum_of(const Lanes& lanes) {
  float sum = 0;
  for (std::uint32_t label = 0; label < kMostLabels; ++label) sum += lanes[label];
  return sum;
}

// Replaces each x, none above 0, by e to its power, within 4e-6 of its size; from -80 down by that of -80. By 2^n and
// the Taylor series of 2^f for f of 0.5 at most, both from the bits of a float.
void raise_e(Lanes& x) {
  constexpr float kLeast = -80;
  constexpr auto kLeastBits = std::bit_cast<std::int32_t>(kLeast);
  constexpr float kLog2E = 1.44269504F;
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: what is added to it loses its fraction
  const Integers near = x > kLeast;
  x = reinterpret_cast<Lanes>((reinterpret_cast<Integers>(x) & near) | (kLeastBits & ~near));
  const Lanes power = x * kLog2E;
  const Lanes whole = (power + kRound) - kRound;
  const Lanes f = (power - whole) * 0.69314718F;
  const Lanes fraction =
      1.0F + f * (1.0F + f * (0.5F + f * (1.0F / 6 + f * (1.0F / 24 + f * (1.0F / 120 + f * (1.0F / 720))))));
  const Integers exponent = (__builtin_convertvector(whole, Integers) + 127) << 23;
  x = fraction * reinterpret_cast<Lanes>(exponent);
}

}  // namespace

namespace {

// The labels that each position may have in a labelling worth a look.
void list_labels(const Chain& chain, ChainScratch& scratch) {
  scratch.labels.clear();
  scratch.label_ends.clear();
  for (std::size_t i = 0; i < chain.scores.size(); ++i) {
    for (std::uint8_t label = 0; label < chain.shape.labels; ++label) {
      const bool worth = chain.marginals.empty() || chain.marginals[i][label] >= kWorthALook;
      if (worth && (i > 0 || chain.shape.may_start[label])) scratch.labels.push_back(label);
    }
    scratch.label_ends.push_back(scratch.labels.size());
  }
}

// The `count` best of the ways to a label, best first, kForbidden where there are fewer.
class BestWays {
 public:
  BestWays(float* scores, std::uint32_t* from, std::uint32_t count) : scores_(scores), from_(from), count_(count) {
    std::fill_n(scores, count, kForbidden);
  }

  // False where no way as bad as this or worse has a place any more.
  bool add(float score, std::uint32_t from) {
    if (score <= scores_[count_ - 1]) return false;
    std::uint32_t place = count_ - 1;
    for (; place > 0 && scores_[place - 1] < score; --place) {
      scores_[place] = scores_[place - 1];
      from_[place] = from_[place - 1];
    }
    scores_[place] = score;
    from_[place] = from;
    return true;
  }

 private:
  float* scores_;
  std::uint32_t* from_;
  std::uint32_t count_;
};

}  // namespace

void best_labellings(const Chain& chain, std::uint32_t count, ChainScratch& scratch, std::vector<Labelling>& out) {
  out.clear();
  const std::size_t length = chain.scores.size();
  if (length == 0) return;
  list_labels(chain, scratch);
  const std::vector<std::uint8_t>& labels = scratch.labels;
  // `count` cells a label listed: the scores of the best ways to it, and the cells that they come from.
  scratch.best.resize(labels.size() * count);
  scratch.from.resize(labels.size() * count);
  for (std::size_t at = 0; at < scratch.label_ends.front(); ++at)
    BestWays(&scratch.best[at * count], &scratch.from[at * count], count).add(chain.scores[0][labels[at]], 0);
  std::size_t before = 0;
  for (std::size_t i = 1; i < length; ++i) {
    const std::size_t begin = scratch.label_ends[i - 1];
    for (std::size_t at = begin; at < scratch.label_ends[i]; ++at) {
      BestWays ways(&scratch.best[at * count], &scratch.from[at * count], count);
      for (std::size_t from = before; from < begin; ++from) {
        if (!chain.shape.allowed[labels[from]][labels[at]]) continue;
        const float step = chain.transitions[labels[from]][labels[at]] + chain.scores[i][labels[at]];
        for (std::size_t cell = from * count; cell < (from + 1) * count; ++cell) {
          if (scratch.best[cell] <= kForbidden / 2) break;
          if (!ways.add(scratch.best[cell] + step, static_cast<std::uint32_t>(cell))) break;
        }
      }
    }
    before = begin;
  }
  std::vector<std::pair<float, std::uint32_t>> ends;
  for (std::size_t cell = before * count; cell < labels.size() * count; ++cell) {
    if (scratch.best[cell] > kForbidden / 2) ends.emplace_back(scratch.best[cell], static_cast<std::uint32_t>(cell));
  }
  std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  // Hardly ever no labelling is left.
  if (ends.empty()) return best_labellings({chain.shape, chain.transitions, chain.scores}, count, scratch, out);
  if (ends.size() > count) ends.resize(count);
  for (const auto& [score, cell] : ends) {
    Labelling labelling;
    labelling.score = score;
    labelling.labels.resize(length);
    std::uint32_t at = cell;
    for (std::size_t i = length; i-- > 0;) {
      labelling.labels[i] = labels[at / count];
      at = scratch.from[at];
    }
    out.push_back(std::move(labelling));
  }
}

QUOTH_WIDE double label_marginals(const Chain& chain, ChainScratch& scratch, std::vector<LabelScores>& marginals) {
  const std::size_t length = chain.scores.size();
  const std::uint32_t labels = chain.shape.labels;
  marginals.resize(length);
  scratch.forward.resize(length);
  scratch.backward.resize(length);
  if (length == 0) return 0;
  std::array<Lanes, kMostLabels> from{};  // what each label weighs for those after it
  std::array<Lanes, kMostLabels> to{};    // and for those before
  for (std::uint32_t a = 0; a < labels; ++a) {
    for (std::uint32_t b = 0; b < labels; ++b) {
      if (chain.shape.allowed[a][b]) to[b][a] = from[a][b] = std::exp(chain.transitions[a][b]);
    }
  }
  Lanes is_label{};
  Lanes reach{};
  for (std::uint32_t label = 0; label < labels; ++label) {
    is_label[label] = 1;
    reach[label] = chain.shape.may_start[label] ? 1.0F : 0.0F;
  }
  double log_sum = 0;
  double product = 1;                              // of the positions' sums since the last logarithm
  std::vector<LabelScores>& emission = marginals;  // holds exp(score - largest) until the last pass
  for (std::size_t i = 0; i < length; ++i) {
    const LabelScores& scores = chain.scores[i];
    const float most = *std::max_element(scores.begin(), scores.begin() + labels);
    Lanes weights;
    load(scores, weights);
    weights = (weights - most) * is_label;
    raise_e(weights);
    weights *= is_label;
    store(weights, emission[i]);
    const Lanes forward = reach * weights;
    const float total = sum_of(forward);
    store(forward / total, scratch.forward[i]);
    log_sum += most;
    product *= total;
    if (product < 1e-200 || product > 1e200) {
      log_sum += std::log(product);
      product = 1;
    }
    reach = Lanes{};
    for (std::uint32_t label = 0; label < labels; ++label) reach += scratch.forward[i][label] * from[label];
  }
  Lanes backward = is_label;
  store(backward, scratch.backward[length - 1]);
  for (std::size_t i = length - 1; i-- > 0;) {
    Lanes after;
    load(emission[i + 1], after);
    after *= backward;
    backward = Lanes{};
    for (std::uint32_t label = 0; label < labels; ++label) backward += after[label] * to[label];
    backward /= sum_of(backward);
    store(backward, scratch.backward[i]);
  }
  for (std::size_t i = 0; i < length; ++i) {
    Lanes both;
    load(scratch.forward[i], both);
    load(scratch.backward[i], backward);
    both *= backward;
    store(both / sum_of(both), marginals[i]);
  }
  return log_sum + std::log(product);
}

}  // namespace quoth
