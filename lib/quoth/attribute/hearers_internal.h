// The words that name to whom something was said: "told Xi that", "urged Tokyo to", "in a call with the chancellor".
//
// Finds words; who is meant is resolved elsewhere. A statement's cue, source and content are given.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

enum class HearerPlace : std::uint8_t {
  object,     // of the cue: "told X"
  subject,    // of a passive cue: "X was told"
  encounter,  // "in a call with X", "in an interview with X"
  answer,     // no words: the cue answers whoever spoke before
};

struct Hearer {
  Span words;  // empty for `answer`
  HearerPlace place = HearerPlace::object;
};

// The places where the hearer may be named, the likeliest first; none where there is no cue. Looks no further than the
// sentence of the cue.
std::vector<Hearer> find_hearers(const Reading& reading, const Attribution& attribution);

}  // namespace quoth
