#include "quoth/learn/sparse_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace quoth {
namespace {

const std::vector<std::vector<FeatureCount>> kTexts = {{{7, 1}, {2, 3}}, {{2, 1}}, {{9, 2}}, {}};

TEST(WeighBuckets, LeavesOutWhatTooFewTextsHold) {
  const FeatureWeights all = weigh_buckets(kTexts, 16, 1);
  EXPECT_THAT(all.buckets, testing::ElementsAre(2, 7, 9));
  EXPECT_FLOAT_EQ(all.frequencies[0], std::log(5.0F / 3) + 1);
  EXPECT_FLOAT_EQ(all.frequencies[1], std::log(5.0F / 2) + 1);
  EXPECT_THAT(weigh_buckets(kTexts, 16, 2).buckets, testing::ElementsAre(2));
}

TEST(WeighTexts, GivesRowsOfLengthOne) {
  const SparseMatrix matrix = weigh_texts(kTexts, weigh_buckets(kTexts, 16, 1));
  EXPECT_EQ(matrix.column_count, 3);
  ASSERT_EQ(matrix.row_count(), 4);
  EXPECT_THAT(matrix.columns, testing::ElementsAre(1, 0, 0, 2));
  const float first = std::log(5.0F / 2) + 1;
  const float second = (1 + std::log(3.0F)) * (std::log(5.0F / 3) + 1);
  EXPECT_FLOAT_EQ(matrix.values[0], first / std::hypot(first, second));
  EXPECT_FLOAT_EQ(matrix.values[1], second / std::hypot(first, second));
  EXPECT_FLOAT_EQ(matrix.values[2], 1);
  EXPECT_EQ(matrix.row_begin[3], matrix.row_begin[4]);
}

}  // namespace
}  // namespace quoth
