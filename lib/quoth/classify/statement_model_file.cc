#include "quoth/classify/statement_model_file.h"

#include <fmt/format.h>

#include <cmath>

#include "quoth/base/error.h"

namespace quoth {
namespace {

constexpr const char* kCopyAgain = "the file is damaged, copy it again or retrain";

std::string feature_bytes(const FeatureOptions& options) {
  ByteWriter writer;
  writer.u64(feature_fingerprint(options));
  writer.u32(options.word_ngrams);
  writer.u32(options.shortest_chars);
  writer.u32(options.longest_chars);
  writer.u32(options.bucket_bits);
  return writer.take();
}

FeatureOptions read_features(const ModelFile& file) {
  ByteReader reader = file.reader("features");
  const std::uint64_t fingerprint = reader.u64();
  FeatureOptions options;
  options.word_ngrams = reader.u32();
  options.shortest_chars = reader.u32();
  options.longest_chars = reader.u32();
  options.bucket_bits = reader.u32();
  reader.expect_end();
  check_feature_options(options);
  if (fingerprint != feature_fingerprint(options)) {
    throw Error(file.path(), fmt::format("was trained on features {:016x}", fingerprint),
                fmt::format("{:016x} as this program makes them", feature_fingerprint(options)),
                "retrain, or use the program that wrote it");
  }
  return options;
}

std::string head_bytes(const std::vector<Head>& heads, const std::vector<HeadCalibration>& calibrations) {
  ByteWriter writer;
  writer.u32(static_cast<std::uint32_t>(heads.size()));
  for (std::size_t h = 0; h < heads.size(); ++h) {
    writer.string(heads[h].name);
    writer.u8(heads[h].multi_label ? 1 : 0);
    writer.f32(calibrations[h].temperature);
    writer.u32(static_cast<std::uint32_t>(heads[h].labels.size()));
    for (std::size_t k = 0; k < heads[h].labels.size(); ++k) {
      writer.string(heads[h].labels[k]);
      if (heads[h].multi_label) writer.f32(calibrations[h].thresholds[k]);
    }
  }
  return writer.take();
}

void read_heads(ByteReader reader, StatementModelParts& parts) {
  const auto check = [&](bool good, const char* found) {
    if (!good) throw Error(reader.where(), found, "", kCopyAgain);
  };
  const std::uint32_t heads = reader.count(4 + 1 + 4 + 4);
  for (std::uint32_t h = 0; h < heads; ++h) {
    Head head;
    HeadCalibration calibration;
    head.name = reader.string();
    const std::uint8_t form = reader.u8();
    check(form <= 1, "has a head of unknown form");
    head.multi_label = form == 1;
    calibration.temperature = reader.f32();
    check(std::isfinite(calibration.temperature) && calibration.temperature > 0, "has a temperature not above 0");
    const std::uint32_t labels = reader.count(4);
    check(labels > 0, "has a head without labels");
    for (std::uint32_t k = 0; k < labels; ++k) {
      head.labels.push_back(reader.string());
      if (!head.multi_label) continue;
      const float threshold = reader.f32();
      check(threshold >= 0 && threshold <= 1, "has a threshold outside 0 to 1");
      calibration.thresholds.push_back(threshold);
    }
    parts.heads.push_back(std::move(head));
    parts.calibrations.push_back(std::move(calibration));
  }
  check(heads > 0, "has no heads");
  reader.expect_end();
}

std::string sample_bytes(const std::vector<ModelSample>& samples) {
  ByteWriter writer;
  writer.u32(static_cast<std::uint32_t>(samples.size()));
  for (const ModelSample& sample : samples) {
    writer.string(sample.text);
    for (const HeadScore& score : sample.scores) {
      for (const float probability : score.probabilities) writer.f32(probability);
      writer.u32(static_cast<std::uint32_t>(score.predicted.size()));
      for (const std::uint32_t label : score.predicted) writer.u32(label);
    }
  }
  return writer.take();
}

std::vector<ModelSample> read_samples(ByteReader reader, const std::vector<Head>& heads) {
  std::vector<ModelSample> samples;
  const std::uint32_t count = reader.count(4);
  for (std::uint32_t i = 0; i < count; ++i) {
    ModelSample sample;
    sample.text = reader.string();
    for (const Head& head : heads) {
      HeadScore& score = sample.scores.emplace_back();
      for (std::size_t k = 0; k < head.labels.size(); ++k) score.probabilities.push_back(reader.f32());
      const std::uint32_t predicted = reader.count(4);
      for (std::uint32_t k = 0; k < predicted; ++k) {
        const std::uint32_t label = reader.u32();
        if (label >= head.labels.size()) throw Error(reader.where(), "has an unknown label", "", kCopyAgain);
        score.predicted.push_back(label);
      }
    }
    samples.push_back(std::move(sample));
  }
  reader.expect_end();
  return samples;
}

}  // namespace

std::string statement_model_bytes(const StatementModelParts& parts) {
  ByteWriter weights;
  parts.weights.write(weights);
  return model_file_bytes(kStatementModelKind, {{"card", parts.card},
                                                {"features", feature_bytes(parts.features)},
                                                {"heads", head_bytes(parts.heads, parts.calibrations)},
                                                {"weights", weights.take()},
                                                {"samples", sample_bytes(parts.samples)}});
}

StatementModelParts read_statement_model(const ModelFile& file) {
  file.expect_kind(kStatementModelKind);
  const FeatureOptions features = read_features(file);
  ByteReader weights = file.reader("weights");
  StatementModelParts parts{std::string(file.section("card")), features, {}, {}, WeightTable(weights), {}};
  read_heads(file.reader("heads"), parts);
  std::size_t outputs = 0;
  for (const Head& head : parts.heads) outputs += head.labels.size();
  if (outputs != parts.weights.outputs() || parts.weights.bucket_count() != std::size_t{1} << features.bucket_bits) {
    throw Error(file.path(), "its weights do not fit its heads and features", "", kCopyAgain);
  }
  parts.samples = read_samples(file.reader("samples"), parts.heads);
  return parts;
}

}  // namespace quoth
