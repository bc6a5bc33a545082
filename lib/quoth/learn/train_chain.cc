#include "quoth/learn/train_chain.h"

#include <algorithm>
#include <cmath>

#include "quoth/learn/epoch_order_internal.h"
#include "quoth/learn/metrics.h"

namespace quoth {
namespace {

// Added to each sum of squared gradients: the first steps are as long as the rate, not infinite.
constexpr float kFirstSquare = 1e-3F;

// A position whose labels are this sure teaches nothing, and most are.
constexpr float kSureEnough = 2e-3F;

class ChainTrainer {
 public:
  ChainTrainer(const ChainCorpus& corpus, const ChainShape& shape, std::size_t bucket_count, float rate)
      : corpus_(corpus), rate_(rate) {
    model_.shape = shape;
    model_.stride = shape.labels <= 4 ? 4 : 8;
    model_.weights.assign(bucket_count * model_.stride, 0.0F);
    squares_.assign(model_.weights.size(), kFirstSquare);
    for (LabelScores& row : transition_squares_) row.fill(kFirstSquare);
  }

  const ChainWeights& model() const { return model_; }

  // One step down the gradient of the sequence's log loss, which it gives.
  double learn(std::size_t sequence) {
    const std::size_t begin = corpus_.starts[sequence];
    const std::size_t length = corpus_.starts[sequence + 1] - begin;
    if (length == 0) return 0;
    scores_.resize(length);
    double gold = 0;
    for (std::size_t i = 0; i < length; ++i) {
      prefetch(begin + i + 1);
      model_.score(corpus_.features.at(begin + i), scores_[i]);
      const std::uint8_t label = corpus_.labels[begin + i];
      gold += scores_[i][label];
      if (i > 0) gold += model_.transitions[corpus_.labels[begin + i - 1]][label];
    }
    const double all = label_marginals({model_.shape, model_.transitions, scores_}, scratch_, marginals_);
    update_transitions(begin, length);
    for (std::size_t i = 0; i < length; ++i) update(begin + i, marginals_[i]);
    return all - gold;
  }

  void add_to_mean() {
    if (sums_.empty()) sums_.assign(model_.weights.size(), 0.0F);
    ++summed_;
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += model_.weights[i];
    for (std::size_t from = 0; from < kMostLabels; ++from)
      for (std::size_t to = 0; to < kMostLabels; ++to) transition_sums_[from][to] += model_.transitions[from][to];
  }

  ChainWeights mean() const {
    if (summed_ == 0) return model_;
    ChainWeights mean = model_;
    for (std::size_t i = 0; i < sums_.size(); ++i) mean.weights[i] = sums_[i] / summed_;
    for (std::size_t from = 0; from < kMostLabels; ++from)
      for (std::size_t to = 0; to < kMostLabels; ++to)
        mean.transitions[from][to] = transition_sums_[from][to] / summed_;
    return mean;
  }

 private:
  void prefetch(std::size_t position) const {
    if (position >= corpus_.features.size()) return;
    for (const std::uint32_t bucket : corpus_.features.at(position))
      __builtin_prefetch(&model_.weights[static_cast<std::size_t>(bucket) * model_.stride]);
  }

  void update(std::size_t position, const LabelScores& marginals) {
    LabelScores gradient = marginals;
    gradient[corpus_.labels[position]] -= 1;
    if (std::all_of(gradient.begin(), gradient.end(), [](float g) { return std::fabs(g) < kSureEnough; })) return;
    for (const std::uint32_t bucket : corpus_.features.at(position)) {
      float* weights = &model_.weights[static_cast<std::size_t>(bucket) * model_.stride];
      float* squares = &squares_[static_cast<std::size_t>(bucket) * model_.stride];
      for (std::uint32_t label = 0; label < model_.stride; ++label) {
        squares[label] += gradient[label] * gradient[label];
        weights[label] -= rate_ * gradient[label] / std::sqrt(squares[label]);
      }
    }
  }

