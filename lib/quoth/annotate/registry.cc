#include "quoth/annotate/registry.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

#include "quoth/annotate/accents_internal.h"
#include "quoth/annotate/office_names.h"
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

constexpr const char* kSchema = "see docs/schema/registry.schema.json";

// A value in the file, and where it is: "towns.json: people[3].offices[0]".
struct Entry {
  const json& value;
  std::string where;

  std::string text() const {
    if (!value.is_string()) fail("a string");
    return value.get<std::string>();
  }

  // Its member `key`; absent and null are the empty string.
  std::string text_of(const char* key) const {
    const auto member = find(key);
    return member ? member->text() : std::string();
  }

  // The items of its member `key`, a list; none where there is no such member.
  std::vector<Entry> list_of(const char* key) const {
    const auto member = find(key);
    if (!member) return {};
    if (!member->value.is_array()) member->fail("a list");
    return member->items();
  }

  // The items of a list, the members of an object.
  std::vector<Entry> items() const {
    std::vector<Entry> items;
    for (const auto& [key, item] : value.items()) {
      items.push_back({item, where + (value.is_array() ? "[" + key + "]" : "." + key)});
    }
    return items;
  }

  std::optional<Entry> find(const char* key) const {
    if (!value.is_object()) fail("an object");
    const auto member = value.find(key);
    if (member == value.end() || member->is_null()) return std::nullopt;
    return Entry{*member, where + (where.ends_with(": ") ? "" : ".") + key};
  }

  [[noreturn]] void fail(const char* expected) const {
    const std::string type = value.is_array() ? "list" : value.is_boolean() ? "true or false" : value.type_name();
    const char* article = value.is_null() || value.is_boolean() ? "" : value.is_object() ? "an " : "a ";
    throw Error(where.ends_with(": ") ? where.substr(0, where.size() - 2) : where, "is " + (article + type), expected,
                kSchema);
  }
};

// An office that a person holds.
struct Holding {
  std::int32_t person = 0;
  std::uint32_t office = 0;  // index into the person's offices
};

std::string office_key(std::string_view title, std::string_view country) {
  const OfficeName office = read_office_name(title);
  return office.role + "/" + office.matter + "/" + std::string(country);
}

std::string name_of(const Entry& entry) {
  const auto name = entry.find("name");
  if (!name) throw Error(entry.where, "has no \"name\"", "a string", kSchema);
  return name->text();
}

json parse_registry(const std::string& path, const std::string& text) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& fault) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(fault.byte, text.size()));
    const auto line = 1 + std::count(text.begin(), end, '\n');
    throw Error(path + ":" + std::to_string(line), "is no JSON from here on", "a registry, which is one JSON object",
                kSchema);
  } catch (const json::exception&) {
    throw Error(path, "holds a number out of range", "a registry, which is one JSON object", kSchema);
  }
}

}  // namespace

bool held_on(const Office& office, std::string_view date) {
  // ISO dates compare as text.
  const bool begun = date.empty() || office.from.empty() || office.from <= date;
  const bool lasting = date.empty() || office.to.empty() || date.substr(0, office.to.size()) <= office.to;
  return begun && lasting;
}

struct Registry::Impl {
  std::vector<Entity> entities;
  std::unordered_map<std::string, std::vector<Holding>> holdings;     // by office_key()
  std::unordered_map<std::string, std::vector<std::int32_t>> bodies;  // by country
  ShortWordMap<std::vector<Name>> names;                              // by first word, longest first
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

  // A list, or one a language.
  void add_aliases(const Entry& entry, std::int32_t entity) {
    const auto aliases = entry.find("aliases");
    if (!aliases) return;
    if (!aliases->value.is_structured()) aliases->fail("an object of lists");
    for (const Entry& group : aliases->items()) {
      if (group.value.is_array()) {
        for (const Entry& alias : group.items()) add_name(alias.text(), entity);
      } else {
        add_name(group.text(), entity);
      }
    }
  }

