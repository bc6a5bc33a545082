#include "quoth/learn/train_chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace quoth {
namespace {

constexpr std::size_t kBuckets = 64;
constexpr std::uint32_t kAll = 99;  // no fold

// Spans of one kind: feature 1 begins one, what follows with feature 2 goes on. Feature 2 elsewhere means nothing, so
// that transitions are needed; others are noise.
ChainCorpus toy_corpus(std::uint32_t seed, std::size_t sequences) {
  std::mt19937 random(seed);
  ChainCorpus corpus;
  for (std::size_t s = 0; s < sequences; ++s) {
    std::uint8_t before = 0;
    for (int i = 0; i < 12; ++i) {
      const auto feature = static_cast<std::uint32_t>(random() % 3);
      before = feature == 1 ? 1 : feature == 2 && before != 0 ? 2 : 0;
      corpus.features.buckets.insert(corpus.features.buckets.end(),
                                     {feature, 3 + static_cast<std::uint32_t>(random() % 20)});
      corpus.features.ends.push_back(corpus.features.buckets.size());
      corpus.labels.push_back(before);
    }
    corpus.end_sequence(static_cast<std::uint32_t>(s % 2));
  }
  return corpus;
}

ChainTraining options_of(std::uint32_t epochs, std::uint64_t seed = 1) {
  ChainTraining options;
  options.epochs = epochs;
  options.rate = 0.1F;
  options.seed = seed;
  return options;
}

// One sequence with these labels, and a feature a position that asks for a label of its own: 0, 1, 2, ...
ChainCorpus labelled(const std::vector<std::uint8_t>& gold, const std::vector<std::uint32_t>& wanted) {
  ChainCorpus corpus;
  corpus.labels = gold;
  corpus.features.buckets = wanted;
  for (std::size_t i = 1; i <= wanted.size(); ++i) corpus.features.ends.push_back(i);
  corpus.end_sequence(0);
  return corpus;
}

// Weights by which the best labelling is what the features ask for.
ChainWeights obedient() {
  ChainWeights weights;
  weights.shape = span_shape(2);
  weights.stride = 8;
  weights.weights.assign(8 * 8, 0.0F);
  for (std::size_t label = 0; label < 5; ++label) weights.weights[label * 8 + label] = 10;
  return weights;
}

TEST(TrainChain, LearnsFeaturesAndTransitions) {
  const ChainWeights weights = train_chain(toy_corpus(1, 200), span_shape(1), kBuckets, options_of(6), kAll);
  EXPECT_GT(span_f1(toy_corpus(2, 100), weights), 0.99);
}

TEST(TrainChain, GivesTheSameBitsTwice) {
  const ChainCorpus corpus = toy_corpus(1, 100);
  const ChainWeights first = train_chain(corpus, span_shape(1), kBuckets, options_of(3), kAll);
  const ChainWeights second = train_chain(corpus, span_shape(1), kBuckets, options_of(3), kAll);
  EXPECT_EQ(first.weights, second.weights);
  EXPECT_EQ(first.transitions, second.transitions);
}

TEST(TrainChain, SeesSequencesInAnOrderOfTheSeed) {
  const ChainCorpus corpus = toy_corpus(1, 100);
  EXPECT_NE(train_chain(corpus, span_shape(1), kBuckets, options_of(3, 1), kAll).weights,
            train_chain(corpus, span_shape(1), kBuckets, options_of(3, 2), kAll).weights);
}

TEST(TrainChain, LossFallsFromEpochToEpoch) {
  std::vector<double> losses;
  std::vector<std::uint32_t> epochs;
  train_chain(toy_corpus(1, 100), span_shape(1), kBuckets, options_of(4), kAll,
              [&](std::uint32_t epoch, double loss, const ChainWeights&) {
                epochs.push_back(epoch);
                losses.push_back(loss);
              });
  EXPECT_EQ(epochs, (std::vector<std::uint32_t>{0, 1, 2, 3}));
  for (std::size_t i = 1; i < losses.size(); ++i) EXPECT_LT(losses[i], losses[i - 1]) << i;
  EXPECT_GT(losses.back(), 0);
}

TEST(TrainChain, StepsGoDownTheGradient) {
  // One sequence, and a step so short that the loss falls by the square of the gradient's length if the step goes
  // straight down it. The log loss of no weights is known: the log of the number of labellings.
  const ChainCorpus corpus = toy_corpus(3, 1);
  std::vector<double> losses;
  ChainTraining options = options_of(30);
  options.rate = 0.001F;
  train_chain(corpus, span_shape(1), kBuckets, options, kAll,
              [&](std::uint32_t, double loss, const ChainWeights&) { losses.push_back(loss); });
  // Labellings of 12 positions: three labels, of which one may not stand at first nor after outside.
  double outside = 1;
  double inside = 1;
  for (int i = 1; i < 12; ++i) {
    const double all = outside + inside;
    inside = all + inside;
    outside = all;
  }
  EXPECT_NEAR(losses.front(), std::log(outside + inside), 1e-3);
  for (std::size_t i = 1; i < losses.size(); ++i) EXPECT_LT(losses[i], losses[i - 1]) << i;
}

TEST(TrainChain, TheFoldLeftOutIsNotSeen) {
  const ChainCorpus corpus = toy_corpus(1, 100);
  ChainCorpus other = corpus;  // other labels in fold 1 alone
  for (std::size_t s = 1; s < other.size(); s += 2) {
    std::fill(other.labels.begin() + static_cast<std::ptrdiff_t>(other.starts[s]),
              other.labels.begin() + static_cast<std::ptrdiff_t>(other.starts[s + 1]), std::uint8_t{0});
  }
  const auto weights = [](const ChainCorpus& of, std::uint32_t left_out) {
    return train_chain(of, span_shape(1), kBuckets, options_of(2), left_out).weights;
  };
  EXPECT_EQ(weights(corpus, 1), weights(other, 1));
  EXPECT_NE(weights(corpus, 0), weights(other, 0));
}

TEST(TrainChain, NothingToLearnFromGivesWeightsOfZero) {
  const ChainWeights weights = train_chain({}, span_shape(1), kBuckets, options_of(2), kAll);
  EXPECT_EQ(weights.weights, std::vector<float>(kBuckets * 4, 0.0F));
}

TEST(SpanF1, CountsASpanWhereKindBeginAndEndAreRight) {
  EXPECT_EQ(span_f1(labelled({1, 2, 0, 3, 4, 4}, {1, 2, 0, 3, 4, 4}), obedient()), 1);
  // One of two right on either side: the second ends too early.
  EXPECT_DOUBLE_EQ(span_f1(labelled({1, 2, 0, 3, 4, 4}, {1, 2, 0, 3, 4, 0}), obedient()), 0.5);
  // The kind is wrong.
  EXPECT_EQ(span_f1(labelled({1, 2, 0}, {3, 4, 0}), obedient()), 0);
  // Two of the three found are right, two of the two that are.
  EXPECT_DOUBLE_EQ(span_f1(labelled({1, 0, 3, 4}, {1, 1, 3, 4}), obedient()), 0.8);
  // Neighbours of one kind are two spans.
  EXPECT_EQ(span_f1(labelled({1, 1}, {1, 2}), obedient()), 0);
}

TEST(SpanF1, IsZeroOfNothing) {
  EXPECT_EQ(span_f1({}, obedient()), 0);
  EXPECT_EQ(span_f1(labelled({0, 0}, {0, 0}), obedient()), 0);
}

}  // namespace
}  // namespace quoth
