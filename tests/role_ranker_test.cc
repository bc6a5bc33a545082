#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "made_sheet.h"
#include "quoth/attribute/role_ranker_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// "Holm said the ferry leaks badly." with a tree, and a table that is of two minds about "badly".
struct Case {
  MadeSheet made{"Holm said the ferry leaks badly.", {2, 0, 4, 5, 2, 5, 2}};
  CueCandidate cue = made.cue("said");
  Range window{0, 7};

  ChainTable table(float badly) const {
    ChainFeatures features;
    add_role_features(made.words(), seats_around(made.words(), window, cue), cue, {cue}, features);
    constexpr std::uint32_t kContent = role_label::kContentBegins;
    return table_for(features, role_shape(), kRoleBucketBits,
                     {{0, role_label::kSourceBegins, 9},
                      {1, 0, 9},
                      {2, kContent, 9},
                      {3, kContent + 1, 9},
                      {4, kContent + 1, 9},
                      {5, 0, badly},
                      {6, 0, 9}});
  }

  SparseFacts facts(const LabelledRoles& roles) const {
    SparseFacts facts;
    collect_ranker_facts(made.words(), window, cue, {cue}, roles, facts);
    return facts;
  }

  LabelledRoles roles(Range source, Range content) const {
    LabelledRoles roles;
    if (!source.empty()) roles.source = {source};
    roles.content = {content};
    return roles;
  }
};

// A ranker for which what `facts` has and `others` have not speaks.
RoleRanker ranker_for(const SparseFacts& facts, const SparseFacts& others) {
  std::vector<float> weights(kRankerColumns, 0.0F);
  for (const std::uint32_t column : facts.columns)
    if (std::find(others.columns.begin(), others.columns.end(), column) == others.columns.end()) weights[column] = 1;
  return RoleRanker(weights);
}

std::string fault_of(std::string_view bytes) {
  try {
    ByteReader reader(bytes, "made");
    const RoleRanker ranker(reader);
    reader.expect_end();
  } catch (const Error& error) {
    return error.what();
  }
  return "no fault";
}

TEST(CollectRankerFacts, AreWithinReachAndTheSameAgain) {
  const Case one;
  const SparseFacts facts = one.facts(one.roles({0, 1}, {2, 6}));
  ASSERT_EQ(facts.columns.size(), facts.values.size());
  for (const std::uint32_t column : facts.columns) EXPECT_LT(column, kRankerColumns);
  EXPECT_EQ(facts.columns, one.facts(one.roles({0, 1}, {2, 6})).columns);
}

TEST(CollectRankerFacts, TellAWholeBranchFromACutOneWhereWordsAndLengthsAreAlike) {
  const Case whole;
  Case cut;
  cut.made = MadeSheet("Holm said the ferry leaks badly.", {2, 0, 4, 5, 2, 2, 2});
  const LabelledRoles roles = whole.roles({0, 1}, {2, 5});
  EXPECT_NE(whole.facts(roles).columns, cut.facts(roles).columns);
}

TEST(CollectRankerFacts, TellSourcesApart) {
  const Case one;
  EXPECT_NE(one.facts(one.roles({0, 1}, {2, 6})).columns, one.facts(one.roles({}, {2, 6})).columns);
  EXPECT_NE(one.facts(one.roles({0, 1}, {4, 6})).columns, one.facts(one.roles({2, 4}, {4, 6})).columns);
}

TEST(CollectRankerFacts, SurviveSpansAtTheEdgesOfTheWindow) {
  Case one;
  one.window = {0, 6};
  EXPECT_FALSE(one.facts(one.roles({0, 1}, {2, 6})).columns.empty());
  EXPECT_FALSE(one.facts(one.roles({5, 6}, {0, 1})).columns.empty());
}

TEST(ChooseRoles, TakesTheOneThatTheRankerPrefers) {
  const Case one;
  const ChainTable table = one.table(0.5F);
  RankScratch scratch;
  const SparseFacts shorter = one.facts(one.roles({0, 1}, {2, 5}));
  const SparseFacts longer = one.facts(one.roles({0, 1}, {2, 6}));
  const auto chosen = [&](const RoleRanker& ranker) {
    return choose_roles(one.made.words(), one.window, one.cue, {one.cue}, table, ranker, scratch);
  };
  EXPECT_THAT(one.made.texts(chosen(ranker_for(shorter, longer)).content), ElementsAre("the ferry leaks"));
  EXPECT_THAT(one.made.texts(chosen(ranker_for(longer, shorter)).content), ElementsAre("the ferry leaks badly"));
  EXPECT_GT(chosen(ranker_for(longer, shorter)).share, 0.5F);
}

