// Hashes of the features of tagger and parser.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <span>

#include "quoth/learn/hashing.h"

namespace quoth {

// A number spread over 64 bits, so that several can be joined by rotation and exclusive or.
constexpr std::uint64_t spread(std::uint64_t number) {
  return hash_end((number + 1) * 0x9e3779b97f4a7c15ULL);
}

// Writes features one after another, as many as there is room for; the place in the order, after `before` others, tells
// templates apart. Takes spread numbers.
class FeatureWriter {
 public:
  explicit FeatureWriter(std::span<std::uint32_t> out, std::uint64_t before = 0)
      : out_(out), template_(before * kTemplate) {}
  ~FeatureWriter() { assert(written_ == out_.size()); }
  FeatureWriter(const FeatureWriter&) = delete;
  FeatureWriter& operator=(const FeatureWriter&) = delete;

  void add(std::uint64_t a) {
    template_ += kTemplate;
    assert(written_ < out_.size());
    out_[written_++] = static_cast<std::uint32_t>(hash_end(a + template_) >> 32);
  }
  void add(std::uint64_t a, std::uint64_t b) { add(a ^ std::rotl(b, 23)); }
  void add(std::uint64_t a, std::uint64_t b, std::uint64_t c) { add(a ^ std::rotl(b, 23) ^ std::rotl(c, 43)); }
  void add(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
    add(a ^ std::rotl(b, 23) ^ std::rotl(c, 43) ^ std::rotl(d, 11));
  }

 private:
  static constexpr std::uint64_t kTemplate = 0x9e3779b97f4a7c15ULL;
  std::span<std::uint32_t> out_;
  std::size_t written_ = 0;
  std::uint64_t template_ = 0;
};

}  // namespace quoth
