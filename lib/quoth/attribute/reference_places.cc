#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/reference_places_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kAsideReach = 30;  // tokens from a subject to the verb after its asides

}  // namespace

PersonReference ReferencePlaces::reference_at(Range tokens, ReferenceForm form) const {
  PersonReference reference{.tokens = tokens, .form = form};
  reference.sentence = sentence_;
  reference.paragraph = paragraph_;
  reference.quote = quote_at(tokens.begin);
  reference.in_heading = document_.paragraphs[paragraph_].kind == ParagraphKind::heading;
  std::uint32_t next = tokens.end;
  while (next < tokens_.end && (has(next, kAdverb) || view(next).ends_with("self"))) ++next;
  const bool said_after = next < tokens_.end && is_cue_verb(next);
  const bool said_before = inverted_cue(tokens.begin);
  reference.subject = said_after || (next < tokens_.end && may_be_finite(next));
  std::uint32_t after = next;
  while (after < tokens_.end && has(after, kAuxiliary | kAdverb)) ++after;
  reference.speaks = said_after || (after > next && after < tokens_.end && is_cue_verb(after)) ||
                     (said_before && !has(tokens.begin, kObjectPronoun | kPossessive) && !reference.subject);
  find_place_before(tokens.begin, reference);
  find_verb_after_aside(next, reference);
  reference.trails = reference.speaks && tokens.begin > tokens_.begin && comma_or_quote(tokens.begin - 1);
  return reference;
}

// "Daniel Osgood, a historian who has written on the talks, believes": what opens a sentence is its subject, and the
// verb after the asides is its own.
void ReferencePlaces::find_verb_after_aside(std::uint32_t next, PersonReference& reference) const {
  if (reference.subject || !reference.opens || reference.after_preposition || reference.possessive) return;
  reference.subject = true;
  if (next >= tokens_.end || (!opens_aside(next) && !has(next, kPreposition))) return;
  bool own = !opens_aside(next);  // may a verb here be the subject's own?
  for (std::uint32_t at = next; at < std::min(tokens_.end, next + kAsideReach); ++at) {
    if (own && !has(at, kRelative) && is_cue_verb(at)) {
      reference.speaks = true;
      return;
    }
    const bool mark = opens_aside(at);
    if (mark || has(at, kRelative | kSubordinator)) {
      own = mark;
    } else if (own && at > next && opens_aside(at - 1) && !has(at, kAdverb | kAuxiliary)) {
      own = false;
    }
  }
}

// A comma or a dash.
bool ReferencePlaces::opens_aside(std::uint32_t token) const {
  const std::string_view mark = view(token);
  return mark == "," || mark == "—" || mark == "–";
}

// "“...,” said X", "..., according to the minister, said X": a verb of speech after a mark.
bool ReferencePlaces::inverted_cue(std::uint32_t token) const {
  std::uint32_t verb = token;
  while (verb > tokens_.begin && has(verb - 1, kTitle | kOfficeNoun | kTitleModifier | kPersonNoun)) --verb;
  if (verb < tokens_.begin + 2 || !is_cue_verb(verb - 1)) return false;
  return document_.tokens[verb - 2].kind == TokenKind::punctuation;
}

bool ReferencePlaces::comma_or_quote(std::uint32_t token) const {
  const std::string_view mark = view(token);
  return mark == "," || mark == "\"" || mark == "”" || mark == "’" || mark == "'";
}

void ReferencePlaces::find_place_before(std::uint32_t token, PersonReference& reference) const {
  if (token > tokens_.begin) {
    std::uint32_t before = token - 1;
    // "to President Putin", "in the chancellor's"
    while (before > tokens_.begin && has(before, kTitle | kOfficeNoun | kTitleModifier)) --before;
    reference.after_preposition = has(before, kPreposition);
    reference.after_verb = may_be_finite(before) || is_cue_verb(before);
  }
  reference.opens = true;
  for (std::uint32_t at = std::max(tokens_.begin, token - std::min(token, 12U)); at < token; ++at) {
    if ((has(at, kAuxiliary | kVerb | kSubjectPronoun) && !has(at, kDeterminer)) || is_cue_verb(at))
      reference.opens = false;
  }
  reference.opens = reference.opens && token - tokens_.begin <= 12;
}

bool ReferencePlaces::may_be_finite(std::uint32_t token) const {
  if (has(token, kAuxiliary | kVerb)) return true;
  const std::string_view word = view(token);
  return word.size() > 3 && word.ends_with("ed") && !has(token, kCapitalised);
}

bool ReferencePlaces::is_cue_verb(std::uint32_t token) const {
  return document_.tokens[token].kind == TokenKind::word && !has(token, kCapitalised) &&
         !find_cue_verbs(view(token)).empty();
}

// The innermost Quote that holds the token.
std::int32_t ReferencePlaces::quote_at(std::uint32_t token) const {
  const Span span = document_.tokens[token].span;
  const Range quotes = reading_.quotes_of(paragraph_);
  std::int32_t innermost = -1;
  const auto first = reading_.quotes.begin() + quotes.begin;
  const auto after = std::partition_point(first, reading_.quotes.begin() + quotes.end,
                                          [&](const Quote& quote) { return quote.outer.begin <= span.begin; });
  constexpr std::ptrdiff_t kFarthest = 16;  // quotations beside it that may hide the one around it
  for (auto quote = after; innermost < 0 && quote != first && after - quote < kFarthest;) {
    --quote;
    if (quote->inner.contains(span)) innermost = static_cast<std::int32_t>(quote - reading_.quotes.begin());
  }
  return innermost;
}

}  // namespace quoth
