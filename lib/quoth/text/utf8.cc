#include "quoth/text/utf8.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace quoth {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Sequence {
  std::size_t length = 1;
  bool valid = false;
};

// What bytes may follow a lead byte: table 3-7 of the Unicode Standard.
struct Lead {
  std::size_t length = 0;  // 0: no lead byte
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {.length = 2};
  if (byte == 0xE0) return {.length = 3, .second_low = 0xA0};
  if (byte == 0xED) return {.length = 3, .second_high = 0x9F};
  if (byte < 0xF0) return {.length = 3};
  if (byte == 0xF0) return {.length = 4, .second_low = 0x90};
  if (byte < 0xF4) return {.length = 4};
  if (byte == 0xF4) return {.length = 4, .second_high = 0x8F};
  return {};
}

// The code point, or the maximal subpart of one, at the start of `bytes`, which is not empty.
Sequence first_sequence(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(0) < 0x80) return {.length = 1, .valid = true};
  const Lead lead = lead_of(byte(0));
  std::size_t length = 1;
  while (length < lead.length && length < bytes.size()) {
    const unsigned char low = length == 1 ? lead.second_low : 0x80;
    const unsigned char high = length == 1 ? lead.second_high : 0xBF;
    if (byte(length) < low || byte(length) > high) break;
    ++length;
  }
  return {.length = length, .valid = length == lead.length};
}

// Appends `bytes`, which start at `offset` of the input, mended.
void append_repaired(std::string_view bytes, std::size_t offset, std::string& text, std::vector<TextFault>& faults) {
  std::size_t copied = 0;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Sequence sequence = first_sequence(bytes.substr(at));
    if (!sequence.valid) {
      text.append(bytes, copied, at - copied);
      text.append(kReplacement);
      faults.push_back({.offset = offset + at, .length = static_cast<std::uint32_t>(sequence.length)});
      copied = at + sequence.length;
    }
    at += sequence.length;
  }
  text.append(bytes, copied);
}

}  // namespace

void repair_utf8(std::string_view bytes, std::size_t limit, std::string& text, std::vector<TextFault>& faults) {
  text.clear();
  faults.clear();
  std::size_t end = bytes.size();
  if (end > limit) {
    end = limit;
    // A code point has at most three bytes after its first.
    for (int i = 0; i < 3 && end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80; ++i) --end;
  }
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? std::min(kByteOrderMark.size(), end) : 0;
  const std::string_view kept = bytes.substr(begin, end - begin);
  if (simdjson::validate_utf8(kept.data(), kept.size())) {
    text.assign(kept);
  } else {
    append_repaired(kept, begin, text, faults);
  }
  if (end < bytes.size()) {
    const std::size_t longest = std::numeric_limits<std::uint32_t>::max();
    text.append(kReplacement);
    faults.push_back({.offset = end, .length = static_cast<std::uint32_t>(std::min(bytes.size() - end, longest))});
  }
}

}  // namespace quoth