TEST(ChooseRoles, SharesAreEvenWhereNothingSpeaksForAny) {
  const Case one;
  RankScratch scratch;
  const RoleRanker ranker(std::vector<float>(kRankerColumns, 0.0F));
  const LabelledRoles roles =
      choose_roles(one.made.words(), one.window, one.cue, {one.cue}, one.table(0.5F), ranker, scratch);
  EXPECT_THAT(one.made.texts(roles.content), ElementsAre("the ferry leaks"));
  EXPECT_NEAR(roles.share, 0.25F, 1e-6F);
}

TEST(ChooseRoles, LeavesTheFactsOfWhatItChose) {
  const Case one;
  RankScratch scratch;
  const SparseFacts shorter = one.facts(one.roles({0, 1}, {2, 5}));
  const SparseFacts longer = one.facts(one.roles({0, 1}, {2, 6}));
  for (const RoleRanker& ranker : {ranker_for(shorter, longer), ranker_for(longer, shorter)}) {
    const LabelledRoles roles =
        choose_roles(one.made.words(), one.window, one.cue, {one.cue}, one.table(0.5F), ranker, scratch);
    EXPECT_EQ(scratch.facts.columns, one.facts(roles).columns);
  }
}

TEST(ChooseRoles, WhatIsSureIsNotChosenAgain) {
  const Case one;
  RankScratch scratch;
  const SparseFacts shorter = one.facts(one.roles({0, 1}, {2, 5}));
  const SparseFacts longer = one.facts(one.roles({0, 1}, {2, 6}));
  const LabelledRoles roles = choose_roles(one.made.words(), one.window, one.cue, {one.cue}, one.table(12),
                                           ranker_for(longer, shorter), scratch);
  EXPECT_THAT(one.made.texts(roles.content), ElementsAre("the ferry leaks"));
  EXPECT_EQ(roles.share, 1);
}

TEST(ChooseRoles, OfAnUnlikelyCueTheLikeliestRolesAreTaken) {
  Case one;
  RankScratch scratch;
  const SparseFacts shorter = one.facts(one.roles({0, 1}, {2, 5}));
  const SparseFacts longer = one.facts(one.roles({0, 1}, {2, 6}));
  const ChainTable table = one.table(0.5F);
  one.cue.probability = 0.05F;
  const LabelledRoles roles =
      choose_roles(one.made.words(), one.window, one.cue, {one.cue}, table, ranker_for(longer, shorter), scratch);
  EXPECT_THAT(one.made.texts(roles.content), ElementsAre("the ferry leaks"));
}

TEST(ChooseRoles, AnEmptyWindowHasNone) {
  const Case one;
  RankScratch scratch;
  EXPECT_THAT(choose_roles(one.made.words(), {2, 2}, one.cue, {}, one.table(1), RoleRanker(), scratch).content,
              IsEmpty());
}

TEST(RoleRanker, ScoreIsTheSumOfWeightsTimesValues) {
  std::vector<float> weights(kRankerColumns, 0.0F);
  weights[3] = 0.5F;
  weights[kRankerColumns - 1] = -2;
  const RoleRanker ranker(weights);
  EXPECT_EQ(ranker.score({}), 0);
  EXPECT_EQ(ranker.score({{3, kRankerColumns - 1, kRankerColumns - 1}, {4, 1, 1}}), -2);
}

TEST(RoleRanker, ReadsWhatItWrote) {
  std::vector<float> weights(kRankerColumns, 0.25F);
  ByteWriter writer;
  RoleRanker(weights).write(writer);
  const std::string bytes = writer.take();
  ByteReader reader(bytes, "made");
  EXPECT_EQ(RoleRanker(reader).score({{1}, {2}}), 0.5F);
  EXPECT_EQ(reader.left(), 0U);
}

TEST(RoleRanker, DamagedBytesAreRefused) {
  ByteWriter few;
  few.u32(1);
  few.f32(1);
  EXPECT_THAT(fault_of(few.take()), HasSubstr("wrong number of weights"));
  std::vector<float> weights(kRankerColumns, 0.0F);
  weights[9] = std::numeric_limits<float>::quiet_NaN();
  ByteWriter writer;
  RoleRanker(weights).write(writer);
  EXPECT_THAT(fault_of(writer.take()), HasSubstr("no number"));
}

}  // namespace
}  // namespace quoth
