// Rows of few non-zero values among many columns (compressed sparse rows).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quoth/learn/features.h"

namespace quoth {

struct SparseMatrix {
  std::size_t column_count = 0;
  std::vector<std::size_t> row_begin = {0};  // into columns and values; one more than there are rows
  std::vector<std::uint32_t> columns;        // each below column_count; what a row has twice is added up
  std::vector<float> values;

  std::size_t row_count() const { return row_begin.size() - 1; }
};

// From so many occurrences on, more make no difference: a byte holds the count.
inline constexpr std::uint32_t kMostOccurrences = 255;

// A count of occurrences, dampened: 1 + ln(count). Of 1 or more.
float dampened(std::uint32_t count);

// The features that a model looks at: buckets in use, ascending, and what each weighs.
struct FeatureWeights {
  std::vector<std::uint32_t> buckets;
  std::vector<float> frequencies;  // inverse document frequencies: ln((1 + texts) / (1 + texts with the bucket)) + 1
};

// The buckets that `least_texts` of `texts` or more hold (Salton and Buckley 1988, smoothed as in scikit-learn).
FeatureWeights weigh_buckets(std::span<const std::vector<FeatureCount>> texts, std::size_t bucket_count,
                             std::uint32_t least_texts);

// One row a text and one column a bucket in use: dampened count times inverse document frequency, each row of Euclidean
// length 1, or empty.
SparseMatrix weigh_texts(std::span<const std::vector<FeatureCount>> texts, const FeatureWeights& weights);

}  // namespace quoth
