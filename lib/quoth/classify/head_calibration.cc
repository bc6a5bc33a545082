#include "quoth/classify/head_calibration.h"

#include <algorithm>
#include <cstdint>

#include "quoth/learn/calibration.h"

namespace quoth {

void score_head(const Head& head, const HeadCalibration& calibration, std::span<const float> outputs,
                HeadScore& score) {
  score.probabilities.assign(outputs.begin(), outputs.end());
  score.predicted.clear();
  if (!head.multi_label) {
    softmax(score.probabilities, calibration.temperature);
    const auto best = std::max_element(score.probabilities.begin(), score.probabilities.end());
    score.predicted.push_back(static_cast<std::uint32_t>(best - score.probabilities.begin()));
    return;
  }
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    score.probabilities[k] = logistic(outputs[k], calibration.temperature);
    if (score.probabilities[k] >= calibration.thresholds[k]) score.predicted.push_back(static_cast<std::uint32_t>(k));
  }
}

}  // namespace quoth
