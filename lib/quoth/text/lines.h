// The lines of a text and the marks they begin with.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/base/span.h"

namespace quoth {

enum class LineMark : std::uint8_t {
  none,
  hash,    // "# ", "## ", ...
  bullet,  // "- ", "* ", "– ", "• " and other bullets
  number,  // "1. ", "2) ", to three digits
  letter,  // "(a) ", "(2) ", "(iv) "
};

struct Line {
  Span content;                  // bytes; line end, outer white space, "> " marks and the mark left out
  Span unmarked;                 // the same with the mark, for when it turns out to be no mark
  std::uint32_t indent = 0;      // columns before the mark or, without one, before the content
  std::uint32_t width = 0;       // columns up to the end of the content
  std::uint32_t number = 0;      // of a LineMark::number
  std::uint8_t quote_depth = 0;  // how many "> " stand before it
  LineMark mark = LineMark::none;

  bool blank() const { return content.empty(); }
};

// Writes the lines of `text` to `lines`, whose memory is used again. Lines end at "\n", "\r\n", "\r", U+000B, U+000C,
// U+0085, U+2028 and U+2029; what follows the last line end is a line where it is not empty. A column is a code point,
// a tab reaches the next multiple of four. A mark needs a letter, a digit or a non-ASCII character other than white
// space after it. Linear.
void read_lines(std::string_view text, std::vector<Line>& lines);

// Columns of the first word of a line as it stands, mark included.
std::uint32_t first_word_width(std::string_view text, const Line& line);

// Whether a line's last characters, closing quote marks and brackets passed over, end a sentence.
bool ends_with_stop(std::string_view content);

}  // namespace quoth
