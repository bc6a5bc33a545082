#include "antecedent_ranker.h"

#include <algorithm>
#include <cmath>

#include "quoth/learn/trust_region_newton.h"

namespace quoth {
namespace {

constexpr double kPrior = 1;  // of |weights|^2 / 2

// Minus the log chance of what is right, summed over instances, with a Gaussian prior.
class RankingObjective : public SmoothFunction {
 public:
  explicit RankingObjective(const std::vector<const Instance*>& instances) : instances_(instances) {}

  double value(std::span<const double> point) override {
    double sum = 0;
    for (const double weight : point) sum += kPrior * weight * weight / 2;
    point_.assign(point.begin(), point.end());
    chances_.resize(instances_.size());
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      std::vector<double>& chances = chances_[i];
      chances.clear();
      for (const AntecedentFeatures& choice : instances_[i]->choices) chances.push_back(score(point, choice));
      const double right = chances[instances_[i]->right];
      const double most = *std::max_element(chances.begin(), chances.end());
      double total = 0;
      for (double& chance : chances) total += chance = std::exp(chance - most);
      for (double& chance : chances) chance /= total;
      sum += instances_[i]->weight * (most + std::log(total) - right);
    }
    return sum;
  }

  void gradient(std::span<double> gradient) override {
    for (std::size_t f = 0; f < gradient.size(); ++f) gradient[f] = kPrior * point_[f];
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      for (std::size_t c = 0; c < chances_[i].size(); ++c) {
        const double excess = instances_[i]->weight * (chances_[i][c] - (c == instances_[i]->right ? 1.0 : 0.0));
        for (const std::uint8_t feature : instances_[i]->choices[c]) gradient[feature] += excess;
      }
    }
  }

  void hessian_times(std::span<const double> direction, std::span<double> product) override {
    for (std::size_t f = 0; f < product.size(); ++f) product[f] = kPrior * direction[f];
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      std::vector<double> along;
      double mean = 0;
      for (std::size_t c = 0; c < chances_[i].size(); ++c) {
        along.push_back(score(direction, instances_[i]->choices[c]));
        mean += chances_[i][c] * along.back();
      }
      for (std::size_t c = 0; c < along.size(); ++c) {
        for (const std::uint8_t feature : instances_[i]->choices[c])
          product[feature] += instances_[i]->weight * chances_[i][c] * (along[c] - mean);
      }
    }
  }

 private:
  const std::vector<const Instance*>& instances_;
  std::vector<double> point_;
  std::vector<std::vector<double>> chances_;
};

}  // namespace

double score(std::span<const double> weights, const AntecedentFeatures& features) {
  double sum = 0;
  for (const std::uint8_t feature : features) sum += weights[feature];
  return sum;
}

std::vector<double> train(const std::vector<const Instance*>& instances) {
  std::vector<double> weights(kAntecedentFeatures, 0.0);
  RankingObjective objective(instances);
  minimise(objective, weights, {.gradient_length = 1e-4, .most_steps = 200});
  return weights;
}

}  // namespace quoth
