#include "quoth/learn/weight_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

#include "quoth/base/error.h"
#include "quoth/learn/sparse_matrix.h"

namespace quoth {
namespace {

constexpr float kLargest = 32767.0F;
constexpr std::size_t kMostOutputs = 4096;
// How many rows ahead to fetch: a row's arithmetic takes some 3 ns, memory outside the caches some 100 ns.
constexpr std::size_t kAhead = 24;

// Adds each feature's dampened count times its row to `sums`, and the squares of column 0 to what is returned.
// kStride, where it is not 0, is the stride as a constant: the sums then stay in registers.
template <std::size_t kStride>
float add_rows(const std::int16_t* table, std::size_t stride, std::span<const FeatureCount> features, float* sums) {
  const std::size_t width = kStride != 0 ? kStride : stride;
  std::array<float, kStride != 0 ? kStride : 1> held{};
  float* const into = kStride != 0 ? held.data() : sums;
  float squares = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i + kAhead < features.size()) __builtin_prefetch(table + features[i + kAhead].bucket * width);
    const std::int16_t* row = table + features[i].bucket * width;
    const float count = dampened(features[i].count);
    const float value = count * static_cast<float>(row[0]);
    squares += value * value;
    for (std::size_t k = 0; k < width; ++k) into[k] += count * static_cast<float>(row[k]);
  }
  if (kStride != 0) std::copy(held.begin(), held.end(), sums);
  return squares;
}

}  // namespace

void WeightTable::reserve_rows() {
  const std::size_t columns = biases_.size() + 1;
  stride_ = columns <= 32 ? std::bit_ceil(columns) : (columns + 31) / 32 * 32;
  lines_.assign((bucket_count_ * stride_ + 31) / 32, Line{});
}

WeightTable::WeightTable(std::span<const float> frequencies, std::span<const LinearModel> models)
    : bucket_count_(frequencies.size()) {
  for (const LinearModel& model : models) {
    for (const double bias : model.biases) biases_.push_back(static_cast<float>(bias));
  }
  reserve_rows();
  scales_.assign(biases_.size() + 1, 0.0F);
  // The first round finds the scales, the second one rounds.
  for (const bool find_scales : {true, false}) {
    for (std::size_t bucket = 0; bucket < bucket_count_; ++bucket) {
      std::size_t column = 0;
      const auto take = [&](double value) {
        float& scale = scales_[column];
        if (find_scales) {
          scale = std::max(scale, static_cast<float>(std::abs(value)) / kLargest);
        } else if (scale > 0) {
          const float steps = std::nearbyint(static_cast<float>(value) / scale);
          row(bucket)[column] = static_cast<std::int16_t>(std::clamp(steps, -kLargest, kLargest));
        }
        ++column;
      };
      take(frequencies[bucket]);
      for (const LinearModel& model : models) {
        const double* weights = model.weights.data() + bucket * model.outputs;
        for (std::uint32_t k = 0; k < model.outputs; ++k) take(frequencies[bucket] * weights[k]);
      }
    }
  }
}

std::size_t WeightTable::rows_in_use() const {
  std::size_t rows = 0;
  for (std::size_t bucket = 0; bucket < bucket_count_; ++bucket) rows += row(bucket)[0] != 0 ? 1 : 0;
  return rows;
}

void WeightTable::write(ByteWriter& writer) const {
  writer.u32(static_cast<std::uint32_t>(std::countr_zero(bucket_count_)));
  writer.u32(outputs());
  writer.u32(static_cast<std::uint32_t>(rows_in_use()));
  for (const float scale : scales_) writer.f32(scale);
  for (const float bias : biases_) writer.f32(bias);
  for (std::size_t first = 0; first < bucket_count_; first += 8) {
    std::uint8_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits |= static_cast<std::uint8_t>((row(first + i)[0] != 0 ? 1U : 0U) << i);
    writer.u8(bits);
  }
  for (std::size_t bucket = 0; bucket < bucket_count_; ++bucket) {
    if (row(bucket)[0] == 0) continue;
    for (std::size_t k = 0; k < scales_.size(); ++k) writer.u16(static_cast<std::uint16_t>(row(bucket)[k]));
  }
}

WeightTable::WeightTable(ByteReader& reader) {
  const std::uint32_t bits = reader.u32();
  const std::uint32_t outputs = reader.u32();
  const std::uint32_t rows = reader.u32();
  const auto fail = [&](const std::string& found, const std::string& expected) {
    throw Error(reader.where(), found, expected, "the file is damaged, copy it again or retrain");
  };
  if (bits < 4 || bits > 24) fail("has 2^" + std::to_string(bits) + " buckets", "2^4 to 2^24");
  if (outputs == 0 || outputs > kMostOutputs) fail("has " + std::to_string(outputs) + " outputs", "1 to 4096");
  bucket_count_ = std::size_t{1} << bits;
  const std::size_t columns = std::size_t{outputs} + 1;
  if (rows > bucket_count_ || bucket_count_ > kMostBucketsPerRow * std::max<std::size_t>(rows, 64)) {
    fail("has " + std::to_string(rows) + " rows for 2^" + std::to_string(bits) + " buckets", "a row for 1 to 16 buckets");
  }
  const std::size_t size = 4 * columns + 4 * std::size_t{outputs} + bucket_count_ / 8 + 2 * columns * rows;
  if (reader.left() != size) {
    fail("has " + std::to_string(reader.left()) + " bytes of weights", std::to_string(size));
  }
  const auto finite = [&](float value) {
    if (!std::isfinite(value)) fail("has a scale or bias that is no number", "numbers");
    return value;
  };
  for (std::size_t k = 0; k < columns; ++k) scales_.push_back(finite(reader.f32()));
  for (std::uint32_t k = 0; k < outputs; ++k) biases_.push_back(finite(reader.f32()));
  const std::string_view used = reader.raw(bucket_count_ / 8);
  std::size_t used_rows = 0;
  for (const char byte : used) used_rows += static_cast<std::size_t>(std::popcount(static_cast<unsigned char>(byte)));
  if (used_rows != rows) fail("marks " + std::to_string(used_rows) + " rows as used", std::to_string(rows));
  reserve_rows();
  for (std::size_t bucket = 0; bucket < bucket_count_; ++bucket) {
    if ((static_cast<unsigned char>(used[bucket / 8]) >> (bucket % 8) & 1U) == 0) continue;
    for (std::size_t k = 0; k < columns; ++k) row(bucket)[k] = static_cast<std::int16_t>(reader.u16());
  }
  reader.expect_end();
}

void WeightTable::score(std::span<const FeatureCount> features, std::vector<float>& sums, std::span<float> outputs) const {
  sums.assign(stride_, 0.0F);
  const std::int16_t* table = row(0);
  float squares = 0;
  switch (stride_) {
    case 8: squares = add_rows<8>(table, stride_, features, sums.data()); break;
    case 16: squares = add_rows<16>(table, stride_, features, sums.data()); break;
    case 32: squares = add_rows<32>(table, stride_, features, sums.data()); break;
    default: squares = add_rows<0>(table, stride_, features, sums.data()); break;
  }
  const float length = std::sqrt(squares) * scales_[0];
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    outputs[k] = biases_[k] + (length > 0 ? sums[k + 1] * scales_[k + 1] / length : 0.0F);
  }
}

}  // namespace quoth
