#include "quoth/io/code_point_offsets.h"

#include <algorithm>
#include <cstddef>

namespace quoth {
namespace {

constexpr std::size_t kBlock = 256;

// Code points that start in `bytes`: all bytes but continuation bytes. Compilers make vector code of it.
std::uint32_t count_starts(std::string_view bytes) {
  std::uint32_t count = 0;
  for (const char c : bytes) count += static_cast<signed char>(c) >= -64 ? 1 : 0;
  return count;
}

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

}  // namespace

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
  if (is_ascii(text)) return;
  before_block_.reserve(text.size() / kBlock + 1);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kBlock) {
    before_block_.push_back(count);
    count += count_starts(text.substr(begin, kBlock));
  }
}

std::uint32_t CodePointOffsets::at(std::uint32_t offset) const {
  if (before_block_.empty()) return offset;
  const std::size_t block = offset / kBlock;
  return before_block_[block] + count_starts(text_.substr(block * kBlock, offset % kBlock));
}

}  // namespace quoth
