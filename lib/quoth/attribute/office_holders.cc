#include <algorithm>
#include <array>

#include "quoth/annotate/words.h"
#include "quoth/attribute/office_holders_internal.h"

namespace quoth {
namespace {

constexpr std::size_t kFarthest = 200;  // ties or bodies looked at; keeps long documents linear

// Words that make an office another one: a prime minister is no minister of ports.
bool distinguishes(std::string_view word) {
  constexpr std::array<std::string_view, 16> kModifiers = {
      "prime",   "foreign", "defence",  "defense",  "finance", "trade",   "press", "vice",
      "economy", "energy",  "interior", "commerce", "deputy",  "cabinet", "farm",  "treasury"};
  return std::find(kModifiers.begin(), kModifiers.end(), word) != kModifiers.end();
}

bool leads(std::string_view office) {
  constexpr std::array<std::string_view, 6> kLeaders = {"president", "prime minister", "chancellor",
                                                        "premier",   "supreme leader", "leader"};
  return std::find(kLeaders.begin(), kLeaders.end(), office) != kLeaders.end();
}

// Of an OfficePhrase or an OfficeTie.
template <typename Office>
std::string title_of(const Office& office) {
  return distinguishes(office.modifier) ? office.modifier + " " + office.noun : office.noun;
}

std::string lower(std::string_view text) {
  std::string out;
  lower_word(text, out);
  return out;
}

bool fits(const OfficeTie& tie, const OfficePhrase& office) {
  const bool same_office = office.noun == "leader" ? leads(title_of(tie)) : tie.noun == office.noun;
  if (!same_office || (!office.country.empty() && tie.country != office.country)) return false;
  if (office.noun == "leader") return true;
  const bool distinguished =
      distinguishes(office.modifier) || tie.modifier == "prime" || tie.modifier == "vice" || tie.modifier == "deputy";
  return !distinguished || tie.modifier == office.modifier;
}

}  // namespace

OfficeHolders::OfficeHolders(const Mentions& mentions, const Registry& registry, std::string_view date)
    : mentions_(mentions), registry_(registry), date_(date) {
  for (std::size_t i = 0; i < mentions.ties.size(); ++i) {
    const OfficeTie& tie = mentions.ties[i];
    ties_[tie.noun].push_back(i);
    const std::string office = tie.modifier == "prime" ? "prime minister" : tie.noun;
    if (tie.noun != "leader" && leads(office)) ties_["leader"].push_back(i);
  }
  for (std::size_t i = 0; i < mentions.entities.size(); ++i) {
    if (mentions.entities[i].kind == EntityKind::body) bodies_.push_back(static_cast<std::int32_t>(i));
    if (mentions.entities[i].kind == EntityKind::person && mentions.entities[i].registry >= 0)
      people_.push_back(static_cast<std::int32_t>(i));
  }
}

std::int32_t OfficeHolders::person(const OfficePhrase& office, std::uint32_t offset) {
  std::int32_t best = -1;
  if (const auto ties = ties_.find(office.noun); ties != ties_.end()) {
    const auto after = std::partition_point(ties->second.begin(), ties->second.end(),
                                            [&](std::size_t i) { return mentions_.ties[i].offset <= offset; });
    const auto earliest = after - std::min<std::ptrdiff_t>(after - ties->second.begin(), kFarthest);
    for (auto at = after; at != earliest && best < 0;) {
      const OfficeTie& tie = mentions_.ties[*--at];
      if (fits(tie, office)) best = tie.entity;
    }
    const auto last = after + std::min<std::ptrdiff_t>(ties->second.end() - after, kFarthest);
    for (auto at = after; at != last && best < 0; ++at) {
      if (fits(mentions_.ties[*at], office)) best = mentions_.ties[*at].entity;
    }
  }
  return best >= 0 ? best : mentioned_holder(office);
}

std::int32_t OfficeHolders::mentioned_holder(const OfficePhrase& office) {
  const std::string title = title_of(office);
  const auto [known, fresh] = holders_.emplace(title + "/" + office.country, -1);
  if (!fresh) return known->second;
  for (const std::int32_t index : people_) {
    const NamedEntity& named = mentions_.entities[static_cast<std::size_t>(index)];
    if (!office.country.empty() && named.country != office.country) continue;
    if (!holds(registry_.entities()[static_cast<std::size_t>(named.registry)], title)) continue;
    if (known->second >= 0) {  // two of the document's people may be meant
      known->second = -1;
      break;
    }
    known->second = index;
  }
  return known->second;
}

bool OfficeHolders::holds(const Entity& person, const std::string& title) const {
  return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
    const std::string name = lower(office.title);
    const bool same = name == title || (title == "leader" && leads(name)) ||
                      (title.find(' ') == std::string::npos && name.ends_with(" " + title) && name != "vice " + title &&
                       name != "prime " + title);
    return same && held_on(office, date_);
  });
}

std::string OfficeHolders::body(const OfficePhrase& office) const {
  const std::size_t farthest = std::min(bodies_.size(), kFarthest);
  for (std::size_t i = 0; i < farthest; ++i) {
    const NamedEntity& named = mentions_.entities[static_cast<std::size_t>(bodies_[bodies_.size() - 1 - i])];
    const std::string name = lower(named.name);
    const bool same_matter = !distinguishes(office.modifier) || name.find(office.modifier) != std::string::npos;
    if (name.find(office.noun) != std::string::npos && same_matter &&
        (office.country.empty() || named.country == office.country))
      return named.name;
  }
  if (office.country.empty() || !distinguishes(office.modifier)) return {};
  std::string found;
  for (const std::int32_t body : registry_.bodies_of(office.country)) {
    const Entity& entity = registry_.entities()[static_cast<std::size_t>(body)];
    const std::string name = lower(entity.name);
    if (name.find(office.noun) == std::string::npos || name.find(office.modifier) == std::string::npos) continue;
    if (!found.empty()) return {};
    found = entity.name;
  }
  return found;
}

std::string OfficeHolders::registered_person(const OfficePhrase& office) const {
  if (date_.empty() || office.country.empty()) return {};
  const std::vector<std::int32_t> holders = registry_.holders(title_of(office), office.country, date_);
  return holders.size() == 1 ? registry_.entities()[static_cast<std::size_t>(holders.front())].name : std::string();
}

}  // namespace quoth
