// Those who are named together and then spoken of together: "Luxon, Rabuka and Marape ... the leaders", "China, Japan
// and South Korea ... the three governments".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

// Two to six entities that a sentence names side by side, all persons or all countries and bodies that the registry
// knows.
struct Group {
  std::uint32_t token = 0;             // into Document::tokens: the one after the last name
  bool persons = true;                 // else countries and bodies
  std::vector<std::int32_t> entities;  // into Mentions::entities, in the order of the text, each once
};

// In order. Linear in the mentions.
std::vector<Group> find_groups(const Reading& reading, const Mentions& mentions);

// What a plural noun phrase asks for.
struct GroupPhrase {
  bool found = false;      // else the words are for no group
  std::size_t size = 0;    // 0: any
  bool countries = false;  // "the three governments", "both sides"
};

// Reads "both leaders", "the two sides", "the prime ministers", "the three"; the words in lower case.
GroupPhrase read_group_phrase(const std::vector<std::string>& words);

// The last group before `token` that fits; nullptr where there is none.
const Group* group_before(const std::vector<Group>& groups, std::uint32_t token, std::size_t size, bool persons);

}  // namespace quoth
