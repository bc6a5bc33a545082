#include "quoth/learn/averaged_perceptron.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace quoth {
namespace {

using Features = std::vector<std::uint32_t>;

TEST(AveragedPerceptron, ScoresAreSumsOfTheWeightsOfTheFeatures) {
  AveragedPerceptron perceptron(3);
  perceptron.update(Features{5, 6}, 0, 2);
  perceptron.update(Features{6}, 1, 2);
  std::array<float, 3> scores{};
  perceptron.score(Features{5, 6, 7}, scores);
  EXPECT_EQ(scores, (std::array<float, 3>{2, 1, -3}));
}

TEST(AveragedPerceptron, TheAverageIsThatOfTheWeightsAfterEachStep) {
  std::mt19937 random(3);
  AveragedPerceptron perceptron(2);
  double weight = 0;
  double sum = 0;  // of the weights that were in force at each step, the first, all zero, included
  int steps = 1;
  for (int i = 0; i < 50; ++i) {
    if (random() % 3 == 0) {
      perceptron.update(Features{9}, 1, 0);
      weight += 1;
    }
    perceptron.step();
    sum += weight;
    ++steps;
  }
  const WeightRows rows = perceptron.average();
  ASSERT_EQ(rows.features, Features{9});
  EXPECT_NEAR(rows.weights[1], sum / steps, 1e-4);
  EXPECT_NEAR(rows.weights[0], -sum / steps, 1e-4);
}

TEST(AveragedPerceptron, WithChosenFeaturesItLearnsNoOthers) {
  AveragedPerceptron perceptron(2, Features{1, 2});
  perceptron.update(Features{1, 3}, 0, 1);
  std::array<float, 2> scores{};
  perceptron.score(Features{3}, scores);
  EXPECT_EQ(scores[0], 0);
  perceptron.score(Features{1}, scores);
  EXPECT_EQ(scores[0], 1);
  EXPECT_EQ(perceptron.average().features, (Features{1, 2}));
}

TEST(AveragedPerceptron, ManyFeaturesKeepTheirWeights) {
  AveragedPerceptron perceptron(2);
  for (std::uint32_t i = 0; i < 200000; ++i) perceptron.update(Features{i * 2654435761U}, i % 2, 1 - i % 2);
  std::array<float, 2> scores{};
  for (std::uint32_t i = 0; i < 200000; ++i) {
    perceptron.score(Features{i * 2654435761U}, scores);
    ASSERT_EQ(scores[i % 2], 1) << i;
  }
}

}  // namespace
}  // namespace quoth
