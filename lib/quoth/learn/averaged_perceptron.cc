#include "quoth/learn/averaged_perceptron.h"

#include <algorithm>

#include "quoth/learn/hashing.h"

namespace quoth {

AveragedPerceptron::AveragedPerceptron(std::uint32_t outputs) : outputs_(outputs), slots_(1U << 16) {}

AveragedPerceptron::AveragedPerceptron(std::uint32_t outputs, std::span<const std::uint32_t> features)
    : AveragedPerceptron(outputs) {
  for (const std::uint32_t feature : features) make_row(feature);
  takes_new_features_ = false;
}

std::size_t AveragedPerceptron::place(std::uint32_t feature) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash_end(feature) >> 32) & mask;
  while (slots_[at].row != kNoRow && slots_[at].feature != feature) at = (at + 1) & mask;
  return at;
}

void AveragedPerceptron::score(std::span<const std::uint32_t> features, std::span<float> scores) const {
  std::fill(scores.begin(), scores.end(), 0.0F);
  // The table is far larger than a cache: all its places are asked for before the first is needed.
  for (const std::uint32_t feature : features) {
    __builtin_prefetch(&slots_[(hash_end(feature) >> 32) & (slots_.size() - 1)]);
  }
  for (const std::uint32_t feature : features) {
    const std::uint32_t row = slots_[place(feature)].row;
    if (row == kNoRow) continue;
    const float* weights = weights_.data() + std::size_t{row} * outputs_;
    for (std::uint32_t k = 0; k < outputs_; ++k) scores[k] += weights[k];
  }
}

void AveragedPerceptron::update(std::span<const std::uint32_t> features, std::uint32_t up, std::uint32_t down) {
  for (const std::uint32_t feature : features) {
    const std::size_t row = takes_new_features_ ? make_row(feature) : slots_[place(feature)].row;
    if (row == kNoRow) continue;
    ++updates_[row];
    weights_[row * outputs_ + up] += 1;
    weights_[row * outputs_ + down] -= 1;
    drifts_[row * outputs_ + up] += steps_;
    drifts_[row * outputs_ + down] -= steps_;
  }
}

std::uint32_t AveragedPerceptron::make_row(std::uint32_t feature) {
  if ((features_.size() + 1) * 2 > slots_.size()) grow();
  Slot& slot = slots_[place(feature)];
  if (slot.row == kNoRow) {
    slot = {feature, static_cast<std::uint32_t>(features_.size())};
    features_.push_back(feature);
    updates_.push_back(0);
    weights_.resize(weights_.size() + outputs_, 0.0F);
    drifts_.resize(drifts_.size() + outputs_, 0.0);
  }
  return slot.row;
}

void AveragedPerceptron::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.row != kNoRow) slots_[place(slot.feature)] = slot;
  }
}

WeightRows AveragedPerceptron::average() const {
  WeightRows rows{outputs_, features_, updates_, weights_};
  for (std::size_t i = 0; i < weights_.size(); ++i) rows.weights[i] -= static_cast<float>(drifts_[i] / steps_);
  return rows;
}

}  // namespace quoth
