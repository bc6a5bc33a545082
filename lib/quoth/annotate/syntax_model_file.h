// What a syntax model's file holds, and its bytes. docs/model_format.md has the layout.
#pragma once

#include <cstddef>
#include <string>

#include "quoth/base/model_file.h"

namespace quoth {

inline constexpr const char* kSyntaxModelKind = "syntax";

struct SyntaxSampleCheck {
  std::size_t samples = 0;
  std::size_t same = 0;  // sentences whose words have the tags, heads and relations that are stored
};

// Analyses the samples that a syntax model's file holds. Throws Error where `file` is no sound syntax model.
SyntaxSampleCheck check_syntax_samples(const ModelFile& file);

}  // namespace quoth
