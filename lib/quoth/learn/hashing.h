// A rolling hash for n-grams: one multiplication a step, one more to take a result, every prefix a result.
//
// Not for adversaries: whoever wants two n-grams in one bucket can have them.
#pragma once

#include <cstdint>

namespace quoth {

inline constexpr std::uint64_t kWordSeed = 0x51d7348df5a2cb1bULL;
inline constexpr std::uint64_t kCharacterSeed = 0x9f4a7c15b3e68d27ULL;
inline constexpr std::uint64_t kFingerprintSeed = 0x243f6a8885a308d3ULL;

// Takes one more value in. The multiplier is 2^64 divided by the golden ratio (Knuth, TAOCP 3, 6.4).
constexpr std::uint64_t hash_step(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ value) * 0x9e3779b97f4a7c15ULL;
}

// The hash of what was taken in; the high bits are the best.
constexpr std::uint64_t hash_end(std::uint64_t hash) {
  return (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93ULL;
}

}  // namespace quoth
