#include "quoth/attribute/evaluate_attributions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/base/error.h"

namespace quoth {
namespace {

using testing::SizeIs;

constexpr std::string_view kText =
    "The mayor said the bridge is safe for lorries. “We checked every bolt,” Ann Kerr told Bob, “twice.” "
    "Divers believe that the pier moved.";

// The spans of `words` in kText.
std::vector<Span> spans(const std::vector<std::string>& words) {
  std::vector<Span> out;
  for (const std::string& word : words) {
    const std::size_t begin = kText.find(word);
    EXPECT_NE(begin, std::string::npos) << word;
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + word.size())});
  }
  return out;
}

Attribution attribution(const std::vector<std::string>& source, const std::vector<std::string>& cue,
                        const std::vector<std::string>& content) {
  Attribution one;
  one.source = spans(source);
  one.cue = spans(cue);
  one.content = spans(content);
  return one;
}

GoldArticle article(const std::vector<Attribution>& attributions) {
  GoldArticle result;
  result.id = "bridge";
  result.text = kText;
  result.where = "gold.jsonl:1";
  result.attributions = attributions;
  result.notes.resize(attributions.size());
  return result;
}

AttributionFigures figures_of(const std::vector<Attribution>& gold, const std::vector<Attribution>& predicted) {
  return evaluate_article(article(gold), article(predicted));
}

Attribution mayor() {
  return attribution({"The mayor"}, {"said"}, {"the bridge is safe for lorries"});
}
Attribution kerr() {
  return attribution({"Ann Kerr"}, {"told"}, {"“We checked every bolt,”", "“twice.”"});
}
Attribution divers() {
  return attribution({"Divers"}, {"believe"}, {"that the pier moved"});
}

TEST(EvaluateAttributions, FindsNothingWrongWithTheGold) {
  const AttributionFigures figures = figures_of({mayor(), kerr(), divers()}, {divers(), mayor(), kerr()});
  EXPECT_EQ(figures.attribution.f1(), 1);
  for (const RoleFigures& role : {figures.cue, figures.source, figures.content}) {
    EXPECT_EQ(role.exact.f1(), 1);
    EXPECT_EQ(role.overlap.f1(), 1);
    EXPECT_EQ(role.spans.f1(), 1);
  }
  EXPECT_EQ(figures.direct.right, 1U);
  EXPECT_EQ(figures.direct_speaker.share(), 1);
  EXPECT_EQ(figures.indirect.of, 2U);
  EXPECT_EQ(figures.indirect.share(), 1);
}

TEST(EvaluateAttributions, CountsAnAttributionWhoseContentSharesHalfOfTheTokens) {
  EXPECT_EQ(figures_of({mayor()}, {attribution({"The mayor"}, {}, {"the bridge is"})}).attribution.right, 1U);
  EXPECT_EQ(figures_of({mayor()}, {attribution({"The mayor"}, {}, {"the bridge"})}).attribution.right, 0U);
}

TEST(EvaluateAttributions, WantsATokenOfTheSource) {
  EXPECT_EQ(figures_of({mayor()}, {attribution({"mayor said"}, {}, {"the bridge is safe"})}).attribution.right, 1U);
  EXPECT_EQ(figures_of({mayor()}, {attribution({"Divers"}, {}, {"the bridge is safe"})}).attribution.right, 0U);
  EXPECT_EQ(figures_of({mayor()}, {attribution({}, {}, {"the bridge is safe"})}).attribution.right, 0U);
}

TEST(EvaluateAttributions, TakesTwoAbsentSourcesForTheSame) {
  const Attribution nobody = attribution({}, {}, {"that the pier moved"});
  EXPECT_EQ(figures_of({nobody}, {nobody}).attribution.right, 1U);
}

TEST(EvaluateAttributions, MatchesOneToOneBestFirst) {
  const Attribution part = attribution({"Divers"}, {}, {"the bridge is safe for"});
  const AttributionFigures figures = figures_of({mayor()}, {part, mayor()});
  EXPECT_EQ(figures.attribution.right, 1U);
  EXPECT_EQ(figures.attribution.predicted, 2U);
}

TEST(EvaluateAttributions, TakesTheFirstOfEquallyGoodMatches) {
  Attribution other = mayor();
  other.source = spans({"Divers"});
  EXPECT_EQ(figures_of({mayor()}, {other, mayor()}).attribution.right, 0U);
  EXPECT_EQ(figures_of({mayor()}, {mayor(), other}).attribution.right, 1U);
}

TEST(EvaluateAttributions, TrimsMarksForExactButNotForSpans) {
  const Attribution bare = attribution({"Ann Kerr"}, {"told"}, {"We checked every bolt", "twice"});
  const AttributionFigures figures = figures_of({kerr()}, {bare});
  EXPECT_EQ(figures.content.exact.right, 1U);
  EXPECT_EQ(figures.content.spans.right, 0U);
  EXPECT_EQ(figures.source.spans.right, 1U);
}

TEST(EvaluateAttributions, TakesPiecesThatOnlyMarksPartForOne) {
  const AttributionFigures figures = figures_of({attribution({}, {}, {"safe for lorries. “We checked"})},
                                                {attribution({}, {}, {"safe for lorries", "We checked"})});
  EXPECT_EQ(figures.content.exact.right, 1U);
}

