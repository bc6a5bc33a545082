#include "quoth/learn/packed_scores.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "quoth/base/error.h"

namespace quoth {
namespace {

// `count` features with whole weights up to 127, so that packing loses none.
WeightRows made_rows(std::uint32_t outputs, std::size_t count) {
  std::mt19937 random(outputs);
  WeightRows rows;
  rows.outputs = outputs;
  for (std::size_t i = 0; i < count; ++i) {
    rows.features.push_back(static_cast<std::uint32_t>(random()));
    rows.updates.push_back(1);
    for (std::uint32_t k = 0; k < outputs; ++k) {
      rows.weights.push_back(random() % 4 == 0 ? static_cast<float>(static_cast<int>(random() % 255) - 127) : 0.0F);
    }
  }
  // The largest weights of all, so that one step is 1.
  for (std::size_t i = 0; i < rows.weights.size(); i += 50) rows.weights[i] = 127;
  return rows;
}

template <typename Table>
std::string bytes_of(const Table& table) {
  ByteWriter writer;
  table.write(writer);
  return writer.take();
}

template <typename Table>
Table read_back(const std::string& bytes) {
  ByteReader reader(bytes, "table");
  Table table(reader);
  reader.expect_end();
  return table;
}

// How many of 400 features score as they should, alone.
std::array<std::int32_t, 3> scores_of(const PackedTriples& table, std::span<const std::uint32_t> features) {
  std::array<std::int32_t, 3> scores{};
  table.add(features, scores);
  return scores;
}

std::size_t right_of(const WeightRows& rows, const PackedTriples& table) {
  std::size_t right = 0;
  for (std::size_t i = 0; i < 400; ++i) {
    const std::array<std::int32_t, 3> scores = scores_of(table, std::span(&rows.features[i], 1));
    bool same = true;
    for (std::size_t k = 0; k < 3; ++k) same = same && static_cast<float>(scores[k]) == rows.weights[i * 3 + k];
    right += same ? 1 : 0;
  }
  return right;
}

std::size_t right_of(const WeightRows& rows, const PackedRows& table) {
  std::size_t right = 0;
  for (std::size_t i = 0; i < 400; ++i) {
    PackedRows::Scores scores{};
    table.add(std::span(&rows.features[i], 1), scores);
    bool same = true;
    for (std::size_t k = 0; k < rows.outputs; ++k) same = same && scores[k] == rows.weights[i * rows.outputs + k];
    right += same ? 1 : 0;
  }
  return right;
}

TEST(PackedTriples, NearlyAllFeaturesScoreAsTheirWeights) {
  const WeightRows rows = made_rows(3, 20000);
  EXPECT_GT(right_of(rows, PackedTriples(rows)), 360U);
}

TEST(PackedTriples, ScoresOfSeveralFeaturesAreTheirSum) {
  const WeightRows rows = made_rows(3, 5000);
  const PackedTriples table(rows);
  std::array<std::int32_t, 3> sum{};
  for (std::size_t i = 0; i < 40; ++i) {
    const std::array<std::int32_t, 3> scores = scores_of(table, std::span(&rows.features[i], 1));
    for (std::size_t k = 0; k < 3; ++k) sum[k] += scores[k];
  }
  EXPECT_EQ(scores_of(table, std::span(rows.features).first(40)), sum);
}

TEST(PackedTriples, FeaturesThatAreNotStoredSeldomScore) {
  const PackedTriples table(made_rows(3, 20000));
  std::mt19937 random(77);
  int scored = 0;
  for (int i = 0; i < 10000; ++i) {
    const auto feature = static_cast<std::uint32_t>(random());
    const std::array<std::int32_t, 3> scores = scores_of(table, std::span(&feature, 1));
    scored += scores != std::array<std::int32_t, 3>{} ? 1 : 0;
  }
  EXPECT_LT(scored, 200);
}

TEST(PackedTriples, AreTheSameAfterWritingAndReading) {
  const WeightRows rows = made_rows(3, 1000);
  const std::string bytes = bytes_of(PackedTriples(rows));
  EXPECT_EQ(bytes_of(read_back<PackedTriples>(bytes)), bytes);
}

TEST(PackedRows, NearlyAllFeaturesScoreAsTheirWeights) {
  for (const std::uint32_t outputs : {1U, 13U, 64U}) {
    const WeightRows rows = made_rows(outputs, 3000);
    EXPECT_GT(right_of(rows, PackedRows(rows)), 360U) << outputs;
  }
}

TEST(PackedRows, AreTheSameAfterWritingAndReading) {
  const std::string bytes = bytes_of(PackedRows(made_rows(13, 500)));
  EXPECT_EQ(bytes_of(read_back<PackedRows>(bytes)), bytes);
}

TEST(PackedRows, CutAnywhereTheyAreAnError) {
  const std::string bytes = bytes_of(PackedRows(made_rows(5, 20)));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(read_back<PackedRows>(bytes.substr(0, size)), Error) << size;
  }
}

TEST(PackedRows, RowsThatAreNotThereAreAnError) {
  std::string bytes = bytes_of(PackedRows(made_rows(5, 20)));
  bytes[16] = '\xff';  // the lowest bits of the first entry: a row of hundreds
  bytes[17] = '\xff';
  EXPECT_THROW(read_back<PackedRows>(bytes), Error);
}

TEST(PackedRows, OutputsThatThereAreNotAndTheBarredOneAreNeverBest) {
  const PackedRows table(made_rows(13, 50));
  PackedRows::Scores scores = table.start(4);
  for (std::size_t k = 0; k < 13; ++k) scores[k] = static_cast<std::int16_t>(scores[k] - 3000);
  EXPECT_EQ(best_of(scores), 0);
  EXPECT_EQ(best_of(table.start(0)), 1);
}

TEST(BestOf, IsTheFirstOfTheLargest) {
  PackedRows::Scores scores{};
  EXPECT_EQ(best_of(scores), 0);
  scores[7] = scores[63] = 5;
  EXPECT_EQ(best_of(scores), 7);
}

TEST(Leads, AsksEveryOtherOutput) {
  PackedRows::Scores scores{};
  scores[40] = 10;
  EXPECT_TRUE(leads(scores, 40, 10));
  EXPECT_FALSE(leads(scores, 40, 11));
  scores[2] = 4;
  EXPECT_TRUE(leads(scores, 40, 6));
  EXPECT_FALSE(leads(scores, 40, 7));
}

TEST(LargestFeatures, AreThoseOfMostWeight) {
  WeightRows rows;
  rows.outputs = 2;
  rows.features = {10, 20, 30, 40};
  rows.weights = {1, -1, 5, 0, 0, 0, -2, -2};
  EXPECT_EQ(largest_features(rows, 2), (std::vector<std::uint32_t>{20, 40}));
  EXPECT_EQ(largest_features(rows, 9), (std::vector<std::uint32_t>{20, 40, 10}));
}

}  // namespace
}  // namespace quoth
