// Labelled statements to a statement model.
//
// One linear model a label of a multi-label head (one against the rest), one softmax model a single-label head, all on
// the same hashed features. How strongly to regularise, which temperature and which thresholds to use is found by
// cross-validation, whose figures go into the model's card. The speaker is not looked at: a statement is judged by its
// words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "quoth/classify/evaluate_statements.h"
#include "quoth/classify/labelled_statements.h"
#include "quoth/learn/features.h"

namespace quoth {

// How far training is.
struct TrainProgress {
  std::string stage;     // "cross-validation", "training"
  std::size_t done = 0;  // pieces of work
  std::size_t of = 0;
};

struct TrainOptions {
  FeatureOptions features = {};
  std::uint32_t least_texts = 2;  // features in fewer statements are left out
  // The C to choose from by cross-validation, ascending; one of them alone is taken as it is.
  std::vector<double> c = {3, 10, 30, 100, 300, 1000, 3000};
  std::uint32_t folds = 5;
  std::uint64_t seed = 1;   // shuffles the folds
  double tolerance = 1e-3;  // LogisticOptions::tolerance of the shipped weights and of cross-validation
  unsigned threads = 1;     // the model's bytes are the same for any number
  std::string name = "statements";
  std::string language = "en";
  std::string licence = {};                                 // of the model, as it shall stand in its card
  std::string command = {};                                 // how to train it again
  std::function<void(const TrainProgress&)> progress = {};  // called from several threads, one at a time; may be empty
};

struct HeadReport {
  HeadFigures figures;  // of cross-validation
  double c = 0;         // chosen
  double log_loss = 0;  // of the probabilities in cross-validation, a decision
  double temperature = 1;
  std::vector<double> thresholds;  // multi-label: one a label
  int newton_steps = 0;            // of the final training, all outputs together
  bool converged = false;          // all of its outputs
};

struct TrainedStatements {
  std::string model;              // bytes of the model file
  std::vector<HeadReport> heads;  // by name
  std::size_t features = 0;       // buckets in use
};

// Throws Error where the corpus cannot be trained on: a head with fewer than two labels or fewer than two statements a
// fold, a label that every statement has, no features at all. Cost: number of C times folds times outputs trainings;
// see docs/classifier.md.
TrainedStatements train_statements(const LabelledCorpus& corpus, const TrainOptions& options);

}  // namespace quoth
