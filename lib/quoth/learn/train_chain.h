// Trains linear-chain conditional random fields by AdaGrad (Duchi, Hazan and Singer 2011).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "quoth/learn/chain.h"

namespace quoth {

// Sequences to learn from: positions [starts[i], starts[i + 1]) of `features` and `labels` are sequence i.
struct ChainCorpus {
  ChainFeatures features;
  std::vector<std::uint8_t> labels;       // one a position
  std::vector<std::size_t> starts = {0};  // one more than there are sequences
  std::vector<std::uint32_t> folds;       // one a sequence
  std::vector<std::uint32_t> weights;     // one a sequence: how often an epoch sees it

  std::size_t size() const { return starts.size() - 1; }

  // The positions added since the last sequence are one, of `fold`, seen `weight` times an epoch.
  void end_sequence(std::uint32_t fold, std::uint32_t weight = 1) {
    starts.push_back(features.size());
    folds.push_back(fold);
    weights.push_back(weight);
  }
};

struct ChainTraining {
  std::uint32_t epochs = 5;
  float rate = 0.02F;
  std::uint64_t seed = 1;  // of the order in which sequences are seen
};

// Weights while and after training: `stride` floats a bucket.
struct ChainWeights {
  ChainShape shape;
  std::uint32_t stride = 0;  // 4 or 8
  std::vector<float> weights;
  Transitions transitions = {};

  void score(std::span<const std::uint32_t> buckets, LabelScores& scores) const {
    scores = {};
    for (const std::uint32_t bucket : buckets) {
      const float* row = &weights[static_cast<std::size_t>(bucket) * stride];
      for (std::uint32_t label = 0; label < stride; ++label) scores[label] += row[label];
    }
  }
};

// Trains on the sequences of other folds than `left_out`; the weights are the mean of those after each epoch but the
// first. One thread; the same input gives the same bits. `after_epoch` gets the epoch from 0, the mean log loss of a
// sequence, and the weights so far; it may be empty.
ChainWeights train_chain(
    const ChainCorpus& corpus, const ChainShape& shape, std::size_t bucket_count, const ChainTraining& options,
    std::uint32_t left_out,
    const std::function<void(std::uint32_t epoch, double log_loss, const ChainWeights& weights)>& after_epoch = {});

// F1 of the spans that the best labellings have in `corpus`: right where kind, begin and end are. 0 of nothing.
double span_f1(const ChainCorpus& corpus, const ChainWeights& weights);

}  // namespace quoth
