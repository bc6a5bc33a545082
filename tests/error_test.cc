#include "quoth/base/error.h"

#include <gtest/gtest.h>

namespace quoth {
namespace {

TEST(Error, JoinsWhereFoundExpectedAndRemedyInOneLine) {
  const Error error("a.jsonl:3", "\"text\" is a number", "a string", "correct the line");
  EXPECT_STREQ(error.what(), "a.jsonl:3: \"text\" is a number, expected a string; correct the line");
}

TEST(Error, LeavesOutWhatIsNotGiven) {
  EXPECT_STREQ(Error("a.txt", "no such file").what(), "a.txt: no such file");
}

TEST(Error, StaysOneLineWhateverItQuotes) {
  EXPECT_STREQ(Error("a\nb", "c\r").what(), "a b: c ");
}

}  // namespace
}  // namespace quoth
