// Bytes to valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/text/document.h"

namespace quoth {

// Writes `bytes` to `text` as valid UTF-8 and what was mended to `faults`, by offset; what both held before is lost,
// their memory is used again.
//
// Each maximal subpart of an ill-formed sequence (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts")
// becomes one U+FFFD. A byte order mark at the very start is left out and is no fault. NUL, other controls and
// noncharacters are valid and stay. Of more than `limit` bytes the rest, cut where a code point starts, becomes one
// U+FFFD too, and its fault has the rest's length (at most 4 GiB - 1).
//
// Well-formed input is checked by simdjson and copied once. Linear. Throws nothing but std::bad_alloc.
void repair_utf8(std::string_view bytes, std::size_t limit, std::string& text, std::vector<TextFault>& faults);

}  // namespace quoth
