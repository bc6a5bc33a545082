// Texts with gold coreference, put together from treebanks whose MISC column holds entities as GUM's does; for
// training.
#pragma once

#include <string>
#include <vector>

#include "quoth/annotate/treebank.h"
#include "quoth/base/span.h"

namespace quoth {

// An entity's mention in a text: bytes.
struct GoldMention {
  Span span;
  std::string entity;
};

struct GoldText {
  std::string text;
  std::vector<GoldMention> mentions;
  std::vector<std::vector<Span>> words;  // bytes: one a word, by sentence of the document
};

// The text of a document of `treebank`, a blank line between paragraphs, with all mentions of "Entity=(12-person-...)".
GoldText text_of(const Treebank& treebank, const TreebankDocument& document);

// The smallest mention around the bytes; nullptr where there is none.
const GoldMention* mention_around(const GoldText& text, Span span);

}  // namespace quoth
