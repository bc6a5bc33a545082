// Public office holders, bodies and countries by the names that news use for them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

enum class EntityKind : std::uint8_t { person, body, country };
enum class Gender : std::uint8_t { unknown, male, female };

struct Office {
  std::string title;  // "Prime Minister"
  std::string of;     // name of a country or body
  std::string from;   // YYYY, YYYY-MM or YYYY-MM-DD; empty: not known
  std::string to;     // the same; empty: holds it still
};

// Was the office held on `date` (YYYY-MM-DD)? An empty date counts as any; a month or year as its whole span.
bool held_on(const Office& office, std::string_view date);

struct Entity {
  EntityKind kind = EntityKind::person;
  std::string name = {};         // best known in English news
  std::string family_name = {};  // of a person: "Xi", "von der Leyen"
  Gender gender = Gender::unknown;
  std::string country = {};     // name of a country; empty where none
  std::string body_kind = {};   // of a body: "ministry", "parliament", ...
  std::string government = {};  // of a country: "Chinese government"
  std::vector<Office> offices = {};
};

// Immutable once loaded; may be shared by threads. The format is docs/schema/registry.schema.json.
class Registry {
 public:
  Registry();
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  // Adds the entries of a file; names and aliases already known keep their meaning, so load a user's file first. Throws
  // Error: no such file, not JSON, a wrong type, with where it stands.
  void load(const std::string& path);

  const std::vector<Entity>& entities() const;

  struct Match {
    std::int32_t entity = -1;  // index into entities(); -1: no name begins here
    std::uint32_t length = 0;  // bytes
    bool capital = false;      // a country's capital, standing for its government
    bool adjective = false;    // "Chinese"
  };

  // The longest name that begins at text[offset] and ends at a word's end. Names of which every letter is upper-case
  // ("WHO") match as written only, others in any case that begins upper-case. Takes time in the length of the match.
  Match match(std::string_view text, std::uint32_t offset) const;

  // Persons with the family name, in any case, with or without its accents; at most a few.
  std::vector<std::int32_t> family(std::string_view family_name) const;

  // Persons who hold the office `title`, by any of its names (office_names.h), of `country` on `date`; an empty date:
  // at any time.
  std::vector<std::int32_t> holders(std::string_view title, std::string_view country, std::string_view date) const;

  // Bodies of a country, in the order of the files.
  std::vector<std::int32_t> bodies_of(std::string_view country) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth
