// Noun phrases that can be sources, found by closed classes, capitals and commas, without a parser.
#pragma once

#include <cstddef>

#include "quoth/attribute/zone_internal.h"

namespace quoth {

// Units [begin, end) of a zone; empty where nothing was found.
struct UnitRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin >= end; }
};

// The noun phrase that ends right before unit `end`: "the senator from Ohio" before "said".
UnitRange noun_phrase_before(const Reading& reading, const Zone& zone, std::size_t end);

// The same where an aside between commas stands before `end`: "Cable, who replaced Byrne," before "said". The range
// holds the aside with its commas where it describes the noun ("who ...", "a ...", "54"), and stops before it where it
// tells when or how ("speaking in Rome", "as ever").
UnitRange noun_phrase_before_aside(const Reading& reading, const Zone& zone, std::size_t end);

// The noun phrase that begins at unit `begin`, with its apposition: "Ed Hale, a former mayor," after "said".
UnitRange noun_phrase_after(const Reading& reading, const Zone& zone, std::size_t begin);

// Subject and verb of the first main clause: "Xi" and "cast" in "During the call, Xi cast the matter in ...".
struct MainClause {
  UnitRange subject;
  UnitRange verb;  // with its auxiliaries and adverbs
};
MainClause main_clause(const Reading& reading, const Zone& zone);

// May the lower-case unit be a finite verb or participle? By lists and the ending -ed.
bool may_be_verb(const Reading& reading, const Unit& unit);

}  // namespace quoth
