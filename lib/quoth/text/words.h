// Cuts lines into tokens.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "quoth/text/document.h"

namespace quoth {

// Tokens are the segments of ICU's word iterator (root locale) over the piece of text that is given, each without the
// white space at its ends; segments of nothing but white space are left out.
//
// Text in the characters of WordClasses is cut by UAX #29's rules on that table, at about four times ICU's speed; where
// another character stands, ICU itself cuts from the segment before it to the next space followed by ASCII. Both give
// the same. Not thread-safe; keep one a thread.
class WordSegmenter {
 public:
  // Throws Error where ICU's data is missing.
  WordSegmenter();
  ~WordSegmenter();
  WordSegmenter(WordSegmenter&&) noexcept;
  WordSegmenter& operator=(WordSegmenter&&) noexcept;

  // Appends the tokens of the bytes `piece` of `text`, valid UTF-8 of at most 2 GiB. Gives whether ICU was needed.
  bool append_tokens(std::string_view text, Span piece, std::vector<Token>& tokens);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth
