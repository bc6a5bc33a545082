// What a statement model's file holds, and its bytes. docs/model_format.md has the layout.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quoth/base/model_file.h"
#include "quoth/classify/head_calibration.h"
#include "quoth/classify/statement_model.h"
#include "quoth/learn/features.h"
#include "quoth/learn/weight_table.h"

namespace quoth {

inline constexpr const char* kStatementModelKind = "statements";

// A text and the scores that the model gave it when it was made.
struct ModelSample {
  std::string text;
  std::vector<HeadScore> scores;  // one a head
};

struct StatementModelParts {
  std::string card;  // JSON
  FeatureOptions features;
  std::vector<Head> heads;
  std::vector<HeadCalibration> calibrations;  // one a head
  WeightTable weights;                        // outputs: the labels of all heads, in order
  std::vector<ModelSample> samples;
};

std::string statement_model_bytes(const StatementModelParts& parts);

// Throws Error where `file` is no statement model, was made for other features than this program's, or is damaged.
StatementModelParts read_statement_model(const ModelFile& file);

}  // namespace quoth
