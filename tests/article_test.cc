// Statements of articles: what reaches from one sentence or paragraph into the next, and what is none.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quoth/attribute/attributor.h"
#include "statements_of.h"

namespace quoth {
namespace {

using Statements = std::vector<std::string>;

// "direct Maren Aldous > Ilse Brandt: “We agree.”" for each direct or mixed statement of the text.
Statements quoted_statements(std::string_view text) {
  const Document document = document_of(text);
  const std::vector<std::string> speakers = speakers_of(text);
  const std::vector<Attribution> attributions = attributions_of(document, false);
  Statements out;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    if (attributions[i].kind == AttributionKind::indirect) continue;
    out.push_back(std::string(to_string(attributions[i].kind)) + " " + speakers[i] + ": " +
                  joined(document, attributions[i].content));
  }
  return out;
}

TEST(DraftArticle, LeadInLineOwnsTheQuotedItemsBelowIt) {
  EXPECT_EQ(statements_of("Karin Holm laid out her case in two points (Harbour Board):\n"
                          "- “The ferry belongs to the people who work on it.”\n"
                          "- \"No buyer has shown us a plan.”\n"
                          "The sale was put off until June."),
            (Statements{"direct [Karin Holm|laid] “The ferry belongs to the people who work on it.”",
                        "direct [Karin Holm|laid] \"No buyer has shown us a plan.”"}));
}

TEST(DraftArticle, SourceTagBehindAnItemIsNoContent) {
  EXPECT_EQ(statements_of("Karin Holm was blunt:\n- “The ferry stays.” (Gazette)"),
            (Statements{"direct [Karin Holm|was blunt] “The ferry stays.”"}));
}

TEST(DraftArticle, UnquotedItemsBelongToALineThatSays) {
  EXPECT_EQ(statements_of("Karin Holm said:\n- The ferry leaks.\n- The pump is old.\n\nIt rained."),
            (Statements{"indirect [Karin Holm|said] The ferry leaks", "indirect [Karin Holm|said] The pump is old"}));
}

TEST(DraftArticle, ItemsWithoutALeadInAreNoStatements) {
  EXPECT_EQ(statements_of("Agenda for Monday:\n- Coffee at nine\n- The ferry"), Statements{});
}

TEST(DraftArticle, ItemWithItsOwnCueKeepsItsOwnSource) {
  EXPECT_EQ(
      statements_of("Karin Holm was blunt:\n- “The ferry leaks.”\n- “It does not,” said Anna Reyes."),
      (Statements{"direct [Karin Holm|was blunt] “The ferry leaks.”", "direct [Anna Reyes|said] “It does not,”"}));
}

TEST(DraftArticle, BlockQuotesBelowALeadInAreVerbatim) {
  EXPECT_EQ(statements_of("Karin Holm wrote:\n> The ferry leaks and nobody has looked at it since spring.\n\n"
                          "It was her second letter."),
            (Statements{"direct [Karin Holm|wrote] The ferry leaks and nobody has looked at it since spring."}));
}

TEST(DraftArticle, QuotedParagraphsBelowALeadInAreOwned) {
  EXPECT_EQ(statements_of("Karin Holm was blunt:\n\n“The ferry leaks.”\n\nThe board met on Friday."),
            (Statements{"direct [Karin Holm|was blunt] “The ferry leaks.”"}));
}

TEST(DraftArticle, SpeechOverSeveralParagraphsIsOneStatement) {
  EXPECT_EQ(
      statements_of("“The ferry leaks,” said Karin Holm. “We saw it in March.\n\n"
                    "“We saw it again in June.”\n\nThe board has not replied."),
      (Statements{"direct [Karin Holm|said] “The ferry leaks,” + “We saw it in March. + “We saw it again in June.”"}));
}

TEST(DraftArticle, CueAtTheEndOwnsTheParagraphsBeforeIt) {
  EXPECT_EQ(statements_of("“We saw it in March.\n\n“We saw it again in June,” Karin Holm said."),
            (Statements{"direct [Karin Holm|said] “We saw it in March. + “We saw it again in June,”"}));
}

TEST(DraftArticle, QuotationInTheNextSentenceGoesOn) {
  EXPECT_EQ(statements_of("“The ferry leaks,” Karin Holm said. “We saw it in March.”"),
            (Statements{"direct [Karin Holm|said] “The ferry leaks,” + “We saw it in March.”"}));
}

TEST(DraftArticle, QuotedParagraphWithoutACueIsTheLastSpeakers) {
  EXPECT_EQ(
      statements_of("“The ferry leaks,” Karin Holm said.\n\n“We saw it in March.”\n\nThe board met."),
      (Statements{"direct [Karin Holm|said] “The ferry leaks,”", "direct [Karin Holm|said] “We saw it in March.”"}));
}

TEST(DraftArticle, ColonAfterANameIsACue) {
  EXPECT_EQ(statements_of("Holm: “We are ready.”"), (Statements{"direct [Holm|:] “We are ready.”"}));
}

TEST(DraftArticle, PartlyQuotedContentIsMixed) {
  EXPECT_EQ(statements_of("Karin Holm said the ferry was “a bathtub” with an engine."),
            (Statements{"mixed [Karin Holm|said] the ferry was “a bathtub” with an engine"}));
}

TEST(DraftArticle, AccordingToIsTheNamedPersonsAloneWithoutASecondCue) {
  EXPECT_EQ(
      statements_of("According to Karin Holm, Anna Reyes “showed her the logbook,\" including the last page."),
      (Statements{"mixed [Karin Holm|According to] Anna Reyes “showed her the logbook,\" including the last page"}));
}

TEST(DraftArticle, MixedMarksPair) {
  EXPECT_EQ(statements_of("“The ferry leaks,\" Karin Holm said."),
            (Statements{"direct [Karin Holm|said] “The ferry leaks,\""}));
}

TEST(DraftArticle, UnclosedMarkCostsOnlyItsParagraph) {
  EXPECT_EQ(
      statements_of("Karin Holm said the ferry was \"sinking.\n\n\"It is dry,\" said Anna Reyes."),
      (Statements{"mixed [Karin Holm|said] the ferry was \"sinking.", "direct [Anna Reyes|said] \"It is dry,\""}));
}

TEST(DraftArticle, ScareQuotesAndNicknamesAreNoStatements) {
  EXPECT_EQ(statements_of("The so-called “ferry of sighs” was towed away on Monday.\n\n"
                          "Friends of Karin “Captain” Holm waited."),
            Statements{});
}

TEST(DraftArticle, ReportedClauseIsAnIndirectStatement) {
  EXPECT_EQ(statements_of("Karin Holm said that the ferry leaks."),
            (Statements{"indirect [Karin Holm|said] that the ferry leaks"}));
  EXPECT_EQ(statements_of("The ferry leaks, according to Karin Holm."),
            (Statements{"indirect [Karin Holm|according to] The ferry leaks"}));
}

TEST(DraftArticle, ContentAroundItsCueIsOneStatement) {
  EXPECT_EQ(statements_of("“The ferry leaks,” Karin Holm said, “and the board knows it.”"),
            (Statements{"direct [Karin Holm|said] “The ferry leaks,” + “and the board knows it.”"}));
}

TEST(DraftArticle, TextWithoutStatementsGivesNone) {
  EXPECT_EQ(statements_of(""), Statements{});
  EXPECT_EQ(statements_of("The ferry left at nine. It came back at noon."), Statements{});
}

// A newsletter whose nine quoted statements come out: content to the character, kind, speaker.
TEST(DraftArticle, NewsletterIsReadWhole) {
  const std::string newsletter =
      "Aldous rings Brandt about the straits\n"
      "Veldhaven would like Brisk to know where it stands on the straits.\n"
      "On March 3, Maren Aldous spoke to Sorvian Prime Minister Ilse Brandt by telephone about the convoy dispute "
      "between "
      "Norland and Kaoling.\n"
      "Catching up: Ties between Norland and Kaoling soured last month when new Kaolingese President Tan Weimin told "
      "Kaoling’s assembly that a “blockade of the straits” would be a “line that cannot be uncrossed” – "
      "perhaps leading to a call-up of its reserves.\n"
      "- An angry Norland has since recalled its envoy and closed two ports.\n"
      "During the call, Aldous put the ferry question in legal terms (Foreign Ministry):\n"
      "- “Norland and Sorvia drew up the convention of the straits together; today, they ought to defend together what "
      "it "
      "gave both of them.”\n"
      "- “Free passage's return is a cornerstone of the settlement after the war.”\n"
      "Aldous also welcomed progress in relations with Sorvia since her visit to Brisk in autumn:\n"
      "- “Relations between our countries have on the whole been steady and cordial.”\n"
      "- “Both of us should keep this up…shorten the list of quarrels, lengthen the list of joint work, [and] find new "
      "fields for it.”\n"
      "In a post on Plaza, Brandt, as usual, dwelt on grain – leaving the straits out:\n"
      "- “I have just had an excellent talk with President Aldous, of Norland.\"\n"
      "- \"We went over many things including Wheat/Barley, Ferries, Timber and other Forest Goods, etc.”\n"
      "- “Both of us have done a good deal to keep our word on time and in full.”\n"
      "And then: An hour after her call with Aldous, Brandt rang President Tan.\n"
      "- According to Tan, Brandt “set out the present state of relations with Norland.\" (Lanpei Post)\n"
      "Read between the lines: There are several ways to take Aldous’s message to Brandt.\n"
      "- She may have wanted to make sure that the convoy dispute does not spoil the thaw between Norland and Sorvia.\n"
      "The bigger picture: Brandt’s sunny view of Norland will unsettle Sorvia’s friends along the straits.";
  EXPECT_EQ(
      quoted_statements(newsletter),
      (Statements{
          "mixed Tan Weimin > Kaoling’s assembly: that a “blockade of the straits” would be a “line that cannot be "
          "uncrossed”",
          "direct Maren Aldous > Ilse Brandt: “Norland and Sorvia drew up the convention of the straits together; "
          "today, they "
          "ought to defend together what it gave both of them.”",
          "direct Maren Aldous > Ilse Brandt: “Free passage's return is a cornerstone of the settlement after the "
          "war.”",
          "direct Maren Aldous > Ilse Brandt: “Relations between our countries have on the whole been steady and "
          "cordial.”",
          "direct Maren Aldous > Ilse Brandt: “Both of us should keep this up…shorten the list of quarrels, lengthen "
          "the list of "
          "joint work, [and] find new fields for it.”",
          "direct Ilse Brandt: “I have just had an excellent talk with President Aldous, of Norland.\"",
          "direct Ilse Brandt: \"We went over many things including Wheat/Barley, Ferries, Timber and other Forest "
          "Goods, etc.”",
          "direct Ilse Brandt: “Both of us have done a good deal to keep our word on time and in full.”",
          "mixed Tan Weimin: Brandt “set out the present state of relations with Norland.\""}));
}

TEST(DraftArticle, LeadInIsTheMainClauses) {
  EXPECT_EQ(statements_of("Karin Holm had chosen her words weeks earlier, in a speech that her own party disliked:\n"
                          "> “The ferry is no toy.”"),
            (Statements{"direct [Karin Holm|had chosen] “The ferry is no toy.”"}));
}

TEST(DraftArticle, LeadInMayFollowATitleInBold) {
  EXPECT_EQ(statements_of("**Ferries.** Speaking without notes, the mayor had a complaint for the captains:\n"
                          "- “How much is a ferry worth afloat?”"),
            (Statements{"direct [the mayor|had] “How much is a ferry worth afloat?”"}));
}

TEST(DraftArticle, LinesOfOneBlockQuoteAreOneStatement) {
  EXPECT_EQ(statements_of("The mayor published two lines:\n\n> This is not a ferry.\n> This is a bridge."),
            (Statements{"direct [The mayor|published] This is not a ferry. + This is a bridge."}));
}

}  // namespace
}  // namespace quoth
