#include <array>
#include <cstddef>

#include "quoth/annotate/word_keys_internal.h"
#include "quoth/learn/hashing.h"

namespace quoth {
namespace {

// Bit sets of word_shape for ASCII, first letters apart.
constexpr std::array<std::uint8_t, 128> kShapes = [] {
  std::array<std::uint8_t, 128> shapes{};
  for (std::size_t c = 0; c < shapes.size(); ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    std::uint32_t shape = word_shape::kOther;
    if (upper) shape = word_shape::kUpper;
    if (lower) shape = word_shape::kLower;
    if (digit) shape = word_shape::kDigit;
    if (c == '-') shape = word_shape::kHyphen;
    if (c == '.') shape = word_shape::kStop;
    shapes[c] = static_cast<std::uint8_t>(shape);
  }
  return shapes;
}();

class KeyMaker {
 public:
  void take(unsigned char byte) {
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool digit = byte >= '0' && byte <= '9';
    const std::uint64_t lower = upper ? byte | 0x20U : digit ? std::uint64_t{'0'} : byte;
    if (keys_.size < 8) keys_.prefix |= lower << (8 * keys_.size);
    keys_.suffix = keys_.suffix << 8 | lower;
    exact_ = exact_ << 8 | byte;
    keys_.shape |= byte < 0x80 ? kShapes[byte] : word_shape::kForeign;
    ++keys_.size;
    if (keys_.size % 8 == 0) mix();
  }

  WordKeys finish(bool capital) {
    mix();
    if (capital) keys_.shape |= word_shape::kCapital;
    keys_.exact = hash_end(keys_.exact);
    keys_.lower = hash_end(keys_.lower);
    return keys_;
  }

 private:
  // The last 8 bytes: those since the call before, and at a word's end some of them again.
  void mix() {
    keys_.lower = hash_step(keys_.lower, keys_.suffix);
    keys_.exact = hash_step(keys_.exact, exact_);
    keys_.lower ^= keys_.lower >> 29;
    keys_.exact ^= keys_.exact >> 29;
  }

  WordKeys keys_;
  std::uint64_t exact_ = 0;
};

// The marks of U+2010 to U+2027 (E2 80 90 to E2 80 A7) that stand for ASCII ones.
std::string_view levelled(unsigned char last) {
  switch (last) {
    case 0x90:  // hyphens
    case 0x91:
      return "-";
    case 0x94:  // dashes
    case 0x95:
      return "--";
    case 0x98:
      return "`";
    case 0x99:
      return "'";
    case 0x9C:
      return "``";
    case 0x9D:
      return "''";
    case 0xA6:
      return "...";
    default:
      return {};
  }
}

}  // namespace

WordKeys word_keys(std::string_view word) {
  KeyMaker maker;
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (byte_at(i) == 0xE2 && i + 2 < word.size() && byte_at(i + 1) == 0x80) {
      const std::string_view marks = levelled(byte_at(i + 2));
      for (const char mark : marks) maker.take(static_cast<unsigned char>(mark));
      if (!marks.empty()) i += 2;
      if (!marks.empty()) continue;
    }
    maker.take(byte_at(i));
  }
  const bool ascii_capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
  // Latin-1 capitals (À to Þ) are C3 80 to C3 9E.
  const bool latin_capital = word.size() > 1 && byte_at(0) == 0xC3 && byte_at(1) <= 0x9E;
  return maker.finish(ascii_capital || latin_capital);
}

}  // namespace quoth
