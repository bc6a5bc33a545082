#include "quoth/attribute/attribution_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "quoth/attribute/attribution_model_file.h"
#include "quoth/attribute/attribution_samples_internal.h"
#include "quoth/attribute/statement_context_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

ChainTable random_table(const ChainShape& shape, std::uint32_t bits, std::mt19937& random) {
  const std::uint32_t stride = shape.labels <= 4 ? 4 : 8;
  std::vector<float> weights((std::size_t{1} << bits) * stride);
  for (float& weight : weights) weight = static_cast<float>(random() % 65) / 32 - 1;
  Transitions transitions = {};
  for (LabelScores& row : transitions)
    for (float& weight : row) weight = static_cast<float>(random() % 9) / 4 - 1;
  return {shape, stride, weights, transitions};
}

AttributionModelParts random_parts() {
  std::mt19937 random(4);
  AttributionModelParts parts;
  parts.cues = random_table(cue_shape(), kCueBucketBits, random);
  parts.roles = random_table(role_shape(), kRoleBucketBits, random);
  std::vector<float> ranker(kRankerColumns);
  for (float& weight : ranker) weight = static_cast<float>(random() % 65) / 32 - 1;
  parts.ranker = RoleRanker(ranker);
  LinearModel judge;
  judge.outputs = 1;
  judge.biases = {0.5};
  for (std::uint32_t i = 0; i < kJudgeColumns; ++i)
    judge.weights.push_back(static_cast<double>(random() % 65) / 32 - 1);
  parts.judge = StatementJudge(judge);
  judge.weights.resize(kContextColumns);
  parts.context = StatementJudge(judge);
  parts.threshold = 0.35F;
  return parts;
}

// Features that no text has, and what the parts make of them.
AttributionSample made_sample(const AttributionModelParts& parts) {
  AttributionSample sample;
  sample.cue = {{5, 77, 12345, 9}, {2, 2, 4}};
  sample.roles = {{8, 1000000, 3, 4, 5}, {1, 3, 4, 5}};
  sample.ranked = {{1, 17, kRankerColumns - 1, 17}, {-2.5F, 1, 1, 1}};
  sample.score = parts.ranker.score(sample.ranked);
  sample.judged = {{0, 16, kJudgeColumns - 1}, {2.5F, 1, 1}};
  CueScratch scratch;
  std::vector<Labelling> best;
  parts.cues.score(sample.cue, scratch.scores);
  label_marginals({parts.cues.shape(), parts.cues.transitions(), scratch.scores}, scratch.chain, scratch.marginals);
  for (const LabelScores& labels : scratch.marginals) sample.begins.push_back(labels[1]);
  parts.roles.score(sample.roles, scratch.scores);
  best_labellings({parts.roles.shape(), parts.roles.transitions(), scratch.scores}, 1, scratch.chain, best);
  sample.best = best.front().labels;
  sample.log_odds = parts.judge.log_odds(sample.judged);
  sample.context = {{0, 5, kContextColumns - 1}, {sample.log_odds, 1, 1}};
  sample.probability = parts.context.probability(sample.context);
  return sample;
}

const std::string& made_model() {
  static const std::string bytes = [] {
    const AttributionModelParts parts = random_parts();
    return attribution_model_bytes(parts, "{\"name\":\"made\"}", {made_sample(parts)});
  }();
  return bytes;
}

std::string fault_of(std::string bytes) {
  try {
    const AttributionModel model = AttributionModel::from(ModelFile::parse(std::move(bytes), "made.quoth"));
  } catch (const Error& error) {
    return error.what();
  }
  return "no fault";
}

std::vector<ModelSection> made_sections() {
  const ModelFile file = ModelFile::parse(made_model(), "made.quoth");
  std::vector<ModelSection> sections;
  for (const ModelSectionInfo& info : file.sections())
    sections.push_back({info.name, std::string(file.section(info.name))});
  return sections;
}

