// What an attribution model's file holds beside the model. docs/model_format.md has the layout.
#pragma once

#include <cstddef>

#include "quoth/base/model_file.h"

namespace quoth {

inline constexpr const char* kAttributionModelKind = "attribution";

struct AttributionSampleCheck {
  std::size_t samples = 0;
  std::size_t same = 0;  // those of whose features the model makes what is stored
};

// Runs the samples that an attribution model's file holds; they may be none. Throws Error where `file` is no sound
// attribution model.
AttributionSampleCheck check_attribution_samples(const ModelFile& file);

}  // namespace quoth
