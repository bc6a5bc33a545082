#include "quoth/text/blocks.h"

#include <gmock/gmock.h>

#include <string>

namespace quoth {
namespace {

using testing::ElementsAre;

// The blocks of a text, one a line: kind, level where there are several, and its pieces parted by "/".
std::vector<std::string> blocks_of(std::string_view text) {
  Blocks blocks;
  find_blocks(text, blocks);
  std::vector<std::string> result;
  for (const Block& block : blocks.blocks) {
    constexpr const char* kKinds[] = {"body", "heading", "item", "quote"};
    std::string line = kKinds[static_cast<std::size_t>(block.kind)];
    if (block.level > 0) line.append(" ").append(std::to_string(block.level));
    line += block.after_blank_line ? " >> " : " > ";
    for (std::uint32_t i = block.pieces.begin; i < block.pieces.end; ++i) {
      if (i > block.pieces.begin) line += " / ";
      line += text.substr(blocks.pieces[i].begin, blocks.pieces[i].size());
    }
    result.push_back(line);
  }
  return result;
}

TEST(FindBlocks, TakesALineForAParagraph) {
  EXPECT_THAT(blocks_of("Talks began.\nTalks ended.\n\n \t\nNobody won."),
              ElementsAre("body >> Talks began.", "body > Talks ended.", "body >> Nobody won."));
}

TEST(FindBlocks, KnowsAllLineEnds) {
  EXPECT_THAT(
      blocks_of("One.\r\nTwo.\rThree.\u2028Four.\u2029\u0085Five.\fSix."),
      ElementsAre("body >> One.", "body > Two.", "body > Three.", "body > Four.", "body >> Five.", "body > Six."));
}

TEST(FindBlocks, GivesNothingForWhiteSpace) {
  EXPECT_THAT(blocks_of(""), ElementsAre());
  EXPECT_THAT(blocks_of(" \r\n\t\u00A0\n"), ElementsAre());
}

TEST(FindBlocks, FindsListItemsAndTheirDepth) {
  EXPECT_THAT(
      blocks_of("They agreed on this:\n- Trade talks.\n  - Tariffs.\n    * Steel.\n  - Quotas.\n• Visas.\n– Flights."),
      ElementsAre("body >> They agreed on this:", "item > Trade talks.", "item 1 > Tariffs.", "item 2 > Steel.",
                  "item 1 > Quotas.", "item > Visas.", "item > Flights."));
}

TEST(FindBlocks, FindsNumberedAndLetteredItems) {
  EXPECT_THAT(blocks_of("1. Cut tariffs.\n2) Buy soybeans.\n(a) In May.\n(iv) In June.\n(12) In July."),
              ElementsAre("item >> Cut tariffs.", "item > Buy soybeans.", "item > In May.", "item > In June.",
                          "item > In July."));
}

TEST(FindBlocks, TakesNoDashHyphenYearOrEmptyMarkForAList) {
  EXPECT_THAT(
      blocks_of("— We go, he said.\n-5 degrees.\n2025. A year of talks.\n3.5 million left.\n*Bold* words.\n- \n***\n"
                "A. Not I.\n- -"),
      ElementsAre("body >> — We go, he said.", "body > -5 degrees.", "body > 2025. A year of talks.",
                  "body > 3.5 million left.", "body > *Bold* words.", "body > -", "body > ***", "body > A. Not I.",
                  "body > - -"));
}

TEST(FindBlocks, JoinsIndentedLinesToTheItemAbove) {
  EXPECT_THAT(blocks_of("- Trade talks go on\n  in Geneva.\n- Visas.\nThat is all."),
              ElementsAre("item >> Trade talks go on / in Geneva.", "item > Visas.", "body > That is all."));
}

TEST(FindBlocks, FindsBlockQuotesAndTheirDepth) {
  EXPECT_THAT(blocks_of("He wrote:\n> We tried.\n> > They lied.\n>\n> It hurts.\n>no space, no quote"),
              ElementsAre("body >> He wrote:", "quote > We tried.", "quote 1 > They lied.", "quote >> It hurts.",
                          "body > >no space, no quote"));
}

constexpr std::string_view kWrapped =
    "The two ministers met for three hours on Tuesday, the first such\n"
    "talks since the spring, and agreed that their deputies would meet\n"
    "again in the autumn to go through what had been left open. Nobody\n"
    "would say more.\n"
    "\n"
    "The spokeswoman said the mood had been better than it was in May,\n"
    "when the last round broke down, and that both sides had come with\n"
    "new drafts.\n";

TEST(FindBlocks, JoinsTheLinesOfHardWrappedText) {
  EXPECT_THAT(
      blocks_of(kWrapped),
      ElementsAre(testing::AllOf(testing::StartsWith("body >> The two"), testing::EndsWith("/ would say more.")),
                  testing::AllOf(testing::StartsWith("body >> The spokes"), testing::EndsWith("/ new drafts."))));
}

TEST(FindBlocks, JoinsTheLinesOfAHardWrappedBlockQuote) {
  std::string quoted = "> ";
  for (const char c : kWrapped.substr(0, kWrapped.find("\n\n"))) {
    quoted += c;
    if (c == '\n') quoted += "> ";
  }
  EXPECT_THAT(blocks_of(quoted), ElementsAre(testing::AllOf(testing::StartsWith("quote >> The two"),
                                                            testing::EndsWith("open. Nobody / would say more."))));
}

TEST(FindBlocks, TakesAMarkAtTheStartOfAWrappedLineForAWord) {
  const std::string text = std::string(kWrapped) +
                           "\nThe pact was first drafted in the old capital on the night of Nov.\n"
                           "23. The ministers of both countries signed it there, and the treaty\n"
                           "- as they called it - came into force within a year of that meeting\n"
                           "of theirs.\n";
  EXPECT_THAT(blocks_of(text),
              testing::Contains(testing::HasSubstr("of Nov. / 23. The ministers of both countries signed it "
                                                   "there, and the treaty / - as they called it")));
}

TEST(FindBlocks, LeavesShortLinesApart) {
  EXPECT_THAT(blocks_of("Roses are red\nviolets are blue\nso are the flags\nand so are you\n"), testing::SizeIs(4));
}

TEST(FindBlocks, LeavesLinesApartThatEndTheirSentences) {
  const std::string line = "The ministers met in the old town hall for some hours today.\n";
  EXPECT_THAT(blocks_of(line + line + line + line + line), testing::SizeIs(5));
}

TEST(FindBlocks, TakesTheFirstLineForAHeading) {
  EXPECT_THAT(blocks_of("Xi calls Hale to talk trade\nThe two spoke for an hour on Monday, both sides said.\n"),
              ElementsAre("heading >> Xi calls Hale to talk trade", testing::StartsWith("body")));
  EXPECT_THAT(blocks_of("The two spoke on Monday.\nThey will speak again, both sides said.\n"),
              ElementsAre(testing::StartsWith("body"), testing::StartsWith("body")));
  EXPECT_THAT(blocks_of("Xi calls Hale to talk trade"), ElementsAre(testing::StartsWith("body")));
}

TEST(FindBlocks, TakesBylineAndDateUnderATitleForHeadings) {
  EXPECT_THAT(blocks_of("Council ashamed: bridge to stay shut\nBy Ann Pugh\nThursday 12 February\nThe bridge will stay "
                        "shut until May, the council said.\nNobody there was glad.\n"),
              ElementsAre(testing::StartsWith("heading"), "heading > By Ann Pugh", "heading > Thursday 12 February",
                          testing::StartsWith("body"), testing::StartsWith("body")));
}

TEST(FindBlocks, TakesTitleLikeLinesThatStandAloneForHeadings) {
  EXPECT_THAT(
      blocks_of("The two spoke on Monday.\n\nWhat they want\n\nBoth want the tariffs gone, and soon."),
      ElementsAre("body >> The two spoke on Monday.", "heading >> What they want", testing::StartsWith("body")));
  EXPECT_THAT(blocks_of("The two spoke on Monday.\nWhat they want\nBoth want the tariffs gone, and soon."),
              ElementsAre("body >> The two spoke on Monday.", "heading > What they want", testing::StartsWith("body")));
}

TEST(FindBlocks, TakesHashesWithoutATitleForText) {
  EXPECT_THAT(blocks_of("#\u202F#"), ElementsAre("body >> #\u202F#"));
  EXPECT_THAT(blocks_of("## \u3000 ##"), ElementsAre("body >> ## \u3000 ##"));
}

TEST(FindBlocks, LeavesMarkdownsHashesOut) {
  EXPECT_THAT(
      blocks_of("# Trade talks #\nThey met.\n### What next?\n#trade is a tag."),
      ElementsAre("heading >> Trade talks", "body > They met.", "heading > What next?", "body > #trade is a tag."));
}

TEST(FindBlocks, TakesTimesOfALiveBlogForHeadings) {
  EXPECT_THAT(blocks_of("09:42\nXi lands in Busan.\n9.55am\nHale follows.\n15:30 GMT\nThey meet.\n16:10 They part."),
              ElementsAre("heading >> 09:42", "body > Xi lands in Busan.", "heading > 9.55am", "body > Hale follows.",
                          "heading > 15:30 GMT", "body > They meet.", "body > 16:10 They part."));
}

TEST(FindBlocks, TakesNoSpeakersLabelLeadInOrQuotationForAHeading) {
  EXPECT_THAT(blocks_of("Mao Ning: China is open\nReuters: Has the ministry seen the letter?\nMao Ning: It has.\n"),
              testing::Each(testing::StartsWith("body")));
  EXPECT_THAT(blocks_of("They met.\n\nBoth sides agreed on this:\n\nThe tariffs go by May, the ministry said."),
              testing::Each(testing::StartsWith("body")));
  EXPECT_THAT(blocks_of("They met.\n\n“We Won”\n\nThe crowd was large and loud, the police said."),
              testing::Each(testing::StartsWith("body")));
  EXPECT_THAT(blocks_of("He said “We won.”\n\nThe crowd was large and loud, the police said."),
              testing::Each(testing::StartsWith("body")));
}

}  // namespace
}  // namespace quoth
