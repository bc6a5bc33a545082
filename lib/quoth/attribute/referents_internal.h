// Noun phrases to those they stand for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/registry.h"
#include "quoth/attribute/office_holders_internal.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

// What a noun phrase stands for; nothing where all is empty.
struct Referent {
  std::vector<std::int32_t> entities;  // into Mentions::entities; two or more speak jointly
  std::string name;                    // where no entity of the document is meant: a name from the registry or the text
  bool metonymy = false;

  bool empty() const { return entities.empty() && name.empty(); }
};

// From where a phrase is read: whose offices are meant where it names no country. All may be empty.
struct Viewpoint {
  std::string country;        // "the President" in a White House briefing
  std::string body;           // the like of a body: "the Secretary-General" in a briefing of the United Nations
  std::string owner;          // country of whom the phrase's "his", "its" or "our" means
  std::string owner_name;     // of a body that is no entity, where its "its" means that
  std::int32_t person = -1;   // whom its "his", "her" or "its" means; an entity
  std::int32_t host = -1;     // who is at home, where the text tells: an entity
  bool others_speak = false;  // the text tells of another side too, whose offices may be meant
};

// Reads the noun phrases of one document, all but pronouns. Holds references; not thread-safe.
class ReferentReader {
 public:
  // `mentions` grows by office holders that the text names by their office alone.
  ReferentReader(const Reading& reading, Mentions& mentions, const Registry& registry, std::string_view date);

  Referent read(Span phrase, const Viewpoint& viewpoint);

  // The same of the person alone that an article and a noun stand for, with what follows them in the phrase: an
  // entity, or -1.
  std::int32_t described_person(Range description, Range phrase, const Viewpoint& viewpoint);

  // Who holds the office (lower case) of the country on the document's date after the registry: an entity, or -1.
  std::int32_t registered_holder(const std::string& office, const std::string& country);

  // The body whose office the person holds on the document's date, empty where it is a country's or none.
  std::string body_served(std::int32_t person) const;

  // For whom a person speaks, the body served or else the country; others speak for themselves. -1: not known.
  std::int32_t side_of(std::int32_t entity);

  // Does the mention name a body of countries whose leaders the next word names: "G7 leaders"?
  bool leads_body(const Mention& mention) const;

  // "Chinese government", empty for no country.
  std::string government_name(const std::string& country) const;

  // Does the person hold the office that the words (lower case) name?
  bool holds_office(std::int32_t person, std::string_view words) const {
    return offices_.holds(person, {std::string(words), read_office_name(words), {}});
  }

  // The noun that a relative pronoun at `token` belongs to.
  Referent antecedent(std::uint32_t token);

  Range tokens_of(Span span) const;
  std::string lower(std::uint32_t token) const;

 private:
  std::uint32_t classes(std::uint32_t token) const { return reading_.word_classes[token]; }
  std::string_view view(std::uint32_t token) const {
    return reading_.document.view(reading_.document.tokens[token].span);
  }
  const NamedEntity& entity(std::int32_t index) const { return mentions_.entities[static_cast<std::size_t>(index)]; }
  std::size_t first_mention(std::uint32_t token) const;
  std::span<const Mention> mentions_in(Range tokens) const;
  Range head_part(Range phrase) const;
  Referent named_in(Range head, Range phrase) const;
  bool joined(std::uint32_t left_end, std::uint32_t right_begin) const;
  bool modifies_noun(const Mention& mention, Range head) const;
  Referent apposition_name(Range phrase, Range head) const;
  Referent list_in(Range phrase) const;
  Referent author_in(Range phrase, Range head, const Viewpoint& viewpoint) const;
  Referent one_of_them(Range phrase, Range head) const;
  Referent at_its_place(Referent named, Range head, Range phrase) const;
  std::string presidency_name(const std::string& country) const;
  std::string ministry_name(Range head, const OfficePhrase& sought) const;
  Referent government(Range head, bool metonymy, const Viewpoint& viewpoint);
  Referent office_at_home(const OfficePhrase& sought, std::uint32_t offset, const Viewpoint& viewpoint);
  bool serves_country(std::int32_t person) const;
  Referent ambassador(Range head, Range phrase, std::string sender, const std::string& home);
  bool names_former(Range head) const;
  Referent administration(Range head);
  Referent people_of(Range head);
  Referent office_of_person(Range head, const Viewpoint& viewpoint) const;
  std::string country_near(std::uint32_t token) const;
  std::string last_country(std::uint32_t token) const;
  std::uint32_t sentence_begin(std::uint32_t token) const;
  bool in_heading(std::uint32_t token) const;
  Referent leaders_of(Range phrase, Range head);
  std::string country_in(Range phrase) const;
  Referent office(Range head, Range phrase, const Viewpoint& viewpoint);
  Referent office_holder(const OfficePhrase& sought, std::uint32_t offset);
  Referent counterpart(OfficePhrase sought, std::uint32_t offset, std::int32_t person);
  std::int32_t person_before_noun(Range head, const Viewpoint& viewpoint) const;
  Referent with_complement(Referent named, Range head, Range phrase) const;
  OfficePhrase office_phrase(Range head, Range phrase) const;
  Referent several(Range head) const;
  std::string unknown_name(Range head, Range phrase) const;

  const Reading& reading_;
  std::int32_t add_registered(std::int32_t index);

  Mentions& mentions_;
  const Registry& registry_;
  std::string_view date_;
  OfficeHolders offices_;
  std::unordered_map<std::int32_t, std::int32_t> by_registry_;  // entities, by index into Registry::entities()
  std::vector<std::int32_t> by_prominence_;                     // persons, most mentioned first
};

}  // namespace quoth
