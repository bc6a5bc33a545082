// The weights of a linear classifier in 8 bits, packed for scoring: what a feature gives costs a touch of memory or
// two.
//
// Features are 32-bit hashes. A table holds sets of four entries; a hash says which set, and 8 bits of it, kept in the
// entry, tell the entries apart: a feature that was never stored is taken for a stored one in about one case of a
// hundred. Scores are whole numbers in steps that are the same for all outputs, fit for choosing the largest; they are
// added to, so that features can be scored in parts and the rest be spared where a part decides.
// Immutable; may be shared by threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quoth/base/bytes.h"
#include "quoth/learn/averaged_perceptron.h"

namespace quoth {

// Four entries of 8 bits of hash and 24 bits of content.
struct alignas(16) PackedSet {
  std::array<std::uint32_t, 4> entries{};  // 0: free
};

// Where a feature may be in `sets` sets.
inline std::size_t packed_set_of(std::uint32_t feature, std::size_t sets) {
  return static_cast<std::size_t>((std::uint64_t{feature} * sets) >> 32);
}

// The features of `rows` whose weights are largest, in sum over the outputs, `most` at most, the largest first.
std::vector<std::uint32_t> largest_features(const WeightRows& rows, std::size_t most);

// For three outputs: an entry holds the weights themselves.
class PackedTriples {
 public:
  // Of rows of three outputs. One in twenty or so finds no room in its set, those of least weight.
  explicit PackedTriples(const WeightRows& rows);

  // As write() wrote it. Throws Error where the bytes are no such table. Takes as much memory as they have; PackedRows
  // up to 64 times as much.
  explicit PackedTriples(ByteReader& reader);
  void write(ByteWriter& writer) const;

  std::size_t features() const;
  // How much one is in the units of the rows that the table was made of.
  float step() const { return step_; }
  void add(std::span<const std::uint32_t> features, std::array<std::int32_t, 3>& scores) const;

 private:
  float step_ = 1;
  std::vector<PackedSet> sets_;
};

// For up to 64 outputs: an entry holds the number of a row.
class PackedRows {
 public:
  static constexpr std::size_t kMostOutputs = 64;
  using Scores = std::array<std::int16_t, kMostOutputs>;

  // Of rows of 1 to 64 outputs; the same.
  explicit PackedRows(const WeightRows& rows);
  explicit PackedRows(ByteReader& reader);
  void write(ByteWriter& writer) const;

  std::uint32_t outputs() const { return outputs_; }
  std::size_t features() const { return rows_.size() - 1; }

  // The same.
  float step() const { return step_; }
  // At most 256 features in all.
  void add(std::span<const std::uint32_t> features, Scores& scores) const;

  // Scores to begin with, from which outputs that there are not, and `barred`, never become the best.
  Scores start(std::size_t barred = kMostOutputs) const;

 private:
  struct alignas(64) Row {  // see place_of()
    std::array<std::int8_t, kMostOutputs> weights{};
  };

  std::uint32_t outputs_ = 0;
  float step_ = 1;
  std::vector<PackedSet> sets_;
  std::vector<Row> rows_;  // the first all zero, for features that are not stored
};

// The output with the largest score, the first of several.
std::uint8_t best_of(const PackedRows::Scores& scores);

// Is the score of output `best` above all others by `lead` or more?
bool leads(const PackedRows::Scores& scores, std::uint8_t best, std::int16_t lead);

}  // namespace quoth
