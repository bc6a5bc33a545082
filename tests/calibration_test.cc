#include "quoth/learn/calibration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace quoth {
namespace {

TEST(Softmax, AddsUpToOneAndDividesByTheTemperature) {
  std::vector<float> outputs = {2.0F, 0.0F, 1000.0F};
  softmax(outputs, 1.0F);
  EXPECT_FLOAT_EQ(outputs[2], 1.0F);
  outputs = {2.0F * std::log(3.0F), 0.0F};
  softmax(outputs, 2.0F);
  EXPECT_FLOAT_EQ(outputs[0], 0.75F);
  EXPECT_FLOAT_EQ(outputs[1], 0.25F);
}

TEST(Logistic, DividesByTheTemperature) {
  EXPECT_FLOAT_EQ(logistic(2.0F * std::log(3.0F), 2.0F), 0.75F);
}

TEST(FitLogisticTemperature, FindsTheFactorThatOutputsWereBlownUpBy) {
  std::mt19937 random(1);
  std::vector<double> outputs;
  std::vector<std::uint8_t> decisions;
  for (int i = 0; i < 20000; ++i) {
    const double truth = std::normal_distribution<>(0, 2)(random);
    outputs.push_back(3 * truth);
    decisions.push_back(std::uniform_real_distribution<>()(random) < 1 / (1 + std::exp(-truth)) ? 1 : 0);
  }
  EXPECT_NEAR(fit_logistic_temperature(outputs, decisions), 3, 0.15);
}

TEST(FitSoftmaxTemperature, FindsTheFactorThatOutputsWereBlownUpBy) {
  std::mt19937 random(2);
  std::vector<double> outputs;
  std::vector<std::uint32_t> classes;
  for (int i = 0; i < 20000; ++i) {
    double weights[3];
    for (double& weight : weights) {
      const double truth = std::normal_distribution<>(0, 1.5)(random);
      outputs.push_back(0.5 * truth);
      weight = std::exp(truth);
    }
    classes.push_back(static_cast<std::uint32_t>(std::discrete_distribution<>(weights, weights + 3)(random)));
  }
  EXPECT_NEAR(fit_softmax_temperature(outputs, classes, 3), 0.5, 0.03);
}

TEST(FitTemperature, IsOneWithoutExamples) {
  EXPECT_EQ(fit_logistic_temperature({}, {}), 1);
  EXPECT_EQ(fit_softmax_temperature({}, {}, 3), 1);
}

TEST(FitThreshold, LiesInTheMiddleOfTheBestOnes) {
  const std::vector<double> probabilities = {0.1, 0.2, 0.3, 0.5, 0.7};
  const std::vector<std::uint8_t> decisions = {0, 0, 0, 1, 1};
  EXPECT_NEAR(fit_threshold(probabilities, decisions), 0.405, 0.006);
}

TEST(FitThreshold, IsHalfWhereNothingCanBeFound) {
  const std::vector<double> probabilities = {0.1, 0.9};
  const std::vector<std::uint8_t> decisions = {0, 0};
  EXPECT_EQ(fit_threshold(probabilities, decisions), 0.5);
}

}  // namespace
}  // namespace quoth
