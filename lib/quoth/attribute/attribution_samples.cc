#include <cmath>

#include "quoth/attribute/attribution_samples_internal.h"
#include "quoth/attribute/statement_context_internal.h"
#include "quoth/attribute/statement_finder_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

// Mathematical libraries differ in the last bits of exp; a fault in weights shows far above this.
constexpr float kTolerance = 0.001F;

std::vector<float> begins_of(const ChainFeatures& features, const ChainTable& table) {
  std::vector<LabelScores> scores;
  std::vector<LabelScores> marginals;
  ChainScratch scratch;
  table.score(features, scores);
  label_marginals({table.shape(), table.transitions(), scores}, scratch, marginals);
  std::vector<float> begins;
  begins.reserve(marginals.size());
  for (const LabelScores& labels : marginals) begins.push_back(labels[1]);
  return begins;
}

std::vector<std::uint8_t> best_of(const ChainFeatures& features, const ChainTable& table) {
  std::vector<LabelScores> scores;
  std::vector<Labelling> best;
  ChainScratch scratch;
  table.score(features, scores);
  best_labellings({table.shape(), table.transitions(), scores}, 1, scratch, best);
  return best.empty() ? std::vector<std::uint8_t>() : best.front().labels;
}

bool close(float a, float b) {
  // Written so that what is no number is not close.
  return std::abs(a - b) <= kTolerance;
}

void write_features(const ChainFeatures& features, ByteWriter& writer) {
  writer.u32(static_cast<std::uint32_t>(features.size()));
  for (std::size_t i = 0; i < features.size(); ++i) {
    writer.u32(static_cast<std::uint32_t>(features.at(i).size()));
    for (const std::uint32_t bucket : features.at(i)) writer.u32(bucket);
  }
}

void check(bool good, const ByteReader& reader, const char* found) {
  if (!good) throw Error(reader.where(), found, "", "the file is damaged, copy it again or retrain");
}

ChainFeatures read_features(ByteReader& reader, std::uint32_t bits) {
  ChainFeatures features;
  const std::uint32_t positions = reader.count(4);
  for (std::uint32_t i = 0; i < positions; ++i) {
    const std::uint32_t count = reader.count(4);
    for (std::uint32_t f = 0; f < count; ++f) {
      features.buckets.push_back(reader.u32());
      check(features.buckets.back() >> bits == 0, reader, "has a feature beyond the last");
    }
    features.ends.push_back(features.buckets.size());
  }
  return features;
}

void write_facts(const SparseFacts& facts, ByteWriter& writer) {
  writer.u32(static_cast<std::uint32_t>(facts.columns.size()));
  for (std::size_t i = 0; i < facts.columns.size(); ++i) {
    writer.u32(facts.columns[i]);
    writer.f32(facts.values[i]);
  }
}

SparseFacts read_facts(ByteReader& reader, std::uint32_t columns) {
  SparseFacts facts;
  const std::uint32_t count = reader.count(8);
  for (std::uint32_t i = 0; i < count; ++i) {
    facts.columns.push_back(reader.u32());
    facts.values.push_back(reader.f32());
    check(facts.columns.back() < columns, reader, "has a column beyond the last");
  }
  return facts;
}

}  // namespace

std::vector<AttributionSample> make_samples(const std::vector<TrainingArticle>& articles,
                                            const AttributionModelParts& parts, std::size_t count) {
  std::vector<AttributionSample> samples;
  RankScratch scratch;
  for (const TrainingArticle& article : articles) {
    if (samples.size() == count) break;
    if (article.candidates.empty()) continue;
    const std::vector<WordFacts>& words = article.sheet.words;
    const CueCandidate& cue = article.candidates.front();
    const Range window = window_around(article.sheet, cue);
    AttributionSample& sample = samples.emplace_back();
    add_cue_features(words, article.sheet.sentences[words[cue.head].sentence], sample.cue);
    sample.begins = begins_of(sample.cue, parts.cues);
    add_role_features(words, seats_around(words, window, cue), cue, article.candidates, sample.roles);
    sample.best = best_of(sample.roles, parts.roles);
    const LabelledRoles roles =
        choose_roles(words, window, cue, article.candidates, parts.roles, parts.ranker, scratch);
    sample.ranked = scratch.facts;
    sample.score = parts.ranker.score(sample.ranked);
    collect_judge_features(words, cue, roles, sample.ranked, sample.judged);
    sample.log_odds = parts.judge.log_odds(sample.judged);
    collect_context_facts(article.sheet, {{cue, roles, 0}}, {sample.log_odds}, 0, sample.context);
    sample.probability = parts.context.probability(sample.context);
  }
  return samples;
}

void write_samples(const std::vector<AttributionSample>& samples, ByteWriter& writer) {
  writer.u32(static_cast<std::uint32_t>(samples.size()));
  for (const AttributionSample& sample : samples) {
    write_features(sample.cue, writer);
    for (const float chance : sample.begins) writer.f32(chance);
    write_features(sample.roles, writer);
    for (const std::uint8_t label : sample.best) writer.u8(label);
    write_facts(sample.ranked, writer);
    writer.f32(sample.score);
    write_facts(sample.judged, writer);
    writer.f32(sample.log_odds);
    write_facts(sample.context, writer);
    writer.f32(sample.probability);
  }
}

std::vector<AttributionSample> read_samples(ByteReader& reader) {
  std::vector<AttributionSample> samples;
  const std::uint32_t count = reader.count(16);
  for (std::uint32_t i = 0; i < count; ++i) {
    AttributionSample& sample = samples.emplace_back();
    sample.cue = read_features(reader, kCueBucketBits);
    for (std::size_t word = 0; word < sample.cue.size(); ++word) sample.begins.push_back(reader.f32());
    sample.roles = read_features(reader, kRoleBucketBits);
    for (std::size_t seat = 0; seat < sample.roles.size(); ++seat) sample.best.push_back(reader.u8());
    sample.ranked = read_facts(reader, kRankerColumns);
    sample.score = reader.f32();
    sample.judged = read_facts(reader, kJudgeColumns);
    sample.log_odds = reader.f32();
    sample.context = read_facts(reader, kContextColumns);
    sample.probability = reader.f32();
  }
  return samples;
}

bool gives_what_is_stored(const AttributionSample& sample, const AttributionModelParts& parts) {
  const std::vector<float> begins = begins_of(sample.cue, parts.cues);
  for (std::size_t i = 0; i < begins.size(); ++i)
    if (!close(begins[i], sample.begins[i])) return false;
  return best_of(sample.roles, parts.roles) == sample.best && close(parts.ranker.score(sample.ranked), sample.score) &&
         close(parts.judge.log_odds(sample.judged), sample.log_odds) &&
         close(parts.context.probability(sample.context), sample.probability);
}

}  // namespace quoth
