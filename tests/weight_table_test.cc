#include "quoth/learn/weight_table.h"

#include <gtest/gtest.h>

#include <random>

#include "quoth/base/error.h"
#include "quoth/learn/sparse_matrix.h"

namespace quoth {
namespace {

struct Made {
  std::vector<std::vector<FeatureCount>> texts;
  FeatureWeights weights;
  SparseMatrix matrix;
  std::vector<LinearModel> models;
};

Made make(std::size_t buckets, const std::vector<std::uint32_t>& outputs) {
  std::mt19937 random(1);
  Made made;
  for (int text = 0; text < 50; ++text) {
    auto& features = made.texts.emplace_back();
    for (std::uint32_t bucket = 0; bucket < buckets; ++bucket) {
      if (random() % 10 == 0 && bucket % 3 != 0)
        features.push_back({bucket, 1 + static_cast<std::uint32_t>(random() % 4)});
    }
  }
  made.texts.emplace_back();
  made.weights = weigh_buckets(made.texts, buckets, 2);
  made.matrix = weigh_texts(made.texts, made.weights);
  for (const std::uint32_t count : outputs) {
    LinearModel& model = made.models.emplace_back();
    model.outputs = count;
    for (std::size_t i = 0; i < count * made.weights.buckets.size(); ++i) {
      model.weights.push_back(std::normal_distribution<>()(random));
    }
    for (std::uint32_t i = 0; i < count; ++i) model.biases.push_back(std::normal_distribution<>()(random));
  }
  return made;
}

std::string written(const WeightTable& table) {
  ByteWriter writer;
  table.write(writer);
  return writer.take();
}

std::vector<std::uint32_t> occurrences(const std::vector<FeatureCount>& features) {
  std::vector<std::uint32_t> buckets;
  for (const FeatureCount& feature : features) buckets.insert(buckets.end(), feature.count, feature.bucket);
  return buckets;
}

// Eight bits a weight: the made weights reach about 3, so that a step is 0.024 of a feature's share.
constexpr double kRounding = 0.04;

void expect_scores_of_models(const WeightTable& table, const Made& made) {
  WeightScratch scratch;
  std::vector<float> outputs(table.outputs());
  for (std::size_t row = 0; row < made.texts.size(); ++row) {
    table.score(occurrences(made.texts[row]), scratch, outputs);
    std::size_t first = 0;
    for (const LinearModel& model : made.models) {
      std::vector<double> expected(model.outputs);
      model.apply(made.matrix, row, expected);
      for (std::uint32_t k = 0; k < model.outputs; ++k) EXPECT_NEAR(outputs[first + k], expected[k], kRounding);
      first += model.outputs;
    }
  }
}

TEST(WeightTable, ScoresAsTheModelsThatItWasMadeOf) {
  // Strides of 8, 16, 32, 2, 64 values.
  for (const std::vector<std::uint32_t>& outputs :
       std::vector<std::vector<std::uint32_t>>{{3, 1, 1, 1, 1}, {8, 3}, {20}, {1}, {40}}) {
    const Made made = make(256, outputs);
    expect_scores_of_models(WeightTable(256, made.weights, made.models), made);
  }
}

TEST(WeightTable, ScoresTheSameWhenReadBack) {
  const Made made = make(256, {3, 1});
  const std::string bytes = written(WeightTable(256, made.weights, made.models));
  ByteReader reader(bytes, "test");
  const WeightTable table(reader);
  expect_scores_of_models(table, made);
  EXPECT_EQ(written(table), bytes);
  EXPECT_EQ(table.rows_in_use(), made.weights.buckets.size());
}

TEST(WeightTable, GivesTheBiasesWhereItKnowsNoFeature) {
  const Made made = make(256, {2});
  WeightScratch scratch;
  std::vector<float> outputs(2);
  const std::vector<std::uint32_t> unknown = {0};
  WeightTable(256, made.weights, made.models).score(unknown, scratch, outputs);
  EXPECT_FLOAT_EQ(outputs[0], static_cast<float>(made.models[0].biases[0]));
}

TEST(WeightTable, CutAnywhereIsAnError) {
  const Made made = make(32, {2});
  const std::string bytes = written(WeightTable(32, made.weights, made.models));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ByteReader reader(std::string_view(bytes).substr(0, size), "test");
    EXPECT_THROW(WeightTable{reader}, Error) << size;
  }
}

TEST(WeightTable, RefusesSizesThatDoNotFit) {
  const Made made = make(32, {2});
  const std::string bytes = written(WeightTable(32, made.weights, made.models));
  for (std::size_t place = 0; place < 12; ++place) {
    for (int value = 0; value < 256; ++value) {
      std::string changed = bytes;
      if (changed[place] == static_cast<char>(value)) continue;
      changed[place] = static_cast<char>(value);
      ByteReader reader(changed, "test");
      EXPECT_THROW(WeightTable{reader}, Error) << place << " " << value;
    }
  }
}

}  // namespace
}  // namespace quoth
