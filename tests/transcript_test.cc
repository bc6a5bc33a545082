#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "quoth/attribute/attributor.h"
#include "statements_of.h"

namespace quoth {
namespace {

using Statements = std::vector<std::string>;

constexpr std::string_view kBriefing =
    "Elizabeth Farrow: We are glad to see you all.\n"
    "Thank you for coming.\n"
    "Reporter: Will the ferry be sold?\n"
    "Elizabeth Farrow: Not this year. The governor of the bank said, “The ferry stays.”\n"
    "(Laughter.)\n"
    "Halden Gazette: And next year?\n"
    "Elizabeth Farrow: Ask me then.";

std::vector<Attribution> attributions_of(std::string_view text) {
  return attributions_of(document_of(text), true);
}

bool transcript(std::string_view text) {
  return looks_like_transcript(document_of(text));
}

TEST(LooksLikeTranscript, TurnsThatComeAgainMakeOne) {
  EXPECT_TRUE(transcript(kBriefing));
  EXPECT_TRUE(transcript("Q: Why now?\n\nA: Because it leaks.\n\nQ: Since when?\n\nA: Since March."));
}

TEST(LooksLikeTranscript, ArticlesAreNone) {
  EXPECT_FALSE(transcript(""));
  EXPECT_FALSE(transcript("Karin Holm said:\n- “The ferry leaks.”\n- “The board knows.”\nIt rained."));
  EXPECT_FALSE(
      transcript("Note: the office closes at noon.\n\nThe mayor spoke.\n\nWarning: roads may be wet.\n\n"
                 "It rained.\n\nTomorrow: sun."));
}

TEST(DraftTranscript, ParagraphsBelowALabelBelongToItsTurn) {
  const Statements statements = statements_of(kBriefing);
  ASSERT_EQ(statements.size(), 6U);
  EXPECT_EQ(statements[0], "direct [Elizabeth Farrow|:] We are glad to see you all. + Thank you for coming.");
  EXPECT_EQ(statements[1], "direct [Reporter|:] Will the ferry be sold?");
}

TEST(DraftTranscript, ReportInsideATurnGivesBoth) {
  const Statements statements = statements_of(kBriefing);
  ASSERT_EQ(statements.size(), 6U);
  EXPECT_EQ(statements[2],
            "direct [Elizabeth Farrow|:] Not this year. The governor of the bank said, “The ferry stays.”");
  EXPECT_EQ(statements[3], "direct [The governor of the bank|said] “The ferry stays.”");
  const std::vector<Attribution> attributions = attributions_of(kBriefing);
  EXPECT_TRUE(attributions[3].nested);
  EXPECT_FALSE(attributions[2].nested);
}

TEST(DraftTranscript, TurnsAreDirectWithoutMarks) {
  for (const Attribution& attribution : attributions_of("Farrow: No.\nHolm: Yes.\nFarrow: Never.")) {
    EXPECT_EQ(attribution.kind, AttributionKind::direct);
    EXPECT_TRUE(attribution.unquoted);
  }
}

TEST(DraftTranscript, QuestionersAreMarked) {
  const std::vector<Attribution> attributions = attributions_of(kBriefing);
  ASSERT_EQ(attributions.size(), 6U);
  EXPECT_EQ(attributions[0].role, SpeakerRole::none);
  EXPECT_EQ(attributions[1].role, SpeakerRole::questioner);
  EXPECT_EQ(attributions[4].role, SpeakerRole::questioner);
  EXPECT_EQ(attributions[5].role, SpeakerRole::none);
}

TEST(DraftTranscript, QuestionAndAnswerAddressEachOther) {
  EXPECT_EQ(speakers_of(kBriefing),
            (Statements{"Elizabeth Farrow", "- > Elizabeth Farrow", "Elizabeth Farrow > Reporter", "-",
                        "Halden Gazette > Elizabeth Farrow", "Elizabeth Farrow > Halden Gazette"}));
}

TEST(DraftTranscript, StageDirectionsAreSaidByNobody) {
  const Statements statements =
      statements_of("Farrow: No.\n[Applause]\n(Cross-talk.)\nHolm: Yes.\nFarrow: Never.\nEND");
  EXPECT_EQ(statements, (Statements{"direct [Farrow|:] No.", "direct [Holm|:] Yes.", "direct [Farrow|:] Never."}));
}

TEST(DraftTranscript, OwnThoughtsAreNoReports) {
  EXPECT_EQ(statements_of("Farrow: I think that the ferry leaks.\nHolm: We believe it is dry.\nFarrow: Wait."),
            (Statements{"direct [Farrow|:] I think that the ferry leaks.", "direct [Holm|:] We believe it is dry.",
                        "direct [Farrow|:] Wait."}));
}

TEST(DraftTranscript, EarlierOwnSpeechIsAReport) {
  EXPECT_EQ(statements_of("Farrow: I told him that the ferry leaks.\nHolm: When?\nFarrow: In May."),
            (Statements{"direct [Farrow|:] I told him that the ferry leaks.", "indirect [I|told] that the ferry leaks",
                        "direct [Holm|:] When?", "direct [Farrow|:] In May."}));
}

TEST(DraftTranscript, LabelsHaveOfficesOutletsAndMembers) {
  EXPECT_EQ(statements_of("Hon. Karin Holm (Leader of the Opposition, CPC): Why?\nSome hon. members: Oh, oh!\n"
                          "Elif Aslam, Gulf Courier: When?\nHon. Karin Holm: Now."),
            (Statements{"direct [Hon. Karin Holm (Leader of the Opposition, CPC)|:] Why?",
                        "direct [Some hon. members|:] Oh, oh!", "direct [Elif Aslam, Gulf Courier|:] When?",
                        "direct [Hon. Karin Holm|:] Now."}));
}

TEST(DraftTranscript, QuestionMayBeSetOffByBlanks) {
  EXPECT_EQ(
      statements_of("THE MAYOR:  Hello.\n\nQ    Madam Mayor, why?\n\nTHE MAYOR:  Because.\n\nEND 1:31 P.M."),
      (Statements{"direct [THE MAYOR|:] Hello.", "direct [Q|] Madam Mayor, why?", "direct [THE MAYOR|:] Because."}));
}

TEST(DraftTranscript, EditorsClosingLineIsNobodysTurn) {
  EXPECT_EQ(statements_of("LEDGER: Why?\n\nHOLM: Because.\n\nLEDGER: And now?\n\nHOLM: Only ferries.\n\n"
                          "The interview was held in English."),
            (Statements{"direct [LEDGER|:] Why?", "direct [HOLM|:] Because.", "direct [LEDGER|:] And now?",
                        "direct [HOLM|:] Only ferries."}));
}

TEST(DraftTranscript, OwnWordsOfAnEarlierDayAreAReport) {
  EXPECT_EQ(statements_of("Farrow: It leaks.\nHolm: Since when?\nFarrow: I said in March that it leaks."),
            (Statements{"direct [Farrow|:] It leaks.", "direct [Holm|:] Since when?",
                        "direct [Farrow|:] I said in March that it leaks.", "indirect [I|said] that it leaks"}));
}

TEST(DraftTranscript, LabelsMayBeShoutedTitledOrBracketed) {
  EXPECT_EQ(statements_of("MS. FARROW: No.\n\nMR. HOLM: Yes.\n\nMS. FARROW: Never."),
            (Statements{"direct [MS. FARROW|:] No.", "direct [MR. HOLM|:] Yes.", "direct [MS. FARROW|:] Never."}));
  EXPECT_EQ(statements_of("Mr Holm (Lagoon North): Yes.\n\nMrs Farrow (Bay): No.\n\nMr Holm (Lagoon North): Yes."),
            (Statements{"direct [Mr Holm (Lagoon North)|:] Yes.", "direct [Mrs Farrow (Bay)|:] No.",
                        "direct [Mr Holm (Lagoon North)|:] Yes."}));
}

TEST(DraftTranscript, TitlesNameNoSpeaker) {
  const std::vector<std::string> turns = speakers_of(
      "Interview: Karin Holm on river ice\n\nQ: Does it hold?\n\nHolm: It never holds.\n\nQ: Never?\n\nHolm: Never.");
  EXPECT_EQ(turns, (std::vector<std::string>{"- > Karin Holm", "Karin Holm > Q", "- > Karin Holm", "Karin Holm > Q"}));
}

TEST(DraftTranscript, LabelWithoutWordsIsNoStatement) {
  EXPECT_EQ(statements_of("Farrow:\nHolm: Yes.\nFarrow: Never.\nHolm: So be it."),
            (Statements{"direct [Holm|:] Yes.", "direct [Farrow|:] Never.", "direct [Holm|:] So be it."}));
}

TEST(DraftTranscript, AForcedTranscriptWithoutLabelsIsReadAsAnArticle) {
  const Document document = document_of("“The ferry leaks,” Karin Holm said.");
  const std::vector<Attribution> attributions = attributions_of(document, true);
  ASSERT_EQ(attributions.size(), 1U);
  EXPECT_EQ(attributions.front().speaker, "Karin Holm");
}

}  // namespace
}  // namespace quoth
