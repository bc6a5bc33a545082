// The errors file: what of the input could not be read.
#pragma once

#include <string>

#include "quoth/io/reader.h"

namespace quoth {

// Appends {"file","line","reason"} as a line of JSON, with "repaired": true where the document was given all the same.
void append_fault(const InputFault& fault, std::string& out);

// "in/a.jsonl:3: no "text", ...": one line for people, without a line end.
std::string describe(const InputFault& fault);

}  // namespace quoth
