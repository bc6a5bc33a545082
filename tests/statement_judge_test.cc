#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "made_sheet.h"
#include "quoth/attribute/statement_judge_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

using ::testing::HasSubstr;

// "Holm said the ferry leaks." with these roles.
struct Case {
  MadeSheet made{"Holm said the ferry leaks.", {2, 0, 4, 5, 2, 2}};
  CueCandidate cue = made.cue("said");
  LabelledRoles roles;
  SparseFacts ranked;

  Case() {
    roles.source = {{0, 1}};
    roles.content = {{2, 5}};
    roles.begins = roles.ends = roles.inside = roles.source_begins = 0.9F;
  }

  SparseFacts features() const {
    SparseFacts features;
    collect_judge_features(made.words(), cue, roles, ranked, features);
    return features;
  }
};

LinearModel linear_model(double bias) {
  LinearModel model;
  model.outputs = 1;
  model.weights.assign(kJudgeColumns, 0.0);
  model.biases = {bias};
  return model;
}

std::string written(const StatementJudge& judge) {
  ByteWriter writer;
  judge.write(writer);
  return writer.take();
}

std::string fault_of(std::string_view bytes) {
  try {
    ByteReader reader(bytes, "made");
    const StatementJudge judge(reader, kJudgeColumns);
    reader.expect_end();
  } catch (const Error& error) {
    return error.what();
  }
  return "no fault";
}

TEST(CollectJudgeFeatures, ColumnsAreWithinReach) {
  const SparseFacts features = Case().features();
  ASSERT_EQ(features.columns.size(), features.values.size());
  for (const std::uint32_t column : features.columns) EXPECT_LT(column, kJudgeColumns);
}

TEST(CollectJudgeFeatures, MemoryOfEarlierOnesIsNotSeen) {
  const Case one;
  SparseFacts features = Case().features();
  const SparseFacts fresh = features;
  collect_judge_features(one.made.words(), one.cue, one.roles, one.ranked, features);
  EXPECT_EQ(features.columns, fresh.columns);
  EXPECT_EQ(features.values, fresh.values);
}

TEST(CollectJudgeFeatures, TellMoreChanceOfTheCueByMore) {
  Case sure;
  Case unsure;
  unsure.cue.probability = 0.2F;
  EXPECT_GT(sure.features().values[0], 0);
  EXPECT_LT(unsure.features().values[0], 0);
  EXPECT_EQ(sure.features().columns, unsure.features().columns);
}

TEST(CollectJudgeFeatures, TellContentAndSourceApart) {
  const Case whole;
  Case sourceless;
  sourceless.roles.source.clear();
  Case shorter;
  shorter.roles.content = {{3, 5}};
  EXPECT_NE(whole.features().columns, sourceless.features().columns);
  EXPECT_NE(whole.features().columns, shorter.features().columns);
}

TEST(CollectJudgeFeatures, TellWhatTheRankerSaw) {
  const Case one;
  Case other;
  other.ranked = {{77}, {1}};
  EXPECT_NE(one.features().columns, other.features().columns);
}

TEST(CollectJudgeFeatures, SurviveChancesOfZeroAndOne) {
  Case certain;
  certain.cue.probability = 1;
  certain.roles.begins = 0;
  for (const float value : certain.features().values) EXPECT_TRUE(std::isfinite(value));
}

TEST(StatementJudge, ProbabilityIsTheLogisticOfBiasAndWeights) {
  LinearModel model = linear_model(-1);
  model.weights[7] = 0.5;
  model.weights[kJudgeColumns - 1] = -3;
  const StatementJudge judge(model);
  EXPECT_NEAR(judge.probability({}), 1 / (1 + std::exp(1.0)), 1e-6);
  EXPECT_NEAR(judge.probability({{7}, {4}}), 1 / (1 + std::exp(-1.0)), 1e-6);
  EXPECT_NEAR(judge.probability({{7, kJudgeColumns - 1}, {4, 1}}), 1 / (1 + std::exp(2.0)), 1e-6);
}

TEST(StatementJudge, IsReadAsItWasWritten) {
  LinearModel model = linear_model(0.25);
  model.weights[3] = 1.5;
  const std::string bytes = written(StatementJudge(model));
  ByteReader reader(bytes, "made");
  const StatementJudge judge(reader, kJudgeColumns);
  reader.expect_end();
  EXPECT_EQ(written(judge), bytes);
  EXPECT_FLOAT_EQ(judge.probability({{3}, {2}}), StatementJudge(model).probability({{3}, {2}}));
}

TEST(StatementJudge, IsRefusedWithTheReason) {
  const std::string bytes = written(StatementJudge(linear_model(0)));
  EXPECT_EQ(fault_of(bytes), "no fault");
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{7}, std::size_t{8}, bytes.size() - 1})
    EXPECT_NE(fault_of(std::string_view(bytes).substr(0, size)), "no fault") << size;
  LinearModel model = linear_model(std::numeric_limits<double>::quiet_NaN());
  EXPECT_THAT(fault_of(written(StatementJudge(model))), HasSubstr("a bias that is no number"));
  model = linear_model(0);
  model.weights[5] = std::numeric_limits<double>::infinity();
  EXPECT_THAT(fault_of(written(StatementJudge(model))), HasSubstr("a weight that is no number"));
  model.weights.assign(12, 0.0);
  EXPECT_THAT(fault_of(written(StatementJudge(model))), HasSubstr("a wrong number of weights"));
}

}  // namespace
}  // namespace quoth
