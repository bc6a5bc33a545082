#include "quoth/learn/chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace quoth {
namespace {

using ::testing::ElementsAre;

// A chain with random scores.
struct Made {
  ChainShape shape;
  Transitions transitions = {};
  std::vector<LabelScores> scores;

  Made(const ChainShape& of, std::size_t length, std::mt19937& random) : shape(of), scores(length) {
    std::normal_distribution<float> number(0, 2);
    for (LabelScores& row : transitions)
      for (float& weight : row) weight = number(random);
    for (LabelScores& row : scores)
      for (float& score : row) score = number(random);
  }

  Chain chain() const { return {shape, transitions, scores}; }
};

// What the functions under test compute, by listing all labellings, best first.
std::vector<Labelling> all_labellings(const Made& made) {
  std::vector<Labelling> all;
  if (made.scores.empty()) return all;
  std::size_t count = 1;
  for (std::size_t i = 0; i < made.scores.size(); ++i) count *= made.shape.labels;
  for (std::size_t number = 0; number < count; ++number) {
    Labelling one;
    bool allowed = true;
    for (std::size_t i = 0, rest = number; i < made.scores.size(); ++i, rest /= made.shape.labels) {
      const auto label = static_cast<std::uint8_t>(rest % made.shape.labels);
      allowed = allowed && (i == 0 ? made.shape.may_start[label] : made.shape.allowed[one.labels.back()][label]);
      one.score += made.scores[i][label] + (i == 0 ? 0.0F : made.transitions[one.labels.back()][label]);
      one.labels.push_back(label);
    }
    if (allowed) all.push_back(std::move(one));
  }
  std::sort(all.begin(), all.end(), [](const Labelling& a, const Labelling& b) { return a.score > b.score; });
  return all;
}

constexpr std::size_t kLongest = 5;

template <typename Check>
void for_random_chains(Check check) {
  std::mt19937 random(5);
  for (const std::uint32_t roles : {1U, 2U, 3U}) {
    for (std::size_t length = 1; length <= (roles == 3 ? kLongest - 1 : kLongest); ++length) {
      for (int times = 0; times < 20; ++times) check(Made(span_shape(roles), length, random));
    }
  }
}

TEST(SpanShape, NothingGoesOnThatDidNotBegin) {
  const ChainShape shape = span_shape(2);
  EXPECT_EQ(shape.labels, 5U);
  EXPECT_TRUE(shape.may_start[0] && shape.may_start[1] && shape.may_start[3]);
  EXPECT_FALSE(shape.may_start[2] || shape.may_start[4]);
  for (std::uint32_t from = 0; from < 5; ++from) {
    EXPECT_TRUE(shape.allowed[from][0] && shape.allowed[from][1] && shape.allowed[from][3]) << from;
    EXPECT_EQ(shape.allowed[from][2], from == 1 || from == 2) << from;
    EXPECT_EQ(shape.allowed[from][4], from == 3 || from == 4) << from;
  }
}

TEST(BestLabellings, AreTheBestOfAll) {
  ChainScratch scratch;
  std::vector<Labelling> best;
  for_random_chains([&](const Made& made) {
    const std::vector<Labelling> all = all_labellings(made);
    best_labellings(made.chain(), 4, scratch, best);
    ASSERT_EQ(best.size(), std::min<std::size_t>(4, all.size()));
    for (std::size_t i = 0; i < best.size(); ++i) {
      EXPECT_NEAR(best[i].score, all[i].score, 1e-3);
      EXPECT_EQ(best[i].labels, all[i].labels);
    }
  });
}

TEST(BestLabellings, TheFirstDoesNotDependOnHowManyAreWanted) {
  ChainScratch scratch;
  std::vector<Labelling> one;
  std::vector<Labelling> several;
  for_random_chains([&](const Made& made) {
    best_labellings(made.chain(), 1, scratch, one);
    best_labellings(made.chain(), 7, scratch, several);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one.front().labels, several.front().labels);
  });
}

TEST(BestLabellings, ForbiddenTransitionsNeverComeOutHoweverTheyScore) {
  std::mt19937 random(6);
  ChainScratch scratch;
  std::vector<Labelling> best;
  for (int times = 0; times < 50; ++times) {
    Made made(span_shape(2), 30, random);
    for (LabelScores& row : made.scores) row[2] = row[4] = 50;
    best_labellings(made.chain(), 5, scratch, best);
    ASSERT_EQ(best.size(), 5U);
    for (const Labelling& labelling : best) {
      EXPECT_TRUE(made.shape.may_start[labelling.labels.front()]);
      for (std::size_t i = 1; i < labelling.labels.size(); ++i)
        EXPECT_TRUE(made.shape.allowed[labelling.labels[i - 1]][labelling.labels[i]]);
    }
  }
}

TEST(BestLabellings, AreNoneOfNothing) {
  std::mt19937 random(7);
  ChainScratch scratch;
  std::vector<Labelling> best(3);
  best_labellings(Made(span_shape(1), 0, random).chain(), 2, scratch, best);
  EXPECT_TRUE(best.empty());
}

TEST(BestLabellings, AreFewerWhereThereAreFewer) {
  std::mt19937 random(8);
  ChainScratch scratch;
  std::vector<Labelling> best;
  best_labellings(Made(span_shape(1), 1, random).chain(), 5, scratch, best);
  EXPECT_EQ(best.size(), 2U);
}

TEST(LabelMarginals, AreSharesOfAllLabellings) {
  ChainScratch scratch;
  std::vector<LabelScores> marginals;
  for_random_chains([&](const Made& made) {
    double sum = 0;
    std::vector<std::array<double, kMostLabels>> shares(made.scores.size(), std::array<double, kMostLabels>{});
    for (const Labelling& labelling : all_labellings(made)) {
      const double weight = std::exp(static_cast<double>(labelling.score));
      sum += weight;
      for (std::size_t i = 0; i < shares.size(); ++i) shares[i][labelling.labels[i]] += weight;
    }
    EXPECT_NEAR(label_marginals(made.chain(), scratch, marginals), std::log(sum), 1e-3);
    ASSERT_EQ(marginals.size(), shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i)
      for (std::uint32_t label = 0; label < made.shape.labels; ++label)
        EXPECT_NEAR(marginals[i][label], shares[i][label] / sum, 1e-4);
  });
}

TEST(LabelMarginals, StandWherePlainSumsWouldOverflow) {
  std::mt19937 random(9);
  Made made(span_shape(1), 2000, random);
  for (LabelScores& row : made.scores)
    for (float& score : row) score += 300;
  ChainScratch scratch;
  std::vector<LabelScores> marginals;
  EXPECT_NEAR(label_marginals(made.chain(), scratch, marginals), 2000 * 300, 20000);
  for (const LabelScores& row : marginals) EXPECT_NEAR(row[0] + row[1] + row[2], 1, 1e-4);
}

TEST(ChainFeatures, BelongToTheirPosition) {
  const ChainFeatures features{{4, 5, 6}, {2, 2, 3}};
  EXPECT_EQ(features.size(), 3U);
  EXPECT_THAT(features.at(0), ElementsAre(4, 5));
  EXPECT_TRUE(features.at(1).empty());
  EXPECT_THAT(features.at(2), ElementsAre(6));
}

}  // namespace
}  // namespace quoth
