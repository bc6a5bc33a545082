// Facts of a found statement as a sparse row, for the linear models that judge it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "quoth/base/bytes.h"
#include "quoth/learn/hashing.h"
#include "quoth/learn/sparse_matrix.h"

namespace quoth {

// Columns of the first part have values, the hashed ones are there or not.
struct SparseFacts {
  std::vector<std::uint32_t> columns;
  std::vector<float> values;

  void clear() {
    columns.clear();
    values.clear();
  }
};

inline void append_row(const SparseFacts& facts, SparseMatrix& matrix) {
  matrix.columns.insert(matrix.columns.end(), facts.columns.begin(), facts.columns.end());
  matrix.values.insert(matrix.values.end(), facts.values.begin(), facts.values.end());
  matrix.row_begin.push_back(matrix.columns.size());
}

// Appends to `facts`: measures to columns from 0 on, facts to hashed columns from `measures` on, below `columns`.
class FactWriter {
 public:
  FactWriter(SparseFacts& facts, std::uint32_t measures, std::uint32_t columns)
      : facts_(facts), measures_(measures), hashed_(columns - measures) {}

  void measure(float value) {
    facts_.columns.push_back(next_++);
    facts_.values.push_back(value);
  }

  // A fact: its kind, and values that it joins.
  template <typename... Values>
  void fact(std::uint64_t kind, Values... values) {
    std::uint64_t hash = hash_step(kFingerprintSeed, kind);
    ((hash = hash_step(hash ^ (hash >> 29), static_cast<std::uint64_t>(values))), ...);
    facts_.columns.push_back(measures_ + static_cast<std::uint32_t>(hash_end(hash) >> 32) % hashed_);
    facts_.values.push_back(1.0F);
  }

 private:
  SparseFacts& facts_;
  std::uint32_t measures_;
  std::uint32_t hashed_;
  std::uint32_t next_ = 0;
};

// `start` and the weights of the facts' columns, times their values.
inline float weighted_sum(const SparseFacts& facts, const std::vector<float>& weights, float start) {
  for (std::size_t i = 0; i < facts.columns.size(); ++i) start += weights[facts.columns[i]] * facts.values[i];
  return start;
}

// Weights, one a column, in a model file. Reading throws Error where there are not `columns` finite ones.
void write_weights(const std::vector<float>& weights, ByteWriter& writer);
std::vector<float> read_weights(ByteReader& reader, std::uint32_t columns);

// The log-odds of a probability, within bounds that no single one can leave.
inline float odds_of(float probability) {
  const float p = std::clamp(probability, 1e-4F, 1 - 1e-4F);
  return std::log(p / (1 - p));
}

}  // namespace quoth
