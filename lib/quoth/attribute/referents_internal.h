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

// Reads the noun phrases of one document, all but pronouns. Holds references; not thread-safe.
class ReferentReader {
 public:
  ReferentReader(const Reading& reading, const Mentions& mentions, const Registry& registry, std::string_view date);

  // `country`: whose offices are meant where the phrase names none ("the President" in a White House briefing); may be
  // empty.
  Referent read(Span phrase, const std::string& country);

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
  Referent named_in(Range head) const;
  bool joined(std::uint32_t left_end, std::uint32_t right_begin) const;
  bool modifies_noun(const Mention& mention, Range head) const;
  Referent apposition_name(Range phrase, Range head) const;
  std::string country_in(Range phrase) const;
  Referent office(Range head, Range phrase, const std::string& country);
  Referent several(Range head) const;
  std::string unknown_name(Range head) const;

  const Reading& reading_;
  const Mentions& mentions_;
  OfficeHolders offices_;
  std::vector<std::int32_t> by_prominence_;  // persons, most mentioned first
};

}  // namespace quoth
