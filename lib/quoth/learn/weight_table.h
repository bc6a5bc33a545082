// Every head's weights in one table made for scoring: the row of a bucket holds its inverse document frequency and the
// weights of all outputs, so that a feature costs one touch of memory.
//
// Only buckets in use have a row; a bit set says which, so that many buckets (few collisions) cost little memory.
// Values are 8-bit with one scale a column: scores move in the third decimal, and the table stays in a core's cache.
// Immutable; may be shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quoth/base/bytes.h"
#include "quoth/learn/features.h"
#include "quoth/learn/logistic.h"
#include "quoth/learn/sparse_matrix.h"

namespace quoth {

// Working memory of WeightTable::score; keep one a thread and reuse it, for one table or several.
struct WeightScratch {
  std::vector<std::uint8_t> counts;  // occurrences a row; all zero between calls
  std::vector<std::uint32_t> rows;   // that occur, in order of first occurrence
  std::vector<float> sums;
};

class WeightTable {
 public:
  // Of `models`, trained on rows that weigh_texts made with `weights`: their outputs one after another. Needs a
  // bucket_count that is a power of two from 32 on, above each of the buckets.
  WeightTable(std::size_t bucket_count, const FeatureWeights& weights, std::span<const LinearModel> models);

  // As write() wrote it. Throws Error where the bytes are no such table. Takes at most four times the memory of the
  // bytes.
  explicit WeightTable(ByteReader& reader);

  // The buckets in use as a bit set, then their rows; docs/model_format.md has the bytes.
  void write(ByteWriter& writer) const;

  std::uint32_t outputs() const { return static_cast<std::uint32_t>(biases_.size()); }
  std::size_t bucket_count() const { return bucket_count_; }
  std::size_t rows_in_use() const { return rows_; }

  // The outputs of a text whose features occur in `buckets` (each below bucket_count()), as LinearModel::apply gives
  // them for its weighted row, but for rounding.
  void score(std::span<const std::uint32_t> buckets, WeightScratch& scratch, std::span<float> outputs) const;

 private:
  // 32 buckets: which are in use, and how many before them are.
  struct Block {
    std::uint32_t used = 0;
    std::uint32_t rows_before = 0;
  };
  static constexpr std::size_t kLineValues = 64;
  struct alignas(64) Line {
    std::int8_t values[kLineValues];
  };

  void number_rows();
  void count_rows(std::span<const std::uint32_t> buckets, WeightScratch& scratch) const;
  std::int8_t* row(std::size_t number) { return &lines_.front().values[0] + number * stride_; }
  const std::int8_t* row(std::size_t number) const { return &lines_.front().values[0] + number * stride_; }

  std::size_t bucket_count_ = 0;
  std::size_t rows_ = 0;
  std::size_t stride_ = 0;     // values a row: frequency, weights, zeros up to a power of two or a multiple of 64
  std::vector<float> scales_;  // of the columns: frequency, outputs
  std::vector<float> biases_;  // one an output
  std::vector<Block> blocks_;
  std::vector<Line> lines_;  // the rows
};

}  // namespace quoth
