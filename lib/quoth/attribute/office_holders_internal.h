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

// An office as a noun phrase names it.
struct OfficePhrase {
  std::string noun;  // lower case, its head: "minister", "ministry", "surveyor"
  OfficeName office;
  std::string country;  // name of a country, empty where the phrase has none
};

// Looks offices up in one document. Holds references; not thread-safe.
class OfficeHolders {
 public:
  OfficeHolders(const Mentions& mentions, const Registry& registry, std::string_view date);

  // The person whom the text ties to the office: the last one before byte `offset`, else the first after it; else the
  // only one of the document's people who held it on its date. -1 where nobody or several fit.
  std::int32_t person(const OfficePhrase& office, std::uint32_t offset);

  // The only one of the document's people who held the office before its date and holds it no more: "the former
  // Estonian prime minister". -1 where nobody or several did.
  std::int32_t former(const OfficePhrase& office) const;

  // The body that the text named last before byte `offset` among those that the words fit ("the ministry", "the
  // firm"), else the only such body of the country that the registry knows ("China's commerce ministry"). Its name,
  // empty where there is none.
  std::string body(const OfficePhrase& office, std::uint32_t offset) const;

  // The person who holds the office of the country on the document's date after the registry, mentioned or not: an
  // index into Registry::entities(), -1 where the registry does not tell or the document has no date.
  std::int32_t registered_person(const OfficePhrase& office) const;

  // Does the person hold the office on the document's date, after the text or the registry?
  bool holds(std::int32_t person, const OfficePhrase& office) const;

 private:
  std::int32_t mentioned_holder(const OfficePhrase& office);
  std::int32_t tied(const OfficePhrase& office, std::uint32_t offset) const;
  bool held(const Entity& person, const OfficeName& office) const;

  const Mentions& mentions_;
  const Registry& registry_;
  std::string_view date_;
  std::unordered_map<std::string, std::vector<std::size_t>> ties_;  // by role, in order; "leader": who leads a country
  std::vector<std::int32_t> people_;                                // entities that the registry knows
  std::vector<const Mention*> bodies_;                              // mentions of bodies, in order
  std::unordered_map<std::string, std::int32_t> holders_;           // answers of mentioned_holder() given before
};

}  // namespace quoth
