#include "quoth/attribute/train_attribution.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "quoth/attribute/attribution_card_internal.h"
#include "quoth/attribute/attribution_model_internal.h"
#include "quoth/attribute/attribution_samples_internal.h"
#include "quoth/attribute/statement_finder_internal.h"
#include "quoth/attribute/training_articles_internal.h"
#include "quoth/base/error.h"
#include "quoth/base/parallel_for.h"
#include "quoth/learn/calibration.h"
#include "quoth/learn/train_chain.h"

namespace quoth {
namespace {

// One gold cue's sequence, for the labels of its roles.
void add_role_sequence(const TrainingArticle& article, const CueCandidate& cue, const GoldRoles& gold,
                       ChainCorpus& corpus) {
  const std::vector<Seat> seats = seats_around(article.sheet.words, window_around(article.sheet, cue), cue);
  add_role_features(article.sheet.words, seats, cue, article.candidates, corpus.features);
  append_role_labels(gold, seats, corpus.labels);
  corpus.end_sequence(article.fold, article.weight);
}

ChainCorpus cue_corpus(const std::vector<TrainingArticle>& articles) {
  ChainCorpus corpus;
  for (const TrainingArticle& article : articles) {
    for (const Range sentence : article.sheet.sentences) {
      if (sentence.empty()) continue;
      add_cue_features(article.sheet.words, sentence, corpus.features);
      append_cue_labels(article, sentence, corpus.labels);
      corpus.end_sequence(article.fold, article.weight);
    }
  }
  return corpus;
}

// The cue as it was found, where it was; else as it is in the gold.
CueCandidate candidate_of(const TrainingArticle& article, const GoldRoles& gold) {
  for (const CueCandidate& candidate : article.candidates)
    if (candidate.words.begin < gold.cue.end && gold.cue.begin < candidate.words.end) return candidate;
  return {gold.cue, head_of(article.sheet.words, gold.cue), 0.1F};
}

ChainCorpus role_corpus(const std::vector<TrainingArticle>& articles) {
  ChainCorpus corpus;
  for (const TrainingArticle& article : articles)
    for (const GoldRoles& gold : article.gold) add_role_sequence(article, candidate_of(article, gold), gold, corpus);
  return corpus;
}

// A found statement as the judge sees it.
struct Judged {
  JudgeFeatures features;
  std::uint32_t fold = 0;
  std::uint32_t weight = 1;
  bool right = false;
  double log_odds = 0;     // by a judge that was not trained on its fold
  double probability = 0;  // the same, calibrated
};

class AttributionTrainer {
 public:
  AttributionTrainer(const std::vector<GoldArticle>& training, const std::vector<GoldArticle>& development,
                     const SyntaxModel& syntax, const Registry& registry, const AttributionTrainOptions& options)
      : options_(options) {
    report({"articles", 0, 1, 0, 0});
    articles_ = prepare_articles(training, syntax, registry, options.folds, options.threads);
    development_ = prepare_articles(development, syntax, registry, options.folds, options.threads);
    report({"articles", 1, 1, 0, 0});
  }

  // `where` the articles are from, for messages.
  TrainedAttribution train(const std::string& where) {
    const auto has_cue = [](const TrainingArticle& article) { return !article.gold.empty(); };
    if (std::none_of(articles_.begin(), articles_.end(), has_cue)) {
      throw Error(where, "has no attribution with a cue", "articles whose attributions have cues and contents");
    }
    const std::vector<ChainTable> cues =
        train_tables("cues", cue_corpus(articles_), cue_corpus(development_), cue_shape(), kCueBucketBits);
    find_candidates(cues);
    const std::vector<ChainTable> roles =
        train_tables("roles", role_corpus(articles_), role_corpus(development_), role_shape(), kRoleBucketBits);
    std::vector<Judged> judged = judge_candidates(roles);
    if (judged.empty())
      throw Error(where, "taught no cue that is found again", "", "give more articles, or more epochs");
    report({"statements", 0, 1, 0, 0});
    TrainedAttribution trained;
    AttributionModelParts parts;
    parts.cues = cues.back();
    parts.roles = roles.back();
    cross_validate(judged);
    parts.judge = train_judge(judged, options_.folds);
    calibrate(judged, parts.judge);
    choose_threshold(judged, trained);
    parts.threshold = static_cast<float>(trained.threshold);
    trained.model =
        attribution_model_bytes(parts, attribution_card(options_, trained), make_samples(articles_, parts, kSamples));
    report({"statements", 1, 1, 0, trained.f1});
    return trained;
  }

