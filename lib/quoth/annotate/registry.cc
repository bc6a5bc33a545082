#include "quoth/annotate/registry.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "quoth/annotate/words.h"
#include "quoth/base/error.h"
#include "quoth/base/short_word_map.h"

namespace quoth {
namespace {

using nlohmann::json;

std::string lower(std::string_view text) {
  std::string out;
  lower_word(text, out);
  return out;
}

bool word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

// General punctuation (curly quotes, dashes), a no-break space or a guillemet at name[at].
bool mark_or_space(std::string_view name, std::size_t at) {
  const std::string_view two = name.substr(at, 2);
  return two == "\xE2\x80" || two == "\u00a0" || two == "«" || two == "»";
}

// The letters that a name begins with: the key under which it is looked up.
ShortWord first_word(std::string_view name) {
  std::size_t end = 0;
  while (end < name.size() && end < 16 && word_byte(name[end]) && !mark_or_space(name, end)) ++end;
  return ShortWord(name.substr(0, end));
}

bool all_upper_case(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Name {
  std::string text;  // as given, curly apostrophes made straight
  std::int32_t entity = 0;
  bool exact_case = false;
  bool capital = false;
  bool adjective = false;
};

// Bytes of text from offset that spell `name`, or 0. A curly apostrophe and a no-break space count as the plain ones.
std::uint32_t spelled(const Name& name, std::string_view text, std::uint32_t offset) {
  std::size_t at = offset;
  for (const char wanted : name.text) {
    if (at >= text.size()) return 0;
    if (wanted == '\'' && text.substr(at, 3) == "’") {
      at += 3;
      continue;
    }
    if (wanted == ' ' && text.substr(at, 2) == "\u00a0") {
      at += 2;
      continue;
    }
    const bool letter = (wanted | 0x20) >= 'a' && (wanted | 0x20) <= 'z';
    const bool same = text[at] == wanted || (letter && !name.exact_case && (text[at] | 0x20) == (wanted | 0x20));
    if (!same) return 0;
    ++at;
  }
  const bool ends_word =
      at >= text.size() || !word_byte(text[at]) || text.substr(at, 3) == "’" || !word_byte(name.text.back());
  const bool other_mark =
      at < text.size() && static_cast<unsigned char>(text[at]) >= 0xE2 && static_cast<unsigned char>(text[at]) < 0xE3;
  return ends_word || other_mark ? static_cast<std::uint32_t>(at - offset) : 0;
}

std::string text_of(const json& object, const char* key) {
  const auto value = object.find(key);
  return value == object.end() || value->is_null() ? std::string() : value->get<std::string>();
}

}  // namespace

struct Registry::Impl {
  std::vector<Entity> entities;
  ShortWordMap<std::vector<Name>> names;  // by first word, longest first
  ShortWordMap<std::vector<std::int32_t>> families;

  void add_name(const std::string& text, std::int32_t entity, bool capital = false, bool adjective = false) {
    if (text.empty()) return;
    Name name{text, entity, all_upper_case(text), capital, adjective};
    std::size_t curly = 0;
    while ((curly = name.text.find("’")) != std::string::npos) name.text.replace(curly, 3, "'");
    std::vector<Name>& same_first = names[first_word(name.text)];
    const bool known =
        std::any_of(same_first.begin(), same_first.end(), [&](const Name& other) { return other.text == name.text; });
    if (known) return;
    const auto place = std::find_if(same_first.begin(), same_first.end(),
                                    [&](const Name& other) { return other.text.size() < name.text.size(); });
    same_first.insert(place, std::move(name));
  }

  void add_aliases(const json& entry, std::int32_t entity) {
    const auto aliases = entry.find("aliases");
    if (aliases == entry.end()) return;
    for (const json& group : *aliases) {
      if (group.is_string()) {
        add_name(group.get<std::string>(), entity);
      } else {
        for (const json& alias : group) add_name(alias.get<std::string>(), entity);
      }
    }
  }

  std::int32_t add_entity(Entity entity) {
    entities.push_back(std::move(entity));
    const auto index = static_cast<std::int32_t>(entities.size() - 1);
    add_name(entities.back().name, index);
    return index;
  }

