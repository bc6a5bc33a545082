// Which marks of a paragraph enclose what: quote marks and brackets, as far as cutting sentences needs it.
//
// Not the Quotes of annotate/, which are told apart with care and over several paragraphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/text/code_points.h"
#include "quoth/text/document.h"

namespace quoth {

// Tokens of a paragraph, by their index in it: a mark and the mark that closes it.
struct Enclosure {
  std::uint32_t open = 0;
  std::uint32_t close = 0;
};

// The tokens of one paragraph of a text.
struct ParagraphTokens {
  std::string_view text;  // of the Document
  const Token* tokens = nullptr;
  std::uint32_t count = 0;

  std::string_view view(std::uint32_t token) const {
    return text.substr(tokens[token].span.begin, tokens[token].span.size());
  }
  // The first code point of a token, 0 for a token past the last.
  char32_t first(std::uint32_t token) const {
    return token < count ? code_point_at(text, tokens[token].span.begin).value : 0;
  }
  // Whether a token and the one before it stand together, without white space.
  bool joined_before(std::uint32_t token) const {
    return token > 0 && token < count && tokens[token - 1].span.end == tokens[token].span.begin;
  }
};

// Writes the Enclosures of a paragraph over `enclosures`, ordered by `open`. Any two are nested or apart, none lies
// within more than 15 others. Marks without a partner, inches, apostrophes and possessives give none. Linear.
void find_enclosures(const ParagraphTokens& paragraph, std::vector<Enclosure>& enclosures);

// Whether a character may be the last or the first of what is enclosed: quote marks, apostrophes among them, and
// brackets. A straight mark may be both.
bool may_close(char32_t c);
bool may_open(char32_t c);

// Whether it is a quote mark, an apostrophe among them.
bool is_quote_mark(char32_t c);

}  // namespace quoth
