#include "quoth/io/faults.h"

#include "quoth/io/json_text_internal.h"
#include "quoth/io/record_source_internal.h"

namespace quoth {

void append_fault(const InputFault& fault, std::string& out) {
  // Paths and reasons may hold bytes of any kind; the errors file is JSON all the same.
  std::string file = fault.file;
  std::string reason = fault.reason;
  mend_utf8(file);
  mend_utf8(reason);
  out += "{\"file\":";
  append_json_string(file, out);
  out += ",\"line\":" + std::to_string(fault.line) + ",\"reason\":";
  append_json_string(reason, out);
  if (fault.repaired) out += ",\"repaired\":true";
  out += "}\n";
}

std::string describe(const InputFault& fault) {
  std::string line = fault.file;
  if (fault.line > 0) line += ":" + std::to_string(fault.line);
  line += ": " + fault.reason;
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return line;
}

}  // namespace quoth
