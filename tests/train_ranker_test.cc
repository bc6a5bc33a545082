#include "quoth/learn/train_ranker.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace quoth {
namespace {

constexpr std::uint32_t kNoFold = 99;
constexpr std::uint32_t kColumns = 12;

void add_row(RankingCorpus& corpus, const std::vector<std::uint32_t>& columns, bool best) {
  corpus.alternatives.column_count = kColumns;
  for (const std::uint32_t column : columns) {
    corpus.alternatives.columns.push_back(column);
    corpus.alternatives.values.push_back(1);
  }
  corpus.alternatives.row_begin.push_back(corpus.alternatives.columns.size());
  corpus.best.push_back(best ? 1 : 0);
}

// Lists of three: the one with column 0 is best, however much of column 1 and of noise the others have.
RankingCorpus toy_corpus(std::size_t lists) {
  std::mt19937 random(3);
  RankingCorpus corpus;
  for (std::size_t list = 0; list < lists; ++list) {
    const auto best = static_cast<std::uint32_t>(random() % 3);
    for (std::uint32_t i = 0; i < 3; ++i)
      add_row(corpus, {i == best ? 0U : 1U, 2 + static_cast<std::uint32_t>(random() % 10)}, i == best);
    corpus.end_list(static_cast<std::uint32_t>(list % 2));
  }
  return corpus;
}

TEST(TrainRanker, LearnsWhatTheBestHaveAndTheOthersHaveNot) {
  const std::vector<float> weights = train_ranker(toy_corpus(200), {}, kNoFold);
  ASSERT_EQ(weights.size(), kColumns);
  EXPECT_GT(weights[0], 0.3F);
  EXPECT_LT(weights[1], -0.3F);
  for (std::uint32_t noise = 2; noise < kColumns; ++noise) EXPECT_LT(std::abs(weights[noise]), weights[0] / 2);
}

TEST(TrainRanker, ListsOfTheFoldThatIsLeftOutTeachNothing) {
  RankingCorpus corpus;
  for (std::uint32_t fold = 0; fold < 2; ++fold) {
    add_row(corpus, {fold}, true);
    add_row(corpus, {2}, false);
    corpus.end_list(fold);
  }
  const std::vector<float> weights = train_ranker(corpus, {}, 0);
  EXPECT_EQ(weights[0], 0);
  EXPECT_GT(weights[1], 0);
}

TEST(TrainRanker, AHeavierListTeachesMore) {
  RankingCorpus corpus;
  for (std::uint32_t i = 0; i < 2; ++i) {
    add_row(corpus, {i}, true);
    add_row(corpus, {2 + i}, false);
    corpus.end_list(0, i == 0 ? 1 : 4);
  }
  const std::vector<float> weights = train_ranker(corpus, {}, kNoFold);
  EXPECT_GT(weights[1], weights[0]);
}

TEST(TrainRanker, WhereAllAreBestThereIsNothingToLearn) {
  RankingCorpus corpus;
  add_row(corpus, {0}, true);
  add_row(corpus, {1}, true);
  corpus.end_list(0);
  for (const float weight : train_ranker(corpus, {}, kNoFold)) EXPECT_EQ(weight, 0);
}

TEST(TrainRanker, TheSameCorpusAndSeedGiveTheSameBits) {
  EXPECT_EQ(train_ranker(toy_corpus(50), {}, kNoFold), train_ranker(toy_corpus(50), {}, kNoFold));
  RankerTraining other;
  other.seed = 2;
  EXPECT_NE(train_ranker(toy_corpus(50), {}, kNoFold), train_ranker(toy_corpus(50), other, kNoFold));
}

}  // namespace
}  // namespace quoth
