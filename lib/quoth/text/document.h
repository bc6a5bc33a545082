// A text and its parts: paragraphs, sentences, tokens.
//
// Everything points into `text` by byte Spans; nothing holds a pointer, so a Document can be copied and moved.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/base/span.h"

namespace quoth {

enum class TokenKind : std::uint8_t {
  word,         // holds a letter, a kana or an ideograph ("don't", "B-52" is "B", "-", "52")
  number,       // digits, with separators inside ("1,000", "3.5")
  punctuation,  // one mark that is neither: quote marks, dashes, full stops
  symbol,       // anything else: $, emoji
};

// A word as UAX #29 cuts it, white space left out.
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
};

struct Sentence {
  Span span;     // bytes, white space at both ends left out; never empty
  Range tokens;  // into Document::tokens, never empty
};

enum class ParagraphKind : std::uint8_t { body, heading, list_item, block_quote };

struct Paragraph {
  Span span;  // bytes of its words: list marker, "> " and outer white space left out
  ParagraphKind kind = ParagraphKind::body;
  std::uint8_t level = 0;         // list_item, block_quote: depth, from 0; else 0
  bool after_blank_line = false;  // a blank line (or the start of the text) stands before it
  Range sentences;                // into Document::sentences, never empty
  Range tokens;                   // into Document::tokens, never empty
};

// A fault in the bytes that were given, mended in `text`.
struct TextFault {
  std::uint64_t offset = 0;  // bytes into the input as given
  std::uint32_t length = 0;  // bytes replaced by one U+FFFD
};

struct Document {
  std::string text;                   // valid UTF-8
  std::vector<TextFault> faults;      // by offset
  std::vector<Paragraph> paragraphs;  // in order, apart
  std::vector<Sentence> sentences;    // in order, apart, each within one paragraph
  std::vector<Token> tokens;          // in order, apart, each within one sentence

  std::string_view view(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
};

}  // namespace quoth
