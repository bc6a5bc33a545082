// L2-regularised logistic regression on sparse rows: two classes with one output, or several with softmax.
//
// Minimises |weights|^2 / 2 + C * (sum over the examples of -ln p(class)); biases are not regularised. Trained by
// trust-region Newton, on one thread: the same input gives the same bits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quoth/learn/sparse_matrix.h"
#include "quoth/learn/trust_region_newton.h"

namespace quoth {

struct LogisticProblem {
  const SparseMatrix* matrix = nullptr;
  std::vector<std::uint32_t> rows;     // the examples: rows of `matrix`
  std::vector<std::uint32_t> classes;  // one an example, each below `outputs`, or 0 or 1 where there is one output
  std::uint32_t outputs = 1;           // 1: the logit of class 1 against class 0; else softmax with one output a class
};

// Outputs of a row are its values times the weights, plus the biases.
struct LinearModel {
  std::uint32_t outputs = 0;
  std::vector<double> weights;  // column * outputs + output
  std::vector<double> biases;   // one an output

  // The outputs of `row` of `matrix`, which has no column that the model lacks, into `outputs_of_row`.
  void apply(const SparseMatrix& matrix, std::size_t row, std::span<double> outputs_of_row) const;
};

struct LogisticOptions {
  double c = 1;             // weight of the examples against the regulariser; above 0
  double tolerance = 1e-3;  // converged when the gradient's length is at most this share of its length at all zeros
  int most_steps = 200;
};

// The objective, for optimisers and tests. A point is the weights as in LinearModel, then the biases.
class LogisticObjective : public SmoothFunction {
 public:
  // Needs `problem` to outlive it.
  LogisticObjective(const LogisticProblem& problem, double c);

  std::size_t size() const { return (problem_.matrix->column_count + 1) * problem_.outputs; }
  double value(std::span<const double> point) override;
  void gradient(std::span<double> gradient) override;
  void hessian_times(std::span<const double> direction, std::span<double> product) override;

 private:
  const LogisticProblem& problem_;
  double c_;
  std::vector<double> point_;          // that value() last saw
  std::vector<double> scores_;         // outputs of each example there
  std::vector<double> probabilities_;  // where gradient() was last asked for
};

// Trains from `start`, or from all zeros where it is empty. Needs examples of two classes at least.
// Takes memory for nine vectors of a weight each.
LinearModel fit_logistic(const LogisticProblem& problem, const LogisticOptions& options, LinearModel start = {},
                         NewtonResult* result = nullptr);

}  // namespace quoth
