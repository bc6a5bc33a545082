#include "quoth/learn/logistic.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace quoth {
namespace {

SparseMatrix random_matrix(std::size_t rows, std::size_t columns, std::mt19937& random) {
  SparseMatrix matrix;
  matrix.column_count = columns;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      if (random() % 3 != 0) continue;
      matrix.columns.push_back(column);
      matrix.values.push_back(std::uniform_real_distribution<float>(-1, 1)(random));
    }
    matrix.row_begin.push_back(matrix.columns.size());
  }
  return matrix;
}

LogisticProblem random_problem(const SparseMatrix& matrix, std::uint32_t outputs, std::mt19937& random) {
  LogisticProblem problem;
  problem.matrix = &matrix;
  problem.outputs = outputs;
  for (std::uint32_t row = 0; row < matrix.row_count(); row += 1 + row % 2) {
    problem.rows.push_back(row);
    problem.classes.push_back(static_cast<std::uint32_t>(random() % std::max(2U, outputs)));
  }
  return problem;
}

std::vector<double> random_vector(std::size_t size, std::mt19937& random) {
  std::vector<double> vector(size);
  for (double& value : vector) value = std::normal_distribution<>()(random);
  return vector;
}

// One example at a time, from the definition.
double obvious_value(const LogisticProblem& problem, double c, const std::vector<double>& point) {
  const SparseMatrix& matrix = *problem.matrix;
  const std::uint32_t outputs = problem.outputs;
  double value = 0;
  for (std::size_t i = 0; i < matrix.column_count * outputs; ++i) value += point[i] * point[i] / 2;
  for (std::size_t i = 0; i < problem.rows.size(); ++i) {
    std::vector<double> scores(point.end() - outputs, point.end());
    for (std::size_t k = matrix.row_begin[problem.rows[i]]; k < matrix.row_begin[problem.rows[i] + 1]; ++k) {
      for (std::uint32_t o = 0; o < outputs; ++o)
        scores[o] += matrix.values[k] * point[matrix.columns[k] * outputs + o];
    }
    if (outputs == 1) scores.insert(scores.begin(), 0.0);
    double sum = 0;
    for (const double score : scores) sum += std::exp(score);
    value -= c * std::log(std::exp(scores[problem.classes[i]]) / sum);
  }
  return value;
}

class LogisticObjectiveOf : public testing::TestWithParam<std::uint32_t> {};

TEST_P(LogisticObjectiveOf, HasTheValueOfItsDefinition) {
  std::mt19937 random(1);
  const SparseMatrix matrix = random_matrix(30, 8, random);
  const LogisticProblem problem = random_problem(matrix, GetParam(), random);
  LogisticObjective objective(problem, 2.5);
  const auto point = random_vector(objective.size(), random);
  EXPECT_NEAR(objective.value(point), obvious_value(problem, 2.5, point), 1e-9);
}

TEST_P(LogisticObjectiveOf, HasTheGradientOfFiniteDifferences) {
  std::mt19937 random(2);
  const SparseMatrix matrix = random_matrix(30, 8, random);
  const LogisticProblem problem = random_problem(matrix, GetParam(), random);
  LogisticObjective objective(problem, 0.7);
  auto point = random_vector(objective.size(), random);
  std::vector<double> gradient(point.size());
  objective.value(point);
  objective.gradient(gradient);
  for (std::size_t i = 0; i < point.size(); ++i) {
    constexpr double kStep = 1e-5;
    const double before = point[i];
    point[i] = before + kStep;
    const double above = obvious_value(problem, 0.7, point);
    point[i] = before - kStep;
    const double below = obvious_value(problem, 0.7, point);
    point[i] = before;
    EXPECT_NEAR(gradient[i], (above - below) / (2 * kStep), 1e-6) << i;
  }
}

TEST_P(LogisticObjectiveOf, HasTheHessianOfFiniteDifferences) {
  std::mt19937 random(3);
  const SparseMatrix matrix = random_matrix(30, 8, random);
  const LogisticProblem problem = random_problem(matrix, GetParam(), random);
  LogisticObjective objective(problem, 0.7);
  const auto point = random_vector(objective.size(), random);
  const auto direction = random_vector(objective.size(), random);
  constexpr double kStep = 1e-5;
  const auto gradient_at = [&](double step) {
    std::vector<double> moved = point;
    for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += step * direction[i];
    std::vector<double> gradient(point.size());
    objective.value(moved);
    objective.gradient(gradient);
    return gradient;
  };
  const auto above = gradient_at(kStep);
  const auto below = gradient_at(-kStep);
  gradient_at(0);
  objective.value(random_vector(point.size(), random));  // the Hessian is that of where the gradient was taken
  std::vector<double> product(point.size());
  objective.hessian_times(direction, product);
  for (std::size_t i = 0; i < point.size(); ++i)
    EXPECT_NEAR(product[i], (above[i] - below[i]) / (2 * kStep), 1e-6) << i;
}

