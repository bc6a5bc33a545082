#include <algorithm>
#include <optional>
#include <string_view>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clauses_internal.h"
#include "quoth/attribute/lone_quotations_internal.h"

namespace quoth {
namespace {

constexpr std::uint32_t kFewestWords = 2;  // one word alone is a term more often than a remark
constexpr std::uint32_t kFewestOfSentence = 4;
constexpr std::uint32_t kLongestLabel = 24;
constexpr std::uint32_t kFarthest = 100;  // words from the quotation to its clause
constexpr double kConfidenceBeforeColon = 0.75;
constexpr double kConfidenceOfLabel = 0.6;
constexpr double kConfidenceBesideComma = 0.7;

struct Owner {
  Range source;
  Range cue;
  double confidence = 0;
};

class LoneQuotation {
 public:
  // `around`: the Quote that it lies in, -1 outside.
  LoneQuotation(const WordSheet& sheet, const Quote& quote, std::int32_t around)
      : sheet_(sheet), quote_(quote), around_(around), words_(words_in(sheet.words, quote.outer)) {
    if (words_.empty()) return;
    const WordFacts& first = sheet.words[words_.begin];
    const Range before = sheet.sentences[first.sentence];
    const Range after = sheet.sentences[sheet.words[words_.end - 1].sentence];
    sentence_ = {std::max(before.begin, words_.begin - std::min(words_.begin, kFarthest)),
                 std::min(after.end, words_.end + kFarthest)};
  }

  std::optional<Owner> owner() const {
    if (words_.empty() || word_count() < kFewestWords) return std::nullopt;
    std::optional<Owner> found = owner_before();
    if (!found) found = owner_after();
    // Within speech "people say, ‘...’" cites nobody; "he told me, ‘...’" does.
    if (found && around_ >= 0 && !in_past(found->cue)) return std::nullopt;
    return found;
  }

 private:
  std::uint32_t word_count() const {
    return static_cast<std::uint32_t>(std::count_if(sheet_.words.begin() + words_.begin,
                                                    sheet_.words.begin() + words_.end,
                                                    [](const WordFacts& word) { return word.mark == 0; }));
  }

  bool on_level(std::uint32_t word) const { return sheet_.words[word].quote == around_; }

  // “The Slow Wire”: every long word has a capital.
  bool is_title() const {
    int long_words = 0;
    for (std::uint32_t i = words_.begin; i < std::min(words_.end, words_.begin + kFarthest); ++i) {
      const WordFacts& word = sheet_.words[i];
      if (word.mark != 0 || word.span.size() <= 3) continue;
      if ((word.classes & word_class::kCapitalised) == 0) return false;
      ++long_words;
    }
    return long_words >= 2;
  }

  std::optional<Owner> owner_before() const {
    if (words_.begin == sentence_.begin || !on_level(words_.begin - 1)) return std::nullopt;
    const char mark = sheet_.words[words_.begin - 1].mark;
    if (mark != ':' && mark != ',') return owner_of_sentence();
    const Level level{.words = {sentence_.begin, words_.begin - 1}, .quote = around_};
    const std::optional<Clause> clause = last_clause(sheet_, level);
    if (mark == ':') {
      if (std::optional<Owner> label = label_before()) return label;
      const std::optional<Clause> main = main_clause(sheet_, level);
      if (!main || !is_named(sheet_, main->subject)) return std::nullopt;
      const bool says = clause && frames(clause->verb) != 0;
      return Owner{.source = (says ? clause : main)->subject,
                   .cue = (says ? clause : main)->verb,
                   .confidence = kConfidenceBeforeColon};
    }
    // A comma parts appositions and lists as well: only a verb of saying makes speech of what follows it.
    if (!clause || frames(clause->verb) == 0 || is_title()) return std::nullopt;
    return Owner{.source = clause->subject, .cue = clause->verb, .confidence = kConfidenceBesideComma};
  }

  // Hers carried the caption “Good friends never run out of coffee.” Whole sentences are no terms.
  std::optional<Owner> owner_of_sentence() const {
    if (word_count() < kFewestOfSentence || is_title() || around_ >= 0) return std::nullopt;
    const Range inner = words_in(sheet_.words, quote_.inner);
    const char last = last_mark_inside();
    if (inner.empty() || (last != '.' && last != '!' && last != '?') ||
        (sheet_.words[inner.begin].classes & word_class::kCapitalised) == 0)
      return std::nullopt;
    const std::optional<Clause> clause =
        last_clause(sheet_, {.words = {sentence_.begin, words_.begin}, .quote = around_});
    if (!clause) return std::nullopt;
    return Owner{.source = clause->subject, .cue = clause->verb, .confidence = kConfidenceOfLabel};
  }

  // "Irish Ferries, on its website:" — a name, what is said of it, and no verb but in a relative clause.
  std::optional<Owner> label_before() const {
    const std::uint32_t colon = words_.begin - 1;
    std::uint32_t begin = colon;
    while (begin > sentence_.begin && on_level(begin - 1) && colon - begin < kLongestLabel) --begin;
    if (begin != sentence_.begin || (sheet_.words[begin].classes & word_class::kCapitalised) == 0) return std::nullopt;
    std::uint32_t end = begin;
    while (end < colon && sheet_.words[end].mark != ',') ++end;
    const bool relative = end + 1 < colon && (sheet_.words[end + 1].grammar & grammar::kRelative) != 0;
    const auto finite = [](const WordFacts& word) { return (word.grammar & grammar::kFinite) != 0; };
    const auto from = sheet_.words.begin() + begin;
    if (std::any_of(from, sheet_.words.begin() + (relative ? end : colon), finite)) return std::nullopt;
    const bool named = std::any_of(from, sheet_.words.begin() + end, [](const WordFacts& word) {
      return word.mention != 0 || (word.classes & (word_class::kPersonNoun | word_class::kBodyNoun)) != 0;
    });
    if (!named) return std::nullopt;
    return Owner{
        .source = {begin, relative ? colon : end}, .cue = {colon, colon + 1}, .confidence = kConfidenceOfLabel};
  }

