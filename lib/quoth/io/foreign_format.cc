#include <algorithm>
#include <array>
#include <filesystem>

#include "quoth/base/shell_word.h"
#include "quoth/io/foreign_format_internal.h"

namespace quoth {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

struct Compression {
  std::string_view magic;
  std::string_view name;
  std::string_view tool;
};

constexpr std::array<Compression, 3> kCompressions = {{
    {"\x1f\x8b", "gzip", "zcat"},
    {"\x28\xb5\x2f\xfd", "zstd", "zstdcat"},
    {"\xfd"
     "7zXZ",
     "xz", "xzcat"},
}};

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return lower;
}

// The next line of `head` that is not blank, white space at both ends left out; empty at the end.
std::string_view take_line(std::string_view& head) {
  head.remove_prefix(std::min(head.find_first_not_of(kWhiteSpace), head.size()));
  const std::size_t end = std::min(head.find('\n'), head.size());
  std::string_view line = head.substr(0, end);
  head.remove_prefix(end);
  return line.substr(0, line.find_last_not_of(kWhiteSpace) + 1);
}

bool is_html(const std::string& path, std::string_view head, InputFormat wanted) {
  const std::string extension = in_lower_case(std::filesystem::path(path).extension().string());
  if (wanted == InputFormat::automatic && (extension == ".html" || extension == ".htm")) return true;
  const std::string start = in_lower_case(take_line(head).substr(0, 16));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

// What to give jq so that it makes an object a line of the file; empty where it may have one already. A line that is
// broken is not enough: JSON lines may have a broken first line.
std::string_view jq_filter(std::string_view head) {
  const std::string_view first = take_line(head);
  const std::string_view second = take_line(head);
  if (first.starts_with('[') && (second.empty() || !first.ends_with(']'))) return "'.[]'";
  if (first == "{" || (first.starts_with('{') && !first.ends_with('}') && second.starts_with('"'))) return ".";
  return {};
}

}  // namespace

std::string foreign_format(const std::string& path, std::string_view head, InputFormat wanted, InputFormat found) {
  const std::string operand = path == "-" ? std::string() : " " + shell_word(path);
  for (const Compression& compression : kCompressions) {
    if (!head.starts_with(compression.magic)) continue;
    return "is compressed by " + std::string(compression.name) + ", which is not read; " +
           std::string(compression.tool) + operand + " | quoth score -";
  }
  if (found == InputFormat::text && is_html(path, head, wanted)) {
    return "is HTML, which is not read yet, expected text; pandoc -t plain --wrap=none" + operand + " | quoth score -";
  }
  const std::string_view filter = found == InputFormat::jsonl ? jq_filter(head) : std::string_view();
  if (filter.empty()) return {};
  return "is " + std::string(filter == "." ? "JSON over several lines" : "one JSON list") +
         ", expected one JSON object a line; jq -c " + std::string(filter) + operand + " makes it so";
}

}  // namespace quoth
