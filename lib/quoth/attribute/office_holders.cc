#include <algorithm>
#include <array>
#include <span>

#include "quoth/annotate/words.h"
#include "quoth/attribute/office_holders_internal.h"

namespace quoth {
namespace {

constexpr std::size_t kFarthest = 200;  // ties or bodies looked at; keeps long documents linear

// Countries whose president represents and whose head of government leads.
bool led_by_government(std::string_view country) {
  constexpr std::array<std::string_view, 22> kCountries = {
      "Germany", "Italy",   "India",    "Israel",     "Ireland", "Greece",  "Austria", "Hungary",
      "Japan",   "Iceland", "Pakistan", "Bangladesh", "Nepal",   "Iraq",    "Malta",   "Singapore",
      "Latvia",  "Estonia", "Ethiopia", "Czechia",    "Vietnam", "Slovakia"};
  return std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end();
}

// The roles that "leader" may mean in the country, the likeliest first.
std::array<std::string_view, 6> leading_roles(std::string_view country) {
  if (led_by_government(country)) return {"prime minister", "chancellor", "president", "king", "emir", "sultan"};
  return {"president", "prime minister", "chancellor", "king", "emir", "sultan"};
}

bool state_head(std::string_view role) {
  constexpr std::array<std::string_view, 6> kHeads = {"president", "king", "queen", "emir", "sultan", "head of state"};
  return std::find(kHeads.begin(), kHeads.end(), role) != kHeads.end();
}

// Is `held` the office that `asked` names, which may leave out its matter?
bool same_office(const OfficeName& asked, const OfficeName& held) {
  if (asked.role == "leader" && asked.matter.empty()) return leads_country(held) || held == asked;
  if (asked.role == "head of state") return state_head(held.role);
  return asked.role == held.role && (asked.matter.empty() || asked.matter == held.matter);
}

bool fits(const OfficeTie& tie, const OfficePhrase& office) {
  if (!office.country.empty() && tie.country != office.country) return false;
  return same_office(office.office, tie.office) ||
         (office.office.matter.empty() && tie.noun == office.noun && office.office.role == office.noun);
}

// "firm", "newspaper": nouns for bodies whose names need not say so.
bool vague_body(std::string_view noun, std::string_view kind) {
  if (noun == "firm" || noun == "company" || noun == "maker" || noun == "lobby") return kind == "company";
  return (noun == "paper" || noun == "newspaper" || noun == "broadcaster") && kind == "media";
}

}  // namespace

OfficeHolders::OfficeHolders(const Mentions& mentions, const Registry& registry, std::string_view date)
    : mentions_(mentions), registry_(registry), date_(date) {
  for (std::size_t i = 0; i < mentions.ties.size(); ++i) {
    const OfficeTie& tie = mentions.ties[i];
    ties_[tie.office.role].push_back(i);
    if (tie.office.role != "leader" && leads_country(tie.office)) ties_["leader"].push_back(i);
    if (tie.office.role != "head of state" && state_head(tie.office.role)) ties_["head of state"].push_back(i);
  }
  for (std::size_t i = 0; i < mentions.entities.size(); ++i) {
    if (mentions.entities[i].kind == EntityKind::person && mentions.entities[i].registry >= 0)
      people_.push_back(static_cast<std::int32_t>(i));
  }
  for (const Mention& mention : mentions.mentions) {
    const NamedEntity& named = mentions.entities[static_cast<std::size_t>(mention.entity)];
    if (named.kind == EntityKind::body || (named.kind == EntityKind::person && !named.sure_person))
      bodies_.push_back(&mention);
  }
}

std::int32_t OfficeHolders::person(const OfficePhrase& office, std::uint32_t offset) {
  const std::int32_t best = tied(office, offset);
  return best >= 0 ? best : mentioned_holder(office);
}

std::int32_t OfficeHolders::tied(const OfficePhrase& office, std::uint32_t offset) const {
  const auto ties = ties_.find(office.office.role);
  if (ties == ties_.end()) return -1;
  const std::vector<std::size_t>& all = ties->second;
  const auto after =
      std::partition_point(all.begin(), all.end(), [&](std::size_t i) { return mentions_.ties[i].offset <= offset; });
  const auto earliest = after - std::min<std::ptrdiff_t>(after - all.begin(), kFarthest);
  for (auto at = after; at != earliest;) {
    const OfficeTie& tie = mentions_.ties[*--at];
    if (fits(tie, office)) return tie.entity;
  }
  const auto last = after + std::min<std::ptrdiff_t>(all.end() - after, kFarthest);
  for (auto at = after; at != last; ++at) {
    if (fits(mentions_.ties[*at], office)) return mentions_.ties[*at].entity;
  }
  return -1;
}

std::int32_t OfficeHolders::mentioned_holder(const OfficePhrase& office) {
  const auto [known, fresh] =
      holders_.emplace(office.office.role + "/" + office.office.matter + "/" + office.country, -1);
  if (!fresh) return known->second;
  const std::size_t farthest = std::min(people_.size(), kFarthest);
  for (std::size_t i = 0; i < farthest; ++i) {
    const NamedEntity& named = mentions_.entities[static_cast<std::size_t>(people_[i])];
    if (!office.country.empty() && named.country != office.country) continue;
    if (!held(registry_.entities()[static_cast<std::size_t>(named.registry)], office.office)) continue;
    if (known->second >= 0) {  // two of the document's people may be meant
      known->second = -1;
      break;
    }
    known->second = people_[i];
  }
  return known->second;
}

std::int32_t OfficeHolders::former(const OfficePhrase& office) const {
  std::int32_t found = -1;
  const std::size_t farthest = std::min(people_.size(), kFarthest);
  for (std::size_t i = 0; i < farthest; ++i) {
    const NamedEntity& named = mentions_.entities[static_cast<std::size_t>(people_[i])];
    if (!office.country.empty() && named.country != office.country) continue;
    const std::vector<Office>& offices = registry_.entities()[static_cast<std::size_t>(named.registry)].offices;
    const bool once = std::any_of(offices.begin(), offices.end(), [&](const Office& held_once) {
      return !held_once.to.empty() && !held_on(held_once, date_) &&
             same_office(office.office, read_office_name(held_once.title));
    });
    if (once && found >= 0) return -1;
    if (once) found = people_[i];
  }
  return found;
}

bool OfficeHolders::held(const Entity& person, const OfficeName& asked) const {
  return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
    // Presidents of parties lead no country.
    if (leads_country(asked) && !office.of.empty() && office.of != person.country) return false;
    return held_on(office, date_) && same_office(asked, read_office_name(office.title));
  });
}

