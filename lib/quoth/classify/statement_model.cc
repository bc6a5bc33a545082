#include "quoth/classify/statement_model.h"

#include <span>

#include "quoth/classify/statement_model_file.h"

namespace quoth {

struct ScoreScratch::Impl {
  FeatureScratch features;
  WeightScratch weights;
  std::vector<float> outputs;
};

ScoreScratch::ScoreScratch() : impl_(std::make_unique<Impl>()) {}
ScoreScratch::~ScoreScratch() = default;
ScoreScratch::ScoreScratch(ScoreScratch&&) noexcept = default;
ScoreScratch& ScoreScratch::operator=(ScoreScratch&&) noexcept = default;

struct StatementModel::Impl {
  StatementModelParts parts;
};

StatementModel::StatementModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
StatementModel::StatementModel(StatementModel&&) noexcept = default;
StatementModel& StatementModel::operator=(StatementModel&&) noexcept = default;
StatementModel::~StatementModel() = default;

StatementModel StatementModel::load(const std::string& path) {
  return from(ModelFile::read(path));
}

StatementModel StatementModel::from(const ModelFile& file) {
  return StatementModel(std::make_unique<Impl>(Impl{read_statement_model(file)}));
}

const std::vector<Head>& StatementModel::heads() const {
  return impl_->parts.heads;
}

void StatementModel::score(std::string_view text, ScoreScratch& scratch, std::vector<HeadScore>& scores) const {
  const StatementModelParts& parts = impl_->parts;
  ScoreScratch::Impl& work = *scratch.impl_;
  const auto buckets = extract_occurrences(text, parts.features, work.features);
  work.outputs.resize(parts.weights.outputs());
  parts.weights.score(buckets, work.weights, work.outputs);
  scores.resize(parts.heads.size());
  std::span<const float> rest = work.outputs;
  for (std::size_t h = 0; h < parts.heads.size(); ++h) {
    const std::size_t labels = parts.heads[h].labels.size();
    score_head(parts.heads[h], parts.calibrations[h], rest.first(labels), scores[h]);
    rest = rest.subspan(labels);
  }
}

}  // namespace quoth
