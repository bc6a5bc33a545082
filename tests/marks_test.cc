#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/annotate/marks_internal.h"
#include "small_treebank.h"

namespace quoth {
namespace {

// The heads that a sentence's marks are given, where its words have the heads that it says: as words.
std::vector<std::string> heads_of_marks(std::string_view words) {
  const TreebankSentence sentence = sentence_of(words);
  std::vector<std::string> tags;
  for (const TreebankWord& word : sentence.words) tags.push_back(word.xpos);
  const TagMarks kinds = marks_of_tags(tags);
  std::vector<Mark> marks;
  std::vector<std::uint32_t> heads;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    marks.push_back(kinds[i]);
    const std::uint32_t head = sentence.words[i].head;
    heads.push_back(head == 0 || marks.back() != Mark::none ? kNoHead : head - 1);
  }
  attach_marks(marks, heads);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (marks[i] != Mark::none) found.push_back(heads[i] == kNoHead ? "none" : sentence.words[heads[i]].form);
  }
  return found;
}

using ::testing::ElementsAre;

TEST(AttachMarks, LastStopHangsOnTheRoot) {
  EXPECT_THAT(heads_of_marks("Talks|NNS|2|nsubj failed|VBD|0|root .|.|0|punct"), ElementsAre("failed"));
}

TEST(AttachMarks, QuotesHangOnTheHeadOfWhatTheyEnclose) {
  EXPECT_THAT(heads_of_marks("``|``|0|_ They|PRP|3|nsubj failed|VBD|6|ccomp ,|,|0|_ ''|''|0|_ said|VBD|0|root "
                             "Ana|NNP|6|nsubj .|.|0|_"),
              ElementsAre("failed", "failed", "failed", "said"));
}

TEST(AttachMarks, CommaHangsOnTheClauseBeforeOrBehindIt) {
  EXPECT_THAT(heads_of_marks("Asked|VBN|4|advcl ,|,|0|_ she|PRP|4|nsubj left|VBD|0|root ,|,|0|_ smiling|VBG|4|advcl"),
              ElementsAre("Asked", "smiling"));
}

TEST(AttachMarks, AMarkBeforeAllWordsHangsOnTheirHead) {
  EXPECT_THAT(heads_of_marks("--|:|0|_ It|PRP|3|nsubj failed|VBD|0|root"), ElementsAre("failed"));
}

TEST(AttachMarks, BracketsThatCloseNothingAreLikeOtherMarks) {
  EXPECT_THAT(heads_of_marks("Talks|NNS|2|nsubj failed|VBD|0|root )|-RRB-|0|_ ''|''|0|_"),
              ElementsAre("failed", "failed"));
}

}  // namespace
}  // namespace quoth
