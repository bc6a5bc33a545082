// What an attribution model says of itself, as JSON. It holds no time and no path, so that the same training gives the
// same bytes anywhere.
#pragma once

#include <string>

#include "quoth/attribute/train_attribution.h"

namespace quoth {

// `trained` has the figures; its model is not read.
std::string attribution_card(const AttributionTrainOptions& options, const TrainedAttribution& trained);

}  // namespace quoth
