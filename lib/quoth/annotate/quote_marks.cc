#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "quoth/annotate/quote_marks_internal.h"

namespace quoth {
namespace {

enum class Glyph : std::uint8_t { straight, opening, closing };

struct MarkShape {
  std::string_view bytes;
  MarkFamily family;
  Glyph glyph;
};

// Longer shapes first, so that `` and '' are not read as two single marks.
constexpr std::array kShapes = {
    MarkShape{"``", MarkFamily::double_mark, Glyph::opening},
    MarkShape{"''", MarkFamily::double_mark, Glyph::straight},
    MarkShape{"\"", MarkFamily::double_mark, Glyph::straight},
    MarkShape{"“", MarkFamily::double_mark, Glyph::opening},
    MarkShape{"”", MarkFamily::double_mark, Glyph::closing},
    MarkShape{"„", MarkFamily::double_mark, Glyph::opening},
    MarkShape{"‟", MarkFamily::double_mark, Glyph::opening},
    MarkShape{"＂", MarkFamily::double_mark, Glyph::straight},
    MarkShape{"'", MarkFamily::single_mark, Glyph::straight},
    MarkShape{"‘", MarkFamily::single_mark, Glyph::opening},
    MarkShape{"’", MarkFamily::single_mark, Glyph::closing},
    MarkShape{"‚", MarkFamily::single_mark, Glyph::opening},
    MarkShape{"‛", MarkFamily::single_mark, Glyph::opening},
    MarkShape{"«", MarkFamily::guillemet, Glyph::opening},
    MarkShape{"»", MarkFamily::guillemet, Glyph::closing},
    MarkShape{"‹", MarkFamily::single_guillemet, Glyph::opening},
    MarkShape{"›", MarkFamily::single_guillemet, Glyph::closing},
    MarkShape{"「", MarkFamily::corner, Glyph::opening},
    MarkShape{"」", MarkFamily::corner, Glyph::closing},
    MarkShape{"『", MarkFamily::white_corner, Glyph::opening},
    MarkShape{"』", MarkFamily::white_corner, Glyph::closing},
};

const MarkShape* shape_at(std::string_view rest) {
  const auto first = static_cast<unsigned char>(rest[0]);
  // Every shape begins with one of these bytes; nearly all text fails here.
  if (first != '"' && first != '\'' && first != '`' && first < 0xC2) return nullptr;
  for (const MarkShape& shape : kShapes) {
    if (rest.substr(0, shape.bytes.size()) == shape.bytes) return &shape;
  }
  return nullptr;
}

// What stands beside a mark, as far as pairing cares.
enum class Neighbour : std::uint8_t { edge, space, letter, digit, opener, closer, dash, mark };

Neighbour classify(std::string_view code_point) {
  const auto byte = static_cast<unsigned char>(code_point[0]);
  if (byte < 0x80) {
    if (byte >= '0' && byte <= '9') return Neighbour::digit;
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') return Neighbour::letter;
    if (byte <= ' ') return Neighbour::space;
    if (std::strchr("([{<", byte) != nullptr) return Neighbour::opener;
    if (byte == '-' || byte == '/') return Neighbour::dash;
    if (byte == '"' || byte == '\'' || byte == '`') return Neighbour::mark;
    if (std::strchr("$#@&*_", byte) != nullptr) return Neighbour::letter;
    return Neighbour::closer;  // . , ; : ! ? ) ] }
  }
  if (shape_at(code_point) != nullptr) return Neighbour::mark;
  for (const std::string_view dash : {"–", "—", "―", "‐", "‑"}) {
    if (code_point == dash) return Neighbour::dash;
  }
  for (const std::string_view space : {"\u00a0", "\u2009", "\u200a", "\u202f", "\u3000", "\u2028", "\u2029"}) {
    if (code_point == space) return Neighbour::space;
  }
  for (const std::string_view stop : {"…", "。", "，", "！", "？", "、", "；", "："}) {
    if (code_point == stop) return Neighbour::closer;
  }
  return Neighbour::letter;
}

std::string_view code_point_before(std::string_view text, std::size_t end, std::size_t limit) {
  std::size_t begin = end - 1;
  while (begin > limit && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return text.substr(begin, end - begin);
}

std::string_view code_point_after(std::string_view text, std::size_t begin, std::size_t limit) {
  std::size_t end = begin + 1;
  while (end < limit && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(begin, end - begin);
}

bool wordlike(Neighbour neighbour) {
  return neighbour == Neighbour::letter || neighbour == Neighbour::digit;
}

bool gap(Neighbour neighbour) {
  return neighbour == Neighbour::edge || neighbour == Neighbour::space;
}

// rock 'n' roll: both marks are apostrophes.
bool clipped_and(std::string_view text, std::size_t at, std::size_t limit) {
  return at + 1 < limit && (text[at] == 'n' || text[at] == 'N') &&
         classify(text.substr(at + 1, 1)) != Neighbour::letter &&
         shape_at(text.substr(at + 1, limit - at - 1)) != nullptr;
}

// 'tis, 'em, '90s: the word or number after `at` is usually written with its beginning clipped.
bool clipped_word_follows(std::string_view text, std::size_t at, std::size_t limit) {
  std::string word;
  while (at < limit && word.size() < 8 && std::isalnum(static_cast<unsigned char>(text[at])) != 0) {
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at++])));
  }
  if (word.size() >= 2 && std::isdigit(static_cast<unsigned char>(word[0])) != 0 &&
      std::isdigit(static_cast<unsigned char>(word[1])) != 0) {
    return word.size() == 2 || (word.size() == 3 && word[2] == 's');
  }
  constexpr std::array kClipped = {"tis",  "twas",  "twere", "twill", "em",    "til",
                                   "till", "cause", "cos",   "bout",  "neath", "ere"};
  return std::any_of(kClipped.begin(), kClipped.end(), [&](const char* clipped) { return word == clipped; });
}