 private:
  void report(const AttributionTrainProgress& progress) {
    if (options_.progress) options_.progress(progress);
  }

  // A table for each fold, trained on the others, and one trained on all.
  std::vector<ChainTable> train_tables(const std::string& stage, const ChainCorpus& corpus,
                                       const ChainCorpus& development, const ChainShape& shape, std::uint32_t bits) {
    ChainTraining training;
    training.epochs = options_.epochs;
    training.seed = options_.seed;
    std::vector<ChainTable> tables(options_.folds + 1);
    parallel_for(tables.size(), options_.threads, [&](std::size_t fold) {
      const auto after_epoch = [&](std::uint32_t epoch, double log_loss, const ChainWeights& weights) {
        if (fold != options_.folds) return;
        report({stage, epoch + 1, options_.epochs, log_loss, span_f1(development, weights)});
      };
      const ChainWeights weights =
          train_chain(corpus, shape, std::size_t{1} << bits, training, static_cast<std::uint32_t>(fold), after_epoch);
      tables[fold] = ChainTable(shape, weights.stride, weights.weights, weights.transitions);
    });
    return tables;
  }

  void find_candidates(const std::vector<ChainTable>& tables) {
    const auto find = [](TrainingArticle& article, const ChainTable& table) {
      CueScratch scratch;
      for (const Range sentence : article.sheet.sentences)
        find_cue_candidates(article.sheet.words, sentence, table, scratch, article.candidates);
    };
    parallel_for(articles_.size(), options_.threads,
                 [&](std::size_t i) { find(articles_[i], tables[articles_[i].fold]); });
    parallel_for(development_.size(), options_.threads, [&](std::size_t i) { find(development_[i], tables.back()); });
  }

  std::vector<Judged> judge_candidates(const std::vector<ChainTable>& tables) {
    std::vector<std::vector<Judged>> judged(articles_.size());
    parallel_for(articles_.size(), options_.threads, [&](std::size_t i) {
      const TrainingArticle& article = articles_[i];
      RoleScratch scratch;
      for (const CueCandidate& cue : article.candidates) {
        const LabelledRoles roles = label_roles(article.sheet.words, window_around(article.sheet, cue), cue,
                                                article.candidates, tables[article.fold], scratch);
        if (roles.content.empty()) continue;
        Judged& one = judged[i].emplace_back();
        one.fold = article.fold;
        one.weight = article.weight;
        one.right = agrees_with_gold(article, roles);
        collect_judge_features(article.sheet.words, cue, roles, one.features);
      }
    });
    std::vector<Judged> all;
    for (std::vector<Judged>& some : judged)
      all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    return all;
  }

  // Trained on the statements of other folds than `left_out`.
  StatementJudge train_judge(const std::vector<Judged>& judged, std::uint32_t left_out) const {
    SparseMatrix matrix;
    matrix.column_count = kJudgeColumns;
    LogisticProblem problem;
    problem.matrix = &matrix;
    for (const Judged& one : judged) {
      if (one.fold == left_out) continue;
      matrix.columns.insert(matrix.columns.end(), one.features.columns.begin(), one.features.columns.end());
      matrix.values.insert(matrix.values.end(), one.features.values.begin(), one.features.values.end());
      problem.rows.insert(problem.rows.end(), one.weight, static_cast<std::uint32_t>(matrix.row_count()));
      matrix.row_begin.push_back(matrix.columns.size());
      problem.classes.insert(problem.classes.end(), one.weight, one.right ? 1 : 0);
    }
    return StatementJudge(fit_logistic(problem, {.c = kJudgeC, .tolerance = 1e-2}));
  }

