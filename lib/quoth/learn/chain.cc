#include "quoth/learn/chain.h"

#include <algorithm>
#include <cmath>

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

void best_labellings(const Chain& chain, std::uint32_t count, ChainScratch& scratch, std::vector<Labelling>& out) {
  const std::size_t length = chain.scores.size();
  const std::uint32_t labels = chain.shape.labels;
  out.clear();
  if (length == 0) return;
  // Cells: position, label, rank. `from` holds label * count + rank of the predecessor.
  const std::size_t cells = static_cast<std::size_t>(labels) * count;
  scratch.best.assign(length * cells, kForbidden);
  scratch.from.assign(length * cells, 0);
  for (std::uint32_t label = 0; label < labels; ++label)
    if (chain.shape.may_start[label]) scratch.best[label * count] = chain.scores[0][label];
  for (std::size_t i = 1; i < length; ++i) {
    const float* before = &scratch.best[(i - 1) * cells];
    for (std::uint32_t to = 0; to < labels; ++to) {
      float* best = &scratch.best[i * cells + to * count];
      std::uint8_t* from = &scratch.from[i * cells + to * count];
      for (std::uint32_t label = 0; label < labels; ++label) {
        if (!chain.shape.allowed[label][to]) continue;
        for (std::uint32_t rank = 0; rank < count; ++rank) {
          const float score = before[label * count + rank] + chain.transitions[label][to] + chain.scores[i][to];
          if (score <= best[count - 1] || before[label * count + rank] <= kForbidden / 2) break;
          std::uint32_t place = count - 1;
          for (; place > 0 && best[place - 1] < score; --place) {
            best[place] = best[place - 1];
            from[place] = from[place - 1];
          }
          best[place] = score;
          from[place] = static_cast<std::uint8_t>(label * count + rank);
        }
      }
    }
  }
  std::vector<std::pair<float, std::uint32_t>> ends;
  for (std::uint32_t cell = 0; cell < cells; ++cell) {
    const float score = scratch.best[(length - 1) * cells + cell];
    if (score > kForbidden / 2) ends.emplace_back(score, cell);
  }
  std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ends.size() > count) ends.resize(count);
  for (const auto& [score, cell] : ends) {
    Labelling labelling;
    labelling.score = score;
    labelling.labels.resize(length);
    std::uint32_t at = cell;
    for (std::size_t i = length; i-- > 0;) {
      labelling.labels[i] = static_cast<std::uint8_t>(at / count);
      at = scratch.from[i * cells + at];
    }
    out.push_back(std::move(labelling));
  }
}

double label_marginals(const Chain& chain, ChainScratch& scratch, std::vector<LabelScores>& marginals) {
  const std::size_t length = chain.scores.size();
  const std::uint32_t labels = chain.shape.labels;
  marginals.assign(length, LabelScores{});
  if (length == 0) return 0;
  scratch.forward.assign(length, LabelScores{});
  scratch.backward.assign(length, LabelScores{});
  Transitions weights;
  for (std::uint32_t from = 0; from < labels; ++from)
    for (std::uint32_t to = 0; to < labels; ++to)
      weights[from][to] = chain.shape.allowed[from][to] ? std::exp(chain.transitions[from][to]) : 0.0F;
  double log_sum = 0;
  std::vector<LabelScores>& emission = marginals;  // holds exp(score - largest) until the last pass
  for (std::size_t i = 0; i < length; ++i) {
    float most = chain.scores[i][0];
    for (std::uint32_t label = 1; label < labels; ++label) most = std::max(most, chain.scores[i][label]);
    for (std::uint32_t label = 0; label < labels; ++label) emission[i][label] = std::exp(chain.scores[i][label] - most);
    float total = 0;
    for (std::uint32_t to = 0; to < labels; ++to) {
      float reach = 0;
      if (i == 0) {
        reach = chain.shape.may_start[to] ? 1.0F : 0.0F;
      } else {
        for (std::uint32_t from = 0; from < labels; ++from) reach += scratch.forward[i - 1][from] * weights[from][to];
      }
      scratch.forward[i][to] = reach * emission[i][to];
      total += scratch.forward[i][to];
    }
    for (std::uint32_t label = 0; label < labels; ++label) scratch.forward[i][label] /= total;
    log_sum += std::log(static_cast<double>(total)) + most;
  }
  for (std::uint32_t label = 0; label < labels; ++label) scratch.backward[length - 1][label] = 1;
  for (std::size_t i = length - 1; i-- > 0;) {
    float total = 0;
    for (std::uint32_t from = 0; from < labels; ++from) {
      float sum = 0;
      for (std::uint32_t to = 0; to < labels; ++to)
        sum += weights[from][to] * emission[i + 1][to] * scratch.backward[i + 1][to];
      scratch.backward[i][from] = sum;
      total += sum;
    }
    for (std::uint32_t label = 0; label < labels; ++label) scratch.backward[i][label] /= total;
  }
  for (std::size_t i = 0; i < length; ++i) {
    float total = 0;
    for (std::uint32_t label = 0; label < labels; ++label) {
      marginals[i][label] = scratch.forward[i][label] * scratch.backward[i][label];
      total += marginals[i][label];
    }
    for (std::uint32_t label = 0; label < labels; ++label) marginals[i][label] /= total;
  }
  return log_sum;
}

}  // namespace quoth
