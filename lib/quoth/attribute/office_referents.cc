// Those members of ReferentReader that read offices, bodies and governments.
#include <algorithm>
#include <string_view>

#include "quoth/annotate/words.h"
#include "quoth/attribute/referents_internal.h"

namespace quoth {

using namespace word_class;

std::int32_t ReferentReader::described_person(Range description, Range phrase, const Viewpoint& viewpoint) {
  if ((classes(phrase.begin) & kPossessive) != 0) return -1;
  const Referent referent = office(description, phrase, viewpoint);
  return referent.entities.size() == 1 ? referent.entities.front() : -1;
}

// "The leaders of France, Germany and Britain": who leads each on the document's date.
Referent ReferentReader::leaders_of(Range phrase, Range head) {
  const std::string noun = lower(head.end - 1);
  if ((noun != "leaders" && noun != "presidents") || head.end >= phrase.end || lower(head.end) != "of") return {};
  Referent leaders;
  for (const Mention& mention : mentions_in({head.end, phrase.end})) {
    if (entity(mention.entity).kind != EntityKind::country) return {};
    const Referent leader = office_holder({"leader", {"leader", {}}, entity(mention.entity).name}, mention.span.begin);
    if (leader.entities.size() != 1) return {};
    leaders.entities.push_back(leader.entities.front());
  }
  return leaders.entities.size() < 2 ? Referent{} : leaders;
}

// "the Chinese leader", "the minister", "China's foreign ministry", "the Japanese side".
Referent ReferentReader::office(Range head, Range phrase, const Viewpoint& viewpoint) {
  const std::uint32_t noun = head.end - 1;
  const std::uint32_t opening = classes(head.begin);
  const bool owned = (opening & kPossessive) != 0;
  const bool name_first = (opening & kCapitalised) != 0 && (opening & (kDeterminer | kPossessive)) == 0;
  const bool headline = head.size() == 1 && (opening & (kOfficeNoun | kPersonNoun)) != 0 && in_heading(head.begin);
  if ((!name_first && !owned && !headline && lower(head.begin) != "the") || (classes(noun) & kPlural) != 0) return {};
  OfficePhrase sought = office_phrase(head, phrase);
  if (sought.noun == "side" || sought.noun == "government") return government(head, sought.noun == "side", viewpoint);
  const std::uint32_t offset = reading_.document.tokens[head.begin].span.begin;
  if (sought.noun == "administration" && !owned) return administration(head);
  if (sought.noun == "presidency") return {{}, presidency_name(sought.country), false};
  if (sought.noun == "counterpart") return counterpart(sought, offset, person_before_noun(head, viewpoint));
  if (owned && sought.country.empty()) {
    sought.country = viewpoint.owner;
    if (sought.country.empty()) return {};
  }
  const std::uint32_t noun_classes = classes(noun) | listed_word_classes(sought.noun);
  if ((noun_classes & (kPersonNoun | kOfficeNoun | kTitle | kBodyNoun)) == 0) {  // "the zoo"
    if (Referent body{{}, offices_.body(sought, offset), false}; !body.empty()) return body;
  }
  if (sought.office.role == "ministry" || (noun_classes & kBodyNoun) != 0) {
    Referent body{{}, offices_.body(sought, offset), false};
    if (body.empty() && !sought.country.empty()) body.name = ministry_name(head, sought);
    if (!body.empty() || !sought.country.empty()) return body;
    sought.country = viewpoint.country.empty() ? last_country(head.begin) : viewpoint.country;
    body.name = offices_.body(sought, offset);
    if (body.empty() && sought.office.role == "ministry" && !sought.office.matter.empty() && sought.country.empty()) {
      sought.country = country_near(head.begin);
      body.name = offices_.body(sought, offset);
    }
    return body;
  }
  if (names_former(head)) {
    const std::int32_t person = date_.empty() ? -1 : offices_.former(sought);
    return person < 0 ? Referent{} : Referent{{person}, {}, false};
  }
  if (sought.noun == "ambassador" && !sought.country.empty()) {
    if (const std::int32_t person = offices_.person(sought, offset); person >= 0) return {{person}, {}, false};
    return ambassador(head, phrase, owned ? viewpoint.owner : std::string(), viewpoint.country);
  }
  return sought.country.empty() ? office_at_home(sought, offset, viewpoint) : office_holder(sought, offset);
}

// "the former prime minister", "the ex-president"
bool ReferentReader::names_former(Range head) const {
  for (std::uint32_t at = head.begin; at < head.end; ++at) {
    const std::string word = lower(at);
    if (word == "former" || word == "ex" || word.starts_with("ex-") || word == "onetime") return true;
  }
  return false;
}

// "China's ambassador in Ottawa"; "the Chinese ambassador" at home, else where the text names only one place to which
// the registry knows one.
Referent ReferentReader::ambassador(Range head, Range phrase, std::string sender, const std::string& home) {
  for (const Mention& mention : mentions_in(head)) {
    if (entity(mention.entity).kind == EntityKind::country) sender = entity(mention.entity).name;
  }
  if (sender.empty() || date_.empty()) return {};
  const auto holder_at = [&](const std::string& place) {
    const std::vector<std::int32_t> holders = registry_.holders("Ambassador to " + place, sender, date_);
    return holders.size() == 1 ? holders.front() : -1;
  };
  std::int32_t found = -1;
  for (const Mention& mention : mentions_in({head.end, phrase.end})) {
    if (entity(mention.entity).kind != EntityKind::person) found = holder_at(entity(mention.entity).name);
  }
  constexpr std::size_t kFarthest = 100;  // entities
  const bool place_given = head.end < phrase.end;
  if (!place_given && !home.empty()) found = holder_at(home);
  if (found >= 0) return {{add_registered(found)}, {}, false};
  for (std::size_t i = 0; !place_given && i < std::min(mentions_.entities.size(), kFarthest); ++i) {
    const NamedEntity& place = mentions_.entities[i];
    if (place.kind == EntityKind::person || place.registry < 0 || place.name == sender) continue;
    const std::int32_t holder = holder_at(place.name);
    if (holder >= 0 && found >= 0 && holder != found) return {};
    if (holder >= 0) found = holder;
  }
  return found < 0 ? Referent{} : Referent{{add_registered(found)}, {}, false};
}

// The office that a phrase names: the words of its head, and "of State", "of Commerce" after it.
OfficePhrase ReferentReader::office_phrase(Range head, Range phrase) const {
  std::uint32_t end = head.end;
  if (end + 1 < phrase.end && lower(end) == "of") {
    while (end < phrase.end && reading_.document.tokens[end].kind == TokenKind::word) ++end;
  }
  const auto words = [&](std::uint32_t last) {
    return reading_.document.view(
        {reading_.document.tokens[head.begin].span.begin, reading_.document.tokens[last - 1].span.end});
  };
  std::string noun;
  const std::string_view all = words(head.end);
  lower_word(all.substr(all.find_last_of(' ') + 1), noun);
  if (noun.ends_with("'s")) noun.resize(noun.size() - 2);
  std::string country = country_in(phrase);
  if (noun == "taoiseach") country = "Ireland";
  if (noun == "department" && lower(head.end - 2) == "state") country = "United States";
  return {std::move(noun), read_office_name(words(end)), std::move(country)};
}

std::string ReferentReader::country_in(Range phrase) const {
  for (const Mention& mention : mentions_in(phrase)) {
    if (entity(mention.entity).kind == EntityKind::country) return entity(mention.entity).name;
    // "the US treasury secretary": the country of the department.
    if (entity(mention.entity).kind == EntityKind::body && mention.tokens.end < phrase.end) {
      const NamedEntity& body = entity(mention.entity);
      return body.country.empty() ? body.name : body.country;
    }
  }
  return {};
}

// "The President" without a country: at home, where the text has told whose home is meant.
Referent ReferentReader::office_at_home(const OfficePhrase& sought, std::uint32_t offset, const Viewpoint& viewpoint) {
  OfficePhrase home = sought;
  home.country = viewpoint.country;
  if (!viewpoint.body.empty()) {
    home.country = viewpoint.body;
    if (Referent holder = office_holder(home, offset); !holder.empty()) return holder;
    home.country = viewpoint.country;
  }
  if (home.country.empty() && sought.office.role != "secretary-general") return office_holder(sought, offset);
  if (viewpoint.host >= 0 && offices_.holds(viewpoint.host, sought)) return {{viewpoint.host}, {}, false};
  if (const std::int32_t person = offices_.person(home, offset); person >= 0) return {{person}, {}, false};
  if (!viewpoint.others_speak) {
    if (const std::int32_t holder = offices_.registered_person(home); holder >= 0)
      return {{add_registered(holder)}, {}, false};
  }
  if (const std::int32_t person = offices_.person(sought, offset); person >= 0) return {{person}, {}, false};
  if (Referent holder = office_holder(home, offset); !holder.empty() || sought.office.role != "secretary-general")
    return holder;
  home.country = "United Nations";
  return office_holder(home, offset);
}

Referent ReferentReader::office_holder(const OfficePhrase& sought, std::uint32_t offset) {
  if (const std::int32_t person = offices_.person(sought, offset); person >= 0) return {{person}, {}, false};
  const std::int32_t holder = offices_.registered_person(sought);
  return holder < 0 ? Referent{} : Referent{{add_registered(holder)}, {}, false};
}

// Whose counterpart: "his", or "Mr Macron's".
std::int32_t ReferentReader::person_before_noun(Range head, const Viewpoint& viewpoint) const {
  for (const Mention& mention : mentions_in(head)) {
    if (mention.possessive && entity(mention.entity).kind == EntityKind::person) return mention.entity;
  }
  return viewpoint.person;
}

// "His Japanese counterpart": who holds in that country the office that "he" holds in his.
Referent ReferentReader::counterpart(OfficePhrase sought, std::uint32_t offset, std::int32_t person) {
  if (person < 0 || sought.country.empty()) return {};
  for (const std::string_view office : {"leader", "foreign minister", "defence minister", "trade minister"}) {
    if (!holds_office(person, office)) continue;
    sought.office = read_office_name(office);
    return office_holder(sought, offset);
  }
  return {};
}

std::int32_t ReferentReader::registered_holder(const std::string& office, const std::string& country) {
  const std::int32_t holder = offices_.registered_person({office, read_office_name(office), country});
  return holder < 0 ? -1 : add_registered(holder);
}

std::int32_t ReferentReader::add_registered(std::int32_t index) {
  const auto [known, fresh] = by_registry_.emplace(index, static_cast<std::int32_t>(mentions_.entities.size()));
  if (fresh) mentions_.entities.push_back(named_entity(registry_, index));
  return known->second;
}

std::string ReferentReader::body_served(std::int32_t person) const {
  const std::int32_t known = entity(person).registry;
  if (known < 0) return {};
  const Entity& registered = registry_.entities()[static_cast<std::size_t>(known)];
  for (const Office& office : registered.offices) {
    if (held_on(office, date_) && !office.of.empty() && office.of != registered.country) return office.of;
  }
  return {};
}

}  // namespace quoth
