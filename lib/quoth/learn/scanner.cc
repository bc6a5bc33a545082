#include "quoth/learn/scanner.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace quoth {
namespace {

constexpr char32_t kSeparator = 0;
constexpr char32_t kIgnored = 0xFFFFFFFF;
constexpr char32_t kApostrophe = U'\'';

// Lower-cased letters and digits, the apostrophe, else kSeparator.
constexpr std::array<char32_t, 128> kAscii = [] {
  std::array<char32_t, 128> table{};
  for (char32_t c = U'0'; c <= U'9'; ++c) table[c] = c;
  for (char32_t c = U'a'; c <= U'z'; ++c) table[c] = table[c - U'a' + U'A'] = c;
  table[U'\''] = kApostrophe;
  return table;
}();

char32_t levelled(UChar32 c) {
  switch (c) {
    case 0x2018:  // left single quotation mark
    case 0x2019:  // right single quotation mark
    case 0x02BC:  // modifier letter apostrophe
      return kApostrophe;
    case 0x00AD:  // soft hyphen
    case 0x200B:  // zero-width space, non-joiner, joiner
    case 0x200C:
    case 0x200D:
    case 0xFEFF:  // byte order mark
      return kIgnored;
    default:
      break;
  }
  if (c < 0) return kSeparator;
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) == 0) return kSeparator;
  return static_cast<char32_t>(u_tolower(c));
}

// The character at `position`, which moves past it.
inline char32_t next_character(std::string_view text, std::size_t& position) {
  const auto byte = static_cast<std::uint8_t>(text[position]);
  if (byte < 0x80) {
    ++position;
    return kAscii[byte];
  }
  // Eight bytes hold any sequence, so 32-bit indexes serve a text of any length.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + position;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - position, 8));
  std::int32_t index = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, index, size, c);
  position += static_cast<std::size_t>(index);
  return levelled(c);
}

}  // namespace

bool next_word(std::string_view text, std::size_t& position, std::vector<char32_t>& word) {
  word.clear();
  word.push_back(kWordBoundary);
  bool apostrophe = false;  // seen after a letter, and not yet known to be inside the word
  while (position < text.size()) {
    const char32_t c = next_character(text, position);
    if (c == kIgnored) continue;
    const bool started = word.size() > 1;
    if (c == kSeparator || c == kApostrophe) {
      if (!started) continue;
      if (c == kSeparator || apostrophe) break;
      apostrophe = true;
      continue;
    }
    if (apostrophe) {
      word.push_back(kApostrophe);
      apostrophe = false;
    }
    word.push_back(c);
  }
  word.push_back(kWordBoundary);
  return word.size() > 2;
}

}  // namespace quoth
