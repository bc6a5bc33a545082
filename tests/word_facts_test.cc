#include <gtest/gtest.h>

#include "made_sheet.h"
#include "quoth/attribute/cue_lexicon.h"

namespace quoth {
namespace {

TEST(CollectWordFacts, SubtreesSpanWhatDependsOnAWord) {
  // "The ferry that Holm bought leaks": bought depends on ferry, ferry on leaks.
  const MadeSheet made("The ferry that Holm bought leaks.", {2, 6, 5, 5, 2, 0, 6});
  const WordFacts& ferry = made.word("ferry");
  EXPECT_EQ(made.text({ferry.left, ferry.right}), "The ferry that Holm bought");
  EXPECT_EQ(made.text({made.word("bought").left, made.word("bought").right}), "that Holm bought");
  EXPECT_EQ(made.text({made.word("Holm").left, made.word("Holm").right}), "Holm");
  EXPECT_EQ(made.text({made.word("leaks").left, made.word("leaks").right}), "The ferry that Holm bought leaks.");
  EXPECT_EQ(made.word("leaks").depth, 0);
  EXPECT_EQ(ferry.depth, 1);
  EXPECT_EQ(made.word("Holm").depth, 3);
}

TEST(CollectWordFacts, ChildrenAreLinkedInOrder) {
  const MadeSheet made("The ferry that Holm bought leaks.", {2, 6, 5, 5, 2, 0, 6});
  const auto at = [&](std::int32_t i) { return made.words().at(static_cast<std::size_t>(i)); };
  const WordFacts& leaks = made.word("leaks");
  EXPECT_EQ(leaks.head, -1);
  EXPECT_EQ(leaks.first_child, static_cast<std::int32_t>(made.place("ferry")));
  EXPECT_EQ(at(leaks.first_child).next_sibling, static_cast<std::int32_t>(made.place(".")));
  EXPECT_EQ(made.word(".").next_sibling, -1);
  EXPECT_EQ(made.word("Holm").first_child, -1);
}

TEST(CollectWordFacts, FormsAreEqualWhateverTheirCaseAndLemmasWhateverTheirEnding) {
  const MadeSheet made("Said he says said", {}, {"VBD", "PRP", "VBZ", "VBD"});
  EXPECT_EQ(made.words()[0].form, made.words()[3].form);
  EXPECT_NE(made.words()[0].form, made.words()[2].form);
  EXPECT_EQ(made.words()[0].lemma, made.words()[2].lemma);
  EXPECT_NE(made.words()[0].lemma, made.words()[1].lemma);
}

TEST(CollectWordFacts, QuotationsAreKnownByTheirMarks) {
  const MadeSheet made("Holm said “the ferry ‘leaks’ badly” twice.");
  EXPECT_EQ(made.word("said").quote_depth, 0);
  EXPECT_EQ(made.word("said").quote, -1);
  EXPECT_TRUE(made.word("“").opens_quote);
  EXPECT_EQ(made.word("“").quote_depth, 1);
  EXPECT_EQ(made.word("ferry").quote_depth, 1);
  EXPECT_TRUE(made.word("‘").opens_quote);
  EXPECT_EQ(made.word("leaks").quote_depth, 2);
  EXPECT_TRUE(made.word("’").closes_quote);
  EXPECT_EQ(made.word("badly").quote_depth, 1);
  EXPECT_EQ(made.word("badly").quote, made.word("ferry").quote);
  EXPECT_NE(made.word("leaks").quote, made.word("ferry").quote);
  EXPECT_TRUE(made.word("”").closes_quote);
  EXPECT_EQ(made.word("twice").quote, -1);
  EXPECT_EQ(made.word("“").outer_quote_end, made.place("twice"));
  EXPECT_EQ(made.word("‘").outer_quote_end, made.place("badly"));
}

TEST(CollectWordFacts, WhereTwoQuotationsOpenTheWiderTellsTheEnd) {
  const MadeSheet made("“‘Leaks’ was the word,” Holm said.");
  EXPECT_EQ(made.word("“").outer_quote_end, made.place("Holm"));
  EXPECT_EQ(made.word("‘").outer_quote_end, made.place("was"));
}

TEST(CollectWordFacts, NeverClosedQuotationEndsWithItsParagraph) {
  const MadeSheet made("“The ferry leaks.\n\nHolm left.");
  EXPECT_TRUE(made.word(".").closes_quote);
  EXPECT_EQ(made.word("“").outer_quote_end, made.place("Holm"));
  EXPECT_EQ(made.word("Holm").quote_depth, 0);
}

TEST(CollectWordFacts, NamesAreMentions) {
  const MadeSheet made("Maren Aldous left Norland and the ferry.");
  EXPECT_EQ(made.word("Maren").mention, 1);
  EXPECT_TRUE(made.word("Maren").mention_begins);
  EXPECT_EQ(made.word("Aldous").mention, 1);
  EXPECT_FALSE(made.word("Aldous").mention_begins);
  EXPECT_EQ(made.word("Norland").mention, 3);
  EXPECT_EQ(made.word("ferry").mention, 0);
}

TEST(CollectWordFacts, MarksAndCueVerbsAreToldApartFromOtherWords) {
  const MadeSheet made("Holm said: the ferry — leaks?");
  EXPECT_EQ(made.word(":").mark, ':');
  EXPECT_EQ(made.word("—").mark, '_');
  EXPECT_EQ(made.word("?").mark, '?');
  EXPECT_EQ(made.word("said").mark, 0);
  EXPECT_NE(made.word("said").frames, 0);
  EXPECT_EQ(made.word("ferry").frames, 0);
}

TEST(CollectWordFacts, SentencesAndParagraphsAreCounted) {
  const MadeSheet made("It rained. Holm left.\n\nThe ferry stayed.");
  EXPECT_EQ(made.sheet.sentences.size(), 3U);
  ASSERT_EQ(made.sheet.paragraphs.size(), 2U);
  EXPECT_EQ(made.sheet.paragraphs[0], (Range{0, 2}));
  EXPECT_EQ(made.word("Holm").sentence, 1U);
  EXPECT_EQ(made.word("Holm").paragraph, 0U);
  EXPECT_EQ(made.word("stayed").sentence, 2U);
  EXPECT_EQ(made.word("stayed").paragraph, 1U);
}

TEST(WordsIn, GivesTheWordsThatASpanTouches) {
  const MadeSheet made("The ferry leaks.");
  const auto begin = static_cast<std::uint32_t>(made.document.text.find("erry"));
  EXPECT_EQ(made.text(words_in(made.words(), {begin, begin + 6})), "ferry leaks");
  EXPECT_EQ(made.text(words_in(made.words(), {begin, begin + 1})), "ferry");
  EXPECT_TRUE(words_in(made.words(), {3, 4}).empty());
  EXPECT_TRUE(words_in({}, {3, 4}).empty());
}

}  // namespace
}  // namespace quoth
