// Trains linear rankers: which of a few alternatives is best.
//
// An alternative's score is the sum of the weights of its columns times their values; the softmax of the scores over a
// list is how likely each is best. Knows nothing of words.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/learn/sparse_matrix.h"

namespace quoth {

// Lists to learn from: rows [starts[i], starts[i + 1]) of `alternatives` are list i. A row may have a column twice.
struct RankingCorpus {
  SparseMatrix alternatives;
  std::vector<std::uint8_t> best;         // one a row: 1 where none of its list is better
  std::vector<std::size_t> starts = {0};  // one more than there are lists
  std::vector<std::uint32_t> folds;       // one a list
  std::vector<std::uint32_t> weights;     // one a list: how often an epoch sees it

  std::size_t size() const { return starts.size() - 1; }

  // The rows added since the last list are one.
  void end_list(std::uint32_t fold, std::uint32_t weight = 1) {
    starts.push_back(alternatives.row_count());
    folds.push_back(fold);
    weights.push_back(weight);
  }
};

struct RankerTraining {
  std::uint32_t epochs = 5;
  float rate = 0.02F;
  std::uint64_t seed = 1;  // of the order in which lists are seen
};

// Minimises minus the log of the chance of the best alternatives together, by AdaGrad (Duchi, Hazan and Singer 2011),
// over the lists of other folds than `left_out`; the weights, one a column, are the mean of those after each epoch but
// the first. One thread; the same input gives the same bits.
std::vector<float> train_ranker(const RankingCorpus& corpus, const RankerTraining& options, std::uint32_t left_out);

}  // namespace quoth
