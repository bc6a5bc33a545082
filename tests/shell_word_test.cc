#include "quoth/base/shell_word.h"

#include <gtest/gtest.h>

namespace quoth {
namespace {

TEST(ShellWord, QuotesOnlyWhatAShellWouldRead) {
  EXPECT_EQ(shell_word("corpus/statements.jsonl"), "corpus/statements.jsonl");
  EXPECT_EQ(shell_word("my articles"), "'my articles'");
  EXPECT_EQ(shell_word("$HOME"), "'$HOME'");
  EXPECT_EQ(shell_word("Wang's call.txt"), "'Wang'\\''s call.txt'");
  EXPECT_EQ(shell_word(""), "''");
}

}  // namespace
}  // namespace quoth
