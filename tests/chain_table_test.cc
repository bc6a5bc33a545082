#include "quoth/learn/chain_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "quoth/base/error.h"

namespace quoth {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t kBuckets = 16;

std::vector<float> random_weights(std::uint32_t stride) {
  std::mt19937 random(3);
  std::normal_distribution<float> number;
  std::vector<float> weights(kBuckets * stride);
  for (float& weight : weights) weight = number(random);
  return weights;
}

Transitions some_transitions() {
  Transitions transitions = {};
  transitions[0][1] = 1.5F;
  transitions[2][2] = -0.25F;
  return transitions;
}

ChainTable made(std::uint32_t roles, std::uint32_t stride) {
  return {span_shape(roles), stride, random_weights(stride), some_transitions()};
}

ChainFeatures some_features() {
  return {{0, 3, 15, 7, 7, 9, 1}, {3, 3, 5, 7}};
}

std::string written(const ChainTable& table) {
  ByteWriter writer;
  table.write(writer);
  return writer.take();
}

ChainTable read(std::string_view bytes, std::uint32_t roles) {
  ByteReader reader(bytes, "made");
  ChainTable table(span_shape(roles), reader);
  reader.expect_end();
  return table;
}

std::string fault_of(std::string_view bytes, std::uint32_t roles = 1) {
  try {
    read(bytes, roles);
  } catch (const Error& error) {
    return error.what();
  }
  return "no fault";
}

// `bytes` with the u32 at `place` replaced.
std::string with(std::string bytes, std::size_t place, std::uint32_t value) {
  ByteWriter writer;
  writer.u32(value);
  return bytes.replace(place, 4, writer.take());
}

constexpr std::size_t kBucketCountPlace = 4 + 3 * 3 * 4;  // of three labels

void expect_scores_of_weights(std::uint32_t roles, std::uint32_t stride) {
  const ChainTable table = made(roles, stride);
  const std::vector<float> weights = random_weights(stride);
  const ChainFeatures features = some_features();
  std::vector<LabelScores> scores;
  table.score(features, scores);
  ASSERT_EQ(scores.size(), features.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::uint32_t label = 0; label < table.shape().labels; ++label) {
      float sum = 0;
      for (const std::uint32_t bucket : features.at(i)) sum += weights[bucket * stride + label];
      EXPECT_NEAR(scores[i][label], sum, static_cast<float>(features.at(i).size()) / 64 + 1e-5F);
    }
  }
}

TEST(ChainTable, ScoresAreSumsOfTheWeightsButForRounding) {
  expect_scores_of_weights(1, 4);
  expect_scores_of_weights(2, 8);
}

TEST(ChainTable, WeightsBeyondItsReachAreCutOff) {
  std::vector<float> weights(kBuckets * 4, 0.0F);
  weights[1] = 100;
  weights[2] = -100;
  const ChainTable table(span_shape(1), 4, weights, {});
  std::vector<LabelScores> scores;
  table.score({{0}, {1}}, scores);
  EXPECT_FLOAT_EQ(scores[0][1], 127.0F / 32);
  EXPECT_FLOAT_EQ(scores[0][2], -127.0F / 32);
}

TEST(ChainTable, MemoryOfEarlierScoresIsNotSeen) {
  std::vector<LabelScores> scores(9, LabelScores{1, 2, 3});
  made(1, 4).score({{}, {0}}, scores);
  ASSERT_EQ(scores.size(), 1U);
  EXPECT_EQ(scores[0], LabelScores{});
}

TEST(ChainTable, IsReadAsItWasWritten) {
  const std::string bytes = written(made(2, 8));
  const ChainTable table = read(bytes, 2);
  EXPECT_EQ(written(table), bytes);
  EXPECT_EQ(table.bucket_count(), kBuckets);
  EXPECT_EQ(table.transitions()[0][1], 1.5F);
  EXPECT_EQ(table.transitions()[2][2], -0.25F);
  std::vector<LabelScores> before;
  std::vector<LabelScores> after;
  made(2, 8).score(some_features(), before);
  table.score(some_features(), after);
  EXPECT_EQ(before, after);
}

TEST(ChainTable, IsRefusedWhereverItIsCut) {
  const std::string bytes = written(made(1, 4));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(read(std::string_view(bytes).substr(0, size), 1), Error) << size;
}

TEST(ChainTable, IsRefusedWithTheReason) {
  const std::string bytes = written(made(1, 4));
  EXPECT_THAT(fault_of(with(bytes, 0, 5)), HasSubstr("rows of a wrong size"));
  EXPECT_THAT(fault_of(bytes, 2), HasSubstr("rows too small"));
  EXPECT_THAT(fault_of(with(bytes, 4, 0x7FC00000)), HasSubstr("a transition that is no number"));
  EXPECT_THAT(fault_of(with(bytes, kBucketCountPlace, 15)), HasSubstr("no power of two"));
  EXPECT_THAT(fault_of(with(bytes, kBucketCountPlace, 0)), HasSubstr("no power of two"));
  EXPECT_NE(fault_of(with(bytes, kBucketCountPlace, 0x40000000)), "no fault");
}

}  // namespace
}  // namespace quoth
