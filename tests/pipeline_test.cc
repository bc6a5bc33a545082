#include "quoth/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "quoth/base/error.h"
#include "statements_of.h"

namespace quoth {
namespace {

using testing::HasSubstr;

// The shipped models, with the invented countries before them.
const Pipeline& pipeline() {
  static const Pipeline loaded(PipelineOptions{.models = QUOTH_SOURCE_DIR "/models",
                                               .registries = {QUOTH_SOURCE_DIR "/tests/data/registry.json"}});
  return loaded;
}

Analysis analysis_of(std::string_view text, const DocumentInfo& info = {}) {
  PipelineContext context;
  return pipeline().analyse(text, info, context);
}

// Every number of it, in order.
std::vector<double> numbers(const Analysis& analysis) {
  std::vector<double> out;
  for (const std::vector<HeadScore>& statement : analysis.scores) {
    for (const HeadScore& head : statement) out.insert(out.end(), head.probabilities.begin(), head.probabilities.end());
  }
  return out;
}

std::string load_fault(const PipelineOptions& options) {
  try {
    const Pipeline loaded(options);
  } catch (const Error& error) {
    return error.what();
  }
  return "no fault";
}

TEST(Pipeline, GivesStatementsWithAScoreForEveryHead) {
  const Analysis analysis = analysis_of("“The tariffs hurt our farmers,” Maren Aldous said.\n\nThe talks went on.");
  ASSERT_EQ(analysis.attributions.size(), 1U);
  EXPECT_EQ(analysis.attributions.front().speaker, "Maren Aldous");
  EXPECT_EQ(joined(analysis.document, analysis.attributions.front().content), "“The tariffs hurt our farmers,”");
  ASSERT_EQ(analysis.scores.size(), 1U);
  EXPECT_EQ(analysis.scores.front().size(), pipeline().heads().size());
  for (const double number : numbers(analysis)) {
    EXPECT_GE(number, 0);
    EXPECT_LE(number, 1);
  }
}

TEST(Pipeline, ScoresAreThoseOfTheContentJoinedWithSpaces) {
  const Analysis analysis = analysis_of("“The tariffs,” Maren Aldous said, “hurt our farmers.”");
  ASSERT_EQ(analysis.scores.size(), 1U);
  PipelineContext context;
  const std::vector<HeadScore> alone = pipeline().score_statement("“The tariffs,” “hurt our farmers.”", context);
  ASSERT_EQ(alone.size(), analysis.scores.front().size());
  for (std::size_t i = 0; i < alone.size(); ++i)
    EXPECT_EQ(alone[i].probabilities, analysis.scores.front()[i].probabilities);
}

TEST(Pipeline, DateTellsWhichHolderIsMeant) {
  const std::string text = "The Sorvian prime minister said the talks went well.";
  EXPECT_EQ(analysis_of(text, {.date = "2023-05-01"}).attributions.at(0).speaker, "Tomas Kell");
  EXPECT_EQ(analysis_of(text, {.date = "2025-05-01"}).attributions.at(0).speaker, "Ilse Brandt");
}

TEST(Pipeline, LayoutIsToldOrDetected) {
  const std::string turns = "Aldous: Rain.\n\nKell: Yes.\n\nAldous: All day.";
  EXPECT_EQ(analysis_of(turns).attributions.size(), 3U);
  EXPECT_LT(analysis_of(turns, {.layout = Layout::article}).attributions.size(), 3U);
  const std::string turn = "Aldous: Rain.";
  EXPECT_EQ(analysis_of(turn).attributions.size(), 0U);
  EXPECT_EQ(analysis_of(turn, {.layout = Layout::transcript}).attributions.size(), 1U);
}

TEST(Pipeline, BrokenUtf8IsMendedAndReported) {
  const Analysis analysis = analysis_of("“It rained\xFF,” Maren Aldous said.");
  EXPECT_EQ(analysis.document.faults.size(), 1U);
  ASSERT_EQ(analysis.attributions.size(), 1U);
  EXPECT_EQ(joined(analysis.document, analysis.attributions.front().content), "“It rained\uFFFD,”");
}

TEST(Pipeline, EmptyTextGivesNothing) {
  const Analysis analysis = analysis_of("");
  EXPECT_TRUE(analysis.attributions.empty());
  EXPECT_TRUE(analysis.scores.empty());
}

TEST(Pipeline, AContextMayBeUsedAgain) {
  PipelineContext context;
  const std::string text = "“The tariffs hurt our farmers,” Maren Aldous said.";
  const std::vector<double> first = numbers(pipeline().analyse(text, {}, context));
  pipeline().analyse("Aldous: “No.”\nKell: Yes.\nAldous: Well \xE2\x80", {}, context);
  EXPECT_EQ(numbers(pipeline().analyse(text, {}, context)), first);
}

TEST(Pipeline, ThreadsShareIt) {
  const std::string text = "“The tariffs hurt our farmers,” Maren Aldous said. Veldhaven said it would answer.";
  const std::vector<double> alone = numbers(analysis_of(text));
  std::vector<std::vector<double>> found(4);
  std::vector<std::thread> threads;
  for (std::vector<double>& own : found) {
    threads.emplace_back([&] {
      PipelineContext context;
      for (int i = 0; i < 20; ++i) own = numbers(pipeline().analyse(text, {}, context));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::vector<double>& own : found) EXPECT_EQ(own, alone);
}

TEST(Pipeline, WhatCannotBeLoadedIsNamed) {
  EXPECT_THAT(load_fault({.models = "no/such/folder"}), HasSubstr("no/such/folder"));
  EXPECT_THAT(load_fault({.models = QUOTH_SOURCE_DIR "/models", .statement_model = "no/such/model.quoth"}),
              HasSubstr("no/such/model.quoth"));
  EXPECT_THAT(load_fault({.models = QUOTH_SOURCE_DIR "/models", .registries = {"no/such/registry.json"}}),
              HasSubstr("no/such/registry.json"));
}

}  // namespace
}  // namespace quoth
