// How a whole text uses a name: what tells "Veronique" and "Gorbachev" from "Harvard" and "Methodology".
//
// Counts, not a verdict; for names of which neither registry nor first name nor title says that they are a person's.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

struct NameEvidence {
  std::uint32_t times = 0;       // mentions
  std::uint32_t acts = 0;        // a verb follows
  std::uint32_t speaks = 0;      // a verb that attributes stands beside it
  std::uint32_t placed = 0;      // "in Harvard", "at Harvard", "from Harvard"
  std::uint32_t determined = 0;  // "the Fund", "his Methodology"
  bool thing = false;            // ends as words for things do
};

// One entry a entity of `mentions`. Linear in the mentions.
std::vector<NameEvidence> read_name_evidence(const Reading& reading, const Mentions& mentions);

}  // namespace quoth
