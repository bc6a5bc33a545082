#include "quoth/text/stops.h"

#include <unicode/uchar.h>

#include "quoth/text/abbreviations.h"
#include "quoth/text/code_points.h"
#include "quoth/text/word_classes.h"

namespace quoth {
namespace {

// How many opening marks are passed over to find the word after a stop.
constexpr std::uint32_t kMostOpening = 8;
// How many words a speaker's name with titles may have before "said".
constexpr std::uint32_t kMostNameTokens = 10;

enum class Start : std::uint8_t {
  nothing,  // the paragraph ends
  lower,    // a word that begins in lower case
  capital,  // a word that begins with a capital or a caseless letter
  starter,  // a capital one that begins a sentence more likely than not
  number,
  dash,
  ellipsis,
  punctuation,  // a mark that does not begin a sentence
  symbol,
};

// How many tokens a time of day that leads a sentence may have: "Shortly before 11:30 p.m".
constexpr std::uint32_t kMostLeadingTime = 6;
// Armenian's, the first stop after ASCII's.
constexpr char32_t kFirstFarStop = 0x0589;

// What follows a stop, opening marks passed over.
struct Following {
  Start start = Start::nothing;
  std::uint32_t token = 0;  // the word or mark itself
  bool opened = false;      // an opening mark was passed over
  bool bracketed = false;   // one of them a bracket
};

bool is_ellipsis(char32_t c) {
  return c == U'…' || c == U'‥';
}

// "iPhone", "eBay": names that keep their small letter at the start of a sentence.
bool has_inner_capital(std::string_view word) {
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') return true;
  }
  return false;
}

Start start_of(const ParagraphTokens& paragraph, std::uint32_t i) {
  if (i >= paragraph.count) return Start::nothing;
  const char32_t c = paragraph.first(i);
  const std::string_view word = paragraph.view(i);
  switch (paragraph.tokens[i].kind) {
    case TokenKind::word:
      if (u_islower(static_cast<UChar32>(c)) != 0) return has_inner_capital(word) ? Start::capital : Start::lower;
      return is_sentence_starter(word) ? Start::starter : Start::capital;
    case TokenKind::number:
      return Start::number;
    case TokenKind::symbol:
      return Start::symbol;
    case TokenKind::punctuation:
      break;
  }
  if (c == U'—' || c == U'–' || c == U'-' || c == U'―') return Start::dash;
  if (is_ellipsis(c) || (c == U'.' && paragraph.first(i + 1) == U'.')) return Start::ellipsis;
  return c == U'@' || c == U'#' || c == U'¿' || c == U'¡' || c == U'§' || c == U'•' || c == U'*' ? Start::symbol
                                                                                                 : Start::punctuation;
}

Following following(const ParagraphTokens& paragraph, std::uint32_t i) {
  Following result;
  const std::uint32_t limit = i + kMostOpening;
  // An apostrophe before a clipped word ("’90s") is no mark that goes on a sentence either.
  while (i < limit &&
         (may_open(paragraph.first(i)) || (paragraph.first(i) == U'’' && paragraph.joined_before(i + 1)))) {
    result.opened = true;
    result.bracketed = result.bracketed || !is_quote_mark(paragraph.first(i));
    ++i;
  }
  result.token = i;
  result.start = start_of(paragraph, i);
  return result;
}

bool capitalised(const ParagraphTokens& paragraph, std::uint32_t i) {
  return i < paragraph.count && u_isupper(static_cast<UChar32>(paragraph.first(i))) != 0;
}

// Whether "Smith said" or "Gen. J. D. Smith asked" begins at token `i`: a reporting clause after a quotation.
bool is_reporting_clause(const ParagraphTokens& paragraph, std::uint32_t i) {
  if (!capitalised(paragraph, i) || is_sentence_starter(paragraph.view(i))) return false;
  for (const std::uint32_t limit = i + kMostNameTokens; i < limit && i < paragraph.count; ++i) {
    const std::string_view word = paragraph.view(i);
    if (is_speech_verb(word)) return true;
    const bool joins_names =
        word == "." || word == "-" || word == "of" || word == "de" || word == "von" || word == "van";
    if (!capitalised(paragraph, i) && !joins_names) return false;
  }
  return false;
}

// "[3]".
bool is_note(const ParagraphTokens& paragraph, std::uint32_t i) {
  return i + 2 < paragraph.count && paragraph.first(i) == U'[' && paragraph.first(i + 2) == U']' &&
         paragraph.tokens[i + 1].kind == TokenKind::number && paragraph.view(i + 1).size() <= 3;
}

bool is_pictograph(char32_t c) {
  const UChar32 value = static_cast<UChar32>(c);
  return c >= U'\u2190' && (u_hasBinaryProperty(value, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
                            u_hasBinaryProperty(value, UCHAR_REGIONAL_INDICATOR) != 0);
}

// Whether the closing marks of `stop` hold a quote mark.
bool closes_quotation(const ParagraphTokens& paragraph, const Stop& stop) {
  for (std::uint32_t i = stop.last + 1; i < stop.next; ++i) {
    if (is_quote_mark(paragraph.first(i))) return true;
  }
  return false;
}

// "J. So", "W. An": surnames that look like sentence starters.
bool is_surname_starter(std::string_view word) {
  return word == "So" || word == "An" || word == "No" || word == "Do" || word == "A";
}

// After "U.S.", "Inc.", "J.": only a sentence starter tells that a sentence ended.
bool ends_rarely(const ParagraphTokens& paragraph, std::uint32_t abbreviation, const Following& next) {
  const std::string_view word = paragraph.view(abbreviation);
  const bool initial = word.size() == 1;
  if (word == "I" && abbreviation > 0 && !capitalised(paragraph, abbreviation - 1)) return next.start != Start::lower;
  if (next.start != Start::starter || next.bracketed) return false;
  return !initial || !is_surname_starter(paragraph.view(next.token));
}

// "At 9 a.m. Hale left": whether the time of day that ends at token `last` leads the sentence that begins at `start`.
bool leads_with_time(const ParagraphTokens& paragraph, std::uint32_t start, std::uint32_t last) {
  if (last >= start + kMostLeadingTime) return false;
  const std::string_view first = paragraph.view(start);
  for (const std::string_view word :
       {"At", "By", "Around", "About", "Before", "After", "Until", "Since", "From", "Shortly", "Just", "On"}) {
    if (first == word) return true;
  }
  return false;
}

// Whether a sentence that begins with token `start` ends at a single full stop after token `before`, with something to
// follow that may begin one.
bool ends_at_full_stop(const ParagraphTokens& paragraph, std::uint32_t start, std::uint32_t before,
                       const Following& next) {
  const Token& token = paragraph.tokens[before];
  const std::string_view word = paragraph.view(before);
  if (token.kind == TokenKind::number) {  // "2. Buy soybeans"
    const char32_t ahead = before > 0 ? paragraph.first(before - 1) : 0;
    const bool enumerates = before == start || ahead == U':' || ahead == U';';
    return !enumerates || word.size() > 2;
  }
  if (token.kind != TokenKind::word) return true;
  switch (find_abbreviation(word)) {
    case Abbreviation::never_ends:
      return false;
    case Abbreviation::before_number:
    case Abbreviation::month:
      return next.start != Start::number;
    case Abbreviation::clock:
      if (next.start != Start::starter && leads_with_time(paragraph, start, before)) return false;
      return next.start != Start::number && !follows_clock(paragraph.view(next.token));
    case Abbreviation::ends_rarely:
      return !(before == start && word.size() == 1) && ends_rarely(paragraph, before, next);
    case Abbreviation::ends_freely:
    case Abbreviation::none:
      break;
  }
  return true;
}

// Whether a sentence ends at "..." or "…". One that stands apart from the word before it is a pause or an omission, and
// only a sentence starter tells that a new sentence follows; "I" goes on after a pause as often as not.
bool ends_at_ellipsis(const ParagraphTokens& paragraph, const Stop& stop, const Following& next) {
  if (next.start == Start::starter) return true;
  if (next.start != Start::capital && next.start != Start::number && next.start != Start::symbol) return false;
  const bool apart = !paragraph.joined_before(stop.first) || may_open(paragraph.first(stop.first - 1));
  const bool after_stop = stop.first > 0 && is_stop(paragraph, stop.first - 1);
  if (after_stop) return true;
  return !apart && paragraph.view(next.token) != "I";
}

}  // namespace

bool is_stop(const ParagraphTokens& paragraph, std::uint32_t i) {
  if (paragraph.tokens[i].kind != TokenKind::punctuation) return false;
  const char32_t c = paragraph.first(i);
  if (c < 0x80) return c == U'.' || c == U'!' || c == U'?';
  if (c >= kFirstFarStop && c < WordClasses::kLowEnd) return is_sentence_terminal(c);
  return is_ellipsis(c) || c == U'․' || c == U'‼' || c == U'‽' || (c >= U'⁇' && c <= U'⁉');
}

bool is_sentence_terminal(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}

Stop read_stop(const ParagraphTokens& paragraph, std::uint32_t i) {
  Stop stop = {.first = i, .last = i, .next = i + 1};
  while (paragraph.joined_before(stop.next) && is_stop(paragraph, stop.next)) {
    stop.last = stop.next++;
  }
  stop.next = skip_closing(paragraph, stop.next);
  return stop;
}

std::uint32_t skip_closing(const ParagraphTokens& paragraph, std::uint32_t i) {
  while (paragraph.joined_before(i) && may_close(paragraph.first(i))) ++i;
  while (i < paragraph.count) {
    if (is_note(paragraph, i)) {
      i += 3;
    } else if (paragraph.tokens[i].kind == TokenKind::symbol && is_pictograph(paragraph.first(i))) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

bool ends_sentence(const ParagraphTokens& paragraph, std::uint32_t start, const Stop& stop) {
  const Following next = following(paragraph, stop.next);
  const bool closed = closes_quotation(paragraph, stop);
  // "talks.The" is one token for ICU; other marks that stand together end nothing but a quotation.
  if (paragraph.joined_before(stop.next) &&
      !(closed && (next.start == Start::capital || next.start == Start::starter))) {
    return false;
  }
  switch (next.start) {
    case Start::nothing:
    case Start::lower:
    case Start::punctuation:
    case Start::ellipsis:
      return false;
    case Start::dash:
      if (closed || start_of(paragraph, next.token + 1) == Start::lower) return false;
      break;
    default:
      break;
  }
  const char32_t mark = paragraph.first(stop.last);
  const bool full_stop = stop.first == stop.last && mark == U'.';
  if (closed && !full_stop && is_reporting_clause(paragraph, next.token)) return false;
  if (is_ellipsis(mark) || (mark == U'.' && stop.first != stop.last)) return ends_at_ellipsis(paragraph, stop, next);
  if (stop.first == 0) return true;
  if (full_stop) return closed || ends_at_full_stop(paragraph, start, stop.first - 1, next);
  return next.start == Start::starter || closed || !is_exclaimed_name(paragraph.view(stop.first - 1));
}

}  // namespace quoth
