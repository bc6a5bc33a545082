// Two who talk with each other, as readouts of calls and meetings name them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/registry.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

struct Encounter {
  std::int32_t host = -1;   // index into Mentions::entities: whose side tells of it; -1 where only his office is named
  std::int32_t guest = -1;  // the other; -1: the text tells of no encounter
  std::string home;         // the host's country; may be empty
  std::string host_office;  // lower case, where only the office is named: "prime minister"

  bool found() const { return guest >= 0; }
};

// The encounter that the title or the first sentences tell of: "President Stubb met Prime Minister Tusk in Gdynia".
// That the text goes on about nothing else is not said. Looks at no more than the first few sentences.
Encounter find_encounter(const Reading& reading, const Mentions& mentions, const Registry& registry,
                         std::string_view date);

}  // namespace quoth
