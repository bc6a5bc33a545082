// Lists of words as one string, which reads better in a source than an array of strings.
#pragma once

#include <algorithm>
#include <string_view>

namespace quoth {

// Calls take(word) for each of the words, which single spaces part, in order.
template <typename Take>
void for_each_word(std::string_view words, Take take) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

}  // namespace quoth