  void cross_validate(std::vector<Judged>& judged) const {
    parallel_for(options_.folds, options_.threads, [&](std::size_t fold) {
      const StatementJudge judge = train_judge(judged, static_cast<std::uint32_t>(fold));
      for (Judged& one : judged)
        if (one.fold == fold) one.log_odds = judge.log_odds(one.features);
    });
  }

  // A judge is too sure of what it has not seen; the cross-validated outputs tell by how much.
  static void calibrate(std::vector<Judged>& judged, StatementJudge& judge) {
    SparseMatrix matrix;
    matrix.column_count = 1;
    LogisticProblem problem;
    problem.matrix = &matrix;
    for (const Judged& one : judged) {
      matrix.columns.push_back(0);
      matrix.values.push_back(static_cast<float>(one.log_odds));
      problem.rows.insert(problem.rows.end(), one.weight, static_cast<std::uint32_t>(matrix.row_count()));
      matrix.row_begin.push_back(matrix.columns.size());
      problem.classes.insert(problem.classes.end(), one.weight, one.right ? 1 : 0);
    }
    const LinearModel line = fit_logistic(problem, {.c = 1});
    const auto slope = static_cast<float>(line.weights.front());
    const auto shift = static_cast<float>(line.biases.front());
    judge.calibrate(slope, shift);
    for (Judged& one : judged) one.probability = 1 / (1 + std::exp(-(slope * one.log_odds + shift)));
  }

  // Of the thresholds whose F1 over all gold attributions is within kFlat of the best, the lowest: the top is flat, and
  // whoever wants fewer and surer statements can cut by confidence, but nobody can get back what is left out.
  void choose_threshold(const std::vector<Judged>& judged, TrainedAttribution& trained) const {
    trained.articles = articles_.size();
    double gold = 0;
    for (const TrainingArticle& article : articles_) {
      trained.attributions += article.attributions;
      gold += static_cast<double>(article.attributions * article.weight);
    }
    double best = 0;
    for (int hundredths = 60; hundredths >= 15; --hundredths) {
      const double threshold = hundredths / 100.0;
      double given = 0;
      double right = 0;
      for (const Judged& one : judged) {
        if (one.probability < threshold) continue;
        given += one.weight;
        right += one.right ? one.weight : 0;
      }
      const double f1 = 2 * right / (given + gold);
      best = std::max(best, f1);
      if (given == 0 || f1 < best - kFlat) continue;
      trained.f1 = f1;
      trained.threshold = threshold;
      trained.precision = right / given;
      trained.recall = right / gold;
    }
  }

  static constexpr double kFlat = 0.002;
  static constexpr double kJudgeC = 0.02;
  static constexpr std::size_t kSamples = 6;

  const AttributionTrainOptions& options_;
  std::vector<TrainingArticle> articles_;
  std::vector<TrainingArticle> development_;
};

}  // namespace

TrainedAttribution train_attribution(const std::vector<GoldArticle>& training,
                                     const std::vector<GoldArticle>& development, const SyntaxModel& syntax,
                                     const Registry& registry, const AttributionTrainOptions& options) {
  if (training.size() < options.folds) {
    throw Error(training.empty() ? std::string("training") : training.front().where,
                "too few articles: " + std::to_string(training.size()), std::to_string(options.folds) + " or more",
                "give more articles, or fewer folds");
  }
  return AttributionTrainer(training, development, syntax, registry, options).train(training.front().where);
}

}  // namespace quoth
