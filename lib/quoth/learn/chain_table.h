// The weights of a chain in 8 bits, made for labelling: a feature costs one touch of memory.
//
// Immutable; may be shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quoth/base/bytes.h"
#include "quoth/learn/chain.h"

namespace quoth {

class ChainTable {
 public:
  ChainTable() = default;

  // `weights` holds `stride` values a bucket, a power of two not below shape.labels; values beyond what 8 bits hold of
  // the wanted precision (1/32) are cut off.
  ChainTable(const ChainShape& shape, std::uint32_t stride, std::span<const float> weights,
             const Transitions& transitions);

  // As write() wrote it, for a chain of `shape`. Throws Error where the bytes are no such table.
  ChainTable(const ChainShape& shape, ByteReader& reader);

  // docs/model_format.md has the bytes.
  void write(ByteWriter& writer) const;

  const ChainShape& shape() const { return shape_; }
  const Transitions& transitions() const { return transitions_; }
  std::size_t bucket_count() const { return stride_ == 0 ? 0 : weights_.size() / stride_; }

  // The scores of each label at each position of `features`, whose buckets are below bucket_count().
  void score(const ChainFeatures& features, std::vector<LabelScores>& scores) const;

 private:
  ChainShape shape_;
  std::uint32_t stride_ = 0;
  std::vector<std::int8_t> weights_;
  Transitions transitions_ = {};
};

}  // namespace quoth
