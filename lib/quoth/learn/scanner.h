// The words of a text for features: runs of letters and digits, lower-cased.
//
// An apostrophe between two letters belongs to the word, curly or straight, and comes out straight. Soft hyphens and
// zero-width joiners vanish. Everything else separates, as do bytes that are no UTF-8.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace quoth {

// What stands on both sides of a scanned word.
inline constexpr char32_t kWordBoundary = U' ';

// The next word of `text` from `position` on, a kWordBoundary before and after it, and moves `position` past it; empty,
// and `position` at the end, when there is none. It lies in `buffer`, good until that is used again. Linear in what it
// passes over.
std::span<const char32_t> next_word(std::string_view text, std::size_t& position, std::vector<char32_t>& buffer);

}  // namespace quoth