// The model with other bytes in one section, the checksums right.
std::string with_section(std::string_view name, const std::string& bytes) {
  std::vector<ModelSection> sections = made_sections();
  for (ModelSection& section : sections)
    if (section.name == name) section.bytes = bytes;
  return model_file_bytes(kAttributionModelKind, sections);
}

std::string section(std::string_view name) {
  for (ModelSection& section : made_sections())
    if (section.name == name) return section.bytes;
  return {};
}

std::string options(std::uint32_t version, float threshold) {
  ByteWriter writer;
  writer.u32(version);
  writer.f32(threshold);
  return writer.take();
}

std::string written(const AttributionModelParts& parts) {
  return attribution_model_bytes(parts, "{\"name\":\"made\"}", {made_sample(parts)});
}

TEST(AttributionModel, IsReadAsItWasWritten) {
  const AttributionModel model = AttributionModel::from(ModelFile::parse(made_model(), "made.quoth"));
  EXPECT_EQ(model.parts().threshold, 0.35F);
  EXPECT_TRUE(written(model.parts()) == made_model());
}

TEST(AttributionModel, HasItsSectionsInOrder) {
  std::vector<std::string> names;
  for (const ModelSection& section : made_sections()) names.push_back(section.name);
  EXPECT_THAT(names, ElementsAre("card", "options", "cues", "roles", "ranker", "judge", "context", "samples"));
}

TEST(AttributionModel, IsRefusedWhereItIsCut) {
  const std::string& bytes = made_model();
  std::vector<std::size_t> sizes = {0, 8, 100, bytes.size() / 2, bytes.size() - 1};
  const ModelFile file = ModelFile::parse(bytes, "made.quoth");
  for (const ModelSectionInfo& info : file.sections()) sizes.push_back(info.offset);
  for (const std::size_t size : sizes) EXPECT_NE(fault_of(bytes.substr(0, size)), "no fault") << size;
}

TEST(AttributionModel, IsRefusedWhereAByteIsDamaged) {
  const ModelFile file = ModelFile::parse(made_model(), "made.quoth");
  for (const ModelSectionInfo& info : file.sections()) {
    std::string bytes = made_model();
    bytes[info.offset + info.size / 2] ^= 4;
    EXPECT_THAT(fault_of(bytes), AllOf(HasSubstr(info.name), HasSubstr("damaged")));
  }
}

TEST(AttributionModel, SectionsThatEndEarlyOrLateAreRefused) {
  for (const char* name : {"options", "cues", "roles", "ranker", "judge", "context"}) {
    const std::string bytes = section(name);
    for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{4}, bytes.size() - 1})
      EXPECT_THAT(fault_of(with_section(name, bytes.substr(0, size))), HasSubstr(name)) << size;
    EXPECT_THAT(fault_of(with_section(name, bytes + '\0')), HasSubstr(name));
  }
}

TEST(AttributionModel, AnotherKindIsNamed) {
  EXPECT_THAT(fault_of(model_file_bytes("statements", made_sections())),
              AllOf(HasSubstr("statements"), HasSubstr("attribution")));
}

TEST(AttributionModel, OtherFeaturesAreRefusedWithTheirVersion) {
  EXPECT_EQ(fault_of(with_section("options", options(2, 0.5F))), "no fault");
  EXPECT_THAT(fault_of(with_section("options", options(7, 0.5F))),
              AllOf(HasSubstr("features of version 7"), HasSubstr("expected 2"), HasSubstr("retrain")));
}

TEST(AttributionModel, ThresholdsAreChances) {
  for (const float threshold : {0.0F, 1.0F, -0.5F, std::numeric_limits<float>::quiet_NaN()})
    EXPECT_THAT(fault_of(with_section("options", options(2, threshold))), HasSubstr("threshold")) << threshold;
}

