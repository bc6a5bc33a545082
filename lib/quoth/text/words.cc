#include "quoth/text/words.h"

#include <cstddef>
#include <cstdint>

#include "quoth/text/code_points.h"
#include "quoth/text/icu_breaks_internal.h"
#include "quoth/text/word_classes.h"

namespace quoth {
namespace {

// ICU hands back to the table where this many ASCII bytes follow a space: switching costs some hundred nanoseconds.
constexpr std::size_t kAsciiToHandBack = 24;

constexpr bool joins(WordClass c) {
  return c == WordClass::letter || c == WordClass::number || c == WordClass::connector;
}

TokenKind kind_of(std::uint8_t all_bits, std::uint8_t first_bits) {
  if ((all_bits & WordTrait::kLetter) != 0) return TokenKind::word;
  if ((all_bits & WordTrait::kDigit) != 0) return TokenKind::number;
  return (first_bits & WordTrait::kPunctuation) != 0 ? TokenKind::punctuation : TokenKind::symbol;
}

// One pass over a piece of text.
class Scanner {
 public:
  Scanner(std::string_view text, std::uint32_t end, const WordClasses& classes, IcuBreaks& icu,
          std::vector<Token>& tokens)
      : text_(text), end_(end), classes_(classes), icu_(icu), tokens_(tokens) {}

  bool scan(std::uint32_t begin) {
    bool needed_icu = false;
    for (std::uint32_t at = begin; at < end_;) {
      const std::uint32_t next = segment_end(at);
      if (next != kUnknown) {
        at = next;
      } else {
        at = icu_run(at);
        needed_icu = true;
      }
    }
    return needed_icu;
  }

 private:
  static constexpr std::uint32_t kUnknown = UINT32_MAX;

  struct Step {
    WordTrait trait;  // of the character at a place; class `other` at the end of the piece
    std::uint32_t next = 0;
  };

  Step step(std::uint32_t at) const {
    if (at >= end_) return {.trait = {static_cast<std::uint8_t>(WordClass::other)}, .next = at};
    const auto lead = static_cast<unsigned char>(text_[at]);
    if (lead < 0x80) return {.trait = classes_.ascii(lead), .next = at + 1};
    const CodePoint c = code_point_at(text_, at);
    return {.trait = classes_[c.value], .next = at + c.length};
  }

  // Appends the token of the segment at `at`, if it is one, and gives its end; kUnknown, and no token, where a
  // character beyond the table takes part in finding it.
  std::uint32_t segment_end(std::uint32_t at) {
    const Step first = step(at);
    const WordClass first_class = first.trait.word_class();
    if (joins(first_class)) return word_end(at, first);
    if (first_class == WordClass::beyond) return kUnknown;
    std::uint32_t end = first.next;
    Step after = step(end);
    if (first_class == WordClass::space) {
      while (after.trait.word_class() == WordClass::space) {
        end = after.next;
        after = step(end);
      }
    } else if (first_class == WordClass::carriage_return && after.trait.word_class() == WordClass::line_feed) {
      return after.next;
    }
    if (after.trait.word_class() == WordClass::beyond) return kUnknown;
    if ((first.trait.bits & WordTrait::kSpace) == 0) {
      tokens_.push_back({{at, end}, kind_of(first.trait.bits, first.trait.bits)});
    }
    return end;
  }

  // WB5 to WB13b for a segment that begins with a letter, a digit or a connector.
  std::uint32_t word_end(std::uint32_t at, Step current) {
    const std::uint8_t first_bits = current.trait.bits;
    std::uint8_t all_bits = 0;
    for (;;) {
      all_bits |= current.trait.bits;
      const Step next = step(current.next);
      const WordClass next_class = next.trait.word_class();
      if (joins(next_class)) {
        current = next;
        continue;
      }
      if (next_class == WordClass::beyond) return kUnknown;
      const WordClass side = current.trait.word_class();
      if (!may_join(next_class, side)) break;
      const Step over = step(next.next);
      if (over.trait.word_class() == WordClass::beyond) return kUnknown;
      if (over.trait.word_class() != side) break;
      all_bits |= next.trait.bits;
      current = over;
    }
    if ((all_bits & WordTrait::kSpace) == 0) {
      tokens_.push_back({{at, current.next}, kind_of(all_bits, first_bits)});
    } else {
      append_trimmed(at, current.next);
    }
    return current.next;
  }

  // Whether a character of class `middle` may join two of class `side`.
  static bool may_join(WordClass middle, WordClass side) {
    if (middle == WordClass::mid_both) return side == WordClass::letter || side == WordClass::number;
    return (middle == WordClass::mid_letter && side == WordClass::letter) ||
           (middle == WordClass::mid_number && side == WordClass::number);
  }

  // Cuts by ICU from the boundary `begin` to the next place that is a boundary whatever stands before it; gives that
  // place.
  std::uint32_t icu_run(std::uint32_t begin) {
    const std::uint32_t end = run_end(begin);
    std::uint32_t last = begin;
    icu_.for_each(text_.substr(begin, end - begin), [&](std::uint32_t offset) {
      append_trimmed(last, begin + offset);
      last = begin + offset;
    });
    return end;
  }

  // Between a character that is no white space and a space there is always a boundary.
  std::uint32_t run_end(std::uint32_t begin) const {
    std::uint32_t ascii = 0;
    std::uint32_t candidate = end_;
    bool beyond_seen = false;
    for (std::uint32_t at = begin; at < end_; ++at) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte >= 0x80) {
        beyond_seen = true;
        ascii = 0;
        candidate = end_;
      } else if (beyond_seen && byte == ' ' && candidate == end_ && !is_space(code_point_before(text_, at).value)) {
        candidate = at;
        ascii = 0;
      } else if (++ascii >= kAsciiToHandBack && candidate != end_) {
        break;
      }
    }
    return candidate;
  }

  // Appends the segment [begin, end) without the white space at its ends, if anything is left.
  void append_trimmed(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      const CodePoint c = code_point_at(text_, begin);
      if (!is_space(c.value)) break;
      begin += c.length;
    }
    while (begin < end) {
      const CodePoint c = code_point_before(text_, end);
      if (!is_space(c.value)) break;
      end -= c.length;
    }
    if (begin == end) return;
    const std::uint8_t first_bits = kind_bits(code_point_at(text_, begin).value);
    std::uint8_t all_bits = 0;
    for (std::uint32_t at = begin; at < end;) {
      const CodePoint c = code_point_at(text_, at);
      all_bits |= kind_bits(c.value);
      at += c.length;
    }
    tokens_.push_back({{begin, end}, kind_of(all_bits, first_bits)});
  }

  std::string_view text_;
  std::uint32_t end_;
  const WordClasses& classes_;
  IcuBreaks& icu_;
  std::vector<Token>& tokens_;
};

}  // namespace

struct WordSegmenter::Impl {
  const WordClasses& classes = WordClasses::of_linked_icu();
  IcuBreaks icu{BreakKind::word};
};

WordSegmenter::WordSegmenter() : impl_(std::make_unique<Impl>()) {}
WordSegmenter::~WordSegmenter() = default;
WordSegmenter::WordSegmenter(WordSegmenter&&) noexcept = default;
WordSegmenter& WordSegmenter::operator=(WordSegmenter&&) noexcept = default;

bool WordSegmenter::append_tokens(std::string_view text, Span piece, std::vector<Token>& tokens) {
  return Scanner(text, piece.end, impl_->classes, impl_->icu, tokens).scan(piece.begin);
}

}  // namespace quoth
