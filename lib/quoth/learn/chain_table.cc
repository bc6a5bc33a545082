#include "quoth/learn/chain_table.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "quoth/base/error.h"
#include "quoth/base/processor_internal.h"

namespace quoth {
namespace {

constexpr float kStep = 1.0F / 32;

template <std::uint32_t Stride>
struct RowVector;

template <>
struct RowVector<4> {
  using Bytes = std::int8_t __attribute__((vector_size(4)));
  using Sums = std::int16_t __attribute__((vector_size(8)));
};

template <>
struct RowVector<8> {
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Sums = std::int16_t __attribute__((vector_size(16)));
};

// Rows are added as vectors of 16 bits: 255 rows at most, which no position has.
template <std::uint32_t Stride>
void add_rows(std::span<const std::uint32_t> buckets, const std::int8_t* weights, LabelScores& scores) {
  using Bytes = typename RowVector<Stride>::Bytes;
  using Sums = typename RowVector<Stride>::Sums;
  Sums sums = {};
  for (const std::uint32_t bucket : buckets) {
    Bytes row;
    std::memcpy(&row, weights + static_cast<std::size_t>(bucket) * Stride, Stride);
    sums += __builtin_convertvector(row, Sums);
  }
  for (std::uint32_t label = 0; label < Stride; ++label) scores[label] = static_cast<float>(sums[label]) * kStep;
}

}  // namespace

ChainTable::ChainTable(const ChainShape& shape, std::uint32_t stride, std::span<const float> weights,
                       const Transitions& transitions)
    : shape_(shape), stride_(stride), weights_(weights.size()), transitions_(transitions) {
  std::transform(weights.begin(), weights.end(), weights_.begin(), [](float weight) {
    return static_cast<std::int8_t>(std::clamp(std::lround(weight / kStep), -127L, 127L));
  });
}

ChainTable::ChainTable(const ChainShape& shape, ByteReader& reader) : shape_(shape) {
  const auto check = [&](bool good, const char* found) {
    if (!good) throw Error(reader.where(), found, "", "the file is damaged, copy it again or retrain");
  };
  stride_ = reader.u32();
  check(stride_ == 4 || stride_ == 8, "has rows of a wrong size");
  check(stride_ >= shape.labels, "has rows too small for its labels");
  for (std::uint32_t from = 0; from < shape.labels; ++from) {
    for (std::uint32_t to = 0; to < shape.labels; ++to) {
      transitions_[from][to] = reader.f32();
      check(std::isfinite(transitions_[from][to]), "has a transition that is no number");
    }
  }
  const std::uint32_t buckets = reader.count(stride_);
  check(buckets > 0 && (buckets & (buckets - 1)) == 0, "has a number of buckets that is no power of two");
  const std::string_view bytes = reader.raw(static_cast<std::size_t>(buckets) * stride_);
  weights_.resize(bytes.size());
  std::transform(bytes.begin(), bytes.end(), weights_.begin(), [](char c) { return static_cast<std::int8_t>(c); });
}

void ChainTable::write(ByteWriter& writer) const {
  writer.u32(stride_);
  for (std::uint32_t from = 0; from < shape_.labels; ++from)
    for (std::uint32_t to = 0; to < shape_.labels; ++to) writer.f32(transitions_[from][to]);
  writer.u32(static_cast<std::uint32_t>(bucket_count()));
  std::string bytes(weights_.size(), '\0');
  std::transform(weights_.begin(), weights_.end(), bytes.begin(), [](std::int8_t w) { return static_cast<char>(w); });
  writer.raw(bytes);
}

QUOTH_WIDE void ChainTable::score(const ChainFeatures& features, std::vector<LabelScores>& scores) const {
  scores.assign(features.size(), LabelScores{});
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i + 1 < features.size()) {
      for (const std::uint32_t bucket : features.at(i + 1))
        __builtin_prefetch(weights_.data() + static_cast<std::size_t>(bucket) * stride_);
    }
    if (stride_ == 4) {
      add_rows<4>(features.at(i), weights_.data(), scores[i]);
    } else {
      add_rows<8>(features.at(i), weights_.data(), scores[i]);
    }
  }
}

}  // namespace quoth
