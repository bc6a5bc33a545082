// Subject and verb of a clause, by the parse.
#pragma once

#include <cstdint>
#include <optional>

#include "quoth/attribute/word_facts_internal.h"

namespace quoth {

// Words of WordSheet::words.
struct Clause {
  Range subject;  // with its apposition and relative clause; never empty
  Range verb;     // with the auxiliaries right before it; or a predicate such as "was blunter"
};

// Words of one sentence on one level of quotation: those of `words` whose innermost Quote is `quote`.
struct Level {
  Range words;
  std::int32_t quote = -1;
};

// The clause that governs the others of the level: "Ishiba had chosen" in "Ishiba had chosen his words, in a speech
// that his party read". Nothing where no clause has a subject. Linear in the words.
std::optional<Clause> main_clause(const WordSheet& sheet, const Level& level);

// The same of a short line by its words, for where the parse shows no subject: what stands before the first verb.
std::optional<Clause> opening_clause(const WordSheet& sheet, const Level& level);

// The clause of the last verb: "my mother wrote" in "When I left, my mother wrote to me". A verb without subject of its
// own has that of the verb it hangs on ("The other laughed and said").
std::optional<Clause> last_clause(const WordSheet& sheet, const Level& level);

// The clause of the first verb, whose subject may stand after it: "joked Mr. Carney".
std::optional<Clause> first_clause(const WordSheet& sheet, const Level& level);

// Does the mark stand for nothing said: a comma, stop, dash or colon?
bool is_stop(const WordFacts& word);

// The same words without stops at either end.
Range without_stops(const WordSheet& sheet, Range words);

// Does a word of them name or stand for somebody: a capital, a pronoun, a noun for people or bodies?
bool is_named(const WordSheet& sheet, Range words);

// Their bytes; `words` must not be empty.
Span span_of(const WordSheet& sheet, Range words);

}  // namespace quoth
