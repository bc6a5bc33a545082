// Learns whom pronouns mean from those whose person is known: a softmax over the candidates of each, linear in their
// features.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "quoth/attribute/person_references_internal.h"

namespace quoth {

// One pronoun: the features of each candidate and, last, of nobody; and which is right.
struct Instance {
  std::vector<AntecedentFeatures> choices;
  std::size_t right = 0;
  std::size_t fold = 0;
  double weight = 1;
};

double score(std::span<const double> weights, const AntecedentFeatures& features);

// One weight a feature, the likeliest under a Gaussian prior. The same input gives the same bits.
std::vector<double> train(const std::vector<const Instance*>& instances);

}  // namespace quoth
