#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quoth/annotate/words.h"
#include "statements_of.h"

namespace quoth {
namespace {

using namespace word_class;

// The classes of the one token of `text` that is `word`.
std::uint32_t classes_in(std::string_view text, std::string_view word) {
  const Document document = document_of(text);
  const std::vector<std::uint32_t> classes = classify_words(document);
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    if (document.view(document.tokens[i].span) == word) return classes[i];
  }
  ADD_FAILURE() << "no token " << word << " in: " << text;
  return 0;
}

std::string lowered(std::string_view word) {
  std::string out = "left over";
  lower_word(word, out);
  return out;
}

TEST(ClassifyWords, GivesOneEntryAToken) {
  const Document document = document_of("“No,” he said – twice.\n\n- 14 ships");
  EXPECT_EQ(classify_words(document).size(), document.tokens.size());
  EXPECT_TRUE(classify_words(document_of("")).empty());
}

TEST(ClassifyWords, KnowsFunctionWords) {
  EXPECT_EQ(listed_word_classes("the"), kDeterminer);
  EXPECT_TRUE(listed_word_classes("was") & kBe);
  EXPECT_TRUE(listed_word_classes("was") & kAuxiliary);
  EXPECT_EQ(listed_word_classes("harbour"), 0U);
}

TEST(ClassifyWords, WordsMayHaveSeveralClasses) {
  const std::uint32_t that = listed_word_classes("that");
  EXPECT_TRUE((that & kRelative) != 0 && (that & kSubordinator) != 0 && (that & kDeterminer) != 0);
  const std::uint32_t her = listed_word_classes("her");
  EXPECT_TRUE((her & kPossessive) != 0 && (her & kObjectPronoun) != 0 && (her & kFemale) != 0);
}

TEST(ClassifyWords, PronounsAndNounsTellGenderAndNumber) {
  EXPECT_TRUE(listed_word_classes("she") & kFemale);
  EXPECT_TRUE(listed_word_classes("spokesman") & kMale);
  EXPECT_TRUE(listed_word_classes("they") & kPlural);
  EXPECT_FALSE(listed_word_classes("spokesperson") & (kMale | kFemale | kPlural));
}

TEST(ClassifyWords, CaseIsNotPartOfAWord) {
  EXPECT_TRUE(classes_in("The ships left.", "The") & kDeterminer);
  EXPECT_TRUE(classes_in("MINISTER RESIGNS", "MINISTER") & kOfficeNoun);
}

TEST(ClassifyWords, SeesCapitals) {
  EXPECT_TRUE(classes_in("Reports from Halden", "Halden") & kCapitalised);
  EXPECT_FALSE(classes_in("Reports from Halden", "Halden") & kAllCapitals);
  EXPECT_TRUE(classes_in("Reports from NATO", "NATO") & kAllCapitals);
  EXPECT_FALSE(classes_in("What I saw", "I") & kAllCapitals);
  EXPECT_FALSE(classes_in("Reports from Halden", "from") & kCapitalised);
}

TEST(ClassifyWords, WordsInLyAreAdverbsButForNamesAndKnownNouns) {
  EXPECT_TRUE(classes_in("They firmly agree", "firmly") & kAdverb);
  EXPECT_FALSE(classes_in("the assembly met", "assembly") & kAdverb);
  EXPECT_FALSE(classes_in("They met Beverly", "Beverly") & kAdverb);
  EXPECT_FALSE(classes_in("They fly home", "fly") & kAdverb);
}

TEST(ClassifyWords, NumbersAndMarksHaveNoClass) {
  EXPECT_EQ(classes_in("It cost 400 crowns.", "400"), 0U);
  EXPECT_EQ(classes_in("It cost 400 crowns.", "."), 0U);
}

TEST(ClassifyWords, ClippedWordsMatchWithEitherApostrophe) {
  EXPECT_TRUE(classes_in("I think he’s right", "he’s") & kClipped);
  EXPECT_TRUE(classes_in("I think he's right", "he's") & kClipped);
}

TEST(LowerWord, LowersAsciiAndStraightensApostrophes) {
  EXPECT_EQ(lowered("Xi’s"), "xi's");
  EXPECT_EQ(lowered("MINISTRY"), "ministry");
  EXPECT_EQ(lowered("Élysée"), "Élysée");
  EXPECT_EQ(lowered(""), "");
}

}  // namespace
}  // namespace quoth
