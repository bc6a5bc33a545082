// A stretch of text on one level of quotation, as the rules of attribute/ read it: words, marks and whole quotations.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quoth/annotate/quotes.h"
#include "quoth/base/span.h"
#include "quoth/text/document.h"

namespace quoth {

// A token, or a quotation taken as one thing.
struct Unit {
  Span span;                  // bytes
  std::uint32_t classes = 0;  // word_class bits; 0 for numbers, marks and quotations
  std::int32_t quote = -1;    // index of the Quote, -1 for a token
  char mark = 0;              // , . ; : - ( ) [ ] ? ! / or 0; every dash longer than a hyphen is '-'

  bool is(std::uint32_t some_classes) const { return (classes & some_classes) != 0; }
  bool is_quote() const { return quote >= 0; }
  bool is_word() const { return mark == 0 && quote < 0; }
};

// One sentence outside quotation marks (with the quotations in it as Units, and the sentences that such a quotation
// joins to it), or one sentence inside a quotation. An endless sentence is several Zones.
struct Zone {
  std::vector<Unit> units;
  std::uint32_t paragraph = 0;
  std::int32_t quote = -1;  // the Quote it lies in, -1 outside

  std::size_t size() const { return units.size(); }
  const Unit& operator[](std::size_t index) const { return units[index]; }
  Span span(std::size_t begin, std::size_t end) const { return {units[begin].span.begin, units[end - 1].span.end}; }
};

// What the rules read of a document.
struct Reading {
  const Document& document;
  const std::vector<Quote>& quotes;
  const std::vector<std::uint32_t>& word_classes;  // one a token
  std::vector<std::uint32_t> first_quote;          // by paragraph: its first Quote; one more entry at the end

  Reading(const Document& text, const std::vector<Quote>& marks, const std::vector<std::uint32_t>& classes);
  std::string_view view(const Unit& unit) const { return document.view(unit.span); }
  // Quotes of a paragraph, as indexes into quotes.
  Range quotes_of(std::uint32_t paragraph) const { return {first_quote[paragraph], first_quote[paragraph + 1]}; }
};

// The zones outside quotation marks of one paragraph, in order.
std::vector<Zone> narrative_zones(const Reading& reading, std::uint32_t paragraph);

// The zones inside one Quote (quotations in it are Units), in order.
std::vector<Zone> quoted_zones(const Reading& reading, std::uint32_t paragraph, std::uint32_t quote);

}  // namespace quoth
