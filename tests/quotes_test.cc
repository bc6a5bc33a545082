#include "quoth/annotate/quotes.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace quoth {
namespace {

// A Document whose paragraphs are its lines; find_quotes needs no more.
Document lines(const std::string& text) {
  Document document;
  document.text = text;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    if (end > begin) {
      Paragraph paragraph;
      paragraph.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      document.paragraphs.push_back(paragraph);
    }
    begin = end + 1;
  }
  return document;
}

// The Quotes as written, outermost first: "depth:outer", with "~" behind unclosed ones and "^" before continued ones.
std::vector<std::string> found(const std::string& text) {
  const Document document = lines(text);
  std::vector<std::string> out;
  for (const Quote& quote : find_quotes(document)) {
    out.push_back((quote.continues ? "^" : "") + std::to_string(quote.depth) + ":" +
                  std::string(document.view(quote.outer)) + (quote.closed ? "" : "~"));
  }
  return out;
}

using Found = std::vector<std::string>;

TEST(FindQuotes, PairsStraightMarks) {
  EXPECT_EQ(found("\"We agree,\" she said. \"We sign tomorrow.\""),
            (Found{"0:\"We agree,\"", "0:\"We sign tomorrow.\""}));
}

TEST(FindQuotes, PairsCurlyMarks) {
  EXPECT_EQ(found("He called it “a first step” on Monday."), (Found{"0:“a first step”"}));
}

TEST(FindQuotes, PairsMixedMarks) {
  EXPECT_EQ(found("“I had a good call with her.\""), (Found{"0:“I had a good call with her.\""}));
  EXPECT_EQ(found("\"Soybeans and farm products, etc.”"), (Found{"0:\"Soybeans and farm products, etc.”"}));
}

TEST(FindQuotes, NestsSingleInDouble) {
  EXPECT_EQ(found("“He told me ‘never again’ and left,” she said."),
            (Found{"0:“He told me ‘never again’ and left,”", "1:‘never again’"}));
  EXPECT_EQ(found("\"She said 'no' twice.\""), (Found{"0:\"She said 'no' twice.\"", "1:'no'"}));
}

TEST(FindQuotes, NestsDoubleInSingleAsTheBritishDo) {
  EXPECT_EQ(found("‘The minister said “never” to us,’ he recalled."),
            (Found{"0:‘The minister said “never” to us,’", "1:“never”"}));
  EXPECT_EQ(found("'We won't go,' said Mr Hale. 'Not now.'"), (Found{"0:'We won't go,'", "0:'Not now.'"}));
}

TEST(FindQuotes, LeavesApostrophesAlone) {
  EXPECT_EQ(found("The leaders’ aides didn't say it was Taiwan's or the '90s crisis."), Found{});
  EXPECT_EQ(found("’Tis the season, rock 'n' roll, and get 'em."), Found{});
  EXPECT_EQ(found("Workers' rights and bosses' duties."), Found{});
}

TEST(FindQuotes, PossessiveInsideSingleQuotesDoesNotCloseThem) {
  EXPECT_EQ(found("‘The leaders’ summit was useful,’ he said."), (Found{"0:‘The leaders’ summit was useful,’"}));
  EXPECT_EQ(found("'The workers' pay is fair,' she said."), (Found{"0:'The workers' pay is fair,'"}));
}

TEST(FindQuotes, LeavesFeetAndInchesAlone) {
  EXPECT_EQ(found("The 6'2\" guard caught a 12\" trout."), Found{});
  EXPECT_EQ(found("\"He is 6'2\" tall,\" she said."), (Found{"0:\"He is 6'2\" tall,\""}));
}

TEST(FindQuotes, NumberMayEndAQuote) {
  EXPECT_EQ(found("He said \"we need 12\" and left."), (Found{"0:\"we need 12\""}));
}

TEST(FindQuotes, ReadsTypewriterAndForeignMarks) {
  EXPECT_EQ(found("``We agree,'' he said."), (Found{"0:``We agree,''"}));
  EXPECT_EQ(found("«Nous sommes prêts», dit-il."), (Found{"0:«Nous sommes prêts»"}));
  EXPECT_EQ(found("« Nous sommes prêts », dit-il."), (Found{"0:« Nous sommes prêts »"}));
  EXPECT_EQ(found("„Wir sind bereit“, sagte er."), (Found{"0:„Wir sind bereit“"}));
  EXPECT_EQ(found("»Wir sind bereit«, sagte er."), (Found{"0:»Wir sind bereit«"}));
  EXPECT_EQ(found("”Vi är redo”, sade han."), (Found{"0:”Vi är redo”"}));
  EXPECT_EQ(found("他说：「我们『同意』了。」"), (Found{"0:「我们『同意』了。」", "1:『同意』"}));
  EXPECT_EQ(found("他说：“我们同意。”记者问。"), (Found{"0:“我们同意。”"}));
}

