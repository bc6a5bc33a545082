// Names as they stand in a text, before it is known whose they are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quoth/annotate/mentions.h"

namespace quoth {

// A run of capitalised words: "Emi Kurata", "Hofstra University", "Oxley & Daughters", "Trump's".
struct NameRun {
  Span span;                // bytes, a possessive 's left out; may be empty
  std::uint32_t end = 0;    // the token after it
  std::uint32_t words = 0;  // capitalised ones
  bool possessive = false;
};

// Words that begin a capitalised run no more than any other sentence: "The", "On", "He".
bool is_function_word(std::uint32_t classes);

// The run that begins at token `first`, a capitalised word, and ends within `sentence` (tokens).
NameRun read_name(const Document& document, const std::vector<std::uint32_t>& word_classes, Range sentence,
                  std::uint32_t first);

// What a full name tells by itself: person or body, family name, gender. `tokens`: how many it has.
NamedEntity describe_name(const std::string& name, std::uint32_t tokens);

// The offices that a text ties to the people it names; also makes their entities surer: sure_person, gender. Needs
// mentions.mentions and mentions.entities.
void find_office_ties(const Document& document, const std::vector<std::uint32_t>& word_classes, Mentions& mentions);

}  // namespace quoth
