// Byte offsets of a text as code point offsets, which is what every file and Python count in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth {

// Made in one pass over the text (for ASCII nothing is kept); each question then costs at most 256 bytes of counting,
// whatever the order of questions. Holds a view of `text`, which must be valid UTF-8 and outlive it.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);

  // Code points before byte `offset`, which lies on a code point boundary within the text or at its end.
  std::uint32_t at(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;  // code points before each block; empty where all bytes are ASCII
};

}  // namespace quoth
