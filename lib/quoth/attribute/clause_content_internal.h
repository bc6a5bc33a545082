// What the cues of one zone attribute: content before and after them.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/cue_match_internal.h"

namespace quoth {

// How content hangs on its cue; tells how far it can be trusted.
enum class ContentForm : std::uint8_t {
  quotation,    // a whole quotation beside the cue
  that_clause,  // "said that ..."
  bare_clause,  // "said ..."
  trailing,     // "..., he said"
  according_to,
  question,    // "asked whether ..."
  infinitive,  // "vowed to ...", "urged Xi to ..."
  object,      // "rejected the plan", "accused Xi of ..."
};

struct ClauseAttribution {
  CueMatch match;
  std::vector<UnitRange> content;  // of the zone's units, in order
  UnitRange addressee;             // of "told Xi that"; may be empty
  ContentForm form = ContentForm::bare_clause;
};

// The chance that an attribution of this form is right, as measured on news (docs/attribution.md).
double confidence_of(ContentForm form);

// In the order of their cues; cues without content are left out. Contents may lie in one another ("A said that B said
// C").
std::vector<ClauseAttribution> attribute_clauses(const Reading& reading, const Zone& zone);

}  // namespace quoth
