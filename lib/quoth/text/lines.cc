#include "quoth/text/lines.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "quoth/text/code_points.h"

namespace quoth {
namespace {

constexpr std::array<std::string_view, 13> kBullets = {"-", "*", "–", "•", "‣", "▪", "●", "○", "■", "◦", "∙", "·", "►"};

// Bytes that end a line or may be the first of a character that does.
constexpr std::array<bool, 256> kMayEndLine = [] {
  std::array<bool, 256> may{};
  for (const std::size_t byte : {0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE2}) may[byte] = true;
  return may;
}();

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool lower_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// Bytes of the line end at `at`, 0 where there is none.
std::size_t line_end_length(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 3);
  switch (rest[0]) {
    case '\r':
      return rest.starts_with("\r\n") ? 2 : 1;
    case '\n':
    case '\v':
    case '\f':
      return 1;
    default:
      break;
  }
  if (rest.starts_with("\xC2\x85")) return 2;
  return rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9") ? 3 : 0;
}

std::size_t skip_space(std::string_view text, std::size_t at, std::size_t end, std::uint32_t& column) {
  while (at < end) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value)) break;
    column += c.value == '\t' ? 4 - column % 4 : 1;
    at += c.length;
  }
  return at;
}

std::uint32_t count_code_points(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  return count;
}

// Whether there is a letter, a digit or a non-ASCII character that is no white space.
bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char lower = static_cast<char>(static_cast<unsigned char>(text[at]) | 0x20U);
    if (digit(text[at]) || lower_letter(lower)) return true;
    const CodePoint c = code_point_at(text, at);
    if (c.value >= 0x80 && !is_space(c.value)) return true;
    at += c.length;
  }
  return false;
}

struct Mark {
  LineMark kind = LineMark::none;
  std::size_t length = 0;  // without the space that must follow
  std::uint32_t number = 0;
};

// "12." or "12)": a year is longer.
Mark numbered_mark(std::string_view line) {
  std::size_t digits = 0;
  std::uint32_t number = 0;
  while (digits < line.size() && digits < 4 && digit(line[digits])) {
    number = number * 10 + static_cast<std::uint32_t>(line[digits] - '0');
    ++digits;
  }
  if (digits == 0 || digits > 3 || digits == line.size()) return {};
  if (line[digits] != '.' && line[digits] != ')') return {};
  return {.kind = LineMark::number, .length = digits + 1, .number = number};
}

// "(a)", "(12)", "(iv)".
Mark lettered_mark(std::string_view line) {
  std::size_t i = 1;
  if (line.size() < 3) return {};
  if (digit(line[1])) {
    while (i < line.size() && i < 3 && digit(line[i])) ++i;
  } else if (std::string_view("ivx").find(line[1]) != std::string_view::npos) {
    while (i < line.size() && i < 5 && std::string_view("ivx").find(line[i]) != std::string_view::npos) ++i;
  } else if (lower_letter(line[1])) {
    i = 2;
  }
  if (i == 1 || i == line.size() || line[i] != ')') return {};
  return {.kind = LineMark::letter, .length = i + 1};
}

Mark find_mark(std::string_view line) {
  Mark mark;
  if (line[0] == '#') {
    const std::size_t hashes = line.find_first_not_of('#');
    if (hashes <= 6) mark = {.kind = LineMark::hash, .length = hashes};
  } else if (line[0] == '(') {
    mark = lettered_mark(line);
  } else if (digit(line[0])) {
    mark = numbered_mark(line);
  } else {
    for (const std::string_view bullet : kBullets) {
      if (line.starts_with(bullet)) mark = {.kind = LineMark::bullet, .length = bullet.size()};
    }
  }
  if (mark.kind == LineMark::none || mark.length >= line.size()) return {};
  if (!is_space(code_point_at(line, mark.length).value) || !has_word(line.substr(mark.length))) return {};
  return mark;
}

// Passes over "> " marks; `at` stands at the line's first character that is no white space.
std::size_t skip_quote_marks(std::string_view text, std::size_t at, std::size_t end, Line& line,
                             std::uint32_t& column) {
  while (at < end && text[at] == '>') {
    const bool stands_apart = at + 1 == end || text[at + 1] == '>' || is_space(code_point_at(text, at + 1).value);
    if (!stands_apart && line.quote_depth == 0) break;
    if (line.quote_depth < 255) ++line.quote_depth;
    ++column;
    at = skip_space(text, at + 1, end, column);
  }
  return at;
}

// A mark is passed over with the white space after it; closing hashes ("## Talks ##") go too.
void read_mark(std::string_view text, Line& line) {
  const std::string_view content = text.substr(line.content.begin, line.content.size());
  const Mark mark = find_mark(content);
  line.mark = mark.kind;
  line.number = mark.number;
  if (mark.kind == LineMark::none) return;
  std::uint32_t column = 0;
  line.content.begin =
      static_cast<std::uint32_t>(skip_space(text, line.content.begin + mark.length, line.content.end, column));
  if (mark.kind != LineMark::hash) return;
  std::size_t end = line.content.end;
  while (text[end - 1] == '#') --end;
  if (end == line.content.end || !is_space(code_point_before(text, end).value)) return;
  while (is_space(code_point_before(text, end).value)) end -= code_point_before(text, end).length;
  line.content.end = static_cast<std::uint32_t>(end);
}

// The line at bytes [begin, end), its line end left out.
Line read_line(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  std::uint32_t column = 0;
  while (end > begin && is_space(code_point_before(text, end).value)) end -= code_point_before(text, end).length;
  std::size_t at = skip_space(text, begin, end, column);
  line.indent = column;
  if (at < end && text[at] == '>') {
    at = skip_quote_marks(text, at, end, line, column);
    if (line.quote_depth > 0) line.indent = column;
  }
  line.content = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  line.width = column + count_code_points(text.substr(at, end - at));
  if (!line.blank()) read_mark(text, line);
  line.unmarked = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  return line;
}

}  // namespace

void read_lines(std::string_view text, std::vector<Line>& lines) {
  lines.clear();
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!kMayEndLine[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::size_t length = line_end_length(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    lines.push_back(read_line(text, begin, at));
    at += length;
    begin = at;
  }
  if (begin < text.size()) lines.push_back(read_line(text, begin, text.size()));
}

std::uint32_t first_word_width(std::string_view text, const Line& line) {
  std::uint32_t width = 0;
  for (std::size_t at = line.unmarked.begin; at < line.unmarked.end;) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) break;
    ++width;
    at += c.length;
  }
  return width;
}

bool ends_with_stop(std::string_view content) {
  static constexpr std::u32string_view kClosing = U"\"'”’»›)]}」』*_";
  static constexpr std::u32string_view kStops = U".!?…‽。！？．｡।؟۔";
  for (std::size_t end = content.size(); end > 0;) {
    const CodePoint c = code_point_before(content, end);
    if (kStops.find(c.value) != std::u32string_view::npos) return true;
    if (kClosing.find(c.value) == std::u32string_view::npos) return false;
    end -= c.length;
  }
  return false;
}

}  // namespace quoth
