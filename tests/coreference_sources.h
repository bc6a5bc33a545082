// Sources of statements in texts with gold trees and coreference, and whom they mean.
//
// A source is the subject of a verb of speech or thought that a clause depends on ("she said it rained") or that stands
// in a clause beside it ("it rained, the minister said").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coreference_text.h"
#include "quoth/annotate/treebank.h"
#include "quoth/base/span.h"

namespace quoth {

enum class GoldSourceForm : std::uint8_t {
  he_or_she,
  other_third,  // "it", "they", "who"
  speaker,      // "I", "we", "you"
  title,        // "the president", "her mother", "this company"
  indefinite,   // "a woman", "officials"
  name,
};
inline constexpr std::size_t kGoldSourceForms = 6;

std::string_view to_string(GoldSourceForm form);

struct GoldSource {
  GoldSourceForm form = GoldSourceForm::title;
  Span source;         // bytes: the whole phrase
  Span cue;            // the verb
  Span content;        // from the first to the last word of what is said
  std::string entity;  // empty where the phrase is no mention
  bool named = false;  // has the entity a name anywhere in the text?
};

// In order. `text` is text_of(treebank, document).
std::vector<GoldSource> gold_sources(const Treebank& treebank, const TreebankDocument& document, const GoldText& text);

}  // namespace quoth
