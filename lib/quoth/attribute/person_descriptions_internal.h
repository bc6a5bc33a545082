// Words that describe one person: "the surveyor", "Poland's foreign minister", "my aunt".
//
// Finds them; whom they mean is resolved elsewhere.
#pragma once

#include <cstdint>
#include <optional>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/reference_places_internal.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

// Reads one sentence after another. Holds references; not thread-safe.
class PersonDescriptions {
 public:
  PersonDescriptions(const Reading& reading, const Mentions& mentions, const ReferencePlaces& places)
      : reading_(reading), document_(reading.document), mentions_(mentions), places_(places) {}

  void enter(std::uint32_t sentence) { tokens_ = document_.sentences[sentence].tokens; }

  // A name was read up to token `end`, where it may be described: "Anwar Ibrahim of Malaysia, the current chair,".
  void saw_name(std::uint32_t end) { named_until_ = end; }

  // What begins at token `at`; nothing where nobody is described there, or he or she is named beside it.
  std::optional<Range> read(std::uint32_t at) const;

  // "Poland's foreign minister", where the mention is the country.
  std::optional<Range> behind_country(const Mention& mention) const;

  // The description with what follows it: "the president of Egypt".
  Range with_complement(Range tokens) const;

 private:
  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }
  bool has(std::uint32_t token, std::uint32_t some) const { return (reading_.word_classes[token] & some) != 0; }
  bool bare_title(std::uint32_t at) const;
  bool describes_last_name(std::uint32_t at) const;
  bool noun_follows(std::uint32_t noun) const;
  std::optional<std::uint32_t> person_noun(std::uint32_t at) const;
  std::optional<std::uint32_t> possessor(std::uint32_t at) const;
  bool names_person(std::uint32_t token) const;

  const Reading& reading_;
  const Document& document_;
  const Mentions& mentions_;
  const ReferencePlaces& places_;
  Range tokens_;                   // of the sentence
  std::uint32_t named_until_ = 0;  // the token after the last name
};

}  // namespace quoth
