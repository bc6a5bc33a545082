// What an office is, whatever a text or the registry calls it: "Secretary of State" and "Foreign Minister" are one.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// An office without its country. Both parts are lower case; the matter may be empty.
struct OfficeName {
  std::string role;    // "president", "prime minister", "minister", "spokesperson", "ministry", ...
  std::string matter;  // "foreign", "defence", "finance": what tells ministers and ministries apart

  bool operator==(const OfficeName&) const = default;
};

// Reads a title or the words that name an office, in any case, without country and names: "the foreign secretary",
// "Minister of External Affairs". The role of words that name no office is their last word, or the one before "of".
// Bodies are read likewise: "Ministry of Foreign Affairs". Never throws but for lack of memory.
OfficeName read_office_name(std::string_view words);

// Does whoever holds the office lead a country, its state or its government?
bool leads_country(const OfficeName& office);

}  // namespace quoth
