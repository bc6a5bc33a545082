#include "quoth/learn/scanner.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
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

std::span<const char32_t> next_word(std::string_view text, std::size_t& position, std::vector<char32_t>& buffer) {
  constexpr std::size_t kRoom = 3;  // an apostrophe, a letter and the boundary at the end
  if (buffer.size() < 64) buffer.resize(64);
  buffer[0] = kWordBoundary;
  std::size_t length = 1;
  bool apostrophe = false;  // seen after a letter, and not yet known to be inside the word
  while (position < text.size()) {
    const char32_t c = next_character(text, position);
    if (c > kApostrophe && c != kIgnored) {
      if (apostrophe) buffer[length++] = kApostrophe;
      apostrophe = false;
      buffer[length++] = c;
      if (length + kRoom > buffer.size()) buffer.resize(2 * buffer.size());
      continue;
    }
    if (c == kIgnored || length == 1) continue;
    if (c == kSeparator || apostrophe) break;
    apostrophe = true;
  }
  if (length == 1) return {};
  buffer[length++] = kWordBoundary;
  return std::span(buffer).first(length);
}

}  // namespace quoth
