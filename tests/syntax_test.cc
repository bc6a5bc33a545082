#include "quoth/annotate/syntax.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "quoth/base/error.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;

const SyntaxModel& shipped() {
  static const SyntaxModel kModel = SyntaxModel::load(QUOTH_SOURCE_DIR "/models/syntax.en.quoth");
  return kModel;
}

struct Analysed {
  Document document;
  Syntax syntax;

  explicit Analysed(std::string_view text) {
    document = Segmenter().segment(text);
    SyntaxScratch scratch;
    shipped().analyse(document, scratch, syntax);
  }

  std::string form(std::size_t word) const { return std::string(document.view(syntax.words[word].span)); }

  std::vector<std::string> forms() const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < syntax.words.size(); ++i) all.push_back(form(i));
    return all;
  }

  // "tag relation head" of the first word of that form.
  std::string facts(std::string_view wanted) const {
    for (std::size_t i = 0; i < syntax.words.size(); ++i) {
      const SyntaxWord& word = syntax.words[i];
      if (form(i) != wanted) continue;
      return shipped().tag_names()[word.tag] + " " + shipped().relation_names()[word.relation] + " " +
             (word.head == kRoot ? "-" : form(word.head));
    }
    return "none";
  }
};

void expect_trees(const Analysed& analysed, const std::string& what) {
  const Syntax& syntax = analysed.syntax;
  ASSERT_EQ(syntax.sentences.size(), analysed.document.sentences.size()) << what;
  for (const Range sentence : syntax.sentences) {
    std::size_t roots = 0;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      std::uint32_t node = i;
      std::size_t steps = 0;
      while (node != kRoot && steps <= sentence.size()) {
        ASSERT_TRUE(sentence.contains(node)) << what;
        node = syntax.words[node].head;
        ++steps;
      }
      ASSERT_EQ(node, kRoot) << what << ": a circle at word " << i;
      roots += syntax.words[i].head == kRoot ? 1 : 0;
    }
    const std::size_t pieces = (sentence.size() + kLongestParse - 1) / kLongestParse;
    ASSERT_EQ(roots, pieces) << what;
  }
}

void expect_cover(const Analysed& analysed) {
  std::size_t word = 0;
  for (std::uint32_t t = 0; t < analysed.document.tokens.size(); ++t) {
    std::uint32_t place = analysed.document.tokens[t].span.begin;
    while (word < analysed.syntax.words.size() && analysed.syntax.words[word].token == t) {
      ASSERT_EQ(analysed.syntax.words[word].span.begin, place);
      ASSERT_FALSE(analysed.syntax.words[word].span.empty());
      place = analysed.syntax.words[word++].span.end;
    }
    ASSERT_EQ(place, analysed.document.tokens[t].span.end);
  }
  ASSERT_EQ(word, analysed.syntax.words.size());
}

TEST(SyntaxModel, FindsWhoSaysWhat) {
  const Analysed analysed("The minister told reporters on Tuesday that the talks had failed.");
  EXPECT_EQ(analysed.facts("minister"), "NN nsubj told");
  EXPECT_EQ(analysed.facts("told"), "VBD root -");
  EXPECT_EQ(analysed.facts("failed"), "VBN ccomp told");
  EXPECT_EQ(analysed.facts("talks"), "NNS nsubj failed");
  EXPECT_EQ(analysed.facts("."), ". punct told");
}

TEST(SyntaxModel, SeesThroughCurlyQuotesAndApostrophes) {
  const Analysed analysed("“We don’t want a war,” Mr. Haddad’s lawyer said.");
  EXPECT_EQ(analysed.facts("n’t"), "RB advmod want");
  EXPECT_EQ(analysed.facts("want"), "VB ccomp said");
  EXPECT_EQ(analysed.facts("lawyer"), "NN nsubj said");
  EXPECT_EQ(analysed.facts("“"), "`` punct want");
  EXPECT_EQ(analysed.facts("”"), "'' punct want");
}

TEST(SyntaxModel, CutsTokensThatAreSeveralWords) {
  EXPECT_THAT(Analysed("It's Trump’s, they'd cannot shouldn't've N'T o'clock 'tis rock'n'roll").forms(),
              ElementsAre("It", "'s", "Trump", "’s", ",", "they", "'d", "can", "not", "should", "n't", "'ve", "N'T",
                          "o'clock", "'", "tis", "rock'n'roll"));
}

TEST(SyntaxModel, EveryTokenHasItsWordsAndEverySentenceItsTree) {
  for (const auto& entry : std::filesystem::directory_iterator(QUOTH_SOURCE_DIR "/corpus/articles")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".txt")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const Analysed analysed(text);
    expect_trees(analysed, name);
    expect_cover(analysed);
  }
}

TEST(SyntaxModel, HoldsItsPromisesForAnyBytes) {
  const std::string noise(
      "\xff\xfe \0 (((( \" ' ’’ … —— \n\n-\n\n.\n\nA\xcc\x81 \xf0\x9f\x98\x80!!! 日本語 a'b'c n't\n\n\"", 58);
  std::string long_sentence;
  for (int i = 0; i < 1500; ++i) long_sentence += i % 7 == 0 ? "and, " : "word ";
  for (const std::string& text : {noise, long_sentence, std::string(), std::string("?")}) {
    const Analysed analysed(text);
    expect_trees(analysed, text.substr(0, 20));
    expect_cover(analysed);
  }
}

TEST(SyntaxModel, AScratchThatWasUsedGivesTheSame) {
  const Document document = Segmenter().segment("Officials said (on Monday): “No.” He denied it, she didn't.");
  SyntaxScratch used;
  Syntax first;
  Syntax again;
  shipped().analyse(Segmenter().segment("A much longer sentence, which somebody wrote earlier, stood here."), used,
                    again);
  shipped().analyse(document, used, again);
  SyntaxScratch fresh;
  shipped().analyse(document, fresh, first);
  ASSERT_EQ(first.words.size(), again.words.size());
  for (std::size_t i = 0; i < first.words.size(); ++i) {
    EXPECT_EQ(first.words[i].head, again.words[i].head);
    EXPECT_EQ(first.words[i].tag, again.words[i].tag);
    EXPECT_EQ(first.words[i].relation, again.words[i].relation);
  }
}

TEST(SyntaxModel, ReadyWordsAreAnalysedAsThoseOfADocument) {
  const Analysed analysed("The talks failed, officials say.");
  const std::vector<std::string> forms = analysed.forms();
  const std::vector<std::string_view> words(forms.begin(), forms.end());
  SyntaxScratch scratch;
  std::vector<ParsedWord> parsed;
  shipped().analyse(words, scratch, parsed);
  ASSERT_EQ(parsed.size(), words.size());
  for (std::size_t i = 0; i < parsed.size(); ++i) {
    EXPECT_EQ(parsed[i].head, analysed.syntax.words[i].head);
    EXPECT_EQ(parsed[i].tag, analysed.syntax.words[i].tag);
  }
}

TEST(SyntaxModel, NamesAreFoundByIndexAndBack) {
  const std::optional<std::uint8_t> said = shipped().tag_index("VBD");
  ASSERT_TRUE(said.has_value());
  EXPECT_EQ(shipped().tag_names()[*said], "VBD");
  EXPECT_TRUE(shipped().relation_index("nsubj:pass").has_value());
  EXPECT_FALSE(shipped().tag_index("VERB").has_value());
  EXPECT_FALSE(shipped().relation_index("").has_value());
}

}  // namespace
}  // namespace quoth
