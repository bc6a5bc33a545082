#include "quoth/learn/weight_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

#include "quoth/base/error.h"

namespace quoth {
namespace {

constexpr float kLargest = 127.0F;
constexpr std::size_t kMostOutputs = 4096;
// How many set bits `bits` has. Without a processor's own instruction, which not all of x86-64 has, std::popcount is a
// call.
std::uint32_t count_bits(std::uint32_t bits) {
  bits -= (bits >> 1) & 0x55555555U;
  bits = (bits & 0x33333333U) + ((bits >> 2) & 0x33333333U);
  return (((bits + (bits >> 4)) & 0x0f0f0f0fU) * 0x01010101U) >> 24;
}

// Adds each row's dampened count times the row to scratch.sums, and sets the counts back to zero. Returns the sum of
// squares of column 0. kStride, where it is not 0, is the stride as a constant: the sums then stay in registers.
template <std::size_t kStride>
float add_rows(const std::int8_t* table, std::size_t stride, WeightScratch& scratch) {
  const std::size_t width = kStride != 0 ? kStride : stride;
  std::array<float, kStride != 0 ? kStride : 1> held{};
  float* const into = kStride != 0 ? held.data() : scratch.sums.data();
  float squares = 0;
  for (const std::uint32_t number : scratch.rows) {
    const std::int8_t* row = table + number * width;
    const float count = dampened(scratch.counts[number]);
    scratch.counts[number] = 0;
    const float value = count * static_cast<float>(row[0]);
    squares += value * value;
    for (std::size_t k = 0; k < width; ++k) into[k] += count * static_cast<float>(row[k]);
  }
  if (kStride != 0) std::copy(held.begin(), held.end(), scratch.sums.begin());
  return squares;
}

}  // namespace

// Counts what blocks_ marks as used and makes room for its rows.
void WeightTable::number_rows() {
  std::uint32_t rows = 0;
  for (Block& block : blocks_) {
    block.rows_before = rows;
    rows += count_bits(block.used);
  }
  rows_ = rows;
  const std::size_t columns = biases_.size() + 1;
  stride_ = columns <= kLineValues ? std::bit_ceil(columns) : (columns + kLineValues - 1) / kLineValues * kLineValues;
  // One row of zeros more, for buckets that are not in use.
  lines_.assign(((rows_ + 1) * stride_ + kLineValues - 1) / kLineValues, Line{});
}

WeightTable::WeightTable(std::size_t bucket_count, const FeatureWeights& weights, std::span<const LinearModel> models)
    : bucket_count_(bucket_count) {
  for (const LinearModel& model : models) {
    for (const double bias : model.biases) biases_.push_back(static_cast<float>(bias));
  }
  blocks_.resize(bucket_count_ / 32);
  for (const std::uint32_t bucket : weights.buckets) blocks_[bucket / 32].used |= 1U << (bucket % 32);
  number_rows();
  scales_.assign(biases_.size() + 1, 0.0F);
  // The first round finds the scales, the second one rounds.
  for (const bool find_scales : {true, false}) {
    for (std::size_t number = 0; number < rows_; ++number) {
      std::size_t column = 0;
      const auto take = [&](double value) {
        float& scale = scales_[column];
        if (find_scales) {
          scale = std::max(scale, static_cast<float>(std::abs(value)) / kLargest);
        } else if (scale > 0) {
          const float steps = std::nearbyint(static_cast<float>(value) / scale);
          row(number)[column] = static_cast<std::int8_t>(std::clamp(steps, -kLargest, kLargest));
        }
        ++column;
      };
      const float frequency = weights.frequencies[number];
      take(frequency);
      for (const LinearModel& model : models) {
        const double* of_row = model.weights.data() + number * model.outputs;
        for (std::uint32_t k = 0; k < model.outputs; ++k) take(frequency * of_row[k]);
      }
    }
  }
}

void WeightTable::write(ByteWriter& writer) const {
  writer.u32(static_cast<std::uint32_t>(std::countr_zero(bucket_count_)));
  writer.u32(outputs());
  writer.u32(static_cast<std::uint32_t>(rows_));
  for (const float scale : scales_) writer.f32(scale);
  for (const float bias : biases_) writer.f32(bias);
  for (const Block& block : blocks_) writer.u32(block.used);
  for (std::size_t number = 0; number < rows_; ++number) {
    for (std::size_t k = 0; k < scales_.size(); ++k) writer.u8(static_cast<std::uint8_t>(row(number)[k]));
  }
}

WeightTable::WeightTable(ByteReader& reader) {
  const std::uint32_t bits = reader.u32();
  const std::uint32_t outputs = reader.u32();
  const std::uint32_t rows = reader.u32();
  const auto fail = [&](const std::string& found, const std::string& expected) {
    throw Error(reader.where(), found, expected, "the file is damaged, copy it again or retrain");
  };
  if (bits < 5 || bits > 24) fail("has 2^" + std::to_string(bits) + " buckets", "2^5 to 2^24");
  if (outputs == 0 || outputs > kMostOutputs) fail("has " + std::to_string(outputs) + " outputs", "1 to 4096");
  bucket_count_ = std::size_t{1} << bits;
  const std::size_t columns = std::size_t{outputs} + 1;
  const std::size_t size = 4 * columns + 4 * std::size_t{outputs} + bucket_count_ / 8 + columns * rows;
  if (reader.left() != size) {
    fail("has " + std::to_string(reader.left()) + " bytes of weights", std::to_string(size));
  }
  const auto finite = [&](float value) {
    if (!std::isfinite(value)) fail("has a scale or bias that is no number", "numbers");
    return value;
  };
  for (std::size_t k = 0; k < columns; ++k) scales_.push_back(finite(reader.f32()));
  for (std::uint32_t k = 0; k < outputs; ++k) biases_.push_back(finite(reader.f32()));
  for (std::size_t i = 0; i < bucket_count_ / 32; ++i) blocks_.push_back({reader.u32(), 0});
  std::size_t used = 0;
  for (const Block& block : blocks_) used += count_bits(block.used);
  if (used != rows) fail("marks " + std::to_string(used) + " rows as used", std::to_string(rows));
  number_rows();
  for (std::size_t number = 0; number < rows; ++number) {
    for (std::size_t k = 0; k < columns; ++k) row(number)[k] = static_cast<std::int8_t>(reader.u8());
  }
  reader.expect_end();
}

// The rows of `buckets` and how often each occurs. Which buckets are in use and which came before is as good as chance
// to a processor's branch prediction, so there is no branch on either: unused buckets go to the row of zeros behind the
// last, and every row is appended but only the new ones stay.
void WeightTable::count_rows(std::span<const std::uint32_t> buckets, WeightScratch& scratch) const {
  if (scratch.counts.size() < rows_ + 1) scratch.counts.resize(rows_ + 1, 0);
  scratch.rows.resize(buckets.size() + 1);
  const auto row_of_zeros = static_cast<std::uint32_t>(rows_);
  std::uint8_t* const counts = scratch.counts.data();
  std::uint32_t* const rows = scratch.rows.data();
  std::size_t found = 0;
  for (const std::uint32_t bucket : buckets) {
    const Block block = blocks_[bucket / 32];
    const std::uint32_t bit = 1U << (bucket % 32);
    const std::uint32_t before = block.rows_before + count_bits(block.used & (bit - 1));
    const std::uint32_t in_use = 0U - ((block.used >> (bucket % 32)) & 1U);  // all bits or none
    const std::uint32_t number = (before & in_use) | (row_of_zeros & ~in_use);
    // By the time all rows are known, the first have come from memory.
    __builtin_prefetch(row(number));
    // Sums of sign bits where comparisons would do: compilers turn those back into branches.
    const std::uint32_t count = counts[number];
    rows[found] = number;
    found += (count - 1) >> 31;
    counts[number] = static_cast<std::uint8_t>(count + ((count - kMostOccurrences) >> 31));
  }
  scratch.rows.resize(found);
}

void WeightTable::score(std::span<const std::uint32_t> buckets, WeightScratch& scratch,
                        std::span<float> outputs) const {
  count_rows(buckets, scratch);
  scratch.sums.assign(stride_, 0.0F);
  float squares = 0;
  switch (stride_) {
    case 8:
      squares = add_rows<8>(row(0), stride_, scratch);
      break;
    case 16:
      squares = add_rows<16>(row(0), stride_, scratch);
      break;
    case 32:
      squares = add_rows<32>(row(0), stride_, scratch);
      break;
    default:
      squares = add_rows<0>(row(0), stride_, scratch);
      break;
  }
  const float length = std::sqrt(squares) * scales_[0];
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    outputs[k] = biases_[k] + (length > 0 ? scratch.sums[k + 1] * scales_[k + 1] / length : 0.0F);
  }
}

}  // namespace quoth
