#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "made_sheet.h"
#include "quoth/attribute/judge_trainer_internal.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;

constexpr std::uint32_t kFolds = 2;

std::vector<bool> rightness(const JudgedArticle& statements) {
  std::vector<bool> right;
  for (const CheckedStatement& one : statements) right.push_back(one.right);
  return right;
}

CheckedStatement agreeing(const GoldRoles* gold, bool own_cue, float probability) {
  CheckedStatement one;
  one.gold = gold;
  one.own_cue = own_cue;
  one.found.cue.probability = probability;
  return one;
}

TEST(MarkRight, OneThatAgreesWithNothingIsWrong) {
  JudgedArticle statements = {agreeing(nullptr, false, 0.9F)};
  mark_right(statements);
  EXPECT_THAT(rightness(statements), ElementsAre(false));
}

TEST(MarkRight, OfThoseThatSayTheSameTheOneByTheGoldsOwnCueIs) {
  const GoldRoles gold;
  JudgedArticle statements = {agreeing(&gold, false, 0.9F), agreeing(&gold, true, 0.2F)};
  mark_right(statements);
  EXPECT_THAT(rightness(statements), ElementsAre(false, true));
}

TEST(MarkRight, ElseTheOneWhoseCueIsSurestOrComesFirst) {
  const GoldRoles gold;
  JudgedArticle statements = {agreeing(&gold, false, 0.2F), agreeing(&gold, false, 0.9F), agreeing(&gold, false, 0.9F)};
  mark_right(statements);
  EXPECT_THAT(rightness(statements), ElementsAre(false, true, false));
}

TEST(MarkRight, DifferentAttributionsDoNotMatter) {
  const std::vector<GoldRoles> gold(2);
  JudgedArticle statements = {agreeing(gold.data(), true, 0.2F), agreeing(gold.data() + 1, false, 0.9F)};
  mark_right(statements);
  EXPECT_THAT(rightness(statements), ElementsAre(true, true));
}

// Articles of two statements each: "said" gives a true one, "leaks" a false one, each known by a fact of its own.
class TrainJudge : public testing::Test {
 protected:
  TrainJudge() {
    const MadeSheet made("Holm said it leaks now.");
    for (std::uint32_t i = 0; i < 400; ++i) {
      TrainingArticle& article = articles_.emplace_back();
      article.sheet = made.sheet;
      article.fold = i % kFolds;
      article.attributions = 1;
      article.gold.resize(1);
    }
    for (const TrainingArticle& article : articles_) {
      JudgedArticle statements(2);
      statements[0] = found(made, "said", {2, 5}, {{20}, {1}});
      statements[0].gold = article.gold.data();
      statements[1] = found(made, "leaks", {4, 5}, {{30}, {1}});
      mark_right(statements);
      judged_.push_back(std::move(statements));
    }
  }

  static CheckedStatement found(const MadeSheet& made, std::string_view cue, Range content, SparseFacts facts) {
    CheckedStatement one;
    one.found.cue = made.cue(cue);
    one.found.roles.content = {content};
    one.facts = std::move(facts);
    return one;
  }

  TrainedJudge trained() const { return train_judge(articles_, judged_, kFolds, 1); }

  std::vector<TrainingArticle> articles_;
  std::vector<JudgedArticle> judged_;
};

TEST_F(TrainJudge, TrueOnesAreLikelierThanFalseOnesAndTheThresholdIsBetween) {
  const TrainedJudge judge = trained();
  const auto probability = [&](std::uint32_t column) {
    return judge.context.probability({{0}, {judge.judge.log_odds({{column}, {1}})}});
  };
  EXPECT_GT(probability(20), judge.threshold);
  EXPECT_LT(probability(30), judge.threshold);
  EXPECT_EQ(judge.precision, 1);
  EXPECT_EQ(judge.recall, 1);
  EXPECT_EQ(judge.f1, 1);
}

TEST_F(TrainJudge, AttributionsThatNothingFindsCostRecall) {
  for (TrainingArticle& article : articles_) article.attributions = 2;
  EXPECT_EQ(trained().precision, 1);
  EXPECT_EQ(trained().recall, 0.5);
}

TEST_F(TrainJudge, TheSameStatementASecondTimeCountsOnce) {
  for (JudgedArticle& statements : judged_) {
    statements[1] = statements[0];
    statements[1].found.cue.words = {5, 6};
  }
  EXPECT_EQ(trained().precision, 1);
  EXPECT_EQ(trained().recall, 1);
}

TEST_F(TrainJudge, IsTheSameForAnyNumberOfThreads) {
  const TrainedJudge one = train_judge(articles_, judged_, kFolds, 1);
  const TrainedJudge two = train_judge(articles_, judged_, kFolds, 2);
  EXPECT_EQ(one.judge.log_odds({{20}, {1}}), two.judge.log_odds({{20}, {1}}));
  EXPECT_EQ(one.context.log_odds({{0, 3}, {1, 1}}), two.context.log_odds({{0, 3}, {1, 1}}));
  EXPECT_EQ(one.threshold, two.threshold);
}

}  // namespace
}  // namespace quoth
