#include "quoth/learn/sparse_matrix.h"

#include <cmath>

namespace quoth {

float dampened(std::uint32_t count) { return count == 1 ? 1.0F : 1.0F + std::log(static_cast<float>(count)); }

std::vector<float> inverse_document_frequencies(std::span<const std::vector<FeatureCount>> texts, std::size_t bucket_count,
                                                std::uint32_t least_texts) {
  std::vector<std::uint32_t> holders(bucket_count, 0);
  for (const auto& text : texts) {
    for (const FeatureCount& feature : text) ++holders[feature.bucket];
  }
  std::vector<float> frequencies(bucket_count, 0.0F);
  for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
    if (holders[bucket] == 0 || holders[bucket] < least_texts) continue;
    frequencies[bucket] =
        static_cast<float>(std::log((1.0 + static_cast<double>(texts.size())) / (1.0 + holders[bucket])) + 1.0);
  }
  return frequencies;
}

SparseMatrix weigh_features(std::span<const std::vector<FeatureCount>> texts, std::span<const float> frequencies) {
  SparseMatrix matrix;
  matrix.column_count = frequencies.size();
  for (const auto& text : texts) {
    const std::size_t begin = matrix.values.size();
    double squares = 0;
    for (const FeatureCount& feature : text) {
      const float value = dampened(feature.count) * frequencies[feature.bucket];
      if (value == 0) continue;
      matrix.columns.push_back(feature.bucket);
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
