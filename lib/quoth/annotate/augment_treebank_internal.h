// A treebank's sentences and others made of them, as quoth will meet them.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/annotate/treebank.h"

namespace quoth {

struct AugmentedTreebank {
  std::vector<TreebankSentence> sentences;
  std::vector<std::uint32_t> sources;  // of each: index of the sentence of the treebank that it is or was made of
};

// Each sentence as it is, and besides:
// - cut into words as quoth's Tokens are where they are other ones ("Mr" and "." for "Mr.", three marks for "...");
// - with curly marks for straight ones, and straight for curly, where it has double ones;
// - one of ten without its last full stop, as headings are.
AugmentedTreebank augment_treebank(const Treebank& treebank);

}  // namespace quoth
