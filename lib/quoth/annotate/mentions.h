// Who and what a text names: people, bodies and countries, with the offices that the text ties to them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/office_names.h"
#include "quoth/annotate/registry.h"
#include "quoth/base/span.h"
#include "quoth/text/document.h"

namespace quoth {

// Somebody or something that a document names, from the registry or known from the text alone.
struct NamedEntity {
  EntityKind kind = EntityKind::person;
  bool sure_person = false;  // a title, a first name or the registry says so; else it may be a place or a body
  std::string name;          // full, without titles
  std::string family_name;   // lower case; empty where it is no person's name
  Gender gender = Gender::unknown;
  std::string country;         // name of a country, empty where not known
  std::int32_t registry = -1;  // index into Registry::entities(), -1 where the registry does not know it
};

struct Mention {
  Span span;                 // bytes, without titles and without a possessive 's
  Range tokens;              // into Document::tokens
  std::int32_t entity = -1;  // index into Mentions::entities
  bool possessive = false;   // "Trump's"
  bool capital = false;      // a capital that stands for its country
  bool adjective = false;    // "Chinese"
};

// "Japanese Prime Minister Sanae Takaichi", "Lin Jian, a foreign ministry spokesman": from there on the words alone can
// mean her or him.
struct OfficeTie {
  std::string noun;  // lower case, its head: "minister", "spokesman", "surveyor"
  OfficeName office;
  std::string country;       // may be empty
  std::int32_t entity = -1;  // index into Mentions::entities, a person
  std::uint32_t offset = 0;  // bytes: where the text says so
};

struct Mentions {
  std::vector<NamedEntity> entities;
  std::vector<Mention> mentions;  // in order, apart
  std::vector<OfficeTie> ties;    // in order
};

// Needs document.tokens, sentences and paragraphs, and one word class a token. Linear. Thread-safe: the registry is
// only read.
Mentions find_mentions(const Document& document, const std::vector<std::uint32_t>& word_classes,
                       const Registry& registry);

// The person, body or country `index` of the registry.
NamedEntity named_entity(const Registry& registry, std::int32_t index);

// The gender that an English reader takes from a first name, in any case; unknown for most names.
Gender gender_of_first_name(std::string_view first_name);

}  // namespace quoth
