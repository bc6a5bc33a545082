// Tables of how good a model is, for people.
#pragma once

#include <string>

#include "quoth/classify/evaluate_statements.h"

namespace quoth {

// One head: a line a label, then the means. With `thresholds`, one a label, a column of them. Ends in a line feed.
std::string figures_table(const HeadFigures& figures, const std::vector<double>& thresholds = {});

}  // namespace quoth
