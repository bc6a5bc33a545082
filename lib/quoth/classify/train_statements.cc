#include "quoth/classify/train_statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <span>

#include "quoth/base/error.h"
#include "quoth/base/parallel_for.h"
#include "quoth/classify/model_card.h"
#include "quoth/classify/statement_model_file.h"
#include "quoth/classify/train_head.h"
#include "quoth/learn/sparse_matrix.h"

namespace quoth {
namespace {

using Counts = std::vector<std::vector<FeatureCount>>;

// Texts that a model's file carries with their scores: of several kinds, long and short, and none of any corpus, as a
// model may ship where its corpus may not.
constexpr const char* kSamples[] = {
    "We thank our friends for their help and look forward to working together for many years to come.",
    "This is a reckless provocation, and those who play with fire will have to answer for what they have done!",
    "The two sides exchanged views. A further meeting is to be held on 14 May, the spokesperson said.",
    "THEY HAVE TAKEN OUR JOBS FOR 30 YEARS. NOT ANY MORE!!! 25% TARIFF ON ALL STEEL, EFFECTIVE IMMEDIATELY.",
    "Die Regierung hat sich dazu nicht geäußert.",
    "台湾问题不容干涉。",
    "It isn’t a question of whether, but of when — and “when” is now.",
    "",
};

class Progress {
 public:
  Progress(const TrainOptions& options, std::string stage, std::size_t of) : options_(options) {
    now_.stage = std::move(stage);
    now_.of = of;
  }
  void step() {
    const std::lock_guard lock(mutex_);
    ++now_.done;
    if (options_.progress) options_.progress(now_);
  }

 private:
  const TrainOptions& options_;
  std::mutex mutex_;
  TrainProgress now_;
};

Counts count_features(const LabelledCorpus& corpus, const FeatureOptions& features) {
  Counts counts;
  FeatureScratch scratch;
  for (const LabelledStatement& statement : corpus.statements) {
    extract_features(statement.text, features, scratch);
    counts.push_back(scratch.counts);
  }
  return counts;
}

struct WeighedCorpus {
  FeatureWeights weights;
  SparseMatrix matrix;
};

WeighedCorpus weigh(const LabelledCorpus& corpus, const TrainOptions& options) {
  const Counts counts = count_features(corpus, options.features);
  WeighedCorpus result;
  result.weights = weigh_buckets(counts, std::size_t{1} << options.features.bucket_bits, options.least_texts);
  if (result.weights.buckets.empty()) {
    throw Error(corpus.files.front().path, fmt::format("no word is in {} statements", options.least_texts),
                "statements that share words");
  }
  result.matrix = weigh_texts(counts, result.weights);
  return result;
}

struct Piece {
  std::size_t head = 0;
  std::size_t problem = 0;
  std::uint32_t fold = 0;
};

std::vector<ChosenHead> cross_validate_all(const std::vector<HeadExamples>& heads, const SparseMatrix& matrix,
                                           const TrainOptions& options) {
  std::vector<HeldOutOutputs> outputs;
  std::vector<Piece> pieces;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const std::vector<double> zeros(heads[h].rows.size() * heads[h].label_count(), 0.0);
    outputs.emplace_back(options.c.size(), zeros);
    for (std::size_t problem = 0; problem < heads[h].problem_count(); ++problem) {
      for (std::uint32_t fold = 0; fold < options.folds; ++fold) pieces.push_back({h, problem, fold});
    }
  }
  Progress progress(options, "cross-validation", pieces.size());
  parallel_for(pieces.size(), options.threads, [&](std::size_t i) {
    const Piece& piece = pieces[i];
    cross_validate(heads[piece.head], matrix, options, piece.problem, piece.fold, outputs[piece.head]);
    progress.step();
  });
  std::vector<ChosenHead> chosen;
  for (std::size_t h = 0; h < heads.size(); ++h) chosen.push_back(choose(heads[h], outputs[h], options));
  return chosen;
}

// One model a problem, the heads' one after another; notes in `chosen` how training went.
std::vector<LinearModel> train_all(const std::vector<HeadExamples>& heads, const SparseMatrix& matrix,
                                   const TrainOptions& options, std::vector<ChosenHead>& chosen) {
  std::vector<Piece> pieces;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    for (std::size_t problem = 0; problem < heads[h].problem_count(); ++problem) pieces.push_back({h, problem, 0});
    chosen[h].report.converged = true;
  }
  std::vector<LinearModel> models(pieces.size());
  std::vector<NewtonResult> results(pieces.size());
  Progress progress(options, "training", pieces.size());
  parallel_for(pieces.size(), options.threads, [&](std::size_t i) {
    const Piece& piece = pieces[i];
    const LogisticOptions logistic{chosen[piece.head].report.c, options.tolerance, 200};
    models[i] = train_problem(heads[piece.head], matrix, logistic, piece.problem, results[i]);
    progress.step();
  });
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    HeadReport& report = chosen[pieces[i].head].report;
    report.newton_steps += results[i].steps;
    report.converged = report.converged && results[i].converged;
  }
  return models;
}

// The scores that `parts`, as read back from a file, give for kSamples.
std::vector<ModelSample> score_samples(const StatementModelParts& parts) {
  const auto model = StatementModel::from(ModelFile::parse(statement_model_bytes(parts), "the new model"));
  ScoreScratch scratch;
  std::vector<ModelSample> samples;
  for (const char* text : kSamples) {
    samples.push_back({text, {}});
    model.score(text, scratch, samples.back().scores);
  }
  return samples;
}

void check_options(const TrainOptions& options) {
  check_feature_options(options.features);
  if (options.folds < 2) throw Error("--folds", std::to_string(options.folds), "2 or more");
  if (options.c.empty() || !std::all_of(options.c.begin(), options.c.end(), [](double c) { return c > 0; })) {
    throw Error("--c", "a value that is not above 0", "numbers above 0");
  }
}

}  // namespace

TrainedStatements train_statements(const LabelledCorpus& corpus, const TrainOptions& options) {
  check_options(options);
  if (corpus.heads.empty()) throw Error(corpus.files.front().path, "no statement has a label", "labelled statements");
  std::vector<HeadExamples> heads;
  for (std::size_t h = 0; h < corpus.heads.size(); ++h) heads.push_back(collect_examples(corpus, h, options));
  const WeighedCorpus weighed = weigh(corpus, options);

  std::vector<ChosenHead> chosen = cross_validate_all(heads, weighed.matrix, options);
  const std::vector<LinearModel> models = train_all(heads, weighed.matrix, options, chosen);

  TrainedStatements trained;
  trained.features = weighed.weights.buckets.size();
  const std::size_t buckets = std::size_t{1} << options.features.bucket_bits;
  StatementModelParts parts{{}, options.features, corpus.heads, {}, WeightTable(buckets, weighed.weights, models), {}};
  for (ChosenHead& head : chosen) {
    parts.calibrations.push_back(std::move(head.calibration));
    trained.heads.push_back(std::move(head.report));
  }
  parts.card = statement_model_card(corpus, options, trained);
  parts.samples = score_samples(parts);
  trained.model = statement_model_bytes(parts);
  return trained;
}

}  // namespace quoth
