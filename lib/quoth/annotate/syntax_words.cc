#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "quoth/annotate/syntax_words_internal.h"

namespace quoth {
namespace {

constexpr std::string_view kCurly = "’";

// Words without an apostrophe that are two, and where the second begins.
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 4> kJoined = {
    std::pair{std::string_view("cannot"), 3U}, {"gonna", 3U}, {"gotta", 3U}, {"wanna", 3U}};
constexpr std::size_t kShortestJoined = 5;
constexpr std::size_t kLongestJoined = 6;

constexpr std::array<std::string_view, 6> kClitics = {"s", "m", "d", "re", "ve", "ll"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool equals_lowered(std::string_view word, std::string_view lowered) {
  return word.size() == lowered.size() &&
         std::equal(word.begin(), word.end(), lowered.begin(), [](char a, char b) { return lower(a) == b; });
}

// Where the last of the words written together begins; 0 where there is but one.
std::size_t last_part(std::string_view word) {
  std::size_t apostrophe = word.rfind('\'');
  std::size_t size = 1;
  if (apostrophe == std::string_view::npos) {
    apostrophe = word.rfind(kCurly);
    size = kCurly.size();
  }
  if (apostrophe == std::string_view::npos || apostrophe == 0) return 0;
  const std::string_view tail = word.substr(apostrophe + size);
  // "n't" takes its n along, but is no word of its own.
  if (equals_lowered(tail, "t")) return apostrophe > 1 && lower(word[apostrophe - 1]) == 'n' ? apostrophe - 1 : 0;
  const bool clitic =
      std::any_of(kClitics.begin(), kClitics.end(), [&](std::string_view each) { return equals_lowered(tail, each); });
  return clitic ? apostrophe : 0;
}

std::size_t joined_part(std::string_view word) {
  if (word.size() < kShortestJoined || word.size() > kLongestJoined) return 0;
  for (const auto& [joined, part] : kJoined) {
    if (equals_lowered(word, joined)) return part;
  }
  return 0;
}

}  // namespace

void append_words(std::string_view text, const Token& token, std::uint32_t index, std::vector<SyntaxWord>& words) {
  SyntaxWord word;
  word.token = index;
  word.span = token.span;
  if (token.kind != TokenKind::word) {
    words.push_back(word);
    return;
  }
  const std::string_view whole = text.substr(token.span.begin, token.span.size());
  // At most two are written behind a word: "shouldn't've".
  const auto second = static_cast<std::uint32_t>(last_part(whole));
  const auto first = static_cast<std::uint32_t>(second > 0 ? last_part(whole.substr(0, second)) : joined_part(whole));
  std::uint32_t begin = token.span.begin;
  for (const std::uint32_t part : {first, second}) {
    if (part == 0) continue;
    word.span = {begin, token.span.begin + part};
    words.push_back(word);
    begin = word.span.end;
  }
  word.span = {begin, token.span.end};
  words.push_back(word);
}

}  // namespace quoth
