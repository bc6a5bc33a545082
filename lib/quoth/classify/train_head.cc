#include "quoth/classify/train_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "quoth/base/error.h"
#include "quoth/learn/calibration.h"
#include "quoth/learn/folds.h"

namespace quoth {
namespace {

bool holds(const std::vector<std::uint32_t>& labels, std::uint32_t label) {
  return std::binary_search(labels.begin(), labels.end(), label);
}

// What to deal evenly over the folds: the label, or of several the rarest, so that rare ones are in every fold.
std::vector<std::uint32_t> strata_of(const HeadExamples& examples) {
  std::vector<std::size_t> frequency(examples.label_count(), 0);
  for (const auto* labels : examples.labels) {
    for (const std::uint32_t label : *labels) ++frequency[label];
  }
  std::vector<std::uint32_t> strata;
  for (const auto* labels : examples.labels) {
    const auto rarest = std::min_element(labels->begin(), labels->end(),
                                         [&](std::uint32_t a, std::uint32_t b) { return frequency[a] < frequency[b]; });
    strata.push_back(rarest == labels->end() ? static_cast<std::uint32_t>(examples.label_count()) : *rarest);
  }
  return strata;
}

void check_examples(const LabelledCorpus& corpus, const HeadExamples& examples, std::uint32_t folds) {
  const std::string& file = corpus.files.front().path;
  const Head& head = examples.head;
  const auto fail = [&](const std::string& found, const std::string& expected) {
    throw Error(file, fmt::format("\"labels.{}\" {}", head.name, found), expected, "add labelled statements");
  };
  const std::size_t least = head.multi_label ? 1 : 2;
  if (head.labels.size() < least) {
    const std::string only =
        head.labels.empty() ? "has no label at all" : fmt::format("is always \"{}\"", head.labels[0]);
    fail(only, head.multi_label ? "one label or more" : "two labels or more");
  }
  if (examples.rows.size() < 2 * std::size_t{folds}) {
    fail(fmt::format("is given by {} statements", examples.rows.size()),
         fmt::format("{} or more, two a fold", 2 * std::size_t{folds}));
  }
  for (std::uint32_t label = 0; head.multi_label && label < head.labels.size(); ++label) {
    if (std::all_of(examples.labels.begin(), examples.labels.end(), [&](const auto* l) { return holds(*l, label); })) {
      fail(fmt::format("holds \"{}\" in every statement", head.labels[label]), "statements without it");
    }
  }
}

// The examples of one problem for which `takes(example)`.
template <typename Takes>
LogisticProblem problem_of(const HeadExamples& examples, const SparseMatrix& matrix, std::size_t problem, Takes takes) {
  LogisticProblem result;
  result.matrix = &matrix;
  result.outputs = examples.head.multi_label ? 1 : static_cast<std::uint32_t>(examples.label_count());
  for (std::size_t i = 0; i < examples.rows.size(); ++i) {
    if (!takes(i)) continue;
    result.rows.push_back(examples.rows[i]);
    const auto& labels = *examples.labels[i];
    result.classes.push_back(examples.head.multi_label ? (holds(labels, static_cast<std::uint32_t>(problem)) ? 1U : 0U)
                                                       : labels[0]);
  }
  return result;
}

std::vector<std::uint8_t> decisions_of(const HeadExamples& examples) {
  std::vector<std::uint8_t> decisions(examples.rows.size() * examples.label_count(), 0);
  for (std::size_t i = 0; i < examples.rows.size(); ++i) {
    for (const std::uint32_t label : *examples.labels[i]) decisions[i * examples.label_count() + label] = 1;
  }
  return decisions;
}

double temperature_for(const HeadExamples& examples, const std::vector<double>& outputs,
                       const std::vector<std::uint8_t>& decisions) {
  if (examples.head.multi_label) return fit_logistic_temperature(outputs, decisions);
  std::vector<std::uint32_t> classes;
  for (const auto* labels : examples.labels) classes.push_back(labels->front());
  return fit_softmax_temperature(outputs, classes, static_cast<std::uint32_t>(examples.label_count()));
}

std::vector<double> probabilities_for(const HeadExamples& examples, const std::vector<double>& outputs,
                                      double temperature) {
  std::vector<float> rounded(outputs.begin(), outputs.end());
  const auto divisor = static_cast<float>(temperature);
  if (examples.head.multi_label) {
    for (float& output : rounded) output = logistic(output, divisor);
  } else {
    const std::size_t labels = examples.label_count();
    for (std::size_t i = 0; i < rounded.size(); i += labels) softmax(std::span(rounded).subspan(i, labels), divisor);
  }
  return {rounded.begin(), rounded.end()};
}

// Mean -ln of the probability of what is so: a label's presence or absence, or the class.
double log_loss(const HeadExamples& examples, const std::vector<double>& probabilities,
                const std::vector<std::uint8_t>& decisions) {
  constexpr double kLeast = 1e-7;
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    if (!examples.head.multi_label && decisions[i] == 0) continue;
    sum -= std::log(std::max(kLeast, decisions[i] != 0 ? probabilities[i] : 1 - probabilities[i]));
    ++count;
  }
  return sum / static_cast<double>(count);
}

std::vector<double> thresholds_for(const HeadExamples& examples, const std::vector<double>& probabilities,
                                   const std::vector<std::uint8_t>& decisions) {
  std::vector<double> thresholds;
  const std::size_t labels = examples.label_count();
  for (std::size_t label = 0; label < labels; ++label) {
    std::vector<double> column;
    std::vector<std::uint8_t> actual;
    for (std::size_t i = label; i < probabilities.size(); i += labels) {
      column.push_back(probabilities[i]);
      actual.push_back(decisions[i]);
    }
    thresholds.push_back(fit_threshold(column, actual));
  }
  return thresholds;
}

HeadFigures held_out_figures(const HeadExamples& examples, const std::vector<double>& outputs,
                             const HeadCalibration& calibration) {
  const std::size_t labels = examples.label_count();
  std::vector<HeadScore> scores(examples.rows.size());
  std::vector<JudgedStatement> judged;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto begin = outputs.begin() + static_cast<std::ptrdiff_t>(i * labels);
    const std::vector<float> mine(begin, begin + static_cast<std::ptrdiff_t>(labels));
    score_head(examples.head, calibration, mine, scores[i]);
    const float top = *std::max_element(scores[i].probabilities.begin(), scores[i].probabilities.end());
    judged.push_back({*examples.labels[i], scores[i].predicted, top});
  }
  return judge_head(examples.head.name, examples.head.multi_label, examples.head.labels, judged);
}

}  // namespace

