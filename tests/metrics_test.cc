#include "quoth/learn/metrics.h"

#include <gtest/gtest.h>

#include <vector>

namespace quoth {
namespace {

TEST(LabelCounts, GivePrecisionRecallAndF1) {
  LabelCounts counts;
  counts.add(true, true);
  counts.add(true, true);
  counts.add(false, true);
  counts.add(true, false);
  counts.add(true, false);
  counts.add(false, false);
  EXPECT_DOUBLE_EQ(counts.precision(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(counts.recall(), 0.5);
  EXPECT_DOUBLE_EQ(counts.f1(), 4.0 / 7);
}

TEST(LabelCounts, AreZeroWhereNothingIsRight) {
  EXPECT_EQ(LabelCounts{}.f1(), 0);
  EXPECT_EQ(LabelCounts{}.precision(), 0);
}

TEST(ExpectedCalibrationError, WeighsEachBinByItsSize) {
  // Bin of 0.9 (13th of 15): three of four right, 0.15 off. Bin of 0.5: both wrong, 0.5 off.
  const std::vector<double> confidences = {0.9, 0.9, 0.9, 0.9, 0.5, 0.5};
  const std::vector<std::uint8_t> right = {1, 1, 1, 0, 0, 0};
  EXPECT_NEAR(expected_calibration_error(confidences, right), (4 * 0.15 + 2 * 0.5) / 6, 1e-12);
}

TEST(ExpectedCalibrationError, PutsCertaintyIntoTheLastBin) {
  const std::vector<double> confidences = {1.0};
  const std::vector<std::uint8_t> right = {1};
  EXPECT_EQ(expected_calibration_error(confidences, right), 0);
  EXPECT_EQ(expected_calibration_error({}, {}), 0);
}

}  // namespace
}  // namespace quoth
