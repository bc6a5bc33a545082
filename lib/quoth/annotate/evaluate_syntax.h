// How well tags and trees agree with a treebank's.
#pragma once

#include <cstddef>

#include "quoth/annotate/syntax.h"
#include "quoth/annotate/treebank.h"

namespace quoth {

// Shares of all words, punctuation included.
struct SyntaxFigures {
  std::size_t words = 0;
  double tags = 0;            // with the right tag (XPOS)
  double heads = 0;           // with the right head: the unlabelled attachment score, UAS
  double relations = 0;       // with the right head and relation, subtypes included: the labelled one, LAS
  double main_relations = 0;  // the same, subtypes left out, as the CoNLL 2018 shared task counts
};

// Of the sentences of `treebank`, one or more, cut into words as the treebank has them. Tags are the model's own.
SyntaxFigures evaluate_syntax(const SyntaxModel& model, const Treebank& treebank);

}  // namespace quoth
