#include <unicode/uchar.h>

#include <cstdint>
#include <utility>

#include "quoth/io/terminal_text_internal.h"
#include "quoth/text/code_points.h"

namespace quoth {
namespace {

struct Character {
  std::string_view bytes;
  UChar32 code = 0;
  std::size_t width = 0;
};

std::size_t width_of(UChar32 code) {
  if (code >= 0x20 && code < 0x7f) return 1;
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The character at `at`, which moves behind it.
Character next_character(std::string_view text, std::size_t& at) {
  const CodePoint point = code_point_at(text, at);
  const auto code = static_cast<UChar32>(point.value);
  const Character character = {text.substr(at, point.length), code, width_of(code)};
  at += point.length;
  return character;
}

bool is_space_or_control(UChar32 code) {
  return is_space(static_cast<char32_t>(code)) || u_charType(code) == U_CONTROL_CHAR ||
         (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

// Lines in the making: pieces that must not be broken are put on the line, or on the next one where it is full.
class Wrapper {
 public:
  explicit Wrapper(std::size_t width) : width_(width) {}

  void space() { space_before_ = !line_.empty(); }

  void piece(std::string_view bytes, std::size_t width) {
    const std::size_t needed = width + (space_before_ ? 1 : 0);
    if (!line_.empty() && line_width_ + needed > width_) break_line();
    if (space_before_) {
      line_ += ' ';
      ++line_width_;
    }
    space_before_ = false;
    line_ += bytes;
    line_width_ += width;
  }

  std::vector<std::string> finish() {
    if (!line_.empty()) break_line();
    return std::move(lines_);
  }

 private:
  void break_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    line_width_ = 0;
    space_before_ = false;
  }

  std::size_t width_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t line_width_ = 0;
  bool space_before_ = false;
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += next_character(text, at).width;
  return width;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = next_character(text, at);
    if (is_space_or_control(character.code)) {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    line += character.bytes;
  }
  return line;
}

std::string fitted(std::string_view text, std::size_t width) {
  const std::size_t full = display_width(text);
  if (full <= width) return std::string(text) + std::string(width - full, ' ');
  std::string cut;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = next_character(text, at);
    if (used + character.width + 1 > width) break;
    cut += character.bytes;
    used += character.width;
  }
  cut += "…";
  return cut + std::string(width - used - 1, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  Wrapper wrapper(width);
  std::size_t word_begin = 0;
  std::size_t word_width = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > word_begin) wrapper.piece(text.substr(word_begin, end - word_begin), word_width);
    word_width = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const Character character = next_character(text, at);
    if (character.code == ' ') {
      end_word(begin);
      wrapper.space();
      word_begin = at;
      continue;
    }
    const bool wide = character.width == 2;
    if (wide || word_width + character.width > width) {
      end_word(begin);
      word_begin = begin;
    }
    word_width += character.width;
    // Closing marks behind a wide character stay with it only by luck; Chinese text on a terminal is read all the same.
    if (wide) {
      end_word(at);
      word_begin = at;
    }
  }
  end_word(text.size());
  return wrapper.finish();
}

}  // namespace quoth
