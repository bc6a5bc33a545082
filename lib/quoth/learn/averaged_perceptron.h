// A linear classifier learned from its own mistakes, its weights averaged over all steps (Collins 2002).
//
// For training only: every feature it ever erred on has a row of floats. learn/packed_scores.h makes the result small.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

// The weights of many features for some outputs.
struct WeightRows {
  std::uint32_t outputs = 0;
  std::vector<std::uint32_t> features;  // distinct, in order of their first update
  std::vector<std::uint32_t> updates;   // one a feature: how often it was changed
  std::vector<float> weights;           // `outputs` a feature
};

// Features are 32-bit hashes; two with the same hash are one. Deterministic. Not thread-safe.
class AveragedPerceptron {
 public:
  // Needs 1 or more outputs.
  explicit AveragedPerceptron(std::uint32_t outputs);

  // The same, for these features alone: it learns to do without the others.
  AveragedPerceptron(std::uint32_t outputs, std::span<const std::uint32_t> features);

  // The sum of the features' weights, as they are now, for each output. Linear in features times outputs.
  void score(std::span<const std::uint32_t> features, std::span<float> scores) const;

  // Moves the features' weights towards output `up` and away from `down`.
  void update(std::span<const std::uint32_t> features, std::uint32_t up, std::uint32_t down);

  // One more example was seen: what the weights are now counts once more in the average.
  void step() { ++steps_; }

  // The averages over all steps so far.
  WeightRows average() const;

 private:
  struct Slot {
    std::uint32_t feature = 0;
    std::uint32_t row = kNoRow;
  };
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;

  std::size_t place(std::uint32_t feature) const;
  std::uint32_t make_row(std::uint32_t feature);
  void grow();

  std::uint32_t outputs_;
  bool takes_new_features_ = true;
  double steps_ = 1;
  std::vector<Slot> slots_;  // hash table, a power of two, at most half full
  std::vector<std::uint32_t> features_;
  std::vector<std::uint32_t> updates_;
  std::vector<float> weights_;  // outputs_ a row
  std::vector<double>
      drifts_;  // the same: each change times the steps before it; the average is weight - drift / steps
};

}  // namespace quoth
