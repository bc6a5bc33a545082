#include "quoth/learn/scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace quoth {
namespace {

using testing::ElementsAre;

std::vector<std::u32string> words_of(std::string_view text) {
  std::vector<std::u32string> words;
  std::vector<char32_t> word;
  std::size_t position = 0;
  while (true) {
    const auto found = next_word(text, position, word);
    if (found.empty()) return words;
    words.emplace_back(found.begin() + 1, found.end() - 1);
  }
}

TEST(NextWord, GivesLetterAndDigitRunsInLowerCase) {
  EXPECT_THAT(words_of("The U.S. and B-52s, 25% TARIFF!"),
              ElementsAre(U"the", U"u", U"s", U"and", U"b", U"52s", U"25", U"tariff"));
}

TEST(NextWord, KeepsAnApostropheInsideAWordWhateverItsShape) {
  EXPECT_THAT(words_of("don't 'quoted' allies' isn\xE2\x80\x99t a''b"),
              ElementsAre(U"don't", U"quoted", U"allies", U"isn't", U"a", U"b"));
}

TEST(NextWord, LowersLettersOfAllScripts) {
  EXPECT_THAT(words_of("\xC3\x84RGER \xD0\x9C\xD0\x98\xD0\xA0 \xE5\x8F\xB0\xE6\xB9\xBE\xE3\x80\x82"),
              ElementsAre(U"\u00e4rger", U"\u043c\u0438\u0440", U"\u53f0\u6e7e"));
}

TEST(NextWord, PassesOverSoftHyphensAndZeroWidthJoiners) {
  EXPECT_THAT(words_of("sover\xC2\xAD"
                       "eign\xE2\x80\x8Bty"),
              ElementsAre(U"sovereignty"));
}

TEST(NextWord, TakesBrokenUtf8ForSpace) {
  EXPECT_THAT(words_of("a\xFF"
                       "b \xE5\x8F"
                       "c\xC3"),
              ElementsAre(U"a", U"b", U"c"));
}

TEST(NextWord, FindsNothingInNothing) {
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of(" ... '' \xE2\x80\x9C").empty());
}

}  // namespace
}  // namespace quoth
