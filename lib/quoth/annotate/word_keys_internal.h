// What tagger and parser see of a word's letters: hashes of it and of its parts.
//
// Quote marks, apostrophes and dashes are levelled: “ is ``, ” is '', ’ is ', ‘ is `, — is --, … is ... . Digits are
// all 0 but in `exact`. Letters are lowered in ASCII only.
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth {

struct WordKeys {
  std::uint64_t exact = 0;   // as written
  std::uint64_t lower = 0;   // in lower case
  std::uint64_t prefix = 0;  // up to the first 8 bytes in lower case, the first lowest
  std::uint64_t suffix = 0;  // up to the last 8 bytes in lower case, the last lowest
  std::uint32_t shape = 0;   // bits of word_shape
  std::uint32_t size = 0;    // bytes, levelled
};

namespace word_shape {
inline constexpr std::uint32_t kCapital = 1U << 0;  // begins with an upper-case letter
inline constexpr std::uint32_t kUpper = 1U << 1;    // holds another one
inline constexpr std::uint32_t kLower = 1U << 2;    // holds a lower-case letter
inline constexpr std::uint32_t kDigit = 1U << 3;
inline constexpr std::uint32_t kHyphen = 1U << 4;
inline constexpr std::uint32_t kStop = 1U << 5;
inline constexpr std::uint32_t kOther = 1U << 6;    // any other ASCII mark
inline constexpr std::uint32_t kForeign = 1U << 7;  // any other character
}  // namespace word_shape

// Linear in the word. Any bytes.
WordKeys word_keys(std::string_view word);

}  // namespace quoth
