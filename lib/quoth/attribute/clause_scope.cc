#include <algorithm>
#include <array>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clause_scope_internal.h"
#include "quoth/attribute/cue_lexicon.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::size_t kLongestTag = 6;  // units of "(Reuters)", brackets included

std::size_t content_limit(const Zone& zone) {
  std::size_t end = zone.size();
  while (end > 0 && (zone[end - 1].mark == '.' || zone[end - 1].mark == '?' || zone[end - 1].mark == '!')) --end;
  if (end == 0 || zone[end - 1].mark != ')') return end;
  std::size_t open = end - 1;
  while (open > 0 && end - open < kLongestTag && zone[open].mark != '(') --open;
  return open > 0 && zone[open].mark == '(' ? open : end;
}

}  // namespace

ClauseScope::ClauseScope(const Reading& reading, const Zone& zone)
    : reading_(reading), zone_(zone), cues_(find_cues(reading, zone)), end_(content_limit(zone)) {}

bool ClauseScope::word_is(std::size_t at, std::string_view word) const {
  return at < zone_.size() && reading_.view(zone_[at]) == word;
}

bool ClauseScope::begins_noun_phrase(std::size_t at) const {
  if (at >= end_) return false;
  const Unit& unit = zone_[at];
  if (unit.is_quote()) return true;
  if (!unit.is_word()) return false;
  if (unit.is(kTime)) return false;
  if (unit.is(kPreposition | kSubordinator | kAdverb) && !unit.is(kDeterminer | kPossessive)) return false;
  if (unit.is(kDeterminer | kPossessive | kSubjectPronoun | kCapitalised)) return true;
  return !unit.is(kPreposition | kCoordinator | kSubordinator | kAuxiliary | kAdverb | kRelative | kObjectPronoun |
                  kVerb | kQuestionWord);
}

bool ClauseScope::holds_verb(UnitRange units) const {
  for (std::size_t at = units.begin + 1; at < std::min(units.end, end_); ++at) {
    if (zone_[at].is_quote() || zone_[at].is(kClipped) || may_be_verb(reading_, zone_[at])) return true;
  }
  return zone_[units.begin].is(kClipped);
}

std::size_t ClauseScope::clause_begin(const CueMatch& match) {
  const bool source_first = !match.inverted && !match.source.empty() && match.source.end <= match.cue.begin;
  return source_first ? match.source.begin : match.cue.begin;
}

bool ClauseScope::borrows_source(const CueMatch& match) const {
  if (match.inverted || match.according_to || match.source.end >= match.cue.begin) return false;
  // An aside may stand between a source and its own cue: "Hale, as ever, said".
  const bool aside = mark_is(match.source.end, ',') && !match.gerund && !zone_[match.cue.begin - 1].is(kCoordinator);
  return !aside;
}

std::size_t ClauseScope::end_of_content(std::size_t cue, std::size_t begin) const {
  std::size_t end = end_;
  for (std::size_t next = cue + 1; next < cues_.size() && cues_[next].cue.begin < end; ++next) {
    if (const std::optional<std::size_t> cut = cut_before(cues_[next], cues_[cue], begin)) end = std::min(end, *cut);
  }
  for (std::size_t at = begin + 2; at < end; ++at) {
    const bool dash = zone_[at].mark == '-' && !dash_between(at + 1, end);
    if (dash || zone_[at].mark == ';' || remark_follows(at)) return at;
  }
  return end;
}

bool ClauseScope::ends_with_comma(const Unit& quotation) const {
  return reading_.document.view(reading_.quotes[static_cast<std::size_t>(quotation.quote)].inner).ends_with(',');
}

bool ClauseScope::dash_between(std::size_t begin, std::size_t end) const {
  return std::any_of(zone_.units.begin() + static_cast<std::ptrdiff_t>(begin),
                     zone_.units.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Unit& unit) { return unit.mark == '-'; });
}

bool ClauseScope::remark_follows(std::size_t comma) const {
  constexpr std::array<std::string_view, 7> kRemarks = {"but",     "while", "although", "though",
                                                        "whereas", "even",  "despite"};
  return zone_[comma].mark == ',' &&
         std::any_of(kRemarks.begin(), kRemarks.end(), [&](std::string_view word) { return word_is(comma + 1, word); });
}

// The unit at which a later cue's clause parts from content that began at `begin`; nothing where it lies inside that
// content.
std::optional<std::size_t> ClauseScope::cut_before(const CueMatch& next, const CueMatch& current,
                                                   std::size_t begin) const {
  const std::size_t after = clause_end(next);
  const bool pause_or_quotation = after < zone_.size() && !zone_[after].is_word();
  const bool quotation_only = (next.frames & ~cue_frame::kQuotation) == 0 && !next.according_to;
  if (quotation_only && !pause_or_quotation) return std::nullopt;  // "would go on promoting talks"
  const std::size_t clause = borrows_source(next) ? next.cue.begin : clause_begin(next);
  if (clause <= begin) return std::nullopt;
  std::size_t cut = clause;
  while (cut > begin && (zone_[cut - 1].is(kCoordinator) || zone_[cut - 1].mark == ',')) --cut;
  const bool same_subject = borrows_source(next) && next.source.begin < current.cue.end;
  // A comma parts clauses also where it stands inside a closing quotation mark: "called it “a slip,” and Roe agreed".
  const bool quoted_comma = cut > begin && zone_[cut - 1].is_quote() && ends_with_comma(zone_[cut - 1]);
  const bool parted = clause - cut > 1 ? zone_[cut].mark == ',' : clause - cut == 1 && quoted_comma;
  return next.according_to || same_subject || parted ? std::optional<std::size_t>(cut) : std::nullopt;
}

}  // namespace quoth
