// One head of a statement model: its problem, cross-validation and final training. For train_statements alone.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/classify/head_calibration.h"
#include "quoth/classify/labelled_statements.h"
#include "quoth/classify/train_statements.h"
#include "quoth/learn/logistic.h"
#include "quoth/learn/sparse_matrix.h"

namespace quoth {

// The statements that are labelled under a head. They outlive the corpus they come from only with its labels.
struct HeadExamples {
  Head head;
  std::vector<std::uint32_t> rows;                        // of the corpus
  std::vector<const std::vector<std::uint32_t>*> labels;  // one a row
  std::vector<std::uint32_t> folds;                       // one a row

  std::size_t label_count() const { return head.labels.size(); }
  // Separate trainings that the head needs: one a label where multi-label, else one.
  std::size_t problem_count() const { return head.multi_label ? label_count() : 1; }
};

// Throws Error where the head cannot be trained on.
HeadExamples collect_examples(const LabelledCorpus& corpus, std::size_t head, const TrainOptions& options);

// Outputs for every example from models that did not see it, one list a candidate C, each example * labels + label.
using HeldOutOutputs = std::vector<std::vector<double>>;

// Trains problem `problem` of the head on all folds but `fold`, for each C of options, and fills in that fold's
// outputs. Calls for different problems and folds may run at once.
void cross_validate(const HeadExamples& examples, const SparseMatrix& matrix, const TrainOptions& options,
                    std::size_t problem, std::uint32_t fold, HeldOutOutputs& outputs);

// The C, temperature and thresholds that fit the held-out outputs best, and the figures they give.
struct ChosenHead {
  HeadReport report;
  HeadCalibration calibration;
};
ChosenHead choose(const HeadExamples& examples, const HeldOutOutputs& outputs, const TrainOptions& options);

// Trains problem `problem` on all examples.
LinearModel train_problem(const HeadExamples& examples, const SparseMatrix& matrix, const LogisticOptions& options,
                          std::size_t problem, NewtonResult& result);

}  // namespace quoth
