#include <cstdint>

#include "quoth/annotate/accents_internal.h"

namespace quoth {
namespace {

// From U+00C0 and from U+0100, one byte a letter; '*' where two letters stand for it or none does.
constexpr std::string_view kLatin1 = "AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y";
constexpr std::string_view kExtendedA =
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKk*LlLlLlLlLlNnNnNn***OoOoOo**RrRrRrSsSsSsSsTt"
    "TtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(kLatin1.size() == 64 && kExtendedA.size() == 128);

std::string_view two_letters(std::uint32_t code_point) {
  switch (code_point) {
    case 0xC6:
      return "AE";
    case 0xE6:
      return "ae";
    case 0xDE:
      return "Th";
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    case 0x152:
      return "OE";
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

}  // namespace

std::string without_accents(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto lead = static_cast<unsigned char>(name[i]);
    if (lead < 0xC3 || lead > 0xC5 || i + 1 >= name.size()) {
      out += name[i];
      continue;
    }
    const std::uint32_t code_point = ((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(name[i + 1]) & 0x3FU);
    const char plain = code_point < 0x100 ? kLatin1[code_point - 0xC0] : kExtendedA[code_point - 0x100];
    if (plain != '*') {
      out += plain;
    } else if (const std::string_view two = two_letters(code_point); !two.empty()) {
      out += two;
    } else {
      out += name.substr(i, 2);
    }
    ++i;
  }
  return out;
}

}  // namespace quoth