  // Adds the chance of each transition into position i, after the passes of label_marginals.
  void add_expected(std::size_t i, Transitions& expected) const {
    const std::uint32_t labels = model_.shape.labels;
    const float most = *std::max_element(scores_[i].begin(), scores_[i].begin() + labels);
    Transitions pair = {};
    float total = 0;
    for (std::uint32_t from = 0; from < labels; ++from) {
      for (std::uint32_t to = 0; to < labels; ++to) {
        if (!model_.shape.allowed[from][to]) continue;
        pair[from][to] = scratch_.forward[i - 1][from] *
                         std::exp(model_.transitions[from][to] + scores_[i][to] - most) * scratch_.backward[i][to];
        total += pair[from][to];
      }
    }
    for (std::uint32_t from = 0; from < labels; ++from)
      for (std::uint32_t to = 0; to < labels; ++to) expected[from][to] += pair[from][to] / total;
  }

  void update_transitions(std::size_t begin, std::size_t length) {
    Transitions gradient = {};
    for (std::size_t i = 1; i < length; ++i) {
      add_expected(i, gradient);
      gradient[corpus_.labels[begin + i - 1]][corpus_.labels[begin + i]] -= 1;
    }
    for (std::uint32_t from = 0; from < model_.shape.labels; ++from) {
      for (std::uint32_t to = 0; to < model_.shape.labels; ++to) {
        if (!model_.shape.allowed[from][to]) continue;
        transition_squares_[from][to] += gradient[from][to] * gradient[from][to];
        model_.transitions[from][to] -= rate_ * gradient[from][to] / std::sqrt(transition_squares_[from][to]);
      }
    }
  }

  const ChainCorpus& corpus_;
  float rate_;
  ChainWeights model_;
  std::vector<float> squares_;
  Transitions transition_squares_ = {};
  std::vector<float> sums_;
  Transitions transition_sums_ = {};
  float summed_ = 0;
  std::vector<LabelScores> scores_;
  std::vector<LabelScores> marginals_;
  ChainScratch scratch_;
};

// The end of the span that begins at `begin`, by its label.
std::size_t span_end(const std::uint8_t* labels, std::size_t begin, std::size_t length) {
  std::size_t end = begin + 1;
  while (end < length && labels[end] == labels[begin] + 1) ++end;
  return end;
}

bool begins_span(std::uint8_t label) {
  return label % 2 == 1;
}

}  // namespace

ChainWeights train_chain(const ChainCorpus& corpus, const ChainShape& shape, std::size_t bucket_count,
                         const ChainTraining& options, std::uint32_t left_out,
                         const std::function<void(std::uint32_t, double, const ChainWeights&)>& after_epoch) {
  ChainTrainer trainer(corpus, shape, bucket_count, options.rate);
  EpochOrder epochs(corpus.folds, corpus.weights, left_out, options.seed);
  for (std::uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    const std::vector<std::uint32_t>& order = epochs.next();
    double loss = 0;
    for (const std::uint32_t sequence : order) loss += trainer.learn(sequence);
    if (epoch > 0) trainer.add_to_mean();
    if (after_epoch) after_epoch(epoch, loss / std::max<double>(1, static_cast<double>(order.size())), trainer.model());
  }
  return trainer.mean();
}

double span_f1(const ChainCorpus& corpus, const ChainWeights& weights) {
  LabelCounts counts;
  ChainScratch scratch;
  std::vector<LabelScores> scores;
  std::vector<Labelling> best;
  for (std::size_t sequence = 0; sequence < corpus.size(); ++sequence) {
    const std::size_t begin = corpus.starts[sequence];
    const std::size_t length = corpus.starts[sequence + 1] - begin;
    if (length == 0) continue;
    scores.resize(length);
    for (std::size_t i = 0; i < length; ++i) weights.score(corpus.features.at(begin + i), scores[i]);
    best_labellings({weights.shape, weights.transitions, scores}, 1, scratch, best);
    const std::uint8_t* gold = corpus.labels.data() + begin;
    const std::uint8_t* found = best.front().labels.data();
    for (std::size_t i = 0; i < length; ++i) {
      const bool in_gold = begins_span(gold[i]);
      const bool in_found = begins_span(found[i]);
      const bool same =
          in_gold && in_found && gold[i] == found[i] && span_end(gold, i, length) == span_end(found, i, length);
      if (same) counts.add(true, true);
      if (in_gold && !same) counts.add(true, false);
      if (in_found && !same) counts.add(false, true);
    }
  }
  return counts.f1();
}

}  // namespace quoth
