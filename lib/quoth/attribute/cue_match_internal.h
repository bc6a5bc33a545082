// Cues in a zone, each with its source and the place where its content may stand.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "quoth/attribute/noun_phrases_internal.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

struct CueMatch {
  UnitRange cue;             // verb group with particle, or "according to"
  UnitRange source;          // empty where there is none in this zone
  std::uint16_t frames = 0;  // cue_frame bits; 0 for "according to"
  bool inverted = false;     // the source stands after the cue: "said Xi"
  bool according_to = false;
  bool gerund = false;  // "saying that": hangs on another clause
};

// The cues of a zone, in order.
std::vector<CueMatch> find_cues(const Reading& reading, const Zone& zone);

}  // namespace quoth
