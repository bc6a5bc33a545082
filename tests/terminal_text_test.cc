#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/io/terminal_text_internal.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;

TEST(DisplayWidth, CountsWideCharactersTwiceAndCombiningMarksNot) {
  EXPECT_EQ(display_width("Xi"), 2U);
  EXPECT_EQ(display_width("习近平"), 6U);
  EXPECT_EQ(display_width("Ｘ「」"), 6U);
  EXPECT_EQ(display_width("e\u0301\u200d"), 1U);
  EXPECT_EQ(display_width("“–”"), 3U);
  EXPECT_EQ(display_width("한국"), 4U);
}

TEST(Fitted, FillsAndCutsToTheColumn) {
  EXPECT_EQ(fitted("Xi", 4), "Xi  ");
  EXPECT_EQ(fitted("Trump", 4), "Tru…");
  EXPECT_EQ(fitted("习近平", 4), "习… ");
  EXPECT_EQ(fitted("习近平", 6), "习近平");
}

TEST(OnOneLine, MakesASpaceOfWhiteSpaceAndControls) {
  EXPECT_EQ(on_one_line(" a \n\t b\x1b[0m\u202ec "), "a b [0m c");
}

TEST(Wrapped, BreaksAtSpaces) {
  EXPECT_THAT(wrapped("the island is part of China", 10), ElementsAre("the island", "is part of", "China"));
}

TEST(Wrapped, BreaksBesideWideCharactersAndInsideEndlessWords) {
  EXPECT_THAT(wrapped("台湾是中国", 5), ElementsAre("台湾", "是中", "国"));
  EXPECT_THAT(wrapped("abcdefghij", 4), ElementsAre("abcd", "efgh", "ij"));
  EXPECT_THAT(wrapped("ab 台湾 cd", 6), ElementsAre("ab 台", "湾 cd"));
}

TEST(Wrapped, OfNothingIsNothing) {
  EXPECT_THAT(wrapped("", 10), ElementsAre());
}

}  // namespace
}  // namespace quoth
