// Pairs of quotation marks in a text.
//
// A Quote is a typographic fact, not a statement: scare quotes and titles are Quotes too. What a Quote holds and who
// said it is attribute/'s business.
#pragma once

#include <vector>

#include "quoth/base/span.h"
#include "quoth/text/document.h"

namespace quoth {

struct Quote {
  Span outer;              // bytes, marks included
  Span inner;              // bytes, marks left out; never empty
  int depth = 0;           // 0 outermost, 1 inside another Quote, ...
  bool closed = true;      // false: ran to the end of its paragraph
  bool continues = false;  // takes up the speech that the Quote before it, unclosed in the paragraph before, left open
};

// The Quotes of `document`, ordered by where they start, outer before inner. Any two are nested or apart, and each lies
// within one paragraph: a speech over several paragraphs is several Quotes, all but the last with closed == false.
//
// Needs document.paragraphs. Linear in the text. A lone mark costs its own paragraph at most, and is no Quote unless it
// can only be an opening one. Never throws.
//
// Marks are paired by what they can be (opening, closing, either), after their glyph and their neighbours, in the
// spirit of UAX #14's classes QU, OP and CL. Any double mark closes any other ("“a\""), since keyboards and copy
// editors mix them.
std::vector<Quote> find_quotes(const Document& document);

}  // namespace quoth
