// Which blocks of a text are headings.
#pragma once

#include <string_view>

#include "quoth/text/blocks.h"

namespace quoth {

// Turns blocks of one line from body into heading where they look like one and their neighbours agree: the first line
// of a text, title-like lines that stand alone, times of a live blog ("09:42"). Never a line that ends a sentence, ends
// in a colon or a comma, or is a speaker's label with words after it. Linear.
void mark_headings(std::string_view text, Blocks& blocks);

}  // namespace quoth