  void add_person(const json& entry) {
    Entity person{.kind = EntityKind::person, .name = entry.at("name").get<std::string>()};
    person.family_name = text_of(entry, "family_name");
    person.country = text_of(entry, "country");
    const std::string gender = text_of(entry, "gender");
    person.gender = gender == "male" ? Gender::male : gender == "female" ? Gender::female : Gender::unknown;
    for (const json& office : entry.value("offices", json::array())) {
      person.offices.push_back(
          {text_of(office, "title"), text_of(office, "of"), text_of(office, "from"), text_of(office, "to")});
    }
    const ShortWord family(person.family_name);
    const std::int32_t index = add_entity(std::move(person));
    if (!family.empty()) families[family].push_back(index);
    add_aliases(entry, index);
  }

  void add_body(const json& entry) {
    Entity body{.kind = EntityKind::body, .name = entry.at("name").get<std::string>()};
    body.country = text_of(entry, "country");
    body.body_kind = text_of(entry, "kind");
    add_aliases(entry, add_entity(std::move(body)));
  }

  void add_country(const json& entry) {
    Entity country{.kind = EntityKind::country, .name = entry.at("name").get<std::string>()};
    country.country = country.name;
    country.government = text_of(entry, "government");
    const std::int32_t index = add_entity(std::move(country));
    add_aliases(entry, index);
    add_name(text_of(entry, "capital"), index, true);
    for (const json& adjective : entry.value("adjectives", json::array()))
      add_name(adjective.get<std::string>(), index, false, true);
  }
};

Registry::Registry() : impl_(std::make_unique<Impl>()) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

void Registry::load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(path, "cannot be opened", "a registry file",
                "give its path with --registry, or the folder that holds it with --models");
  }
  try {
    const json root = json::parse(file);
    if (text_of(root, "format") != "quoth-registry-1") {
      throw Error(path, "has no \"format\": \"quoth-registry-1\"",
                  "a registry file, see docs/schema/registry.schema.json");
    }
    for (const json& entry : root.value("people", json::array())) impl_->add_person(entry);
    for (const json& entry : root.value("bodies", json::array())) impl_->add_body(entry);
    for (const json& entry : root.value("countries", json::array())) impl_->add_country(entry);
  } catch (const json::exception& fault) {
    throw Error(path, std::string("is not a registry: ") + fault.what(),
                "the format of docs/schema/registry.schema.json");
  }
}

const std::vector<Entity>& Registry::entities() const {
  return impl_->entities;
}

Registry::Match Registry::match(std::string_view text, std::uint32_t offset) const {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first >= 'a' && first <= 'z') return {};
  const std::vector<Name>* names = impl_->names.find(first_word(text.substr(offset, 64)));
  if (names == nullptr) return {};
  for (const Name& name : *names) {
    if (const std::uint32_t length = spelled(name, text, offset))
      return {name.entity, length, name.capital, name.adjective};
  }
  return {};
}

std::vector<std::int32_t> Registry::family(std::string_view family_name) const {
  const std::vector<std::int32_t>* bearers = impl_->families.find(ShortWord(family_name));
  return bearers == nullptr ? std::vector<std::int32_t>() : *bearers;
}

std::vector<std::int32_t> Registry::holders(std::string_view title, std::string_view country,
                                            std::string_view date) const {
  std::vector<std::int32_t> found;
  for (std::size_t i = 0; i < impl_->entities.size(); ++i) {
    const Entity& person = impl_->entities[i];
    if (person.kind != EntityKind::person) continue;
    const bool holds = std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      // ISO dates compare as text; a prefix ("2025") counts as its whole span.
      const bool begun = date.empty() || office.from.empty() || office.from <= date;
      const bool lasting = date.empty() || office.to.empty() || date.substr(0, office.to.size()) <= office.to;
      return begun && lasting && (office.of == country || (office.of.empty() && person.country == country)) &&
             lower(office.title) == title;
    });
    if (holds) found.push_back(static_cast<std::int32_t>(i));
  }
  return found;
}

}  // namespace quoth
