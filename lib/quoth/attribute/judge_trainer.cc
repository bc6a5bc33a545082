#include <algorithm>
#include <cmath>

#include "quoth/attribute/judge_trainer_internal.h"
#include "quoth/attribute/statement_context_internal.h"
#include "quoth/base/parallel_for.h"
#include "quoth/learn/logistic.h"

namespace quoth {
namespace {

constexpr double kJudgeC = 0.01;
constexpr double kContextC = 0.1;

// The F1 over thresholds is flat at its top.
constexpr double kFlat = 0.002;

double logistic(double log_odds) {
  return 1 / (1 + std::exp(-log_odds));
}

// Examples to learn from, a row each, as often as their article weighs.
struct Examples {
  SparseMatrix matrix;
  LogisticProblem problem;

  explicit Examples(std::size_t columns) {
    matrix.column_count = columns;
    problem.matrix = &matrix;
  }
  Examples(const Examples&) = delete;
  Examples& operator=(const Examples&) = delete;

  void add(const SparseFacts& facts, bool right, std::uint32_t weight) {
    problem.rows.insert(problem.rows.end(), weight, static_cast<std::uint32_t>(matrix.row_count()));
    problem.classes.insert(problem.classes.end(), weight, right ? 1 : 0);
    append_row(facts, matrix);
  }
};

// A statement that no likelier one competes with, as it is counted.
struct Survivor {
  double log_odds = 0;
  bool right = false;  // it agrees with an attribution that no likelier one agrees with
  std::uint32_t weight = 1;
};

class JudgeTrainer {
 public:
  JudgeTrainer(const std::vector<TrainingArticle>& articles, std::vector<JudgedArticle> judged)
      : articles_(articles), judged_(std::move(judged)) {}

  // On the statements of other folds than `left_out`.
  StatementJudge train_judge(std::uint32_t left_out) const {
    return train(left_out, &CheckedStatement::facts, kJudgeColumns, kJudgeC);
  }
  StatementJudge train_context(std::uint32_t left_out) const {
    return train(left_out, &CheckedStatement::context, kContextColumns, kContextC);
  }

  void cross_validate(std::uint32_t folds, unsigned threads) {
    parallel_for(folds, threads, [&](std::size_t fold) {
      judge(fold, &CheckedStatement::facts, train_judge(static_cast<std::uint32_t>(fold)));
    });
    parallel_for(judged_.size(), threads, [&](std::size_t article) { look_around(article); });
    parallel_for(folds, threads, [&](std::size_t fold) {
      judge(fold, &CheckedStatement::context, train_context(static_cast<std::uint32_t>(fold)));
    });
  }

  // A statement below a threshold wins over none above it, so that these are the survivors at any threshold.
  std::vector<Survivor> survivors() const {
    std::vector<Survivor> all;
    for (std::size_t i = 0; i < judged_.size(); ++i) add_survivors(i, all);
    return all;
  }

 private:
  using Facts = SparseFacts CheckedStatement::*;

  StatementJudge train(std::uint32_t left_out, Facts facts, std::uint32_t columns, double c) const {
    Examples examples(columns);
    for (std::size_t i = 0; i < judged_.size(); ++i) {
      if (articles_[i].fold == left_out) continue;
      for (const CheckedStatement& one : judged_[i]) examples.add(one.*facts, one.right, articles_[i].weight);
    }
    return StatementJudge(fit_logistic(examples.problem, {.c = c, .tolerance = 1e-2}));
  }

  void judge(std::size_t fold, Facts facts, const StatementJudge& judge) {
    for (std::size_t i = 0; i < judged_.size(); ++i) {
      if (articles_[i].fold != fold) continue;
      for (CheckedStatement& one : judged_[i]) one.log_odds = judge.log_odds(one.*facts);
    }
  }

  void look_around(std::size_t article) {
    std::vector<FoundStatement> statements;
    std::vector<float> log_odds;
    for (const CheckedStatement& one : judged_[article]) {
      statements.push_back(one.found);
      log_odds.push_back(static_cast<float>(one.log_odds));
    }
    for (std::size_t i = 0; i < statements.size(); ++i)
      collect_context_facts(articles_[article].sheet, statements, log_odds, i, judged_[article][i].context);
  }