TEST_P(LogisticObjectiveOf, IsMinimisedAsSlowGradientDescentDoes) {
  std::mt19937 random(4);
  const SparseMatrix matrix = random_matrix(40, 6, random);
  const LogisticProblem problem = random_problem(matrix, GetParam(), random);
  NewtonResult result;
  const LinearModel model = fit_logistic(problem, {1.5, 1e-9, 100}, {}, &result);
  EXPECT_TRUE(result.converged);

  LogisticObjective objective(problem, 1.5);
  std::vector<double> point(objective.size(), 0.0);
  std::vector<double> gradient(point.size());
  for (int step = 0; step < 20000; ++step) {
    objective.value(point);
    objective.gradient(gradient);
    for (std::size_t i = 0; i < point.size(); ++i) point[i] -= 0.02 * gradient[i];
  }
  for (std::size_t i = 0; i < model.weights.size(); ++i) EXPECT_NEAR(model.weights[i], point[i], 1e-6) << i;
}

INSTANTIATE_TEST_SUITE_P(Outputs, LogisticObjectiveOf, testing::Values(1, 2, 3, 5));

// One example of each class at x = 1 and x = -1: the bias is 0 and the weight solves w = 2 C / (1 + e^w).
TEST(FitLogistic, FindsTheOptimumWorkedByHand) {
  SparseMatrix matrix;
  matrix.column_count = 1;
  matrix.columns = {0, 0};
  matrix.values = {1, -1};
  matrix.row_begin = {0, 1, 2};
  LogisticProblem problem;
  problem.matrix = &matrix;
  problem.rows = {0, 1};
  problem.classes = {1, 0};
  // w = 1 where C = (1 + e) / 2.
  const LinearModel model = fit_logistic(problem, {(1 + std::exp(1.0)) / 2, 1e-12, 100});
  EXPECT_NEAR(model.weights[0], 1.0, 1e-8);
  EXPECT_NEAR(model.biases[0], 0.0, 1e-9);
}

TEST(FitLogistic, GivesTheShareOfTheClassesWhereThereIsNothingElse) {
  SparseMatrix matrix;
  matrix.column_count = 1;
  matrix.row_begin = {0, 0, 0, 0, 0};
  LogisticProblem problem;
  problem.matrix = &matrix;
  problem.rows = {0, 1, 2, 3};
  problem.classes = {1, 0, 1, 1};
  EXPECT_NEAR(fit_logistic(problem, {1, 1e-10, 100}).biases[0], std::log(3.0), 1e-8);
}

TEST(FitLogistic, EndsAtTheSamePlaceWhereverItStarts) {
  std::mt19937 random(5);
  const SparseMatrix matrix = random_matrix(40, 6, random);
  const LogisticProblem problem = random_problem(matrix, 3, random);
  const LinearModel cold = fit_logistic(problem, {5, 1e-10, 100});
  const LinearModel warm = fit_logistic(problem, {5, 1e-10, 100}, fit_logistic(problem, {0.5, 1e-3, 100}));
  for (std::size_t i = 0; i < cold.weights.size(); ++i) EXPECT_NEAR(cold.weights[i], warm.weights[i], 1e-6);
}

TEST(FitLogistic, StopsAtItsTolerance) {
  std::mt19937 random(6);
  const SparseMatrix matrix = random_matrix(60, 10, random);
  const LogisticProblem problem = random_problem(matrix, 1, random);
  LogisticObjective objective(problem, 3);
  std::vector<double> point(objective.size(), 0.0);
  std::vector<double> gradient(point.size());
  const auto length = [&] {
    objective.value(point);
    objective.gradient(gradient);
    double sum = 0;
    for (const double value : gradient) sum += value * value;
    return std::sqrt(sum);
  };
  const double at_start = length();
  NewtonResult result;
  const LinearModel model = fit_logistic(problem, {3, 1e-4, 100}, {}, &result);
  std::copy(model.weights.begin(), model.weights.end(), point.begin());
  point.back() = model.biases[0];
  EXPECT_LE(length(), 1e-4 * at_start);
  EXPECT_TRUE(result.converged);
}

}  // namespace
}  // namespace quoth
