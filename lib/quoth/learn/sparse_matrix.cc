#include "quoth/learn/sparse_matrix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quoth {

float dampened(std::uint32_t count) {
  static const std::array<float, kMostOccurrences + 1> kTable = [] {
    std::array<float, kMostOccurrences + 1> table{};
    for (std::uint32_t i = 1; i < table.size(); ++i) table[i] = 1.0F + std::log(static_cast<float>(i));
    return table;
  }();
  return kTable[std::min(count, kMostOccurrences)];
}

FeatureWeights weigh_buckets(std::span<const std::vector<FeatureCount>> texts, std::size_t bucket_count,
                             std::uint32_t least_texts) {
  std::vector<std::uint32_t> holders(bucket_count, 0);
  for (const auto& text : texts) {
    for (const FeatureCount& feature : text) ++holders[feature.bucket];
  }
  FeatureWeights weights;
  for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
    if (holders[bucket] == 0 || holders[bucket] < least_texts) continue;
    const double share = (1.0 + static_cast<double>(texts.size())) / (1.0 + holders[bucket]);
    weights.buckets.push_back(static_cast<std::uint32_t>(bucket));
    weights.frequencies.push_back(static_cast<float>(std::log(share) + 1.0));
  }
  return weights;
}

SparseMatrix weigh_texts(std::span<const std::vector<FeatureCount>> texts, const FeatureWeights& weights) {
  SparseMatrix matrix;
  matrix.column_count = weights.buckets.size();
  for (const auto& text : texts) {
    const std::size_t begin = matrix.values.size();
    double squares = 0;
    for (const FeatureCount& feature : text) {
      const auto place = std::lower_bound(weights.buckets.begin(), weights.buckets.end(), feature.bucket);
      if (place == weights.buckets.end() || *place != feature.bucket) continue;
      const auto column = static_cast<std::uint32_t>(place - weights.buckets.begin());
      const float value = dampened(feature.count) * weights.frequencies[column];
      matrix.columns.push_back(column);
      matrix.values.push_back(value);
      squares += static_cast<double>(value) * value;
    }
    const auto length = static_cast<float>(std::sqrt(squares));
    for (std::size_t i = begin; i < matrix.values.size(); ++i) matrix.values[i] /= length;
    matrix.row_begin.push_back(matrix.values.size());
  }
  return matrix;
}

}  // namespace quoth
