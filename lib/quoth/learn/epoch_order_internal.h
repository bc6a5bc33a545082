// In which order the epochs of a training see its examples: other in each, the same for the same seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace quoth {

class EpochOrder {
 public:
  // Of the examples of other folds than `left_out`, each as often as it weighs. `folds` and `weights`: one an example.
  EpochOrder(const std::vector<std::uint32_t>& folds, const std::vector<std::uint32_t>& weights, std::uint32_t left_out,
             std::uint64_t seed)
      : state_(seed) {
    for (std::uint32_t i = 0; i < folds.size(); ++i)
      if (folds[i] != left_out) order_.insert(order_.end(), weights[i], i);
  }

  // That of the next epoch: indexes of examples. Holds until the next call.
  const std::vector<std::uint32_t>& next() {
    for (std::size_t i = order_.size(); i > 1; --i) {
      state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;  // Knuth's MMIX
      std::swap(order_[i - 1], order_[(state_ >> 33) % i]);
    }
    return order_;
  }

 private:
  std::vector<std::uint32_t> order_;
  std::uint64_t state_;
};

}  // namespace quoth
