// Full stops and their like in a paragraph, and whether a sentence ends at one.
#pragma once

#include <cstdint>

#include "quoth/text/enclosures.h"

namespace quoth {

// Marks that may end a sentence with the closing marks after them, in tokens of a paragraph.
struct Stop {
  std::uint32_t first = 0;  // the first of the marks: "?", or the first of "?!" and "..."
  std::uint32_t last = 0;   // the last of the marks
  std::uint32_t next = 0;   // the token after the closing marks
};

// Whether token `i` is a mark that may end a sentence, of those in WordClasses.
bool is_stop(const ParagraphTokens& paragraph, std::uint32_t i);

// Whether `c` ends sentences in any script: Unicode's Sentence_Terminal.
bool is_sentence_terminal(char32_t c);

// The Stop whose first mark is token `i`.
Stop read_stop(const ParagraphTokens& paragraph, std::uint32_t i);

// The first token from `i` on that is neither a closing mark, joined to what stands before it, nor a note ("[3]") nor a
// pictograph ("🎉").
std::uint32_t skip_closing(const ParagraphTokens& paragraph, std::uint32_t i);

// Whether a sentence that begins with token `start` ends at `stop`, as far as the words beside the stop tell.
bool ends_sentence(const ParagraphTokens& paragraph, std::uint32_t start, const Stop& stop);

}  // namespace quoth