  // “...,” joked Mr. Carney. The quotation opens its sentence, so that it is no apposition within it.
  std::optional<Owner> owner_after() const {
    if (!opens_sentence() || words_.end >= sentence_.end || !on_level(words_.end)) return std::nullopt;
    const char inside = last_mark_inside();
    const bool comma_after = sheet_.words[words_.end].mark == ',';
    if (inside != ',' && inside != '?' && inside != '!' && !comma_after) return std::nullopt;
    if (is_title() && inside == ',') return std::nullopt;
    const std::optional<Clause> clause = first_clause(sheet_, {.words = {words_.end, sentence_.end}, .quote = around_});
    if (!clause) return std::nullopt;
    return Owner{.source = clause->subject, .cue = clause->verb, .confidence = kConfidenceBesideComma};
  }

  bool opens_sentence() const {
    return words_.begin == sentence_.begin || !on_level(words_.begin - 1) ||
           sheet_.words[words_.begin - 1].mark == '.' || sheet_.words[words_.begin - 1].mark == '"';
  }

  char last_mark_inside() const {
    const Range inner = words_in(sheet_.words, quote_.inner);
    return inner.empty() ? '\0' : sheet_.words[inner.end - 1].mark;
  }

  bool in_past(Range verb) const {
    return sheet_.words[verb.begin].mark == ':' || (sheet_.words[verb.end - 1].grammar & grammar::kPast) != 0;
  }

  std::uint16_t frames(Range verb) const {
    std::uint16_t all = 0;
    for (std::uint32_t i = verb.begin; i < verb.end; ++i) all |= sheet_.words[i].frames;
    return all;
  }

  const WordSheet& sheet_;
  const Quote& quote_;
  std::int32_t around_;
  Range words_;
  Range sentence_;  // the sentences that it touches, as far as a clause may reach
};

// Goes through the Quotes of a paragraph in order, and says of each whether a content holds it. Linear in Quotes and
// contents, but for the sorting of the latter.
class SaidQuotations {
 public:
  SaidQuotations(const Reading& reading, const std::vector<Draft>& drafts, std::size_t first) : reading_(reading) {
    for (std::size_t i = first; i < drafts.size(); ++i) {
      const std::vector<Span>& content = drafts[i].attribution.content;
      pieces_.insert(pieces_.end(), content.begin(), content.end());
    }
    std::sort(pieces_.begin(), pieces_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  // To be called once a Quote. Is the quotation in a content, or a content in it, apart from what holds the speech
  // around it as well?
  bool enter(std::uint32_t quote) {
    const Span span = reading_.quotes[quote].outer;
    while (!open_.empty() && reading_.quotes[open_.back().quote].outer.end <= span.begin) leave();
    for (; next_ < pieces_.size() && pieces_[next_].begin <= span.begin; ++next_) {
      std::uint32_t& reach = open_.empty() ? reach_ : open_.back().reach;
      reach = std::max(reach, pieces_[next_].end);
    }
    const bool within = (open_.empty() ? reach_ : open_.back().reach) >= span.end;
    const bool around = next_ < pieces_.size() && span.contains(pieces_[next_]);
    open_.push_back({.quote = quote});
    return within || around;
  }

  // The Quote around the one that was entered last, -1 where there is none.
  std::int32_t level() const {
    return open_.size() < 2 ? -1 : static_cast<std::int32_t>(open_[open_.size() - 2].quote);
  }

 private:
  struct Open {
    std::uint32_t quote = 0;
    std::uint32_t reach = 0;  // where the contents that begin in it end at the latest
  };

  void leave() {
    const std::uint32_t reach = open_.back().reach;
    open_.pop_back();
    std::uint32_t& above = open_.empty() ? reach_ : open_.back().reach;
    above = std::max(above, reach);
  }

  const Reading& reading_;
  std::vector<Span> pieces_;
  std::size_t next_ = 0;
  std::vector<Open> open_;
  std::uint32_t reach_ = 0;  // as Open::reach, outside Quotes
};

}  // namespace

void draft_lone_quotations(const Reading& reading, const WordSheet& sheet, std::uint32_t paragraph, std::size_t first,
                           std::vector<Draft>& drafts) {
  const Range quotes = reading.quotes_of(paragraph);
  SaidQuotations said(reading, drafts, first);
  for (std::uint32_t q = quotes.begin; q < quotes.end; ++q) {
    const Quote& quote = reading.quotes[q];
    if (said.enter(q) || quote.continues) continue;
    const std::optional<Owner> owner = LoneQuotation(sheet, quote, said.level()).owner();
    if (!owner) continue;
    Draft draft;
    draft.paragraph = paragraph;
    draft.attribution.source = {span_of(sheet, owner->source)};
    draft.attribution.cue = {span_of(sheet, owner->cue)};
    draft.attribution.content = {quote.outer};
    draft.attribution.kind = AttributionKind::direct;
    draft.attribution.confidence = owner->confidence;
    drafts.push_back(std::move(draft));
  }
}

}  // namespace quoth
