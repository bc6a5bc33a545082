#include "quoth/classify/evaluate_statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/base/error.h"
#include "quoth/base/model_file.h"
#include "quoth/classify/train_statements.h"
#include "statement_corpora.h"

namespace quoth {
namespace {

StatementModel small_model() {
  const TemporaryFile file("evaluate-train.jsonl", small_corpus());
  TrainOptions options;
  options.features.bucket_bits = 10;
  options.c = {10};
  return StatementModel::from(
      ModelFile::parse(train_statements(read_labelled_statements({file.path()}), options).model, "small"));
}

std::vector<HeadFigures> evaluate(const std::string& gold) {
  const TemporaryFile file("gold.jsonl", gold);
  return evaluate_statements(small_model(), read_labelled_statements({file.path()}));
}

TEST(JudgeHead, WorksOutASingleLabelHead) {
  const std::vector<std::uint32_t> against = {0};
  const std::vector<std::uint32_t> favor = {1};
  const std::vector<std::uint32_t> none = {2};
  const std::vector<JudgedStatement> judged = {
      {favor, favor, 0.9}, {favor, against, 0.6}, {against, against, 0.8}, {against, none, 0.5}, {none, none, 0.7}};
  const HeadFigures figures = judge_head("stance", false, {"against", "favor", "none", "unused"}, judged);
  ASSERT_EQ(figures.labels.size(), 3);
  EXPECT_DOUBLE_EQ(figures.labels[0].f1, 0.5);
  EXPECT_DOUBLE_EQ(figures.labels[1].f1, 2.0 / 3);
  EXPECT_DOUBLE_EQ(figures.labels[2].f1, 2.0 / 3);
  EXPECT_DOUBLE_EQ(figures.macro_f1, (0.5 + 2.0 / 3 + 2.0 / 3) / 3);
  EXPECT_DOUBLE_EQ(*figures.f_avg, (0.5 + 2.0 / 3) / 2);
  EXPECT_DOUBLE_EQ(figures.accuracy, 0.6);
  EXPECT_NEAR(figures.calibration_error, (0.1 + 0.6 + 0.2 + 0.5 + 0.3) / 5, 1e-12);
}

TEST(JudgeHead, WorksOutAMultiLabelHead) {
  const std::vector<std::uint32_t> nothing = {};
  const std::vector<std::uint32_t> first = {0};
  const std::vector<std::uint32_t> both = {0, 1};
  const std::vector<JudgedStatement> judged = {{both, first}, {first, both}, {nothing, nothing}, {first, first}};
  const HeadFigures figures = judge_head("topic", true, {"a", "b", "c"}, judged);
  ASSERT_EQ(figures.labels.size(), 3);
  EXPECT_DOUBLE_EQ(figures.labels[0].f1, 1);
  EXPECT_DOUBLE_EQ(figures.labels[1].f1, 0);
  EXPECT_DOUBLE_EQ(figures.macro_f1, 1.0 / 3);
  EXPECT_DOUBLE_EQ(figures.micro_f1, 0.75);
  EXPECT_FALSE(figures.f_avg.has_value());
}

TEST(EvaluateStatements, JudgesTheHeadsThatModelAndGoldShare) {
  const auto figures = evaluate(
      R"({"id": "1", "text": "We gladly welcome the talks on cod and the catch", "labels": {"mood": "glad", "other": "x"}})"
      "\n"
      R"({"id": "2", "text": "reckless threats wrecked the talks", "labels": {"mood": "sour"}})"
      "\n"
      R"({"id": "3", "text": "reckless threats wrecked the talks", "labels": {"mood": "bored"}})"
      "\n"
      R"({"id": "4", "text": "a statement without that head", "labels": {"other": "y"}})");
  ASSERT_EQ(figures.size(), 1);
  EXPECT_EQ(figures[0].head, "mood");
  EXPECT_EQ(figures[0].statements, 3);
  ASSERT_EQ(figures[0].labels.size(), 3);
  EXPECT_EQ(figures[0].labels[0].label, "bored");
  EXPECT_EQ(figures[0].labels[0].f1, 0);
  EXPECT_EQ(figures[0].labels[1].f1, 1);
  EXPECT_DOUBLE_EQ(figures[0].labels[2].f1, 2.0 / 3);
}

TEST(EvaluateStatements, SaysWhenThereIsNothingToJudge) {
  EXPECT_THROW(evaluate(R"({"id": "1", "text": "x", "labels": {"other": "x"}})"), Error);
  EXPECT_THROW(evaluate(R"({"id": "1", "text": "x", "labels": {"mood": ["glad"]}})"), Error);
}

}  // namespace
}  // namespace quoth
