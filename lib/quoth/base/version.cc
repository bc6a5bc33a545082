#include "quoth/base/version.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <array>

namespace quoth {

std::string_view version() {
  return QUOTH_VERSION;
}

std::string icu_version() {
  UVersionInfo numbers;
  std::array<char, U_MAX_VERSION_STRING_LENGTH + 1> digits{};
  u_getVersion(numbers);
  u_versionToString(numbers, digits.data());
  std::string text = digits.data();
  u_getUnicodeVersion(numbers);
  u_versionToString(numbers, digits.data());
  return text + " (Unicode " + digits.data() + ")";
}

}  // namespace quoth
