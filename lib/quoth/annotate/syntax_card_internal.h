// What a syntax model says of itself, as JSON. It holds no time and no path, so that the same training gives the same
// bytes anywhere.
#pragma once

#include <string>
#include <vector>

#include "quoth/annotate/syntax_parts_internal.h"
#include "quoth/annotate/train_syntax.h"

namespace quoth {

std::string syntax_card(const std::vector<TreebankFile>& training, const std::vector<TreebankFile>& development,
                        const SyntaxTrainOptions& options, const SyntaxParts& parts, const SyntaxFigures& figures);

}  // namespace quoth