  void add_survivors(std::size_t article, std::vector<Survivor>& all) const {
    std::vector<FoundStatement> winners;
    for (const CheckedStatement& one : judged_[article]) {
      FoundStatement found = one.found;
      found.probability = static_cast<float>(logistic(one.log_odds));
      add_unless_beaten(std::move(found), articles_[article].sheet, winners);
    }
    std::vector<const CheckedStatement*> left;
    auto winner = winners.begin();
    for (const CheckedStatement& one : judged_[article]) {
      if (winner == winners.end() || winner->cue.words != one.found.cue.words) continue;
      left.push_back(&one);
      ++winner;
    }
    std::stable_sort(left.begin(), left.end(), [](const auto* a, const auto* b) { return a->log_odds > b->log_odds; });
    std::vector<const GoldRoles*> taken;
    for (const CheckedStatement* one : left) {
      const bool right = one->gold != nullptr && std::find(taken.begin(), taken.end(), one->gold) == taken.end();
      if (right) taken.push_back(one->gold);
      all.push_back({one->log_odds, right, articles_[article].weight});
    }
  }

  const std::vector<TrainingArticle>& articles_;
  std::vector<JudgedArticle> judged_;
};

// A judge is too sure of what it has not seen, and too unsure of what has won; the survivors tell by how much. Their
// log-odds are calibrated like the judge.
void calibrate(std::vector<Survivor>& survivors, StatementJudge& judge) {
  Examples examples(1);
  for (const Survivor& one : survivors) examples.add({{0}, {static_cast<float>(one.log_odds)}}, one.right, one.weight);
  const LinearModel line = fit_logistic(examples.problem, {.c = 1});
  const auto slope = static_cast<float>(line.weights.front());
  const auto shift = static_cast<float>(line.biases.front());
  judge.calibrate(slope, shift);
  for (Survivor& one : survivors) one.log_odds = slope * one.log_odds + shift;
}

// Of the thresholds whose F1 over all gold attributions is within kFlat of the best, the lowest: whoever wants fewer
// and surer statements can cut by confidence, but nobody can get back what is left out.
void choose_threshold(const std::vector<TrainingArticle>& articles, const std::vector<Survivor>& survivors,
                      TrainedJudge& trained) {
  double gold = 0;
  for (const TrainingArticle& article : articles) gold += static_cast<double>(article.attributions * article.weight);
  double best = 0;
  for (int hundredths = 60; hundredths >= 15; --hundredths) {
    const double threshold = hundredths / 100.0;
    double given = 0;
    double right = 0;
    for (const Survivor& one : survivors) {
      if (logistic(one.log_odds) < threshold) continue;
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

}  // namespace

void mark_right(JudgedArticle& statements) {
  for (CheckedStatement& one : statements) {
    const auto better = [&](const CheckedStatement& other) {
      if (other.gold != one.gold || &other == &one) return false;
      if (other.own_cue != one.own_cue) return other.own_cue;
      if (other.found.cue.probability != one.found.cue.probability)
        return other.found.cue.probability > one.found.cue.probability;
      return &other < &one;
    };
    one.right = one.gold != nullptr && std::none_of(statements.begin(), statements.end(), better);
  }
}

TrainedJudge train_judge(const std::vector<TrainingArticle>& articles, std::vector<JudgedArticle> judged,
                         std::uint32_t folds, unsigned threads) {
  JudgeTrainer trainer(articles, std::move(judged));
  trainer.cross_validate(folds, threads);
  TrainedJudge trained;
  trained.judge = trainer.train_judge(folds);
  trained.context = trainer.train_context(folds);
  std::vector<Survivor> survivors = trainer.survivors();
  calibrate(survivors, trained.context);
  choose_threshold(articles, survivors, trained);
  return trained;
}

}  // namespace quoth
