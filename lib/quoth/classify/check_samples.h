// Whether a model still scores as it did when it was made.
#pragma once

#include <cstddef>

#include "quoth/base/model_file.h"

namespace quoth {

struct SampleCheck {
  std::size_t samples = 0;
  std::size_t same = 0;  // every probability within 0.001 of the stored one, and the same labels
};

// Scores the samples that a statement model's file holds. Throws Error where `file` is no sound statement model.
SampleCheck check_samples(const ModelFile& file);

}  // namespace quoth
