#include "quoth/learn/packed_scores.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>
#include <string>

#include "quoth/base/error.h"
#include "quoth/base/processor_internal.h"

namespace quoth {
namespace {

constexpr float kLargest = 127.0F;
constexpr std::uint32_t kContentBits = 24;
constexpr std::uint32_t kContent = (1U << kContentBits) - 1;
// Entries in use of those there are. Fuller sets turn more features away; emptier ones cost memory.
constexpr double kFill = 0.6;
constexpr std::size_t kMostFeaturesScored = 256;

// Four lanes of one register on processors that have them.
using Lanes = std::uint32_t __attribute__((vector_size(16)));
using SignedLanes = std::int32_t __attribute__((vector_size(16)));

std::uint32_t mark_of(std::uint32_t feature) {
  return feature << kContentBits;
}

// How much a row changes scores: the sum of its weights' sizes.
std::vector<float> sizes_of(const WeightRows& rows) {
  std::vector<float> sizes(rows.features.size(), 0.0F);
  for (std::size_t i = 0; i < rows.weights.size(); ++i) sizes[i / rows.outputs] += std::abs(rows.weights[i]);
  return sizes;
}

// Rows by size, the largest first, without those that are nothing.
std::vector<std::uint32_t> largest_rows(const WeightRows& rows) {
  const std::vector<float> sizes = sizes_of(rows);
  std::vector<std::uint32_t> order(rows.features.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  while (!order.empty() && sizes[order.back()] == 0) order.pop_back();
  return order;
}

// The weight of one step. A few weights of a hundred thousand are far above all others: they are cut off there.
float step_of(const WeightRows& rows, const std::vector<std::uint32_t>& order) {
  constexpr double kKeptWhole = 0.9999;
  std::vector<float> sizes;
  for (const std::uint32_t row : order) {
    for (std::uint32_t k = 0; k < rows.outputs; ++k) {
      const float size = std::abs(rows.weights[std::size_t{row} * rows.outputs + k]);
      if (size > 0) sizes.push_back(size);
    }
  }
  if (sizes.empty()) return 1;
  const auto place = static_cast<std::ptrdiff_t>(kKeptWhole * static_cast<double>(sizes.size() - 1));
  std::nth_element(sizes.begin(), sizes.begin() + place, sizes.end());
  return sizes[static_cast<std::size_t>(place)] / kLargest;
}

std::int8_t packed(float weight, float step) {
  return static_cast<std::int8_t>(std::clamp(std::nearbyint(weight / step), -kLargest, kLargest));
}

std::vector<PackedSet> sets_for(std::size_t features) {
  return std::vector<PackedSet>(static_cast<std::size_t>(static_cast<double>(features) / (kFill * 4)) + 1);
}

// Where a row keeps the weight of an output. Rows are added as numbers of 16 bits, two weights each: their low bytes
// are outputs 0 to 31, their high bytes 32 to 63, so that both halves of the sums are scores in order.
constexpr std::size_t place_of(std::size_t output) {
  constexpr std::size_t kLow = std::endian::native == std::endian::little ? 0 : 1;
  constexpr std::size_t kHalf = PackedRows::kMostOutputs / 2;
  return output < kHalf ? 2 * output + kLow : 2 * (output - kHalf) + 1 - kLow;
}

void add_rows(std::span<const std::int8_t* const> rows, PackedRows::Scores& scores) {
  using Pairs = std::int16_t __attribute__((vector_size(32)));
  constexpr std::size_t kParts = PackedRows::kMostOutputs / sizeof(Pairs);
  std::array<Pairs, 2 * kParts> sums;
  std::memcpy(sums.data(), scores.data(), sizeof sums);
  for (const std::int8_t* row : rows) {
    for (std::size_t part = 0; part < kParts; ++part) {
      Pairs pairs;
      std::memcpy(&pairs, row + part * sizeof pairs, sizeof pairs);
      sums[part] += (pairs << 8) >> 8;
      sums[kParts + part] += pairs >> 8;
    }
  }
  std::memcpy(scores.data(), sums.data(), sizeof sums);
}

// A free entry of the feature's set; null where there is none.
std::uint32_t* free_entry(std::vector<PackedSet>& sets, std::uint32_t feature) {
  for (std::uint32_t& entry : sets[packed_set_of(feature, sets.size())].entries) {
    if (entry == 0) return &entry;
  }
  return nullptr;
}

// The entries of a set as lanes, those of other features than `feature` zero.
Lanes matching(const PackedSet& set, std::uint32_t feature) {
  const std::uint32_t mark = mark_of(feature);
  const Lanes entries = {set.entries[0], set.entries[1], set.entries[2], set.entries[3]};
  const Lanes marks = {mark, mark, mark, mark};
  const Lanes same = reinterpret_cast<Lanes>(((entries ^ marks) >> kContentBits) == 0);
  return entries & same;
}

void write_sets(const std::vector<PackedSet>& sets, ByteWriter& writer) {
  writer.u32(static_cast<std::uint32_t>(sets.size()));
  for (const PackedSet& set : sets) {
    for (const std::uint32_t entry : set.entries) writer.u32(entry);
  }
}

float read_step(ByteReader& reader) {
  const float step = reader.f32();
  if (!(step > 0) || !std::isfinite(step)) {
    throw Error(reader.where(), "has steps of no size", "", "the file is damaged, copy it again or retrain");
  }
  return step;
}

std::vector<PackedSet> read_sets(ByteReader& reader) {
  std::vector<PackedSet> sets(reader.count(sizeof(PackedSet)));
  if (sets.empty()) throw Error(reader.where(), "has no sets", "", "the file is damaged, copy it again or retrain");
  for (PackedSet& set : sets) {
    for (std::uint32_t& entry : set.entries) entry = reader.u32();
  }
  return sets;
}

}  // namespace

std::vector<std::uint32_t> largest_features(const WeightRows& rows, std::size_t most) {
  std::vector<std::uint32_t> largest = largest_rows(rows);
  largest.resize(std::min(largest.size(), most));
  for (std::uint32_t& row : largest) row = rows.features[row];
  return largest;
}

PackedTriples::PackedTriples(const WeightRows& rows) {
  const std::vector<std::uint32_t> order = largest_rows(rows);
  step_ = step_of(rows, order);
  sets_ = sets_for(order.size());
  for (const std::uint32_t row : order) {
    std::uint32_t content = 0;
    for (std::size_t k = 3; k-- > 0;) {
      content = content << 8 | static_cast<std::uint8_t>(packed(rows.weights[std::size_t{row} * 3 + k], step_));
    }
    std::uint32_t* entry = content == 0 ? nullptr : free_entry(sets_, rows.features[row]);
    if (entry != nullptr) *entry = mark_of(rows.features[row]) | content;
  }
}

PackedTriples::PackedTriples(ByteReader& reader) : step_(read_step(reader)), sets_(read_sets(reader)) {}

void PackedTriples::write(ByteWriter& writer) const {
  writer.f32(step_);
  write_sets(sets_, writer);
}

std::size_t PackedTriples::features() const {
  std::size_t used = 0;
  for (const PackedSet& set : sets_) {
    for (const std::uint32_t entry : set.entries) used += entry != 0 ? 1 : 0;
  }
  return used;
}

QUOTH_WIDE void PackedTriples::add(std::span<const std::uint32_t> features, std::array<std::int32_t, 3>& scores) const {
  const std::size_t sets = sets_.size();
  for (const std::uint32_t feature : features) __builtin_prefetch(&sets_[packed_set_of(feature, sets)]);
  std::array<SignedLanes, 3> sums{};
  for (const std::uint32_t feature : features) {
    const auto found = reinterpret_cast<SignedLanes>(matching(sets_[packed_set_of(feature, sets)], feature));
    sums[0] += (found << 24) >> 24;
    sums[1] += (found << 16) >> 24;
    sums[2] += (found << 8) >> 24;
  }
  for (std::size_t k = 0; k < 3; ++k) scores[k] += sums[k][0] + sums[k][1] + sums[k][2] + sums[k][3];
}

PackedRows::PackedRows(const WeightRows& rows) : outputs_(rows.outputs), rows_(1) {
  const std::vector<std::uint32_t> order = largest_rows(rows);
  step_ = step_of(rows, order);
  sets_ = sets_for(order.size());
  for (const std::uint32_t row : order) {
    std::uint32_t* entry = free_entry(sets_, rows.features[row]);
    if (entry == nullptr || rows_.size() > kContent) continue;
    *entry = mark_of(rows.features[row]) | static_cast<std::uint32_t>(rows_.size());
    Row& into = rows_.emplace_back();
    for (std::uint32_t k = 0; k < outputs_; ++k) {
      into.weights[place_of(k)] = packed(rows.weights[std::size_t{row} * outputs_ + k], step_);
    }
  }
}

void PackedRows::write(ByteWriter& writer) const {
  writer.u32(outputs_);
  writer.f32(step_);
  writer.u32(static_cast<std::uint32_t>(features()));
  write_sets(sets_, writer);
  // Most weights of a row are 0 and left out.
  for (std::size_t i = 1; i < rows_.size(); ++i) {
    const std::array<std::int8_t, kMostOutputs>& weights = rows_[i].weights;
    writer.u8(static_cast<std::uint8_t>(kMostOutputs - std::count(weights.begin(), weights.end(), 0)));
    for (std::size_t k = 0; k < kMostOutputs; ++k) {
      const std::int8_t weight = weights[place_of(k)];
      if (weight == 0) continue;
      writer.u8(static_cast<std::uint8_t>(k));
      writer.u8(static_cast<std::uint8_t>(weight));
    }
  }
}

PackedRows::PackedRows(ByteReader& reader) : outputs_(reader.u32()) {
  const auto fail = [&](const std::string& found, const std::string& expected) {
    throw Error(reader.where(), found, expected, "the file is damaged, copy it again or retrain");
  };
  if (outputs_ == 0 || outputs_ > kMostOutputs) fail("has " + std::to_string(outputs_) + " outputs", "1 to 64");
  step_ = read_step(reader);
  const std::size_t count = reader.u32();
  sets_ = read_sets(reader);
  // A row takes a byte or more here and 64 in memory.
  if (reader.left() < count) fail("has " + std::to_string(reader.left()) + " bytes for rows", std::to_string(count));
  for (const PackedSet& set : sets_) {
    for (const std::uint32_t entry : set.entries) {
      if ((entry & kContent) > count)
        fail("names row " + std::to_string(entry & kContent), "at most " + std::to_string(count));
    }
  }
  rows_.resize(count + 1);
  for (std::size_t i = 1; i <= count; ++i) {
    for (std::uint32_t left = reader.u8(); left > 0; --left) {
      const std::uint8_t output = reader.u8();
      if (output >= outputs_)
        fail("has a weight of output " + std::to_string(output), "below " + std::to_string(outputs_));
      rows_[i].weights[place_of(output)] = static_cast<std::int8_t>(reader.u8());
    }
  }
}

PackedRows::Scores PackedRows::start(std::size_t barred) const {
  constexpr std::int16_t kNever = -20000;  // far below what rows can add up to
  Scores scores{};
  std::fill(scores.begin() + outputs_, scores.end(), kNever);
  if (barred < kMostOutputs) scores[barred] = kNever;
  return scores;
}

QUOTH_WIDE void PackedRows::add(std::span<const std::uint32_t> features, Scores& scores) const {
  const std::size_t sets = sets_.size();
  std::array<const std::int8_t*, kMostFeaturesScored> rows;
  for (const std::uint32_t feature : features) __builtin_prefetch(&sets_[packed_set_of(feature, sets)]);
  std::size_t count = 0;
  for (const std::uint32_t feature : features) {
    const Lanes found = matching(sets_[packed_set_of(feature, sets)], feature);
    // One entry matches at most, or rarely two: then the later row counts.
    const std::uint32_t number = std::max(std::max(found[0], found[1]), std::max(found[2], found[3])) & kContent;
    rows[count] = rows_[number].weights.data();
    __builtin_prefetch(rows[count]);
    count += number != 0 ? 1 : 0;
  }
  add_rows(std::span(rows).first(count), scores);
}

// Both without a branch an output, so that they are done for many outputs at once.
QUOTH_WIDE std::uint8_t best_of(const PackedRows::Scores& scores) {
  std::int16_t most = scores[0];
  for (const std::int16_t score : scores) most = std::max(most, score);
  return static_cast<std::uint8_t>(std::find(scores.begin(), scores.end(), most) - scores.begin());
}

QUOTH_WIDE bool leads(const PackedRows::Scores& scores, std::uint8_t best, std::int16_t lead) {
  const auto near = static_cast<std::int16_t>(scores[best] - lead);
  std::int16_t count = 0;
  for (const std::int16_t score : scores) count = static_cast<std::int16_t>(count + (score > near ? 1 : 0));
  return count == 1;
}

}  // namespace quoth
