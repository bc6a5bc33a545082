#include "quoth/learn/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quoth {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double LabelCounts::precision() const {
  return share(right, right + wrong);
}
double LabelCounts::recall() const {
  return share(right, right + missed);
}
double LabelCounts::f1() const {
  return share(2 * right, 2 * right + wrong + missed);
}

double expected_calibration_error(std::span<const double> confidences, std::span<const std::uint8_t> right) {
  if (confidences.empty()) return 0;
  constexpr std::size_t kBins = 15;
  std::array<double, kBins> surplus{};  // confidence less what was right, added up
  for (std::size_t i = 0; i < confidences.size(); ++i) {
    const auto bin = std::min(kBins - 1, static_cast<std::size_t>(confidences[i] * kBins));
    surplus[bin] += confidences[i] - (right[i] != 0 ? 1.0 : 0.0);
  }
  double sum = 0;
  for (const double difference : surplus) sum += std::abs(difference);
  return sum / static_cast<double>(confidences.size());
}

}  // namespace quoth
