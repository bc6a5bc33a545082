// Nouns for one person, with the gender that they tell: "the surveyor", "my aunt", "a girl".
//
// Wider than word_class::kPersonNoun, which lists who speaks in the news and is a feature of trained models.
#pragma once

#include <cstdint>
#include <string_view>

#include "quoth/annotate/registry.h"

namespace quoth {

struct PersonNoun {
  bool person = false;
  Gender gender = Gender::unknown;
};

// The noun, in any case and without 's; `classes` are its word classes. Not a person: plurals, and what no list and no
// ending tells. One look-up. Thread-safe.
PersonNoun read_person_noun(std::string_view word, std::uint32_t classes);

}  // namespace quoth
