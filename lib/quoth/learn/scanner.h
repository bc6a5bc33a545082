// The words of a text for features: runs of letters and digits, lower-cased.
//
// An apostrophe between two letters belongs to the word, curly or straight, and comes out straight. Soft hyphens and zero-width
// joiners vanish. Everything else separates, as do bytes that are no UTF-8.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace quoth {

// What stands on both sides of a scanned word.
inline constexpr char32_t kWordBoundary = U' ';

// Reads the next word of `text` from `position` on into `word`, a kWordBoundary before and after it, and moves `position` past
// it. False, and `position` at the end, when there is none. Linear in what it passes over.
bool next_word(std::string_view text, std::size_t& position, std::vector<char32_t>& word);

}  // namespace quoth
