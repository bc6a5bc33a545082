#include <algorithm>
#include <cmath>

#include "quoth/attribute/antecedent_features_internal.h"
#include "quoth/attribute/antecedent_weights_internal.h"

namespace quoth {
namespace {

double score(const AntecedentFeatures& features) {
  double sum = 0;
  for (const std::uint8_t feature : features) sum += kAntecedentWeights[feature];
  return sum;
}

}  // namespace

std::vector<double> antecedent_chances(const PersonReference& pronoun,
                                       const std::vector<AntecedentCandidate>& candidates) {
  std::vector<double> chances;
  chances.reserve(candidates.size() + 1);
  for (const AntecedentCandidate& candidate : candidates) chances.push_back(score(candidate.features));
  chances.push_back(score(no_antecedent_features(pronoun, candidates)));
  const double most = *std::max_element(chances.begin(), chances.end());
  double sum = 0;
  for (double& chance : chances) sum += chance = std::exp(chance - most);
  for (double& chance : chances) chance /= sum;
  return chances;
}

}  // namespace quoth
