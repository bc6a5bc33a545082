// Sources that are several: "both leaders", "they", "the three governments", "He and Mr Reed", and what they have
// issued.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/resolution_internal.h"

namespace quoth {

// Reads sources of one document whose earlier statements are resolved. Holds references; not thread-safe.
class JointSources {
 public:
  JointSources(Resolution& resolution, const Mentions& mentions)
      : resolution_(resolution), mentions_(mentions), document_(resolution.reading.document) {}

  // Those whom a phrase of draft `index` stands for together; nothing where it is no such phrase.
  Referent read(Range phrase, Span source, std::size_t index);

  // "They" are the speakers of a joint statement before, else those named together in the sentence before, else the
  // body that spoke last, else both sides of an encounter.
  Referent they(std::uint32_t token, std::size_t index) const;

  // "I met President Xi, and we agreed that": the one who speaks and the one he told of last before, else the other of
  // the two who answer at a press conference.
  Referent agreed_with(std::uint32_t token, Span source, std::size_t index);

  // "The statement closes", "a second passage" of what several have issued: those.
  Referent paper(Range phrase, std::size_t index) const;

  // "The text does not name China. It condemns": the same of the paper that opens the sentence before the token's.
  Referent authors_of_paper_before(std::uint32_t token, std::size_t index) const;

 private:
  std::string_view view(std::uint32_t token) const { return resolution_.view(token); }
  std::uint32_t classes(std::uint32_t token) const { return resolution_.classes(token); }
  Referent with_pronoun(Range phrase, std::size_t index);
  Referent with_speaker(Range phrase, Span source, std::size_t index);
  Referent group(Range phrase);
  std::int32_t body_of_leaders(std::uint32_t token) const;
  std::vector<std::int32_t> named_together(std::uint32_t token, std::size_t size, bool persons) const;
  std::int32_t other_host(std::int32_t speaker);
  std::int32_t person_before(std::uint32_t token, std::int32_t outer, std::int32_t speaker) const;
  Referent joint_before(std::size_t index, std::size_t farthest) const;
  Referent body_before(std::uint32_t token, std::size_t index) const;
  bool names_joint_paper(Range phrase) const;

  Resolution& resolution_;
  const Mentions& mentions_;
  const Document& document_;
  std::optional<std::vector<std::int32_t>> hosts_;  // who answers, at most three; once it was asked for
};

}  // namespace quoth
