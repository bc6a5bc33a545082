// Tables of how good a model is, for people.
#pragma once

#include <string>
#include <vector>

#include "quoth/annotate/evaluate_syntax.h"
#include "quoth/classify/evaluate_statements.h"

namespace quoth {

// One head: a line a label, then the means. With `thresholds`, one a label, a column of them. Ends in a line feed.
std::string figures_table(const HeadFigures& figures, const std::vector<double>& thresholds = {});

struct NamedSyntaxFigures {
  std::string name;  // of the treebank
  SyntaxFigures figures;
};

// A line a treebank. Ends in a line feed.
std::string syntax_table(const std::vector<NamedSyntaxFigures>& treebanks);

}  // namespace quoth
