// Sources of statements in gold trees.
#include "coreference_sources.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quoth {
namespace {

// Form, tag, head, relation and entity of a word; the other columns are empty.
std::string word(int number, const char* form, const char* tag, int head, const char* relation, const char* entity) {
  return std::to_string(number) + "\t" + form + "\t_\t_\t" + tag + "\t_\t" + std::to_string(head) + "\t" + relation +
         "\t_\t" + (*entity == 0 ? "_" : std::string("Entity=") + entity) + "\n";
}

// "Ada met a poet . She said he slept . It rained , the poet said ."
std::vector<GoldSource> sources(std::string& text) {
  const std::string bytes = "# newdoc id = made\n" + word(1, "Ada", "NNP", 2, "nsubj", "(1-person)") +
                            word(2, "met", "VBD", 0, "root", "") + word(3, "a", "DT", 4, "det", "(2-person") +
                            word(4, "poet", "NN", 2, "obj", "2)") + word(5, ".", ".", 2, "punct", "") + "\n" +
                            word(1, "She", "PRP", 2, "nsubj", "(1-person)") + word(2, "said", "VBD", 0, "root", "") +
                            word(3, "he", "PRP", 4, "nsubj", "(2-person)") + word(4, "slept", "VBD", 2, "ccomp", "") +
                            word(5, ".", ".", 2, "punct", "") + "\n" + word(1, "It", "PRP", 2, "expl", "") +
                            word(2, "rained", "VBD", 0, "root", "") + word(3, ",", ",", 2, "punct", "") +
                            word(4, "the", "DT", 5, "det", "(2-person") + word(5, "poet", "NN", 6, "nsubj", "2)") +
                            word(6, "said", "VBD", 2, "parataxis", "") + word(7, ".", ".", 2, "punct", "") + "\n";
  Treebank treebank;
  parse_treebank(bytes, "made", treebank);
  const GoldText gold = text_of(treebank, treebank.documents.front());
  text = gold.text;
  return gold_sources(treebank, treebank.documents.front(), gold);
}

std::string words(const std::string& text, Span span) {
  return text.substr(span.begin, span.size());
}

TEST(GoldSources, AreSubjectsOfVerbsOfSpeechWithAClause) {
  std::string text;
  const std::vector<GoldSource> found = sources(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(words(text, found[0].source), "She");
  EXPECT_EQ(words(text, found[0].cue), "said");
  EXPECT_EQ(words(text, found[0].content), "he slept");
  EXPECT_EQ(words(text, found[1].source), "the poet");
  EXPECT_EQ(words(text, found[1].content), "It rained");
}

TEST(GoldSources, TellFormAndWhetherTheirEntityHasAName) {
  std::string text;
  const std::vector<GoldSource> found = sources(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].form, GoldSourceForm::he_or_she);
  EXPECT_EQ(found[0].entity, "1");
  EXPECT_TRUE(found[0].named);
  EXPECT_EQ(found[1].form, GoldSourceForm::title);
  EXPECT_EQ(found[1].entity, "2");
  EXPECT_FALSE(found[1].named);
}

}  // namespace
}  // namespace quoth
