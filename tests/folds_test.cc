#include "quoth/learn/folds.h"

#include <gtest/gtest.h>

#include <map>

namespace quoth {
namespace {

TEST(StratifiedFolds, DealEachStratumEvenly) {
  std::vector<std::uint32_t> strata(103);
  for (std::size_t i = 0; i < strata.size(); ++i) strata[i] = i % 10 == 0 ? 1 : 0;
  const auto folds = stratified_folds(strata, 5, 1);
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> counts;
  std::map<std::uint32_t, int> sizes;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    ++counts[{strata[i], folds[i]}];
    ++sizes[folds[i]];
  }
  for (std::uint32_t fold = 0; fold < 5; ++fold) {
    EXPECT_NEAR((counts[{1, fold}]), 11 / 5.0, 1);
    EXPECT_NEAR((counts[{0, fold}]), 92 / 5.0, 1);
    EXPECT_NEAR(sizes[fold], 103 / 5.0, 1);
  }
}

TEST(StratifiedFolds, DependOnTheSeedAlone) {
  const std::vector<std::uint32_t> strata(50, 0);
  EXPECT_EQ(stratified_folds(strata, 5, 1), stratified_folds(strata, 5, 1));
  EXPECT_NE(stratified_folds(strata, 5, 1), stratified_folds(strata, 5, 2));
}

}  // namespace
}  // namespace quoth
