#include "quoth/learn/calibration.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

#include "quoth/learn/metrics.h"

namespace quoth {
namespace {

// The temperature with the least loss, by golden section over its logarithm.
double best_temperature(const std::function<double(double)>& loss) {
  const double golden = 1 / std::numbers::phi;
  double low = std::log(0.05);
  double high = std::log(20.0);
  double left = high - golden * (high - low);
  double right = low + golden * (high - low);
  double loss_left = loss(std::exp(left));
  double loss_right = loss(std::exp(right));
  for (int i = 0; i < 40; ++i) {
    if (loss_left <= loss_right) {
      high = right;
      right = left;
      loss_right = loss_left;
      left = high - golden * (high - low);
      loss_left = loss(std::exp(left));
    } else {
      low = left;
      left = right;
      loss_left = loss_right;
      right = low + golden * (high - low);
      loss_right = loss(std::exp(right));
    }
  }
  return std::exp((low + high) / 2);
}

}  // namespace

void softmax(std::span<float> outputs, float temperature) {
  const float most = *std::max_element(outputs.begin(), outputs.end());
  float sum = 0;
  for (float& output : outputs) sum += output = std::exp((output - most) / temperature);
  for (float& output : outputs) output /= sum;
}

float logistic(float output, float temperature) {
  return 1 / (1 + std::exp(-output / temperature));
}

double fit_softmax_temperature(std::span<const double> outputs, std::span<const std::uint32_t> classes,
                               std::uint32_t class_count) {
  if (classes.empty()) return 1;
  return best_temperature([&](double temperature) {
    double loss = 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const auto scores = outputs.subspan(i * class_count, class_count);
      const double most = *std::max_element(scores.begin(), scores.end());
      double sum = 0;
      for (const double score : scores) sum += std::exp((score - most) / temperature);
      loss += std::log(sum) - (scores[classes[i]] - most) / temperature;
    }
    return loss;
  });
}

double fit_logistic_temperature(std::span<const double> outputs, std::span<const std::uint8_t> decisions) {
  if (decisions.empty()) return 1;
  return best_temperature([&](double temperature) {
    double loss = 0;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      const double margin = (decisions[i] != 0 ? outputs[i] : -outputs[i]) / temperature;
      loss += margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin;
    }
    return loss;
  });
}

double fit_threshold(std::span<const double> probabilities, std::span<const std::uint8_t> decisions) {
  constexpr double kTie = 0.005;
  std::vector<double> f1;
  for (int percent = 5; percent <= 95; ++percent) {
    LabelCounts counts;
    for (std::size_t i = 0; i < decisions.size(); ++i)
      counts.add(decisions[i] != 0, probabilities[i] >= percent / 100.0);
    f1.push_back(counts.f1());
  }
  const double best = *std::max_element(f1.begin(), f1.end());
  if (best == 0) return 0.5;
  double sum = 0;
  int ties = 0;
  for (std::size_t i = 0; i < f1.size(); ++i) {
    if (f1[i] < best - kTie) continue;
    sum += static_cast<double>(i + 5) / 100.0;
    ++ties;
  }
  return sum / ties;
}

}  // namespace quoth
