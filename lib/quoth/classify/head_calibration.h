// How the outputs of a linear model become probabilities and labels.
#pragma once

#include <span>
#include <vector>

#include "quoth/classify/statement_model.h"

namespace quoth {

struct HeadCalibration {
  float temperature = 1;          // divides the outputs; above 0
  std::vector<float> thresholds;  // of a multi-label head, one a label, 0 to 1; else empty
};

// Fills `score` from the outputs of `head`, one a label.
void score_head(const Head& head, const HeadCalibration& calibration, std::span<const float> outputs, HeadScore& score);

}  // namespace quoth
