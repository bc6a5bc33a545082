// Those members of ReferentReader that read governments, ministries and countries.
#include <algorithm>
#include <array>
#include <string_view>

#include "quoth/annotate/words.h"
#include "quoth/attribute/referents_internal.h"

namespace quoth {

using namespace word_class;

// "the Americans", "the Japanese": a people stands for its government.
Referent ReferentReader::people_of(Range head) {
  if (head.size() != 2 || lower(head.begin) != "the") return {};
  const std::span<const Mention> mentions = mentions_in({head.begin + 1, head.end});
  if (!mentions.empty() && mentions.front().adjective && entity(mentions.front().entity).kind == EntityKind::country)
    return {{mentions.front().entity}, {}, true};
  std::string_view word = view(head.begin + 1);
  if (!word.ends_with('s')) return {};
  word.remove_suffix(1);
  const Registry::Match match = registry_.match(word, 0);
  if (!match.adjective || match.length != word.size()) return {};
  return {{add_registered(match.entity)}, {}, true};
}

// "the Japanese side", "its government", and "the Government" in the mouth of whom it is home to.
Referent ReferentReader::government(Range head, bool metonymy, const Viewpoint& viewpoint) {
  for (const Mention& mention : mentions_in(head)) {
    if (entity(mention.entity).kind == EntityKind::country) return {{mention.entity}, {}, metonymy};
  }
  const std::string& country = (classes(head.begin) & kPossessive) != 0 ? viewpoint.owner : viewpoint.country;
  if (country.empty() || metonymy) return {};
  const Registry::Match match = registry_.match(country, 0);
  return match.entity < 0 ? Referent{} : Referent{{add_registered(match.entity)}, {}, false};
}

// The country or capital named last before the token in its sentence.
std::string ReferentReader::last_country(std::uint32_t token) const {
  const std::uint32_t begin = sentence_begin(token);
  constexpr std::size_t kFarthest = 50;  // mentions, however long the sentence is
  const std::size_t end = first_mention(token);
  for (std::size_t i = end; i-- > 0 && end - i < kFarthest && mentions_.mentions[i].tokens.begin >= begin;) {
    const NamedEntity& place = entity(mentions_.mentions[i].entity);
    if (place.kind == EntityKind::country) return place.name;
  }
  return {};
}

// The country that opened the last sentence to open with one, not far back, else the only one named there; empty where
// several are.
std::string ReferentReader::country_near(std::uint32_t token) const {
  constexpr std::size_t kFarthest = 8;  // mentions
  const std::size_t end = first_mention(token);
  std::string country;
  bool several = false;
  for (std::size_t i = end; i-- > 0 && end - i <= kFarthest;) {
    const Mention& mention = mentions_.mentions[i];
    const NamedEntity& place = entity(mention.entity);
    if (place.kind != EntityKind::country) continue;
    if (mention.tokens.begin <= sentence_begin(mention.tokens.begin) + 1) return place.name;
    several = several || (!country.empty() && country != place.name);
    country = place.name;
  }
  return several ? std::string() : country;
}

// "the French transport ministry" that the registry does not know is the French Ministry of Transport.
std::string ReferentReader::ministry_name(Range head, const OfficePhrase& sought) const {
  const std::string noun = lower(head.end - 1);
  if ((noun != "ministry" && noun != "department") || head.size() < 2 || (classes(head.end - 2) & kCapitalised) != 0)
    return {};
  std::string government = government_name(sought.country);
  std::string matter = lower(head.end - 2);
  if (!government.ends_with(" government") || sought.office.matter.empty()) return {};
  government.resize(government.size() - 10);
  matter[0] = static_cast<char>(matter[0] & ~0x20);
  return government + (noun == "ministry" ? "Ministry of " : "Department of ") + matter;
}

bool ReferentReader::leads_body(const Mention& mention) const {
  const std::int32_t known = entity(mention.entity).registry;
  if (known < 0 || mention.tokens.end >= reading_.document.tokens.size()) return false;
  const std::string_view next = view(mention.tokens.end);
  return registry_.entities()[static_cast<std::size_t>(known)].body_kind == "international" &&
         (next == "leaders" || next == "ministers");
}

// "the Trump administration", and "the administration" where the text is about the United States.
Referent ReferentReader::administration(Range head) {
  std::string country;
  for (const Mention& mention : mentions_in(head)) {
    const NamedEntity& named = entity(mention.entity);
    country = named.kind == EntityKind::country ? named.name : named.country;
  }
  constexpr std::string_view kHome = "United States";
  constexpr std::size_t kFarthest = 1'000;  // entities
  const auto end =
      mentions_.entities.begin() + static_cast<std::ptrdiff_t>(std::min(mentions_.entities.size(), kFarthest));
  if (head.size() == 2 && std::any_of(mentions_.entities.begin(), end, [&](const NamedEntity& named) {
        return named.name == kHome || named.country == kHome;
      }))
    country = kHome;
  const Registry::Match match = country.empty() ? Registry::Match{} : registry_.match(country, 0);
  return match.entity < 0 ? Referent{} : Referent{{add_registered(match.entity)}, {}, false};
}

// "The Brazilian presidency" speaks from the Planalto Palace; where the registry knows no such house it is the
// "South African Presidency".
std::string ReferentReader::presidency_name(const std::string& country) const {
  if (country.empty()) return {};
  for (const std::int32_t body : registry_.bodies_of(country)) {
    const Entity& house = registry_.entities()[static_cast<std::size_t>(body)];
    if (house.body_kind == "government" &&
        (house.name.ends_with(" Palace") || house.name.ends_with("Presidential Office")))
      return house.name;
  }
  const std::string government = government_name(country);
  if (!government.ends_with(" government")) return {};
  return government.substr(0, government.size() - 10) + "Presidency";
}

std::string ReferentReader::government_name(const std::string& country) const {
  const Registry::Match match = country.empty() ? Registry::Match{} : registry_.match(country, 0);
  return match.entity < 0 ? std::string() : registry_.entities()[static_cast<std::size_t>(match.entity)].government;
}

bool ReferentReader::serves_country(std::int32_t person) const {
  const std::int32_t known = entity(person).registry;
  if (known < 0) return true;
  const Entity& registered = registry_.entities()[static_cast<std::size_t>(known)];
  const auto at_home = [&](const Office& office) {
    return held_on(office, date_) && (office.of.empty() || office.of == registered.country);
  };
  return body_served(person).empty() || std::any_of(registered.offices.begin(), registered.offices.end(), at_home);
}

std::int32_t ReferentReader::side_of(std::int32_t index) {
  if (entity(index).kind != EntityKind::person) return index;
  const std::string side = serves_country(index) ? entity(index).country : body_served(index);
  const Registry::Match match = side.empty() ? Registry::Match{} : registry_.match(side, 0);
  return match.entity < 0 ? -1 : add_registered(match.entity);
}

}  // namespace quoth