HeadExamples collect_examples(const LabelledCorpus& corpus, std::size_t head, const TrainOptions& options) {
  HeadExamples examples;
  examples.head = corpus.heads[head];
  for (std::size_t i = 0; i < corpus.statements.size(); ++i) {
    const auto& labels = corpus.statements[i].labels[head];
    if (!labels) continue;
    examples.rows.push_back(static_cast<std::uint32_t>(i));
    examples.labels.push_back(&*labels);
  }
  check_examples(corpus, examples, options.folds);
  examples.folds = stratified_folds(strata_of(examples), options.folds, options.seed);
  return examples;
}

void cross_validate(const HeadExamples& examples, const SparseMatrix& matrix, const TrainOptions& options,
                    std::size_t problem, std::uint32_t fold, HeldOutOutputs& outputs) {
  const LogisticProblem training =
      problem_of(examples, matrix, problem, [&](std::size_t i) { return examples.folds[i] != fold; });
  LinearModel model;
  for (std::size_t candidate = 0; candidate < options.c.size(); ++candidate) {
    // The optimum for one C is near the one for the next: a good place to start.
    model = fit_logistic(training, {options.c[candidate], options.tolerance, 200}, std::move(model));
    for (std::size_t i = 0; i < examples.rows.size(); ++i) {
      if (examples.folds[i] != fold) continue;
      const std::span<double> of_example(outputs[candidate].data() + i * examples.label_count() + problem,
                                         model.outputs);
      model.apply(matrix, examples.rows[i], of_example);
    }
  }
}

ChosenHead choose(const HeadExamples& examples, const HeldOutOutputs& outputs, const TrainOptions& options) {
  const std::vector<std::uint8_t> decisions = decisions_of(examples);
  ChosenHead best;
  std::size_t best_candidate = 0;
  for (std::size_t candidate = 0; candidate < outputs.size(); ++candidate) {
    const double temperature = temperature_for(examples, outputs[candidate], decisions);
    const auto probabilities = probabilities_for(examples, outputs[candidate], temperature);
    const double loss = log_loss(examples, probabilities, decisions);
    if (candidate > 0 && loss >= best.report.log_loss) continue;
    best_candidate = candidate;
    best.report.c = options.c[candidate];
    best.report.log_loss = loss;
    best.report.temperature = temperature;
    if (examples.head.multi_label) best.report.thresholds = thresholds_for(examples, probabilities, decisions);
  }
  best.calibration.temperature = static_cast<float>(best.report.temperature);
  best.calibration.thresholds.assign(best.report.thresholds.begin(), best.report.thresholds.end());
  best.report.figures = held_out_figures(examples, outputs[best_candidate], best.calibration);
  return best;
}

LinearModel train_problem(const HeadExamples& examples, const SparseMatrix& matrix, const LogisticOptions& options,
                          std::size_t problem, NewtonResult& result) {
  return fit_logistic(problem_of(examples, matrix, problem, [](std::size_t) { return true; }), options, {}, &result);
}

}  // namespace quoth
