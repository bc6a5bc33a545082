#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "made_sheet.h"
#include "quoth/attribute/statement_context_internal.h"
#include "quoth/attribute/statement_finder_internal.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string window_text(const MadeSheet& made, std::string_view cue) {
  return made.text(window_around(made.sheet, made.cue(cue)));
}

TEST(WindowAround, IsTheSentenceOfTheCue) {
  EXPECT_EQ(window_text(MadeSheet("It rained. Holm said the ferry leaks. The board met."), "said"),
            "Holm said the ferry leaks.");
}

TEST(WindowAround, QuotationsJoinTheSentencesBesideIt) {
  EXPECT_EQ(window_text(MadeSheet("It rained. “It leaks. It sinks,” Holm said. “We saw it.” The board met."), "said"),
            "“It leaks. It sinks,” Holm said. “We saw it.”");
}

TEST(WindowAround, ACueInsideAQuotationSeesItsOwnSentence) {
  EXPECT_EQ(window_text(MadeSheet("“It rained.\n\n“Aldous told us so. It leaks. It sinks.”\n\n“No.”"), "told"),
            "“Aldous told us so.");
}

TEST(WindowAround, EndsWithTheParagraph) {
  EXPECT_EQ(window_text(MadeSheet("“We saw it.”\n\nHolm said so.\n\n“It leaks.”"), "said"), "Holm said so.");
}

TEST(WindowAround, TakesEightSentencesOnEitherSide) {
  std::string quotations;
  for (int i = 0; i < 12; ++i) quotations += "“It leaks.” ";
  const MadeSheet made(quotations + "Holm said so. " + quotations);
  const Range window = window_around(made.sheet, made.cue("said"));
  EXPECT_EQ(made.words()[window.begin].sentence + 8, made.word("said").sentence);
  EXPECT_EQ(made.words()[window.end - 1].sentence, made.word("said").sentence + 8);
}

TEST(WindowAround, OfAnEndlessSentenceIsWhatIsNearTheCue) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "ferry ";
  text += "Holm said ";
  for (int i = 0; i < 3000; ++i) text += "leaks ";
  const MadeSheet made(text);
  const Range window = window_around(made.sheet, made.cue("said"));
  EXPECT_TRUE(window.contains(made.place("Holm")));
  EXPECT_TRUE(window.contains(made.place("leaks")));
  EXPECT_LT(window.size(), 1000U);
}

// Parts that take "said" for a cue, what is before it for its source, "it" for where the content begins, and that give
// the probability of the judge's bias.
class FindStatements : public testing::Test {
 protected:
  static AttributionModelParts parts(const MadeSheet& made, float probability_bias) {
    AttributionModelParts parts;
    ChainFeatures cues;
    std::vector<WantedLabel> cue_labels;
    ChainFeatures roles;
    std::vector<WantedLabel> role_labels;
    for (std::uint32_t i = 0; i < made.words().size(); ++i) {
      if (made.text({i, i + 1}) != "said") continue;
      cue_labels.push_back({i, 1, 3});
      const std::size_t first = roles.size();
      const CueCandidate cue{{i, i + 1}, i, 0.9F};
      add_role_features(made.words(), seats_around(made.words(), window_around(made.sheet, cue), cue), cue, {cue},
                        roles);
      role_labels.push_back({first, role_label::kSourceBegins, 3});
      role_labels.push_back({first + 2, role_label::kContentBegins, 3});
      for (std::size_t seat = first; seat < roles.size(); ++seat)
        if (seat != first && seat != first + 2) role_labels.push_back({seat, seat < first + 2 ? 0U : 4U, 3});
    }
    for (const Range sentence : made.sheet.sentences) add_cue_features(made.words(), sentence, cues);
    for (std::size_t i = 0; i < made.words().size(); ++i)
      if (made.text({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i) + 1}) != "said")
        cue_labels.push_back({i, 0, 3.9F});
    parts.cues = table_for(cues, cue_shape(), kCueBucketBits, cue_labels);
    parts.roles = table_for(roles, role_shape(), kRoleBucketBits, role_labels);
    parts.ranker = RoleRanker(std::vector<float>(kRankerColumns, 0.0F));
    LinearModel judge;
    judge.outputs = 1;
    judge.weights.assign(kJudgeColumns, 0.0);
    judge.biases = {probability_bias};
    parts.judge = StatementJudge(judge);
    judge.weights.assign(kContextColumns, 0.0);
    judge.weights[0] = 1;  // what the first judge says
    judge.biases = {0};
    parts.context = StatementJudge(judge);
    return parts;
  }
};

TEST_F(FindStatements, GivesThoseThatAreAsLikelyAsTheThreshold) {
  const MadeSheet made("Holm said it leaks now");
  FinderScratch scratch;
  const std::vector<FoundStatement> found = find_statements(made.sheet, parts(made, 1), scratch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(made.text(found[0].cue.words), "said");
  EXPECT_THAT(made.texts(found[0].roles.source), ElementsAre("Holm"));
  EXPECT_THAT(made.texts(found[0].roles.content), ElementsAre("it leaks now"));
  EXPECT_NEAR(found[0].probability, 0.731, 0.001);
  EXPECT_THAT(find_statements(made.sheet, parts(made, -1), scratch), IsEmpty());
}

TEST_F(FindStatements, ComeInTheOrderOfTheirCues) {
  const MadeSheet made("Holm said it leaks now. Aldous said it sinks soon.");
  FinderScratch scratch;
  const std::vector<FoundStatement> found = find_statements(made.sheet, parts(made, 1), scratch);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(made.texts(found[0].roles.source), ElementsAre("Holm"));
  EXPECT_THAT(made.texts(found[1].roles.source), ElementsAre("Aldous"));
}

TEST_F(FindStatements, AreNoneOfNoWords) {
  const MadeSheet made("");
  FinderScratch scratch;
  EXPECT_THAT(find_statements(made.sheet, parts(MadeSheet("Holm said it leaks now"), 1), scratch), IsEmpty());
}

}  // namespace
}  // namespace quoth
