// The quotation marks of one paragraph, each with what it may do there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/base/span.h"

namespace quoth {

enum class MarkFamily : std::uint8_t { double_mark, single_mark, guillemet, single_guillemet, corner, white_corner };

struct QuoteMark {
  Span span;  // bytes into the document's text
  MarkFamily family = MarkFamily::double_mark;
  bool can_open = false;
  bool can_close = false;
  bool maybe_apostrophe = false;  // a plural's possessive or a clipped word as well as a quotation mark
  bool maybe_inches = false;      // stands right after a digit
};

// Marks of text[paragraph], in order, without those that can only be apostrophes or units. At least one of can_open and
// can_close holds for each.
std::vector<QuoteMark> find_quote_marks(std::string_view text, Span paragraph);

}  // namespace quoth