TEST(FindQuotes, SpeechOverParagraphsIsReopenedInEach) {
  EXPECT_EQ(found("“We came in peace.\n“We stay in peace.\n“We leave in peace,” he said."),
            (Found{"0:“We came in peace.~", "^0:“We stay in peace.~", "^0:“We leave in peace,”"}));
}

TEST(FindQuotes, SpeechMayGoOnWithoutBeingReopened) {
  EXPECT_EQ(found("“We came in peace.\nWe leave in peace,” he said. “Goodbye.”"),
            (Found{"0:“We came in peace.~", "^0:We leave in peace,”", "0:“Goodbye.”"}));
}

TEST(FindQuotes, NextParagraphsQuoteIsNoContinuationOfAClosedOne) {
  EXPECT_EQ(found("“We came.”\n“We stay.”"), (Found{"0:“We came.”", "0:“We stay.”"}));
}

TEST(FindQuotes, LoneMarkCostsOnlyItsParagraph) {
  EXPECT_EQ(found("He left the \"room.\n\"I agree,\" she said."), (Found{"0:\"room.~", "^0:\"I agree,\""}));
  EXPECT_EQ(found("A mark\" too many here.\n\"I agree,\" she said."), (Found{"0:\"I agree,\""}));
}

TEST(FindQuotes, SlipBeforeAPairDoesNotSwallowIt) {
  EXPECT_EQ(found("It was “odd, she thought. “I agree,” she said."), (Found{"0:“I agree,”"}));
}

TEST(FindQuotes, EmptyPairIsNoQuote) {
  EXPECT_EQ(found("He typed \"\" and “”."), Found{});
}

TEST(FindQuotes, ScareQuotesAndTitlesAreQuotesToo) {
  EXPECT_EQ(found("The \"experts\" read “War and Peace”."), (Found{"0:\"experts\"", "0:“War and Peace”"}));
}

// Any mix of marks and words: ordered, nested or apart, within a paragraph, on code point boundaries, never empty.
TEST(FindQuotes, AnyTextGivesOrderedNestedSpans) {
  const std::vector<std::string> pieces = {"\"", "“", "”",  "„",  "'",  "‘",  "’", "``",   "''", "«",      "»",
                                           "‹",  "›", "「", "」", "『", "』", "a", "word", "s",  "5",      " ",
                                           " ",  ".", ",",  "\n", "—",  "(",  ")", "é",    "你", "\u00a0", "…"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
    const Document document = lines(text);
    std::vector<Span> open;
    std::optional<Span> before;
    for (const Quote& quote : find_quotes(document)) {
      SCOPED_TRACE(text);
      ASSERT_LT(quote.outer.begin, quote.outer.end);
      ASSERT_FALSE(quote.inner.empty());
      ASSERT_TRUE(quote.outer.contains(quote.inner));
      ASSERT_TRUE(!before || before->begin < quote.outer.begin || before->end >= quote.outer.end);
      before = quote.outer;
      while (!open.empty() && open.back().end <= quote.outer.begin) open.pop_back();
      ASSERT_EQ(quote.depth, static_cast<int>(open.size()));
      ASSERT_TRUE(open.empty() || open.back().contains(quote.outer));
      open.push_back(quote.outer);
      for (const std::uint32_t at : {quote.outer.begin, quote.outer.end, quote.inner.begin, quote.inner.end}) {
        ASSERT_TRUE(at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
      }
      ASSERT_EQ(document.view(quote.outer).find('\n'), std::string_view::npos);
    }
  }
}

TEST(FindQuotes, ManyLoneMarksAreReadToTheirEnd) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += " «“";
  for (int i = 0; i < 200000; ++i) text += "5\" 5\" ";
  EXPECT_FALSE(find_quotes(lines(text)).empty());
}

}  // namespace
}  // namespace quoth
