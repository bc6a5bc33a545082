// Who is meant by an office alone: "the Chinese leader", "the minister", "the foreign ministry".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/registry.h"

namespace quoth {

// An office as a noun phrase names it, all lower case but the country.
struct OfficePhrase {
  std::string noun;      // "minister", "ministry"
  std::string modifier;  // the word before it, whatever it is
  std::string country;   // name of a country, empty where the phrase has none
};

// Looks offices up in one document. Holds references; not thread-safe.
class OfficeHolders {
 public:
  OfficeHolders(const Mentions& mentions, const Registry& registry, std::string_view date);

  // The person whom the text ties to the office: the last one before byte `offset`, else the first after it; else the
  // only one of the document's people who held it on its date. -1 where nobody or several fit.
  std::int32_t person(const OfficePhrase& office, std::uint32_t offset);

  // The body of the kind that the text names last ("the ministry"), else the only such body of the country that the
  // registry knows ("China's commerce ministry"). Its name, empty where there is none.
  std::string body(const OfficePhrase& office) const;

  // The person who holds the office of the country on the document's date after the registry, mentioned or not: a name,
  // empty where the registry does not tell or the document has no date.
  std::string registered_person(const OfficePhrase& office) const;

 private:
  std::int32_t mentioned_holder(const OfficePhrase& office);
  bool holds(const Entity& person, const std::string& title) const;

  const Mentions& mentions_;
  const Registry& registry_;
  std::string_view date_;
  std::unordered_map<std::string, std::vector<std::size_t>> ties_;  // by noun, in order
  std::vector<std::int32_t> people_;                                // entities that the registry knows
  std::vector<std::int32_t> bodies_;
  std::unordered_map<std::string, std::int32_t> holders_;  // answers of mentioned_holder() given before
};

}  // namespace quoth
