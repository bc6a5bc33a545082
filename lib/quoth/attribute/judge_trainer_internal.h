// Trains the judge of found statements, and chooses from which chance on they are given.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/statement_finder_internal.h"
#include "quoth/attribute/training_articles_internal.h"

namespace quoth {

// A statement that models found which were not trained on its article.
struct CheckedStatement {
  FoundStatement found;
  SparseFacts facts;                // for the first judge
  SparseFacts context;              // for the second one
  const GoldRoles* gold = nullptr;  // the attribution that it agrees with
  bool own_cue = false;             // by that one's cue
  bool right = false;               // none agrees better with that one
  double log_odds = 0;              // by judges that were not trained on its fold
};

// Those of one article, in the order of their cues.
using JudgedArticle = std::vector<CheckedStatement>;

// Sets `right`: of those that agree with the same attribution the one by its own cue, else the one whose cue is surest.
// Others say the same a second time, and no figure counts that.
void mark_right(JudgedArticle& statements);

struct TrainedJudge {
  StatementJudge judge;
  StatementJudge context;  // calibrated
  double threshold = 0;
  // Of all attributions, by cross-validation at that threshold, of statements that no likelier one competes with.
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

// `judged` has an element for each of `articles`, and one statement or more in all.
TrainedJudge train_judge(const std::vector<TrainingArticle>& articles, std::vector<JudgedArticle> judged,
                         std::uint32_t folds, unsigned threads);

}  // namespace quoth
