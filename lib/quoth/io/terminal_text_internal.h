// Text on a terminal: how wide it is, where it may be broken, what of it may be printed at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Columns of valid UTF-8 `text`: East Asian wide and full-width characters (UAX #11) take two, marks that combine and
// format characters none.
std::size_t display_width(std::string_view text);

// `text` on one line: each run of white space and control characters (those of writing direction
// among them) becomes one space, so that nothing in a text can command the terminal. Every `text` here is valid UTF-8.
std::string on_one_line(std::string_view text);

// `text` (as on_one_line gives it) cut to `width` columns, the last of them "…" where something was cut, and filled
// with spaces to exactly `width`.
std::string fitted(std::string_view text, std::size_t width);

// `text` (as on_one_line gives it) in lines of at most `width` columns (2 or more), broken at spaces, beside wide
// characters, or where nothing else will do.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace quoth
