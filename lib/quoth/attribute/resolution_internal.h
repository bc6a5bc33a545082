// What is known of a document while its sources are resolved to speakers and hearers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/registry.h"
#include "quoth/attribute/drafts_internal.h"
#include "quoth/attribute/encounters_internal.h"
#include "quoth/attribute/groups_internal.h"
#include "quoth/attribute/person_references_internal.h"
#include "quoth/attribute/referents_internal.h"

namespace quoth {

// Holds references; not thread-safe.
class Resolution {
 public:
  // `mentions` grows by office holders that the text names by their office alone.
  Resolution(const Reading& reading, Mentions& mentions, const Registry& registry, std::string_view date,
             std::vector<Draft>& drafts);

  const NamedEntity& entity(std::int32_t index) const { return mentions_.entities[static_cast<std::size_t>(index)]; }
  std::uint32_t classes(std::uint32_t token) const { return reading.word_classes[token]; }
  std::string_view view(std::uint32_t token) const {
    return reading.document.view(reading.document.tokens[token].span);
  }

  // The statement around words of draft `index`: the turn that it lies in, or the one whose content holds `inner`; -1
  // outside statements.
  std::int32_t outer(std::size_t index, Span inner) const;

  // Whom a "he", "she", "him", "her" or "his" means, somebody else than the entity `not_this`; -1 where that is too
  // unsure.
  std::int32_t person_of_pronoun(std::uint32_t token, std::int32_t not_this = -1) const;

  // The one entity that speaks in draft `index`; -1 where there is none or several.
  std::int32_t speaker(std::int32_t index) const;

  // The body or country that "it" at the token means, after who spoke last and what opened the sentences before; -1
  // where there is none.
  std::int32_t body_before(std::uint32_t token, std::size_t index) const;

  // The same where the body that spoke last has a name of its own but is no entity: "Alliance of Tidal Towns". nullptr
  // where an entity spoke last.
  const Referent* named_body_before(std::uint32_t token, std::size_t index) const;

  // From where draft `index` reads the phrase.
  Viewpoint viewpoint(Range phrase, std::size_t index, Span words) const;

  // The name that is given for a referent of one; empty for none and for several.
  std::string name_of(const Referent& referent) const;
  std::string name_of(std::int32_t entity) const;

  std::uint32_t sentence_of(std::uint32_t token) const;

  const Reading& reading;
  std::vector<Draft>& drafts;
  std::vector<Referent> referents;  // one a draft: who speaks; filled in order
  ReferentReader reader;
  Encounter encounter;
  std::vector<Group> groups;

 private:
  std::int32_t owner_of(std::uint32_t possessive, std::size_t index, Span words) const;

  std::int32_t first_to_answer();

  const Mentions& mentions_;
  const Registry& registry_;
  Viewpoint home_;  // of words outside statements
  std::vector<PronounLink> links_;
};

// From where a text is read that opens with `encounter`, whose host it looks up where the text names his office alone.
Viewpoint home_of_encounter(Encounter& encounter, ReferentReader& reader);

// Fills the addressees of res.drafts, whose speakers are resolved.
void resolve_addressees(Resolution& resolution);

}  // namespace quoth