TEST(EvaluateAttributions, CountsSpansOfAttributionsWithoutContent) {
  const AttributionFigures figures = figures_of({attribution({"Divers"}, {"believe"}, {})}, {});
  EXPECT_EQ(figures.source.spans.gold, 1U);
  EXPECT_EQ(figures.source.exact.gold, 0U);
  EXPECT_EQ(figures.attribution.gold, 0U);
}

TEST(EvaluateAttributions, TellsDirectMixedAndIndirectByTheMarks) {
  const Attribution mixed = attribution({"Ann Kerr"}, {}, {"lorries. “We checked every bolt,”"});
  const AttributionFigures figures = figures_of({mayor(), kerr(), mixed}, {});
  EXPECT_EQ(figures.direct_speaker.of, 1U);
  EXPECT_EQ(figures.mixed.of, 1U);
  EXPECT_EQ(figures.indirect.of, 1U);
}

TEST(EvaluateAttributions, ComparesNamesWithoutCase) {
  Attribution gold = kerr();
  gold.speaker = "Ann Straße";
  gold.addressee = "Bob";
  Attribution found = kerr();
  found.speaker = " ANN STRASSE ";
  found.addressee = "Rob";
  const AttributionFigures figures = figures_of({gold, mayor()}, {found, mayor()});
  EXPECT_TRUE(figures.has_names);
  EXPECT_EQ(figures.speaker.right, 1U);
  EXPECT_EQ(figures.speaker.gold, 1U);
  EXPECT_EQ(figures.addressee.right, 0U);
  EXPECT_EQ(figures.addressee.predicted, 1U);
}

TEST(EvaluateAttributions, JudgesTheSpeakerWhereTheSourceIsWrong) {
  Attribution gold = mayor();
  gold.speaker = "Joan Fell";
  Attribution found = gold;
  found.source = spans({"Divers"});
  EXPECT_EQ(figures_of({gold}, {found}).speaker.right, 1U);
}

TEST(EvaluateAttributions, JudgesKindsWhereTheGoldSaysThem) {
  GoldArticle gold = article({mayor(), divers()});
  gold.notes[0].has_kind = true;
  EXPECT_EQ(evaluate_article(gold, as_prediction(gold, {mayor(), divers()})).kind.of, 1U);
  EXPECT_EQ(evaluate_article(gold, as_prediction(gold, {mayor(), divers()})).kind.right, 1U);
  EXPECT_EQ(evaluate_article(gold, article({mayor(), divers()})).kind.right, 0U);
}

TEST(EvaluateAttributions, CountsArticlesWithoutPredictionAsFoundEmpty) {
  const AttributionFigures figures = evaluate_attributions({article({mayor()})}, {});
  EXPECT_EQ(figures.documents, 1U);
  EXPECT_EQ(figures.attribution.gold, 1U);
  EXPECT_EQ(figures.attribution.predicted, 0U);
}

TEST(EvaluateAttributions, PassesOverPredictionsForOtherArticles) {
  GoldArticle other = article({mayor()});
  other.id = "other";
  EXPECT_EQ(evaluate_attributions({article({mayor()})}, {other}).attribution.predicted, 0U);
}

TEST(EvaluateAttributions, RefusesAPredictionForAnotherText) {
  GoldArticle other = article({});
  other.text += "!";
  EXPECT_THROW(evaluate_article(article({}), other), Error);
}

TEST(EvaluateAttributions, AddUpOverArticles) {
  AttributionFigures sum = figures_of({mayor()}, {mayor()});
  sum.add(figures_of({mayor(), kerr()}, {mayor()}));
  EXPECT_EQ(sum.documents, 2U);
  EXPECT_EQ(sum.attribution.right, 2U);
  EXPECT_EQ(sum.attribution.gold, 3U);
  EXPECT_EQ(sum.content.overlap.gold, 17U);
  EXPECT_THAT(sum.predictions, SizeIs(2));
}

TEST(Reliability, TellsHowOftenPredictionsOfAConfidenceAreRight) {
  const std::vector<ReliabilityBin> bins = reliability({{0.1, false}, {0.15, true}, {1, true}, {0.95, false}});
  ASSERT_THAT(bins, SizeIs(2));
  EXPECT_EQ(bins[0].from, 0.1);
  EXPECT_EQ(bins[0].predictions, 2U);
  EXPECT_DOUBLE_EQ(bins[0].confidence, 0.125);
  EXPECT_DOUBLE_EQ(bins[0].right, 0.5);
  EXPECT_EQ(bins[1].to, 1);
  EXPECT_DOUBLE_EQ(bins[1].confidence, 0.975);
}

TEST(Reliability, TakesWhatAttributionCountsAsRight) {
  Attribution sure = mayor();
  sure.confidence = 0.9;
  Attribution unsure = attribution({"Bob"}, {}, {"that the pier moved"});
  unsure.confidence = 0.2;
  const AttributionFigures figures = figures_of({mayor(), divers()}, {unsure, sure});
  ASSERT_THAT(figures.predictions, SizeIs(2));
  EXPECT_FALSE(figures.predictions[0].right);
  EXPECT_EQ(figures.predictions[0].confidence, 0.2);
  EXPECT_TRUE(figures.predictions[1].right);
  EXPECT_NEAR(calibration_error(figures.predictions), 0.15, 1e-12);
}

TEST(Reliability, OfNothingIsEmpty) {
  EXPECT_THAT(reliability({}), SizeIs(0));
  EXPECT_EQ(calibration_error({}), 0);
}

}  // namespace
}  // namespace quoth
