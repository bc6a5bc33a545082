// The parts of a syntax model to and from its file.
#pragma once

#include <string>
#include <vector>

#include "quoth/annotate/syntax.h"
#include "quoth/annotate/syntax_parts_internal.h"
#include "quoth/base/model_file.h"

namespace quoth {

// To be raised whenever the same words give other features than before.
inline constexpr std::uint32_t kSyntaxFeatureVersion = 2;

// A sentence and the analysis that the model gave it when it was made.
struct SyntaxSample {
  std::vector<std::string> words;
  std::vector<ParsedWord> parsed;
};

std::string syntax_model_bytes(const std::string& card, const SyntaxParts& parts,
                               const std::vector<SyntaxSample>& samples);

// Throws Error where `file` is no syntax model, was made for other features, or is damaged.
SyntaxParts read_syntax_parts(const ModelFile& file);
std::vector<SyntaxSample> read_syntax_samples(const ModelFile& file, const SyntaxParts& parts);

}  // namespace quoth
