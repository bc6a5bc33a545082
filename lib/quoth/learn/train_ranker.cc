#include "quoth/learn/train_ranker.h"

#include <algorithm>
#include <cmath>

#include "quoth/learn/epoch_order_internal.h"

namespace quoth {
namespace {

// Added to each sum of squared gradients: the first steps are as long as the rate, not infinite.
constexpr float kFirstSquare = 1e-3F;

// An alternative whose chance is this near to what it should be teaches nothing.
constexpr float kSureEnough = 1e-3F;

class RankerTrainer {
 public:
  RankerTrainer(const RankingCorpus& corpus, float rate)
      : corpus_(corpus),
        rate_(rate),
        weights_(corpus.alternatives.column_count, 0.0F),
        squares_(weights_.size(), kFirstSquare),
        sums_(weights_.size(), 0.0F) {}

  // One step down the gradient of a list's log loss.
  void learn(std::size_t list) {
    const std::size_t begin = corpus_.starts[list];
    const std::size_t count = corpus_.starts[list + 1] - begin;
    if (count == 0) return;
    chances_.resize(count);
    for (std::size_t i = 0; i < count; ++i) chances_[i] = score(begin + i);
    const float most = *std::max_element(chances_.begin(), chances_.end());
    float all = 0;
    float best = 0;
    for (std::size_t i = 0; i < count; ++i) {
      chances_[i] = std::exp(chances_[i] - most);
      all += chances_[i];
      best += corpus_.best[begin + i] != 0 ? chances_[i] : 0;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const float wanted = corpus_.best[begin + i] != 0 && best > 0 ? chances_[i] / best : 0;
      update(begin + i, chances_[i] / all - wanted);
    }
  }

  void add_to_mean() {
    ++summed_;
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += weights_[i];
  }

  std::vector<float> mean() const {
    if (summed_ == 0) return weights_;
    std::vector<float> mean = sums_;
    for (float& weight : mean) weight /= summed_;
    return mean;
  }

 private:
  float score(std::size_t row) const {
    const SparseMatrix& rows = corpus_.alternatives;
    float sum = 0;
    for (std::size_t i = rows.row_begin[row]; i < rows.row_begin[row + 1]; ++i)
      sum += weights_[rows.columns[i]] * rows.values[i];
    return sum;
  }

  void update(std::size_t row, float gradient) {
    if (std::fabs(gradient) < kSureEnough) return;
    const SparseMatrix& rows = corpus_.alternatives;
    for (std::size_t i = rows.row_begin[row]; i < rows.row_begin[row + 1]; ++i) {
      const float slope = gradient * rows.values[i];
      float& square = squares_[rows.columns[i]];
      square += slope * slope;
      weights_[rows.columns[i]] -= rate_ * slope / std::sqrt(square);
    }
  }

  const RankingCorpus& corpus_;
  float rate_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<float> sums_;
  float summed_ = 0;
  std::vector<float> chances_;
};

}  // namespace

std::vector<float> train_ranker(const RankingCorpus& corpus, const RankerTraining& options, std::uint32_t left_out) {
  RankerTrainer trainer(corpus, options.rate);
  EpochOrder epochs(corpus.folds, corpus.weights, left_out, options.seed);
  for (std::uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    for (const std::uint32_t list : epochs.next()) trainer.learn(list);
    if (epoch > 0) trainer.add_to_mean();
  }
  return trainer.mean();
}

}  // namespace quoth
