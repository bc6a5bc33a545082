// Where the paragraphs of a text stand: its blocks of lines.
//
// A block becomes a Paragraph; it is not yet cut into sentences and tokens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/base/span.h"
#include "quoth/text/document.h"
#include "quoth/text/lines.h"

namespace quoth {

struct Block {
  ParagraphKind kind = ParagraphKind::body;
  std::uint8_t level = 0;  // as in Paragraph
  bool after_blank_line = false;
  Range pieces;  // into Blocks::pieces, never empty
};

struct Blocks {
  std::vector<Line> lines;
  std::vector<Span> pieces;  // what a line gives to its block: no marks, no outer white space; in order, never empty
  std::vector<Block> blocks;
};

// Writes the blocks of `text`, valid UTF-8, over what `blocks` held, whose memory is used again. Linear.
//
// A line is a block of its own, but
// - a line without a mark that is indented under a list item belongs to it;
// - where the text as a whole is hard-wrapped, lines are joined. It is taken for hard-wrapped where there are three or
// more
//   pairs of lines without a blank line between, no first one of a pair is wider than 100 columns, the widest is 55 or
//   more, of at least 85% the next line's first word would not have fitted into nine tenths of the widest, and at most
//   40% end a sentence.
// A list mark counts but where it follows a wrapped line that runs on into it.
void find_blocks(std::string_view text, Blocks& blocks);

}  // namespace quoth
