#include "quoth/base/error.h"

namespace quoth {
namespace {

std::string one_line(const std::string& where, const std::string& found, const std::string& expected,
                     const std::string& remedy) {
  std::string line = where.empty() ? found : where + ": " + found;
  if (!expected.empty()) line += ", expected " + expected;
  if (!remedy.empty()) line += "; " + remedy;
  // Parts may quote a user's data or a library's message; a report stays one line all the same.
  for (char& c : line) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return line;
}

}  // namespace

Error::Error(const std::string& where, const std::string& found, const std::string& expected, const std::string& remedy)
    : std::runtime_error(one_line(where, found, expected, remedy)) {}

}  // namespace quoth
