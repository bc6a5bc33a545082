#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {
namespace {

// Units; what runs on longer without a stop is no sentence, and is read in pieces so that the rules, which look across
// a whole zone for every cue, stay linear in the text.
constexpr std::size_t kLongestZone = 250;

char mark_of(std::string_view token) {
  if (token.size() == 1) {
    const bool known = std::string_view(",.;:()[]?!/").find(token[0]) != std::string_view::npos;
    return known ? token[0] : '\0';
  }
  if (token == "–" || token == "—" || token == "―") return '-';
  if (token == "…") return '.';
  return 0;
}

// Walks the tokens of a span and its outermost Quotes together.
class UnitReader {
 public:
  // quotes: Quotes that begin within the span, all levels; only those of `depth` become Units.
  UnitReader(const Reading& reading, std::uint32_t first_token, Range quotes, int depth)
      : reading_(reading), token_(first_token), quote_(quotes.begin), quotes_end_(quotes.end), depth_(depth) {}

  bool more(std::uint32_t end) const {
    return token_ < reading_.document.tokens.size() && reading_.document.tokens[token_].span.begin < end;
  }

  Unit next() {
    while (quote_ < quotes_end_ &&
           (reading_.quotes[quote_].depth != depth_ || reading_.quotes[quote_].outer.end <= token().begin)) {
      ++quote_;
    }
    if (quote_ < quotes_end_ && reading_.quotes[quote_].outer.begin < token().end) return take_quote();
    Unit unit{.span = token(), .classes = reading_.word_classes[token_]};
    if (reading_.document.tokens[token_].kind == TokenKind::punctuation || unit.span.size() == 1)
      unit.mark = mark_of(reading_.document.view(unit.span));
    // "--" is a dash typed on an old keyboard.
    if (reading_.document.view(unit.span) == "-" && more(unit.span.end + 1) &&
        token_ + 1 < reading_.document.tokens.size() &&
        reading_.document.view(reading_.document.tokens[token_ + 1].span) == "-") {
      unit.mark = '-';
      unit.span.end = reading_.document.tokens[++token_].span.end;
    }
    ++token_;
    return unit;
  }

 private:
  Span token() const { return reading_.document.tokens[token_].span; }

  Unit take_quote() {
    const Span outer = reading_.quotes[quote_].outer;
    Unit unit{.span = outer, .quote = static_cast<std::int32_t>(quote_)};
    while (token_ < reading_.document.tokens.size() && token().begin < outer.end) ++token_;
    ++quote_;
    return unit;
  }

  const Reading& reading_;
  std::uint32_t token_;
  std::uint32_t quote_;
  std::uint32_t quotes_end_;
  int depth_;
};

bool ends_sentence(const Unit& unit) {
  return unit.mark == '.' || unit.mark == '?' || unit.mark == '!';
}

}  // namespace

Reading::Reading(const Document& text, const std::vector<Quote>& marks, const std::vector<std::uint32_t>& classes)
    : document(text), quotes(marks), word_classes(classes) {
  first_quote.reserve(text.paragraphs.size() + 1);
  std::uint32_t quote = 0;
  for (const Paragraph& paragraph : text.paragraphs) {
    while (quote < marks.size() && marks[quote].outer.begin < paragraph.span.begin) ++quote;
    first_quote.push_back(quote);
  }
  first_quote.push_back(static_cast<std::uint32_t>(marks.size()));
}

std::vector<Zone> narrative_zones(const Reading& reading, std::uint32_t paragraph) {
  const Paragraph& block = reading.document.paragraphs[paragraph];
  std::vector<Zone> zones;
  UnitReader reader(reading, block.tokens.begin, reading.quotes_of(paragraph), 0);
  for (std::uint32_t s = block.sentences.begin; s < block.sentences.end; ++s) {
    const Span sentence = reading.document.sentences[s].span;
    if (!reader.more(sentence.end)) continue;  // a quotation that began earlier holds all of it
    Zone zone{.units = {}, .paragraph = paragraph};
    // A quotation may reach into the next sentence, whose rest then belongs here.
    std::uint32_t end = sentence.end;
    while (reader.more(end)) {
      if (zone.size() >= kLongestZone) {
        zones.push_back(zone);
        zone.units.clear();
      }
      zone.units.push_back(reader.next());
      const Unit& last = zone.units.back();
      if (last.span.end <= end) continue;
      while (s + 1 < block.sentences.end && end < last.span.end) end = reading.document.sentences[++s].span.end;
    }
    zones.push_back(std::move(zone));
  }
  return zones;
}

std::vector<Zone> quoted_zones(const Reading& reading, std::uint32_t paragraph, std::uint32_t quote) {
  const Quote& outer = reading.quotes[quote];
  const std::vector<Token>& tokens = reading.document.tokens;
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), outer.inner.begin,
                       [](const Token& token, std::uint32_t offset) { return token.span.begin < offset; });
  std::uint32_t quotes_end = quote + 1;
  const std::uint32_t limit = reading.quotes_of(paragraph).end;
  while (quotes_end < limit && reading.quotes[quotes_end].outer.begin < outer.inner.end) ++quotes_end;
  UnitReader reader(reading, static_cast<std::uint32_t>(first - tokens.begin()), {quote + 1, quotes_end},
                    outer.depth + 1);
  std::vector<Zone> zones;
  Zone zone{.units = {}, .paragraph = paragraph, .quote = static_cast<std::int32_t>(quote)};
  while (reader.more(outer.inner.end)) {
    Unit unit = reader.next();
    // The segmenter keeps a quotation whole where the sentence around it goes on, so its sentences are parted here.
    const bool after_stop =
        zone.size() >= 2 && ends_sentence(zone.units.back()) && (unit.is(word_class::kCapitalised) || unit.is_quote());
    const bool after_initial =
        zone.size() >= 2 && (zone[zone.size() - 2].span.size() == 1 || zone[zone.size() - 2].is(word_class::kTitle));
    if ((after_stop && !after_initial) || zone.size() >= kLongestZone) {
      zones.push_back(zone);
      zone.units.clear();
    }
    zone.units.push_back(unit);
  }
  if (!zone.units.empty()) zones.push_back(std::move(zone));
  return zones;
}

}  // namespace quoth
