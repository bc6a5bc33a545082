// Members of JSON objects that several writers write, each with the comma before it: `,"name":value`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/io/code_point_offsets.h"

namespace quoth {

void append_member(std::string_view name, std::string_view value, std::string& out);

// Nothing where `value` is empty, false.
void append_optional_member(std::string_view name, std::string_view value, std::string& out);
void append_flag(std::string_view name, bool value, std::string& out);
void append_strings(std::string_view name, const std::vector<std::string>& values, std::string& out);

// `"name":[{"start":0,"end":4,"text":"..."},...]`, without a comma. `offsets` are those of `text`.
void append_spans(std::string_view name, const std::vector<Span>& spans, std::string_view text,
                  const CodePointOffsets& offsets, std::string& out);

// `"speaker"`, null where it is empty.
void append_speaker(const std::string& speaker, std::string& out);

}  // namespace quoth
