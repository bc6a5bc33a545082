#include "quoth/annotate/treebank.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/base/error.h"

namespace quoth {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kTwoDocuments =
    "# newdoc id = first\n"
    "# sent_id = first-1\n"
    "# text = She didn't go.\n"
    "1\tShe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\tEntity=(1-person)\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4.1\tthere\tthere\tADV\tRB\t_\t_\t_\t4:advmod\t_\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tEntity=(2)|SpaceAfter=No\n"
    "\n"
    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
    "\n"
    "# newdoc id = second\n"
    "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n";

Treebank parsed(std::string_view bytes) {
  Treebank treebank;
  parse_treebank(bytes, "small.conllu", treebank);
  return treebank;
}

std::string fault_of(std::string_view bytes) {
  try {
    parsed(bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(Treebank, HoldsEachWordAsItsColumnsSay) {
  const Treebank treebank = parsed(kTwoDocuments);
  ASSERT_EQ(treebank.sentences.size(), 3U);
  const TreebankSentence& sentence = treebank.sentences[0];
  EXPECT_EQ(sentence.id, "first-1");
  EXPECT_EQ(sentence.text, "She didn't go.");
  ASSERT_EQ(sentence.words.size(), 5U);
  const TreebankWord& word = sentence.words[1];
  EXPECT_EQ(word.form, "did");
  EXPECT_EQ(word.lemma, "do");
  EXPECT_EQ(word.upos, "AUX");
  EXPECT_EQ(word.xpos, "VBD");
  EXPECT_EQ(word.head, 4U);
  EXPECT_EQ(word.relation, "aux");
  EXPECT_EQ(word.misc, "");
}

TEST(Treebank, KeepsMiscAsItStandsAndReadsWhetherASpaceFollows) {
  const TreebankSentence sentence = parsed(kTwoDocuments).sentences[0];
  EXPECT_EQ(sentence.words[0].misc, "Entity=(1-person)");
  EXPECT_TRUE(sentence.words[0].space_after);
  EXPECT_EQ(sentence.words[4].misc, "Entity=(2)|SpaceAfter=No");
  EXPECT_FALSE(sentence.words[4].space_after);
}

TEST(Treebank, RemembersWordsWrittenTogetherAndLeavesOutEmptyNodes) {
  const TreebankSentence sentence = parsed(kTwoDocuments).sentences[0];
  ASSERT_EQ(sentence.surfaces.size(), 1U);
  EXPECT_EQ(sentence.surfaces[0].words, (Range{1, 3}));
  EXPECT_EQ(sentence.surfaces[0].form, "didn't");
  EXPECT_TRUE(sentence.surfaces[0].space_after);
  EXPECT_EQ(sentence.words[4].form, ".");
}

TEST(Treebank, TellsDocumentsApart) {
  const Treebank treebank = parsed(kTwoDocuments);
  ASSERT_EQ(treebank.documents.size(), 2U);
  EXPECT_EQ(treebank.documents[0].id, "first");
  EXPECT_EQ(treebank.documents[0].sentences, (Range{0, 2}));
  EXPECT_EQ(treebank.documents[1].sentences, (Range{2, 3}));
  EXPECT_EQ(treebank.sentences[2].document, 1U);
}

TEST(Treebank, RemembersWhereParagraphsBegin) {
  const Treebank treebank = parsed(
      "# newdoc id = a\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n# newpar\n"
      "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n");
  EXPECT_TRUE(treebank.sentences[0].opens_paragraph);
  EXPECT_FALSE(treebank.sentences[1].opens_paragraph);
  EXPECT_TRUE(treebank.sentences[2].opens_paragraph);
}

TEST(Treebank, FaultsNameFileAndLine) {
  EXPECT_THAT(fault_of("1\tYes\tyes\n"), HasSubstr("small.conllu:1: has 3 columns"));
  EXPECT_THAT(fault_of("2\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"), HasSubstr("small.conllu:1: has the word number"));
  EXPECT_THAT(fault_of("1\tYes\tyes\tINTJ\tUH\t_\t7\troot\t_\t_\n\n"), HasSubstr("has the head 7"));
  EXPECT_THAT(fault_of("1\tYes\tyes\tINTJ\tUH\t_\tx\troot\t_\t_\n"), HasSubstr("has the head \"x\""));
  EXPECT_THAT(fault_of("3-4\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n"), HasSubstr("covers the words \"3-4\""));
  EXPECT_THAT(fault_of("# nothing\n"), HasSubstr("holds no sentence"));
}

TEST(Treebank, AFileThatIsNotThereIsAnError) {
  Treebank treebank;
  EXPECT_THROW(read_treebank("/no/such/file.conllu", treebank), Error);
}

}  // namespace
}  // namespace quoth
