// What a statement model says of itself: how it came to be and what it can do, as JSON.
//
// It holds no time and no path, so that the same training gives the same bytes anywhere.
#pragma once

#include <string>
#include <vector>

#include "quoth/classify/labelled_statements.h"
#include "quoth/classify/train_statements.h"

namespace quoth {

std::string statement_model_card(const LabelledCorpus& corpus, const TrainOptions& options,
                                 const TrainedStatements& trained);

}  // namespace quoth
