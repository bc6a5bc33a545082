#include "quoth/text/headings.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "quoth/text/code_points.h"

namespace quoth {
namespace {

constexpr std::uint32_t kLongestTitle = 120;   // code points, of a text's first line
constexpr std::uint32_t kLongestHeading = 80;  // code points, of any other
constexpr std::size_t kTitleLines = 5;         // among which prose must begin after a title
constexpr std::uint32_t kMostHeadingWords = 12;
constexpr std::uint32_t kMostSentenceCaseWords = 8;
constexpr std::size_t kLongestLabel = 40;  // bytes, of a speaker's label
// Of so many lines a third with labels make a transcript.
constexpr std::uint32_t kTranscriptLabels = 3;

std::string_view first_line(std::string_view text, const Blocks& blocks, const Block& block) {
  const Span piece = blocks.pieces[block.pieces.begin];
  return text.substr(piece.begin, piece.size());
}

std::string_view last_line(std::string_view text, const Blocks& blocks, const Block& block) {
  const Span piece = blocks.pieces[block.pieces.end - 1];
  return text.substr(piece.begin, piece.size());
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

// "09:42", "9.42am", "15:30 GMT", "7:05 p.m.".
bool is_time(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && i < 2 && digit(line[i])) ++i;
  if (i == 0 || line.size() < i + 3 || (line[i] != ':' && line[i] != '.') || !digit(line[i + 1]) ||
      !digit(line[i + 2])) {
    return false;
  }
  std::string_view rest = line.substr(i + 3);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  for (const std::string_view half : {"a.m.", "p.m.", "am", "pm", "AM", "PM"}) {
    if (!rest.starts_with(half)) continue;
    rest.remove_prefix(half.size());
    break;
  }
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return rest.size() <= 4 && std::all_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "Mao Ning: ..." and "Q: ...": a colon after at most five words that begin like a name, and words after it.
bool is_labelled(std::string_view line) {
  const std::size_t colon = line.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= line.size() || line[colon + 1] != ' ') return false;
  const std::string_view label = line.substr(0, colon);
  const UChar32 first = static_cast<UChar32>(code_point_at(label, 0).value);
  return u_isalpha(first) != 0 && u_islower(first) == 0 && std::count(label.begin(), label.end(), ' ') < 5;
}

struct Shape {
  std::uint32_t width = 0;  // code points
  std::uint32_t words = 0;
  bool begins_like_title = false;  // with a capital, a digit, a quote mark or a caseless letter
  bool title_case = true;          // every word of four letters or more begins with a capital
  bool holds_letter = false;
};

Shape shape_of(std::string_view line) {
  Shape shape;
  std::uint32_t letters = 0;
  bool lower_start = false;
  const auto end_word = [&] {
    if (lower_start && letters >= 4) shape.title_case = false;
    letters = 0;
  };
  bool in_word = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    const UChar32 value = static_cast<UChar32>(c.value);
    if (at == 0) shape.begins_like_title = u_islower(value) == 0;
    const bool space = is_space(c.value);
    if (!space && !in_word) ++shape.words;
    in_word = !space;
    if (u_isalpha(value) != 0) {
      if (letters == 0) lower_start = u_islower(value) != 0;
      ++letters;
      shape.holds_letter = true;
    } else if (value != '\'' && value != 0x2019) {
      end_word();
    }
    ++shape.width;
    at += c.length;
  }
  end_word();
  return shape;
}

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

// Whether a line ends as no heading does: with a stop, with a mark after which more is to come, or as a whole
// quotation.
bool ends_open(std::string_view line) {
  if (ends_with_stop(line)) return true;
  const char32_t last = code_point_before(line, line.size()).value;
  if (contains(U":,;-–—：，；、", last)) return true;
  return contains(U"\"“‘«„「『", code_point_at(line, 0).value) && contains(U"\"”’»“」』", last);
}

class HeadingFinder {
 public:
  HeadingFinder(std::string_view text, Blocks& blocks) : text_(text), blocks_(blocks), list_(blocks.blocks) {
    for (const Block& block : list_) {
      if (is_labelled(first_line(text_, blocks_, block))) ++labelled_;
    }
  }

  void mark() {
    for (std::size_t i = 0; i + 1 < list_.size(); ++i) {
      if (is_heading(i)) list_[i].kind = ParagraphKind::heading;
      if (list_[i].kind == ParagraphKind::heading && i == headed_) ++headed_;
    }
  }

 private:
  bool is_heading(std::size_t i) const {
    const Block& block = list_[i];
    if (block.kind != ParagraphKind::body || block.pieces.size() > 1) return false;
    const std::string_view line = first_line(text_, blocks_, block);
    if (line.size() > 4 * std::size_t{kLongestTitle}) return false;
    if (is_time(line)) return true;
    if (ends_open(line)) return false;
    const Shape shape = shape_of(line);
    if (!shape.holds_letter) return false;
    return i == 0 ? is_title(line, shape) : stands_alone(i, line, shape);
  }

  // The first line of a text that goes on in prose. "Taiwan: what we know" is one, "Mao Ning: ..." in a transcript is
  // not.
  bool is_title(std::string_view line, const Shape& shape) const {
    if (shape.width > kLongestTitle) return false;
    const bool transcript = labelled_ >= kTranscriptLabels && std::size_t{labelled_} * 3 >= list_.size();
    if (is_labelled(line) && (transcript || line.find(':') <= 2)) return false;
    return prose_follows(0, kTitleLines, line.size());
  }

  bool stands_alone(std::size_t i, std::string_view line, const Shape& shape) const {
    const std::uint32_t most_words = shape.title_case ? kMostHeadingWords : kMostSentenceCaseWords;
    if (shape.width > kLongestHeading || shape.words > most_words || !shape.begins_like_title || is_labelled(line)) {
      return false;
    }
    const Block& next = list_[i + 1];
    const bool leads_list = next.kind == ParagraphKind::list_item || next.kind == ParagraphKind::block_quote;
    if (list_[i].after_blank_line) return leads_list || is_prose(next, line.size());
    // Without blank lines only the neighbours tell a heading from a short line of speech.
    const Block& previous = list_[i - 1];
    if (i == headed_) return prose_follows(i, kTitleLines, 2 * line.size());
    return ends_with_stop(last_line(text_, blocks_, previous)) && is_prose(next, 2 * line.size());
  }

  // Whether one of the `count` blocks after block `i` is prose longer than `bytes`.
  bool prose_follows(std::size_t i, std::size_t count, std::size_t bytes) const {
    for (std::size_t next = i + 1; next < list_.size() && next <= i + count; ++next) {
      if (is_prose(list_[next], bytes)) return true;
    }
    return false;
  }

  // Whether a block holds a whole sentence and is longer than `bytes`.
  bool is_prose(const Block& block, std::size_t bytes) const {
    const Span whole = {blocks_.pieces[block.pieces.begin].begin, blocks_.pieces[block.pieces.end - 1].end};
    return block.kind != ParagraphKind::heading && whole.size() > bytes &&
           ends_with_stop(last_line(text_, blocks_, block));
  }

  std::string_view text_;
  const Blocks& blocks_;
  std::vector<Block>& list_;
  std::uint32_t labelled_ = 0;
  std::size_t headed_ = 0;  // how many headings the text begins with: title, byline, date
};

}  // namespace

void mark_headings(std::string_view text, Blocks& blocks) {
  HeadingFinder(text, blocks).mark();
}

}  // namespace quoth
