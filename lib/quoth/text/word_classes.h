// What a character does to word boundaries (UAX #29), in a table small enough for the first cache.
//
// The table is asked of the linked ICU at start-up, by the boundaries it sets in small probe texts, and not taken from
// Unicode's properties: ICU's rules differ from them and between versions (ICU 72 takes "@" for a letter and lets a
// colon part words).
#pragma once

#include <array>
#include <cstdint>

namespace quoth {

enum class WordClass : std::uint8_t {
  other,       // stands alone
  letter,      // ALetter
  number,      // Numeric
  connector,   // ExtendNumLet: "_"
  mid_letter,  // joins letters: "·"
  mid_number,  // joins digits: ","
  mid_both,    // joins letters and joins digits: "'", "."
  space,       // WSegSpace: runs of it stay together
  carriage_return,
  line_feed,
  beyond,  // combining marks, format characters, Hebrew, anything outside the table: ICU itself must look
};

// A class and what TokenKind needs to know, in one byte.
struct WordTrait {
  std::uint8_t bits = static_cast<std::uint8_t>(WordClass::beyond);

  static constexpr std::uint8_t kLetter = 0x10;       // General_Category L*, or an ideographic or kana number sign
  static constexpr std::uint8_t kDigit = 0x20;        // General_Category N*
  static constexpr std::uint8_t kSpace = 0x40;        // White_Space
  static constexpr std::uint8_t kPunctuation = 0x80;  // General_Category P*

  constexpr WordClass word_class() const { return static_cast<WordClass>(bits & 0x0FU); }
};

// Traits of U+0000 to U+07FF and of U+2000 to U+206F; everything else is `beyond`.
class WordClasses {
 public:
  // The table for the linked ICU; made at the first call, in about a millisecond. Thread-safe.
  static const WordClasses& of_linked_icu();

  WordTrait operator[](char32_t c) const {
    if (c < kLowEnd) return low_[c];
    if (c >= kHighBegin && c < kHighEnd) return high_[c - kHighBegin];
    return {};
  }
  // For ASCII, without a check.
  WordTrait ascii(unsigned char c) const { return low_[c]; }

  static constexpr char32_t kLowEnd = 0x800;
  static constexpr char32_t kHighBegin = 0x2000;
  static constexpr char32_t kHighEnd = 0x2070;

 private:
  WordClasses();

  std::array<WordTrait, kLowEnd> low_{};
  std::array<WordTrait, kHighEnd - kHighBegin> high_{};
};

// The kind bits (WordTrait::kLetter, ...) of any code point, by ICU.
std::uint8_t kind_bits(char32_t c);

}  // namespace quoth