bool OfficeHolders::holds(std::int32_t person, const OfficePhrase& office) const {
  const NamedEntity& named = mentions_.entities[static_cast<std::size_t>(person)];
  if (!office.country.empty() && named.country != office.country) return false;
  if (named.registry >= 0 && held(registry_.entities()[static_cast<std::size_t>(named.registry)], office.office))
    return true;
  const auto ties = ties_.find(office.office.role);
  if (ties == ties_.end()) return false;
  const std::size_t farthest = std::min(ties->second.size(), kFarthest);
  return std::any_of(
      ties->second.begin(), ties->second.begin() + static_cast<std::ptrdiff_t>(farthest),
      [&](std::size_t i) { return mentions_.ties[i].entity == person && fits(mentions_.ties[i], office); });
}

std::string OfficeHolders::body(const OfficePhrase& office, std::uint32_t offset) const {
  const auto after = std::partition_point(bodies_.begin(), bodies_.end(),
                                          [&](const Mention* mention) { return mention->span.begin < offset; });
  const auto earliest = after - std::min<std::ptrdiff_t>(after - bodies_.begin(), kFarthest);
  const auto same_country = [&](const NamedEntity& named) {
    return office.country.empty() || named.country == office.country;
  };
  for (auto at = after; at != earliest;) {
    const NamedEntity& named = mentions_.entities[static_cast<std::size_t>((*--at)->entity)];
    if (!same_country(named)) continue;
    const OfficeName name = read_office_name(named.name);
    std::string lowered;
    lower_word(named.name, lowered);
    // Of "Edinburgh Zoo" it is not known whether it is a body; "the zoo" means it all the same.
    const bool last_word = lowered.ends_with(" " + office.noun);
    if (named.kind == EntityKind::person) {
      if (last_word) return named.name;
      continue;
    }
    const bool same_word = office.office.matter.empty() && lowered.find(office.noun) != std::string::npos;
    if (same_word || same_office(office.office, name)) return named.name;
    const std::string_view kind =
        named.registry < 0 ? std::string_view("company")
                           : std::string_view(registry_.entities()[static_cast<std::size_t>(named.registry)].body_kind);
    if (office.office.matter.empty() && vague_body(office.noun, kind)) return named.name;
  }
  if (office.country.empty() || office.office.role != "ministry" || office.office.matter.empty()) return {};
  std::string found;
  for (const std::int32_t body : registry_.bodies_of(office.country)) {
    const Entity& entity = registry_.entities()[static_cast<std::size_t>(body)];
    if (entity.body_kind != "ministry" || read_office_name(entity.name).matter != office.office.matter) continue;
    if (!found.empty()) return {};
    found = entity.name;
  }
  return found;
}

std::int32_t OfficeHolders::registered_person(const OfficePhrase& office) const {
  if (date_.empty() || office.country.empty()) return -1;
  const auto only_holder = [&](std::string_view title) {
    const std::vector<std::int32_t> holders = registry_.holders(title, office.country, date_);
    return holders.size() == 1 ? holders.front() : -1;
  };
  const OfficeName& name = office.office;
  if (name.role != "leader" && name.role != "head of state")
    return only_holder(name.matter.empty() ? name.role : name.matter + " " + name.role);
  for (const std::string_view role : leading_roles(office.country)) {
    if (const std::int32_t holder = only_holder(role); holder >= 0) return holder;
  }
  return -1;
}

}  // namespace quoth
