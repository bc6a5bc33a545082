#include "quoth/classify/check_samples.h"

#include <cmath>

#include "quoth/classify/statement_model_file.h"

namespace quoth {
namespace {

// Mathematical libraries differ in the last bits of exp and log; a fault in features or weights shows far above this.
constexpr float kTolerance = 0.001F;

bool same(const HeadScore& a, const HeadScore& b) {
  if (a.predicted != b.predicted || a.probabilities.size() != b.probabilities.size()) return false;
  for (std::size_t k = 0; k < a.probabilities.size(); ++k) {
    // Written so that what is no number is not the same.
    if (!(std::abs(a.probabilities[k] - b.probabilities[k]) <= kTolerance)) return false;
  }
  return true;
}

}  // namespace

SampleCheck check_samples(const ModelFile& file) {
  const StatementModelParts parts = read_statement_model(file);
  const StatementModel model = StatementModel::from(file);
  ScoreScratch scratch;
  std::vector<HeadScore> scores;
  SampleCheck check;
  for (const ModelSample& sample : parts.samples) {
    model.score(sample.text, scratch, scores);
    bool all = true;
    for (std::size_t h = 0; h < scores.size(); ++h) all = all && same(scores[h], sample.scores[h]);
    ++check.samples;
    check.same += all ? 1 : 0;
  }
  return check;
}

}  // namespace quoth
