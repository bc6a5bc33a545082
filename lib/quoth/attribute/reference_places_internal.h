// Where in its sentence a reference to a person stands, by cheap cues: is it the subject, does it speak?
//
// No parse: verbs are told by closed lists and endings, asides by their commas.
#pragma once

#include <cstdint>
#include <string_view>

#include "quoth/attribute/antecedent_features_internal.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

// Reads one sentence after another. Holds references; not thread-safe.
class ReferencePlaces {
 public:
  explicit ReferencePlaces(const Reading& reading) : reading_(reading), document_(reading.document) {}

  // Goes to a sentence of a paragraph, indexes into the Document's.
  void enter(std::uint32_t paragraph, std::uint32_t sentence) {
    paragraph_ = paragraph;
    sentence_ = sentence;
    tokens_ = document_.sentences[sentence].tokens;
  }

  // The reference by those tokens of the sentence; gender and possessive are left to the caller.
  PersonReference reference_at(Range tokens, ReferenceForm form) const;

  // By lists and the ending -ed.
  bool may_be_finite(std::uint32_t token) const;
  bool is_cue_verb(std::uint32_t token) const;

 private:
  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }
  bool has(std::uint32_t token, std::uint32_t some) const { return (reading_.word_classes[token] & some) != 0; }
  void find_verb_after_aside(std::uint32_t next, PersonReference& reference) const;
  void find_place_before(std::uint32_t token, PersonReference& reference) const;
  bool opens_aside(std::uint32_t token) const;
  bool inverted_cue(std::uint32_t token) const;
  bool comma_or_quote(std::uint32_t token) const;
  std::int32_t quote_at(std::uint32_t token) const;

  const Reading& reading_;
  const Document& document_;
  std::uint32_t paragraph_ = 0;
  std::uint32_t sentence_ = 0;
  Range tokens_;  // of the sentence
};

}  // namespace quoth
