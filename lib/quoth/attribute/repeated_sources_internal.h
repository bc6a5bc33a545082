// Sources that take up whom the text has just named, by words that say nothing else of him: "the glaciologist", "the
// company", "the post".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/resolution_internal.h"

namespace quoth {

// Reads sources of one document whose earlier statements are resolved. Holds references; not thread-safe.
class RepeatedSources {
 public:
  RepeatedSources(const Resolution& resolution, const Mentions& mentions)
      : resolution_(resolution), mentions_(mentions), document_(resolution.reading.document) {}

  // "The company believes" after "Bluefields Fruit told customers": a body that spoke a sentence or two before.
  Referent body(Range phrase, std::size_t index) const;

  // "The post continued": what was quoted before goes on.
  Referent paper(Range phrase, std::size_t index) const;

  // "The glaciologist", "the 54-year-old" a sentence after the only person that it names or lets speak. Nobody where
  // the text brought the noun up before, for somebody else perhaps.
  Referent person(Range phrase, std::size_t index) const;

 private:
  std::string_view view(std::uint32_t token) const { return resolution_.view(token); }
  std::uint32_t classes(std::uint32_t token) const { return resolution_.classes(token); }
  std::int32_t only_person_between(std::uint32_t begin, std::uint32_t end, bool& several) const;
  std::int32_t speaker_in(Range sentence, std::size_t index) const;
  bool introduced_before(std::uint32_t noun) const;

  const Resolution& resolution_;
  const Mentions& mentions_;
  const Document& document_;
};

}  // namespace quoth