struct Surroundings {
  Neighbour before;
  Neighbour after;
};

void judge_single(QuoteMark& mark, Glyph glyph, Surroundings around, std::string_view text, std::size_t limit) {
  const bool after_word = wordlike(around.before);
  const bool before_word = wordlike(around.after);
  if (after_word && before_word) return;  // don't, O’Brien
  if (clipped_and(text, mark.span.end, limit)) return;
  const bool clipped = before_word && clipped_word_follows(text, mark.span.end, limit);
  mark.can_open = glyph != Glyph::closing && !after_word && !gap(around.after) && around.after != Neighbour::closer;
  mark.can_close = glyph != Glyph::opening && !gap(around.before) && !before_word && around.before != Neighbour::opener;
  if (glyph == Glyph::opening && mark.span.size() == 3 && after_word && !before_word)
    mark.can_close = true;  // ‚German‘
  const char last = around.before == Neighbour::letter ? text[mark.span.begin - 1] : ' ';
  mark.maybe_apostrophe = (mark.can_open && clipped) || (mark.can_close && after_word && (last == 's' || last == 'n'));
  // 6', 12': feet and minutes.
  mark.maybe_inches = around.before == Neighbour::digit;
}

void judge_paired(QuoteMark& mark, Glyph glyph, Surroundings around) {
  const bool free_before = gap(around.before) || around.before == Neighbour::opener ||
                           around.before == Neighbour::dash || around.before == Neighbour::mark;
  const bool free_after = gap(around.after) || around.after == Neighbour::closer || around.after == Neighbour::dash ||
                          around.after == Neighbour::mark;
  const bool opens_here = free_before && !gap(around.after);
  const bool closes_here = free_after && !gap(around.before);
  mark.maybe_inches = around.before == Neighbour::digit && glyph != Glyph::opening;
  if (glyph == Glyph::straight) {
    // Squeezed between letters ("the"word"here") or between spaces nothing tells, and the stack decides.
    const bool unknown = opens_here == closes_here;
    mark.can_open = opens_here || (unknown && !wordlike(around.before));
    mark.can_close = closes_here || unknown;
    if (!mark.can_open && !mark.can_close) mark.can_close = true;
    return;
  }
  // Curly marks are believed, and also allowed the other way round where only that fits: „so“, »so«, ”so”, “so“.
  mark.can_open = glyph == Glyph::opening || (opens_here && !closes_here);
  mark.can_close = glyph == Glyph::closing || (closes_here && !opens_here);
  if (glyph == Glyph::opening && closes_here && !opens_here && gap(around.after)) mark.can_open = false;
}

// 6'2": the mark that ends a length in feet and inches.
bool feet_and_inches(std::string_view text, std::size_t at, std::size_t limit) {
  std::size_t digit = at;
  while (digit > limit && std::isdigit(static_cast<unsigned char>(text[digit - 1])) != 0) --digit;
  if (digit == at || digit == limit) return false;
  const std::string_view before = code_point_before(text, digit, limit);
  if (before != "'" && before != "’") return false;
  const std::size_t foot = digit - before.size();
  return foot > limit && std::isdigit(static_cast<unsigned char>(text[foot - 1])) != 0;
}

}  // namespace

std::vector<QuoteMark> find_quote_marks(std::string_view text, Span paragraph) {
  std::vector<QuoteMark> marks;
  for (std::uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
    const MarkShape* shape = shape_at(text.substr(at, paragraph.end - at));
    if (shape == nullptr) continue;
    const auto end = static_cast<std::uint32_t>(at + shape->bytes.size());
    const Surroundings around{
        at > paragraph.begin ? classify(code_point_before(text, at, paragraph.begin)) : Neighbour::edge,
        end < paragraph.end ? classify(code_point_after(text, end, paragraph.end)) : Neighbour::edge};
    QuoteMark mark{.span = {at, end}, .family = shape->family};
    if (shape->family == MarkFamily::single_mark) {
      judge_single(mark, shape->glyph, around, text, paragraph.end);
    } else if (shape->family == MarkFamily::corner || shape->family == MarkFamily::white_corner) {
      mark.can_open = shape->glyph == Glyph::opening;  // Chinese and Japanese leave no spaces to judge by
      mark.can_close = !mark.can_open;
    } else if (!feet_and_inches(text, at, paragraph.begin)) {
      judge_paired(mark, shape->glyph, around);
    }
    if (mark.can_open || mark.can_close) marks.push_back(mark);
    at = end - 1;
  }
  return marks;
}

}  // namespace quoth
