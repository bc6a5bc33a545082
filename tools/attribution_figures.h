// Figures of attribution as text and as JSON.
#pragma once

#include <string>

#include "quoth/attribute/evaluate_attributions.h"

namespace quoth {

// A line a measure: precision, recall and F1, or a share, with four decimals; then counts. Ends in a line feed.
std::string attribution_figures_text(const AttributionFigures& figures);

// One JSON object, a key a measure: [precision, recall, F1], or a share, as exact as they are; counts. With
// `with_reliability`, "reliability" and "ECE" too. Ends in a line feed.
std::string attribution_figures_json(const AttributionFigures& figures, bool with_reliability);

// A table of how often predictions of each confidence are right, and the expected calibration error.
std::string reliability_text(const AttributionFigures& figures);

}  // namespace quoth
