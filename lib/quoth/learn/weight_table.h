// Every head's weights in one table made for scoring: one row a bucket holds its inverse document frequency and the weights of
// all outputs, so that a feature costs one touch of memory.
//
// Values are 16-bit with one scale a column: half the memory of floats, and memory is what scoring waits for. Immutable; may
// be shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quoth/base/bytes.h"
#include "quoth/learn/features.h"
#include "quoth/learn/logistic.h"

namespace quoth {

class WeightTable {
 public:
  // Of `models`, trained on rows that weigh_features made with `frequencies` (one a bucket): their outputs one after another.
  WeightTable(std::span<const float> frequencies, std::span<const LinearModel> models);

  // As write() wrote it. Throws Error where the bytes are no such table. Takes at most kMostExpansion times the bytes it reads.
  explicit WeightTable(ByteReader& reader);

  // The buckets in use as a bit set, then their rows; docs/model_format.md has the bytes.
  void write(ByteWriter& writer) const;

  std::uint32_t outputs() const { return static_cast<std::uint32_t>(biases_.size()); }
  std::size_t bucket_count() const { return bucket_count_; }
  std::size_t rows_in_use() const;

  // The outputs of a text with `features` (each bucket once, below bucket_count()), as LinearModel::apply gives them for its
  // weighted row, but for rounding. `sums` is working memory.
  void score(std::span<const FeatureCount> features, std::vector<float>& sums, std::span<float> outputs) const;

  // A table has at least one row in use for so many buckets: what is mostly empty should be hashed into fewer.
  static constexpr std::size_t kMostBucketsPerRow = 16;

 private:
  struct alignas(64) Line {
    std::int16_t values[32];
  };

  void reserve_rows();
  std::int16_t* row(std::size_t bucket) { return &lines_.front().values[0] + bucket * stride_; }
  const std::int16_t* row(std::size_t bucket) const { return &lines_.front().values[0] + bucket * stride_; }

  std::size_t bucket_count_ = 0;
  std::size_t stride_ = 0;        // values a row: frequency, weights, zeros up to a power of two or a multiple of 32
  std::vector<float> scales_;     // of the columns: frequency, outputs
  std::vector<float> biases_;     // one an output
  std::vector<Line> lines_;
};

}  // namespace quoth
