#include "quoth/text/blocks.h"

#include <algorithm>
#include <cstddef>

#include "quoth/text/headings.h"

namespace quoth {
namespace {

constexpr std::uint32_t kNarrowestWrap = 55;
constexpr std::uint32_t kWidestWrap = 100;

bool list_mark(LineMark mark) {
  return mark != LineMark::none && mark != LineMark::hash;
}

std::string_view view(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// The width to which a text is hard-wrapped, 0 where it is not.
std::uint32_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::uint32_t widest = 0;
  std::size_t pairs = 0;
  std::size_t finished = 0;
  const auto pair_at = [&](std::size_t i) {
    const Line& next = lines[i + 1];
    return !lines[i].blank() && !next.blank() && next.mark == LineMark::none && lines[i].mark != LineMark::hash &&
           lines[i].quote_depth == next.quote_depth;
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!pair_at(i)) continue;
    if (lines[i].width > kWidestWrap) return 0;
    ++pairs;
    widest = std::max(widest, lines[i].width);
    if (ends_with_stop(view(text, lines[i].content))) ++finished;
  }
  if (pairs < 3 || widest < kNarrowestWrap || finished * 10 > pairs * 4) return 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (pair_at(i) && lines[i].width + 1 + first_word_width(text, lines[i + 1]) > widest - widest / 10) ++full;
  }
  return full * 100 >= pairs * 85 ? widest : 0;
}

// Walks the lines once; knows the block that a line may still join and the list it stands in.
class BlockBuilder {
 public:
  BlockBuilder(std::string_view text, Blocks& blocks)
      : text_(text), blocks_(blocks), wrap_width_(wrap_width(text, blocks.lines)) {}

  void add(const Line& line) {
    if (line.blank()) {
      after_blank_ = true;
      return;
    }
    const Line* previous = after_blank_ ? nullptr : previous_;
    const bool marked = line.mark != LineMark::none && !(previous != nullptr && mark_is_wrapped_word(*previous, line));
    if (!marked && previous != nullptr && continues(*previous, line)) {
      blocks_.pieces.push_back(line.unmarked);
      ++blocks_.blocks.back().pieces.end;
    } else {
      start_block(line, marked);
    }
    previous_ = &line;
    after_blank_ = false;
  }

 private:
  // Whether `line` stands where it does only because its first word did not fit into `previous`.
  bool runs_on(const Line& previous, const Line& line) const {
    return wrap_width_ > 0 && previous.quote_depth == line.quote_depth &&
           previous.width + 1 + first_word_width(text_, line) > wrap_width_ - wrap_width_ / 10;
  }

  bool mark_is_wrapped_word(const Line& previous, const Line& line) const {
    if (!list_mark(line.mark) || !runs_on(previous, line)) return false;
    if (line.mark == LineMark::number) return line.number != 1 && line.number != last_number_ + 1;
    const std::string_view before = view(text_, previous.content);
    return !ends_with_stop(before) && !before.ends_with(':') && !before.ends_with(';') && !in_list();
  }

  bool in_list() const { return blocks_.blocks.back().kind == ParagraphKind::list_item; }

  bool continues(const Line& previous, const Line& line) const {
    if (blocks_.blocks.back().kind == ParagraphKind::heading || previous.quote_depth != line.quote_depth) return false;
    if (in_list()) return line.indent > list_indents_.back() || runs_on(previous, line);
    return line.indent <= previous.indent && runs_on(previous, line);
  }

  void start_block(const Line& line, bool marked) {
    Block block;
    block.after_blank_line = after_blank_;
    block.pieces.begin = static_cast<std::uint32_t>(blocks_.pieces.size());
    block.pieces.end = block.pieces.begin + 1;
    if (line.quote_depth > 0) {
      block.kind = ParagraphKind::block_quote;
      block.level = static_cast<std::uint8_t>(line.quote_depth - 1);
    } else if (marked && list_mark(line.mark)) {
      block.kind = ParagraphKind::list_item;
      block.level = enter_list(line);
    } else if (marked) {
      block.kind = ParagraphKind::heading;
    }
    if (block.kind != ParagraphKind::list_item && line.indent == 0) list_indents_.clear();
    last_number_ = marked ? line.number : last_number_;
    blocks_.pieces.push_back(marked && line.quote_depth == 0 ? line.content : line.unmarked);
    blocks_.blocks.push_back(block);
  }

  // Depth of a list item by the indents of the items above it; a column more or less is the same depth.
  std::uint8_t enter_list(const Line& line) {
    while (!list_indents_.empty() && list_indents_.back() > line.indent + 1) list_indents_.pop_back();
    if (list_indents_.empty() || list_indents_.back() + 1 < line.indent) list_indents_.push_back(line.indent);
    return static_cast<std::uint8_t>(std::min<std::size_t>(list_indents_.size() - 1, 255));
  }

  std::string_view text_;
  Blocks& blocks_;
  std::uint32_t wrap_width_;
  const Line* previous_ = nullptr;
  bool after_blank_ = true;
  std::uint32_t last_number_ = 0;
  std::vector<std::uint32_t> list_indents_;
};

}  // namespace

void find_blocks(std::string_view text, Blocks& blocks) {
  blocks.pieces.clear();
  blocks.blocks.clear();
  read_lines(text, blocks.lines);
  BlockBuilder builder(text, blocks);
  for (const Line& line : blocks.lines) builder.add(line);
  mark_headings(text, blocks);
}

}  // namespace quoth
