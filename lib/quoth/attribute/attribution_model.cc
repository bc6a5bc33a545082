#include "quoth/attribute/attribution_model.h"

#include <fmt/format.h>

#include <algorithm>

#include "quoth/attribute/attribution_model_file.h"
#include "quoth/attribute/attribution_samples_internal.h"
#include "quoth/attribute/statement_context_internal.h"
#include "quoth/base/error.h"
#include "quoth/base/model_file.h"

namespace quoth {
namespace {

// To be raised whenever the same text gives other features than before: weights of other features are of no use.
constexpr std::uint32_t kFeatureVersion = 2;

void check_buckets(const ModelFile& file, const ChainTable& table, std::uint32_t bits, const char* section) {
  if (table.bucket_count() == std::size_t{1} << bits) return;
  throw Error(file.path(), fmt::format("section \"{}\" has {} buckets", section, table.bucket_count()),
              fmt::format("{}", std::size_t{1} << bits), "retrain, or use the program that wrote it");
}

AttributionModelParts read_parts(const ModelFile& file) {
  file.expect_kind(kAttributionModelKind);
  AttributionModelParts parts;
  ByteReader options = file.reader("options");
  const std::uint32_t version = options.u32();
  if (version != kFeatureVersion) {
    throw Error(file.path(), fmt::format("was trained on features of version {}", version),
                fmt::format("{} as this program makes them", kFeatureVersion),
                "retrain, or use the program that wrote it");
  }
  parts.threshold = options.f32();
  options.expect_end();
  if (!(parts.threshold > 0 && parts.threshold < 1)) {
    throw Error(file.path(), "has a threshold outside 0 to 1", "", "the file is damaged, copy it again or retrain");
  }
  ByteReader cues = file.reader("cues");
  parts.cues = ChainTable(cue_shape(), cues);
  cues.expect_end();
  check_buckets(file, parts.cues, kCueBucketBits, "cues");
  ByteReader roles = file.reader("roles");
  parts.roles = ChainTable(role_shape(), roles);
  roles.expect_end();
  check_buckets(file, parts.roles, kRoleBucketBits, "roles");
  ByteReader ranker = file.reader("ranker");
  parts.ranker = RoleRanker(ranker);
  ranker.expect_end();
  ByteReader judge = file.reader("judge");
  parts.judge = StatementJudge(judge, kJudgeColumns);
  judge.expect_end();
  ByteReader context = file.reader("context");
  parts.context = StatementJudge(context, kContextColumns);
  context.expect_end();
  return parts;
}

}  // namespace

std::string attribution_model_bytes(const AttributionModelParts& parts, const std::string& card,
                                    const std::vector<AttributionSample>& samples) {
  ByteWriter options;
  options.u32(kFeatureVersion);
  options.f32(parts.threshold);
  ByteWriter cues;
  parts.cues.write(cues);
  ByteWriter roles;
  parts.roles.write(roles);
  ByteWriter ranker;
  parts.ranker.write(ranker);
  ByteWriter judge;
  parts.judge.write(judge);
  ByteWriter context;
  parts.context.write(context);
  ByteWriter sample_bytes;
  write_samples(samples, sample_bytes);
  return model_file_bytes(kAttributionModelKind, {{"card", card},
                                                  {"options", options.take()},
                                                  {"cues", cues.take()},
                                                  {"roles", roles.take()},
                                                  {"ranker", ranker.take()},
                                                  {"judge", judge.take()},
                                                  {"context", context.take()},
                                                  {"samples", sample_bytes.take()}});
}

AttributionSampleCheck check_attribution_samples(const ModelFile& file) {
  const AttributionModelParts parts = read_parts(file);
  AttributionSampleCheck check;
  const std::vector<ModelSectionInfo>& sections = file.sections();
  if (std::none_of(sections.begin(), sections.end(), [](const auto& info) { return info.name == "samples"; }))
    return check;
  ByteReader reader = file.reader("samples");
  for (const AttributionSample& sample : read_samples(reader)) {
    ++check.samples;
    check.same += gives_what_is_stored(sample, parts) ? 1 : 0;
  }
  reader.expect_end();
  return check;
}

AttributionModel::AttributionModel(std::unique_ptr<AttributionModelParts> parts) : parts_(std::move(parts)) {}
AttributionModel::AttributionModel(AttributionModel&&) noexcept = default;
AttributionModel& AttributionModel::operator=(AttributionModel&&) noexcept = default;
AttributionModel::~AttributionModel() = default;

AttributionModel AttributionModel::from(const ModelFile& file) {
  return AttributionModel(std::make_unique<AttributionModelParts>(read_parts(file)));
}

AttributionModel AttributionModel::load(const std::string& path) {
  return from(ModelFile::read(path));
}

}  // namespace quoth
