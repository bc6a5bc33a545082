#include <simdjson.h>

#include "quoth/io/record_source_internal.h"
#include "quoth/text/utf8.h"

namespace quoth {

std::string describe_text_faults(const std::vector<TextFault>& faults) {
  if (faults.empty()) return {};
  std::string reason = "invalid UTF-8 at byte " + std::to_string(faults.front().offset) + ", replaced by U+FFFD";
  if (faults.size() > 1) reason += "; " + std::to_string(faults.size()) + " such places in all";
  return reason;
}

std::string mend_utf8(std::string& text) {
  if (simdjson::validate_utf8(text)) return {};
  std::string mended;
  std::vector<TextFault> faults;
  repair_utf8(text, text.size(), mended, faults);
  text.swap(mended);
  return describe_text_faults(faults);
}

std::string missing_text(const std::string& field) {
  return "no \"" + field + "\", expected an object with \"" + field + "\"; name another field with --text-field";
}

}  // namespace quoth
