#include "quoth/text/segmenter.h"

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "document_guarantees.h"

namespace quoth {
namespace {

TEST(Segmenter, GivesParagraphsSentencesAndTokensThatNest) {
  const Document document = Segmenter().segment("Xi calls Hale\n\nThey spoke. “We agree,” Xi said.\n- On trade.\n");
  ASSERT_THAT(document.paragraphs, testing::SizeIs(3));
  EXPECT_EQ(document.paragraphs[0].kind, ParagraphKind::heading);
  EXPECT_EQ(document.view(document.paragraphs[1].span), "They spoke. “We agree,” Xi said.");
  EXPECT_TRUE(document.paragraphs[1].after_blank_line);
  EXPECT_EQ(document.paragraphs[1].sentences, (Range{1, 3}));
  EXPECT_EQ(document.view(document.sentences[2].span), "“We agree,” Xi said.");
  EXPECT_EQ(document.paragraphs[2].kind, ParagraphKind::list_item);
  EXPECT_EQ(document.view(document.paragraphs[2].span), "On trade.");
  EXPECT_EQ(broken_guarantee(document), "");
}

TEST(Segmenter, GivesAnEmptyDocumentForNothing) {
  EXPECT_THAT(Segmenter().segment("").paragraphs, testing::IsEmpty());
  EXPECT_THAT(Segmenter().segment(" \n\r\n\t").paragraphs, testing::IsEmpty());
}

TEST(Segmenter, MendsBrokenBytesAndSaysWhere) {
  const Document document = Segmenter().segment("Xi \xFFsaid.");
  EXPECT_EQ(document.text, "Xi \uFFFDsaid.");
  ASSERT_THAT(document.faults, testing::SizeIs(1));
  EXPECT_EQ(document.faults[0].offset, 3U);
}

TEST(Segmenter, LeavesQuoteMarksOfLinesOutOfAWrappedBlockQuotesTokens) {
  const Document document = Segmenter().segment(
      "> The two ministers met for three hours on Tuesday, the first such\n"
      "> talks since the spring, and agreed that their deputies would meet\n"
      "> again in the autumn to go through what had been left open. Nobody\n"
      "> would say more.\n");
  ASSERT_THAT(document.paragraphs, testing::SizeIs(1));
  EXPECT_EQ(document.paragraphs[0].kind, ParagraphKind::block_quote);
  EXPECT_THAT(document.sentences, testing::SizeIs(2));
  for (const Token& token : document.tokens) EXPECT_NE(document.view(token.span), ">");
  EXPECT_EQ(broken_guarantee(document), "");
}

TEST(Segmenter, ForgetsTheLastDocument) {
  Segmenter segmenter;
  Document document;
  segmenter.segment("\xFF He left. She stayed.\n\n- Twice.", document);
  segmenter.segment("It rained.", document);
  EXPECT_THAT(document.paragraphs, testing::SizeIs(1));
  EXPECT_THAT(document.sentences, testing::SizeIs(1));
  EXPECT_THAT(document.faults, testing::IsEmpty());
  EXPECT_EQ(document.view(document.sentences[0].span), "It rained.");
}

TEST(Segmenter, KeepsItsPromisesForRandomBytes) {
  std::mt19937 random(7);
  Segmenter segmenter;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? random() % 256 : 0x20 + random() % 0x60);
    ASSERT_EQ(broken_guarantee(segmenter.segment(bytes)), "") << testing::PrintToString(bytes);
  }
}

TEST(Segmenter, KeepsItsPromisesForMixesOfRealPieces) {
  const std::vector<std::string> pieces = {"Mr. ",   "Xi ",
                                           "said",   " ",
                                           "  ",     ". ",
                                           "! ",     "? ",
                                           "… ",     "...",
                                           "“",      "”",
                                           "\"",     "‘",
                                           "’",      "'",
                                           "(",      ")",
                                           "[",      "]",
                                           "\n",     "\n\n",
                                           "\r\n",   "\r",
                                           "\u2028", "- ",
                                           "* ",     "• ",
                                           "1. ",    "2) ",
                                           "(a) ",   "> ",
                                           ">",      "# ",
                                           "## ",    "\t",
                                           "    ",   "U.S. ",
                                           "p.m. ",  "The ",
                                           "the ",   "No. 1",
                                           "«",      "»",
                                           "「",     "」",
                                           "中国",   "。",
                                           "ไทย",    "א",
                                           "\u0301", "\u200D",
                                           "😀",      "\u00A0",
                                           "\u202F", "\u00AD",
                                           "09:42",  ":",
                                           ";",      ",",
                                           "—",      "–",
                                           "``",     "''",
                                           "#",      "said the minister",
                                           "\xFF",   "\xE2\x80",
                                           "\uFEFF", std::string(1, '\0')};
  std::mt19937 random(11);
  Segmenter segmenter;
  for (int round = 0; round < 10000; ++round) {
    std::string bytes;
    for (std::size_t left = 1 + random() % 40; left > 0; --left) bytes += pieces[random() % pieces.size()];
    ASSERT_EQ(broken_guarantee(segmenter.segment(bytes)), "") << testing::PrintToString(bytes);
  }
}

// Each of these made some design take quadratic time: the test runner's time limit tells.
TEST(Segmenter, KeepsItsGuaranteesOverLongRunsOfMarks) {
  Segmenter segmenter;
  for (const std::string piece :
       {"(", "“A. ", "\"", "“A.” ", ". ", "“", "> ", "- ", "'a. ", "ไ", "U.S. ", "...", "[1]", "A) "}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    EXPECT_EQ(broken_guarantee(segmenter.segment(text)), "") << piece;
  }
}

TEST(Segmenter, GivesTheSameInAnyThread) {
  const std::string text = "Xi’s aides met Mr. Hale. 他走了。 “We agree. It works,” he said.\n";
  const std::string expected = testing::PrintToString(Segmenter().segment(text).tokens.size());
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  threads.reserve(results.size());
  for (std::string& result : results) {
    threads.emplace_back([&] { result = testing::PrintToString(Segmenter().segment(text).tokens.size()); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(results, testing::Each(expected));
}

}  // namespace
}  // namespace quoth
