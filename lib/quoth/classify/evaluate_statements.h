// How well scores fit labels given by people.
//
// The figures are those of SemEval-2016 Task 6 and of common use: F1 a label, macro and micro means, accuracy,
// calibration.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quoth/classify/labelled_statements.h"
#include "quoth/classify/statement_model.h"

namespace quoth {

struct LabelFigures {
  std::string label;
  std::size_t statements = 0;  // that people gave the label
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

struct HeadFigures {
  std::string head;
  bool multi_label = false;
  std::size_t statements = 0;
  // multi-label: all labels of model or people; else those that people gave.
  std::vector<LabelFigures> labels;
  double macro_f1 = 0;           // mean of the labels' F1
  double micro_f1 = 0;           // of all decisions together; multi-label only
  double accuracy = 0;           // not multi-label
  std::optional<double> f_avg;   // mean F1 of "favor" and "against", where people gave both
  double calibration_error = 0;  // of the top probability, 15 bins; not multi-label
};

// One statement's labels and scores under one head, as indexes into `labels` of judge_head.
struct JudgedStatement {
  std::span<const std::uint32_t> actual;
  std::span<const std::uint32_t> predicted;
  double confidence = 0;  // the top probability; not used where multi-label
};

// `labels` are all that occur in `judged`.
HeadFigures judge_head(const std::string& head, bool multi_label, const std::vector<std::string>& labels,
                       std::span<const JudgedStatement> judged);

// Scores every statement of `gold` and judges each head that model and gold share; statements without that head are
// passed over. Throws Error where they share none, or where a head is multi-label in one only.
std::vector<HeadFigures> evaluate_statements(const StatementModel& model, const LabelledCorpus& gold);

}  // namespace quoth
