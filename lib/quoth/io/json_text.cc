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
  constexpr std::array<double, 10> kPowers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  const double scale = kPowers[static_cast<std::size_t>(decimals)];
  // Adding 0.0 makes 0 of -0. The shortest digits that read back as the rounded value are at most `decimals` long.
  const double rounded = std::round(value * scale) / scale + 0.0;
  std::array<char, 40> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded, std::chars_format::fixed).ptr;
  out.append(digits.data(), end);
}

}  // namespace quoth