TEST(AttributionModel, TablesOfAnotherSizeAreRefused) {
  ByteWriter small;
  ChainTable(cue_shape(), 4, std::vector<float>(64, 0.0F), {}).write(small);
  EXPECT_THAT(fault_of(with_section("cues", small.take())), HasSubstr("\"cues\" has 16 buckets"));
}

TEST(AttributionModel, AMissingFileIsNamed) {
  try {
    AttributionModel::load("no/such/model.quoth");
    FAIL() << "loaded";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("no/such/model.quoth"));
  }
}

AttributionSampleCheck check_of(const std::string& bytes) {
  return check_attribution_samples(ModelFile::parse(bytes, "made.quoth"));
}

TEST(CheckAttributionSamples, SaysHowManyGiveWhatIsStored) {
  EXPECT_EQ(check_of(made_model()).samples, 1U);
  EXPECT_EQ(check_of(made_model()).same, 1U);
}

TEST(CheckAttributionSamples, NoticesOtherWeightsInEachPart) {
  const AttributionModelParts parts = random_parts();
  const AttributionSample sample = made_sample(parts);
  AttributionModelParts other = random_parts();
  std::mt19937 random(5);
  other.cues = random_table(cue_shape(), kCueBucketBits, random);
  EXPECT_EQ(check_of(attribution_model_bytes(other, "{}", {sample})).same, 0U);
  other = random_parts();
  other.roles = random_table(role_shape(), kRoleBucketBits, random);
  EXPECT_EQ(check_of(attribution_model_bytes(other, "{}", {sample})).same, 0U);
  other = random_parts();
  other.ranker = RoleRanker(std::vector<float>(kRankerColumns, 0.0F));
  EXPECT_EQ(check_of(attribution_model_bytes(other, "{}", {sample})).same, 0U);
  LinearModel none;
  none.outputs = 1;
  none.biases = {0};
  none.weights.assign(kJudgeColumns, 0.0);
  other = random_parts();
  other.judge = StatementJudge(none);
  EXPECT_EQ(check_of(attribution_model_bytes(other, "{}", {sample})).same, 0U);
  none.weights.resize(kContextColumns);
  other = random_parts();
  other.context = StatementJudge(none);
  EXPECT_EQ(check_of(attribution_model_bytes(other, "{}", {sample})).same, 0U);
  AttributionSample unlike = sample;
  unlike.probability += 0.01F;
  const AttributionSampleCheck check = check_of(attribution_model_bytes(parts, "{}", {unlike, sample}));
  EXPECT_EQ(check.samples, 2U);
  EXPECT_EQ(check.same, 1U);
}

TEST(CheckAttributionSamples, SamplesAreRefusedWhereverTheyAreCut) {
  const std::string bytes = section("samples");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ByteReader reader(std::string_view(bytes).substr(0, size), "made");
    EXPECT_THROW(read_samples(reader), Error) << size;
  }
}

TEST(CheckAttributionSamples, FeaturesThatNoModelHasAreRefused) {
  AttributionSample sample = made_sample(random_parts());
  const auto read = [](const AttributionSample& one) {
    ByteWriter writer;
    write_samples({one}, writer);
    const std::string bytes = writer.take();
    ByteReader reader(bytes, "made");
    return read_samples(reader).size();
  };
  EXPECT_EQ(read(sample), 1U);
  AttributionSample broken = sample;
  broken.cue.buckets[0] = 1U << kCueBucketBits;
  EXPECT_THROW(read(broken), Error);
  broken = sample;
  broken.roles.buckets[0] = 1U << kRoleBucketBits;
  EXPECT_THROW(read(broken), Error);
  broken = sample;
  broken.ranked.columns[0] = kRankerColumns;
  EXPECT_THROW(read(broken), Error);
  broken = sample;
  broken.judged.columns[0] = kJudgeColumns;
  EXPECT_THROW(read(broken), Error);
  broken = sample;
  broken.context.columns[0] = kContextColumns;
  EXPECT_THROW(read(broken), Error);
}

}  // namespace
}  // namespace quoth
