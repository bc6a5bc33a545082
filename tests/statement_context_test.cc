#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "made_sheet.h"
#include "quoth/attribute/statement_context_internal.h"

namespace quoth {
namespace {

using ::testing::Each;
using ::testing::Lt;

// "Holm said the board believes it leaks." with a statement of either verb, and one of another paragraph.
struct Case {
  MadeSheet made{"Holm said the board believes it leaks.\n\nAldous wrote so."};
  std::vector<FoundStatement> statements{found("said", {2, 7}), found("believes", {5, 7}), found("wrote", {10, 11})};
  std::vector<float> log_odds{2, 1, -1};

  FoundStatement found(std::string_view cue, Range content) const {
    FoundStatement statement;
    statement.cue = made.cue(cue);
    statement.roles.content = {content};
    return statement;
  }

  SparseFacts facts(std::size_t i) const {
    SparseFacts facts;
    collect_context_facts(made.sheet, statements, log_odds, i, facts);
    return facts;
  }
};

TEST(CollectContextFacts, BeginWithWhatTheFirstJudgeSaid) {
  const SparseFacts facts = Case().facts(1);
  EXPECT_EQ(facts.columns.front(), 0U);
  EXPECT_EQ(facts.values.front(), 1);
  EXPECT_EQ(facts.columns.size(), facts.values.size());
}

TEST(CollectContextFacts, ColumnsAreAscendingAndWithinReachHoweverLikelyAllAre) {
  Case one;
  for (const float likely : {-20.0F, -1.0F, 0.0F, 1.0F, 20.0F}) {
    one.log_odds = {likely, likely, likely};
    for (std::size_t i = 0; i < 3; ++i) {
      const SparseFacts facts = one.facts(i);
      for (std::size_t f = 1; f < facts.columns.size(); ++f) EXPECT_LT(facts.columns[f - 1], facts.columns[f]);
      EXPECT_THAT(facts.columns, Each(Lt(kContextColumns)));
    }
  }
}

TEST(CollectContextFacts, TellHowLikelyTheStatementAroundIs) {
  Case unsure;
  unsure.log_odds[0] = -4;
  EXPECT_NE(Case().facts(1).columns, unsure.facts(1).columns);
}

TEST(CollectContextFacts, TellHowLikelyTheStatementInsideIs) {
  Case unsure;
  unsure.log_odds[1] = -4;
  EXPECT_NE(Case().facts(0).columns, unsure.facts(0).columns);
}

TEST(CollectContextFacts, StatementsOfOtherParagraphsDoNotMatter) {
  Case one;
  const std::vector<std::uint32_t> alone = one.facts(2).columns;
  one.statements[0].roles.content = {{8, 11}};
  EXPECT_EQ(one.facts(2).columns, alone);
}

TEST(CollectContextFacts, StatementsApartDoNotMatter) {
  Case one;
  one.statements[0].roles.content = {{2, 4}};
  const std::vector<std::uint32_t> apart = one.facts(1).columns;
  one.log_odds[0] = -4;
  EXPECT_EQ(one.facts(1).columns, apart);
}

TEST(CollectContextFacts, TellAStatementAroundOfAnotherSentence) {
  Case one;
  Case apart;
  apart.made = MadeSheet("Holm said. The board believes it leaks.\n\nAldous wrote so.");
  apart.statements = {apart.found("said", {3, 8}), apart.found("believes", {6, 8}), apart.found("wrote", {11, 12})};
  EXPECT_NE(one.facts(1).columns, apart.facts(1).columns);
}

}  // namespace
}  // namespace quoth
