#include "quoth/learn/logistic.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <utility>

namespace quoth {
namespace {

using ConstVector = Eigen::Map<const Eigen::VectorXd>;
using Vector = Eigen::Map<Eigen::VectorXd>;

Eigen::Index index(std::size_t size) {
  return static_cast<Eigen::Index>(size);
}

// Calls `work` with the number of outputs as a constant where it is a usual one, so that inner loops unroll: a pass
// over the statements corpus takes half the time.
template <typename Work>
void with_outputs(std::uint32_t outputs, Work work) {
  switch (outputs) {
    case 1:
      return work(std::integral_constant<int, 1>{});
    case 2:
      return work(std::integral_constant<int, 2>{});
    case 3:
      return work(std::integral_constant<int, 3>{});
    default:
      return work(std::integral_constant<int, Eigen::Dynamic>{});
  }
}

// outputs_of[example] = values of the example's row times the weights of `point`, plus its biases.
template <int kOutputs>
void multiply(const LogisticProblem& problem, const double* point, double* outputs_of) {
  const SparseMatrix& matrix = *problem.matrix;
  const auto outputs = index(problem.outputs);
  using Outputs = Eigen::Matrix<double, kOutputs, 1>;
  const Eigen::Map<const Outputs> biases(point + matrix.column_count * problem.outputs, outputs);
  Outputs sum(outputs);
  for (std::size_t i = 0; i < problem.rows.size(); ++i) {
    const std::size_t row = problem.rows[i];
    sum = biases;
    for (std::size_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k) {
      const std::size_t at = std::size_t{matrix.columns[k]} * problem.outputs;
      sum += static_cast<double>(matrix.values[k]) * Eigen::Map<const Outputs>(point + at, outputs);
    }
    Eigen::Map<Outputs>(outputs_of + i * problem.outputs, outputs) = sum;
  }
}

// Adds c * values * residuals of every example to the weights in `sum`, and c * residuals to its biases.
template <int kOutputs>
void add_transposed(const LogisticProblem& problem, double c, const double* residuals, double* sum) {
  const SparseMatrix& matrix = *problem.matrix;
  const auto outputs = index(problem.outputs);
  using Outputs = Eigen::Matrix<double, kOutputs, 1>;
  Eigen::Map<Outputs> biases(sum + matrix.column_count * problem.outputs, outputs);
  Outputs residual(outputs);
  for (std::size_t i = 0; i < problem.rows.size(); ++i) {
    const std::size_t row = problem.rows[i];
    residual = c * Eigen::Map<const Outputs>(residuals + i * problem.outputs, outputs);
    biases += residual;
    for (std::size_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k) {
      const std::size_t at = std::size_t{matrix.columns[k]} * problem.outputs;
      Eigen::Map<Outputs>(sum + at, outputs) += static_cast<double>(matrix.values[k]) * residual;
    }
  }
}

// ln(1 + e^x) without overflow.
double softplus(double x) {
  return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

double loss(const double* scores, std::uint32_t outputs, std::uint32_t actual) {
  if (outputs == 1) return softplus(actual == 1 ? -scores[0] : scores[0]);
  const double most = *std::max_element(scores, scores + outputs);
  double sum = 0;
  for (std::uint32_t k = 0; k < outputs; ++k) sum += std::exp(scores[k] - most);
  return std::log(sum) + most - scores[actual];
}

void to_probabilities(const double* scores, std::uint32_t outputs, double* probabilities) {
  if (outputs == 1) {
    probabilities[0] = 1 / (1 + std::exp(-scores[0]));
    return;
  }
  const double most = *std::max_element(scores, scores + outputs);
  double sum = 0;
  for (std::uint32_t k = 0; k < outputs; ++k) sum += probabilities[k] = std::exp(scores[k] - most);
  for (std::uint32_t k = 0; k < outputs; ++k) probabilities[k] /= sum;
}

}  // namespace

void LinearModel::apply(const SparseMatrix& matrix, std::size_t row, std::span<double> outputs_of_row) const {
  std::copy(biases.begin(), biases.end(), outputs_of_row.begin());
  for (std::size_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k) {
    const double* column = weights.data() + std::size_t{matrix.columns[k]} * outputs;
    for (std::uint32_t output = 0; output < outputs; ++output) {
      outputs_of_row[output] += static_cast<double>(matrix.values[k]) * column[output];
    }
  }
}

LogisticObjective::LogisticObjective(const LogisticProblem& problem, double c) : problem_(problem), c_(c) {
  scores_.resize(problem.rows.size() * problem.outputs);
  probabilities_.resize(scores_.size());
}

double LogisticObjective::value(std::span<const double> point) {
  point_.assign(point.begin(), point.end());
  with_outputs(problem_.outputs, [&](auto outputs) { multiply<outputs()>(problem_, point_.data(), scores_.data()); });
  double losses = 0;
  for (std::size_t i = 0; i < problem_.rows.size(); ++i) {
    losses += loss(scores_.data() + i * problem_.outputs, problem_.outputs, problem_.classes[i]);
  }
  const std::size_t weights = problem_.matrix->column_count * problem_.outputs;
  return 0.5 * ConstVector(point_.data(), index(weights)).squaredNorm() + c_ * losses;
}

void LogisticObjective::gradient(std::span<double> gradient) {
  const std::uint32_t outputs = problem_.outputs;
  std::vector<double> residuals(scores_.size());
  for (std::size_t i = 0; i < problem_.rows.size(); ++i) {
    to_probabilities(scores_.data() + i * outputs, outputs, probabilities_.data() + i * outputs);
    for (std::uint32_t k = 0; k < outputs; ++k) {
      const bool actual = outputs == 1 ? problem_.classes[i] == 1 : problem_.classes[i] == k;
      residuals[i * outputs + k] = probabilities_[i * outputs + k] - (actual ? 1.0 : 0.0);
    }
  }
  const std::size_t weights = problem_.matrix->column_count * outputs;
  std::copy(point_.begin(), point_.begin() + index(weights), gradient.begin());
  std::fill(gradient.begin() + index(weights), gradient.end(), 0.0);
  with_outputs(outputs, [&](auto count) { add_transposed<count()>(problem_, c_, residuals.data(), gradient.data()); });
}

void LogisticObjective::hessian_times(std::span<const double> direction, std::span<double> product) {
  const std::uint32_t outputs = problem_.outputs;
  std::vector<double> rates(scores_.size());  // of the probabilities along `direction`
  with_outputs(outputs, [&](auto count) { multiply<count()>(problem_, direction.data(), rates.data()); });
  for (std::size_t i = 0; i < problem_.rows.size(); ++i) {
    const double* p = probabilities_.data() + i * outputs;
    double* rate = rates.data() + i * outputs;
    if (outputs == 1) {
      rate[0] *= p[0] * (1 - p[0]);
      continue;
    }
    double mean = 0;
    for (std::uint32_t k = 0; k < outputs; ++k) mean += p[k] * rate[k];
    for (std::uint32_t k = 0; k < outputs; ++k) rate[k] = p[k] * (rate[k] - mean);
  }
  const std::size_t weights = problem_.matrix->column_count * outputs;
  std::copy(direction.begin(), direction.begin() + index(weights), product.begin());
  std::fill(product.begin() + index(weights), product.end(), 0.0);
  with_outputs(outputs, [&](auto count) { add_transposed<count()>(problem_, c_, rates.data(), product.data()); });
}

LinearModel fit_logistic(const LogisticProblem& problem, const LogisticOptions& options, LinearModel start,
                         NewtonResult* result) {
  LogisticObjective objective(problem, options.c);
  const std::size_t weights = problem.matrix->column_count * problem.outputs;
  std::vector<double> point(objective.size(), 0.0);
  std::vector<double> gradient(objective.size());
  objective.value(point);
  objective.gradient(gradient);
  NewtonOptions newton;
  newton.gradient_length = options.tolerance * ConstVector(gradient.data(), index(gradient.size())).norm();
  newton.most_steps = options.most_steps;
  if (start.outputs == problem.outputs && start.weights.size() == weights) {
    std::copy(start.weights.begin(), start.weights.end(), point.begin());
    std::copy(start.biases.begin(), start.biases.end(), point.begin() + index(weights));
  }
  const NewtonResult reached = minimise(objective, point, newton);
  if (result != nullptr) *result = reached;
  LinearModel model;
  model.outputs = problem.outputs;
  model.biases.assign(point.begin() + index(weights), point.end());
  point.resize(weights);
  model.weights = std::move(point);
  return model;
}

}  // namespace quoth
