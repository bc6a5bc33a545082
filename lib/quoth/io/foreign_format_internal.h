// Files that are not in a format that is read.
#pragma once

#include <string>
#include <string_view>

#include "quoth/io/reader.h"

namespace quoth {

// What the file is and what to do, where its first bytes `head` (or, under InputFormat::automatic, its extension) show
// that reading it would give nothing but faults or markup: compressed files, HTML, JSON that is not an object a line.
// Empty where it may be read. `wanted`: as the user asked; `found`: jsonl, csv or text, how it is about to be read.
std::string foreign_format(const std::string& path, std::string_view head, InputFormat wanted, InputFormat found);

}  // namespace quoth
