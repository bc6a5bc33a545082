// Words before a full stop that may not end a sentence, and words that begin one.
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth {

// What a word with a full stop after it asks of the next word.
enum class Abbreviation : std::uint8_t {
  none,
  never_ends,     // titles and links ("Mr", "Sen", "e.g", "vs"): no sentence ends there
  before_number,  // "No", "Art", "pp": none ends there where a number follows
  month,          // "Sept": the same
  clock,          // "a.m", "p.m": none ends there where a day, a month or a time zone follows
  ends_rarely,    // "U.S", "Inc", "Jr", "Calif", initials: one ends there only where a sentence starter follows
  ends_freely,    // "etc", "al": one ends there where a capital follows
};

// `word` as the token before the full stop, without it: "Mr", "U.S", "a.m", "J", "SEN". Capitals throughout are read as
// the usual spelling.
Abbreviation find_abbreviation(std::string_view word);

// Whether a capitalised `word` is far likelier to begin a sentence than to go on a name: articles, pronouns,
// conjunctions, sentence adverbs ("The", "But", "Meanwhile").
bool is_sentence_starter(std::string_view word);

// Whether `word` follows a time of day without a new sentence: "EST", "GMT", "Monday", "Eastern", "Sept".
bool follows_clock(std::string_view word);

// Whether `word` is a verb that stands with a speaker after a quotation: "said", "asked", "shouts".
bool is_speech_verb(std::string_view word);

// Whether `word` is a name that ends in "!": "Yahoo", "Jeopardy".
bool is_exclaimed_name(std::string_view word);

}  // namespace quoth
