#include "quoth/io/json_members_internal.h"
#include "quoth/io/json_text_internal.h"

namespace quoth {

void append_member(std::string_view name, std::string_view value, std::string& out) {
  out += ",\"";
  out += name;
  out += "\":";
  append_json_string(value, out);
}

void append_optional_member(std::string_view name, std::string_view value, std::string& out) {
  if (!value.empty()) append_member(name, value, out);
}

void append_flag(std::string_view name, bool value, std::string& out) {
  if (!value) return;
  out += ",\"";
  out += name;
  out += "\":true";
}

void append_strings(std::string_view name, const std::vector<std::string>& values, std::string& out) {
  if (values.empty()) return;
  out += ",\"";
  out += name;
  out += "\":[";
  for (const std::string& value : values) {
    if (out.back() != '[') out += ',';
    append_json_string(value, out);
  }
  out += ']';
}

void append_spans(std::string_view name, const std::vector<Span>& spans, std::string_view text,
                  const CodePointOffsets& offsets, std::string& out) {
  out += '"';
  out += name;
  out += "\":[";
  for (const Span span : spans) {
    if (out.back() != '[') out += ',';
    out += "{\"start\":";
    out += std::to_string(offsets.at(span.begin));
    out += ",\"end\":";
    out += std::to_string(offsets.at(span.end));
    append_member("text", text.substr(span.begin, span.size()), out);
    out += '}';
  }
  out += ']';
}

void append_speaker(const std::string& speaker, std::string& out) {
  if (speaker.empty()) {
    out += ",\"speaker\":null";
  } else {
    append_member("speaker", speaker, out);
  }
}

}  // namespace quoth