  // "Takaichi Sanae", "Orbán Viktor": as they are called at home.
  static std::string family_first(const Entity& person) {
    if (person.country != "Japan" && person.country != "Hungary") return {};
    if (!person.name.ends_with(" " + person.family_name)) return {};
    return person.family_name + " " + person.name.substr(0, person.name.size() - person.family_name.size() - 1);
  }

  std::int32_t add_entity(Entity entity) {
    entities.push_back(std::move(entity));
    const auto index = static_cast<std::int32_t>(entities.size() - 1);
    add_name(entities.back().name, index);
    return index;
  }

  void add_person(const Entry& entry) {
    Entity person{.kind = EntityKind::person, .name = name_of(entry)};
    person.family_name = entry.text_of("family_name");
    person.country = entry.text_of("country");
    const std::string gender = entry.text_of("gender");
    person.gender = gender == "male" ? Gender::male : gender == "female" ? Gender::female : Gender::unknown;
    for (const Entry& office : entry.list_of("offices")) {
      person.offices.push_back(
          {office.text_of("title"), office.text_of("of"), office.text_of("from"), office.text_of("to")});
    }
    const ShortWord family(person.family_name);
    const auto number = static_cast<std::int32_t>(entities.size());
    for (std::uint32_t office = 0; office < person.offices.size(); ++office) {
      const Office& held = person.offices[office];
      holdings[office_key(held.title, held.of.empty() ? person.country : held.of)].push_back({number, office});
    }
    const std::string plain_name = without_accents(person.name);
    const ShortWord plain_family(without_accents(person.family_name));
    const std::int32_t index = add_entity(std::move(person));
    if (!family.empty()) families[family].push_back(index);
    if (!(plain_family == family)) families[plain_family].push_back(index);
    add_aliases(entry, index);
    add_name(plain_name, index);
    add_name(family_first(entities[static_cast<std::size_t>(index)]), index);
  }

  void add_body(const Entry& entry) {
    Entity body{.kind = EntityKind::body, .name = name_of(entry)};
    body.country = entry.text_of("country");
    body.body_kind = entry.text_of("kind");
    bodies[body.country].push_back(static_cast<std::int32_t>(entities.size()));
    add_aliases(entry, add_entity(std::move(body)));
  }

  void add_country(const Entry& entry) {
    Entity country{.kind = EntityKind::country, .name = name_of(entry)};
    country.country = country.name;
    country.government = entry.text_of("government");
    const std::int32_t index = add_entity(std::move(country));
    add_aliases(entry, index);
    add_name(entry.text_of("capital"), index, true);
    for (const Entry& adjective : entry.list_of("adjectives")) add_name(adjective.text(), index, false, true);
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
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const json value = parse_registry(path, text);
  const Entry root{value, path + ": "};
  const auto format = root.find("format");
  if (!format || format->value != "quoth-registry-1") {
    throw Error(path, "has no \"format\": \"quoth-registry-1\"", "a registry", kSchema);
  }
  for (const Entry& entry : root.list_of("people")) impl_->add_person(entry);
  for (const Entry& entry : root.list_of("bodies")) impl_->add_body(entry);
  for (const Entry& entry : root.list_of("countries")) impl_->add_country(entry);
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
  const auto holdings = impl_->holdings.find(office_key(title, country));
  if (holdings == impl_->holdings.end()) return {};
  std::vector<std::int32_t> found;
  std::vector<std::int32_t> exact;  // under the very title: India has a foreign minister and a foreign secretary
  const auto add = [](std::vector<std::int32_t>& people, std::int32_t person) {
    if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
  };
  for (const Holding& holding : holdings->second) {
    const Office& office = impl_->entities[static_cast<std::size_t>(holding.person)].offices[holding.office];
    if (!held_on(office, date)) continue;
    add(found, holding.person);
    if (lower(office.title) == lower(title)) add(exact, holding.person);
  }
  return exact.empty() ? found : exact;
}

std::vector<std::int32_t> Registry::bodies_of(std::string_view country) const {
  const auto bodies = impl_->bodies.find(std::string(country));
  return bodies == impl_->bodies.end() ? std::vector<std::int32_t>() : bodies->second;
}

}  // namespace quoth
