#include <algorithm>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/noun_phrases_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::size_t kLongestPhrase = 45;  // units; longer ones are the rules' error, not a writer's phrase

bool capitalised(const Unit& unit) {
  return unit.is(kCapitalised);
}

// "Sen." before a name, "J." in a name: the full stop belongs to the word before it.
bool abbreviation_stop(const Reading& reading, const Zone& zone, std::size_t at) {
  if (at == 0 || zone[at].mark != '.' || !capitalised(zone[at - 1])) return false;
  if (zone[at].span.begin != zone[at - 1].span.end) return false;
  const std::string_view word = reading.view(zone[at - 1]);
  return word.size() == 1 || zone[at - 1].is(kTitle) || word.find('.') != std::string_view::npos || word == "Jr" ||
         word == "Sr" || word == "St";
}

// A nickname, title or scare quote in a noun phrase: short, and without the comma or stop that ends quoted speech.
bool short_quotation(const Reading& reading, const Unit& unit) {
  if (!unit.is_quote() || unit.span.size() > 40) return false;
  const std::string_view inner = reading.document.view(reading.quotes[static_cast<std::size_t>(unit.quote)].inner);
  return std::string_view(",.?!").find(inner.back()) == std::string_view::npos;
}

bool relative_before(const Zone& zone, std::size_t at) {
  for (std::size_t steps = 0; at > 0 && steps < 10; --at, ++steps) {
    if (zone[at - 1].mark == ',' || zone[at - 1].is_quote()) return false;
    if (zone[at - 1].is(kRelative)) return true;
  }
  return false;
}

bool nounlike_neighbours(const Zone& zone, std::size_t coordinator) {
  if (coordinator == 0 || coordinator + 1 >= zone.size()) return false;
  const Unit& left = zone[coordinator - 1];
  const Unit& right = zone[coordinator + 1];
  if (!left.is_word() || left.is(kAuxiliary | kVerb | kAdverb | kPreposition)) return false;
  const bool left_names = left.is(kCapitalised | kPersonNoun | kBodyNoun | kSubjectPronoun);
  const bool right_names = right.is(kCapitalised | kPersonNoun | kBodyNoun | kPossessive | kDeterminer);
  return left_names && right_names;
}

// "listed three demands": a form in -ed with an object is a verb; "retired general" and "officials involved in" are
// none.
bool finite_past(const Reading& reading, const Zone& zone, std::size_t at) {
  if (at == 0 || at + 1 >= zone.size() || capitalised(zone[at]) || !reading.view(zone[at]).ends_with("ed"))
    return false;
  const Unit& before = zone[at - 1];
  if (before.is(kDeterminer | kPossessive | kPreposition | kCoordinator | kAdverb) && !before.is(kSubjectPronoun))
    return false;
  return zone[at + 1].is(kDeterminer | kPossessive | kNumberWord | kSubjectPronoun | kObjectPronoun);
}

// May the phrase that begins at `begin` take in unit begin - 1?
bool extends_left(const Reading& reading, const Zone& zone, std::size_t begin, std::size_t end) {
  const std::size_t at = begin - 1;
  const Unit& unit = zone[at];
  if (unit.is_quote()) return short_quotation(reading, unit);
  if (unit.mark == '.') return abbreviation_stop(reading, zone, at);
  if (unit.mark == ')') return begin == end || capitalised(zone[at - (at > 0 ? 1 : 0)]);
  if (unit.mark == '(' || unit.mark == '/') return begin < end;
  if (unit.mark != 0) return false;
  if (unit.is(kCoordinator)) return nounlike_neighbours(zone, at);
  if (unit.is(kRelative)) return !unit.is(kSubordinator) && at > 0 && zone[at - 1].is_word();
  if (unit.is(kObjectPronoun) && !unit.is(kPossessive))
    return relative_before(zone, at) || (at > 0 && reading.view(zone[at - 1]) == "of");
  if (unit.is(kSubordinator | kQuestionWord | kSubjectPronoun) && !unit.is(kPossessive)) return false;
  if (unit.is(kTime) && begin < end && !capitalised(zone[begin])) return true;
  if (unit.is(kTime)) return false;
  if (unit.is(kAdverb)) {
    return begin < end && !zone[begin].is(kDeterminer | kPossessive | kCapitalised) && at > 0 &&
           zone[at - 1].is(kDeterminer);
  }
  if (!capitalised(unit) && (unit.is(kAuxiliary | kVerb) || !find_cue_verbs(reading.view(unit)).empty())) {
    const bool noun_use = at > 0 && zone[at - 1].is(kDeterminer | kPossessive | kPreposition) && !unit.is(kAuxiliary);
    return noun_use || relative_before(zone, at);
  }
  return !finite_past(reading, zone, at);
}

// Takes off what a phrase cannot begin with: "and", "also", "In Iowa" of "In Iowa Mr Hale".
std::size_t trimmed_begin(const Zone& zone, std::size_t begin, std::size_t end) {
  while (begin < end && (zone[begin].is(kCoordinator | kAdverb | kSubordinator | kTime) || zone[begin].mark != 0) &&
         !zone[begin].is(kDeterminer)) {
    ++begin;
  }
  if (begin >= end || !zone[begin].is(kPreposition)) return begin;
  for (std::size_t i = end; i-- > begin + 2;) {
    const bool starts = zone[i].is(kDeterminer | kPossessive) || (capitalised(zone[i]) && !capitalised(zone[i - 1]));
    if (starts && !zone[i - 1].is(kPreposition | kDeterminer | kPossessive)) return i;
  }
  return end;
}

bool can_end_phrase(const Reading& reading, const Unit& unit) {
  if (unit.is_quote()) return short_quotation(reading, unit);
  if (unit.mark != 0) return unit.mark == ')' || unit.mark == '.';
  return !unit.is(kPreposition | kCoordinator | kAuxiliary | kObjectPronoun | kAdverb | kTime | kVerb) ||
         capitalised(unit);
}

// Does an aside that begins with this unit describe the noun before it?
bool describes(const Reading& reading, const Unit& unit) {
  if (unit.is(kRelative | kDeterminer | kPossessive | kTitle | kPersonNoun | kBodyNoun)) return true;
  if (unit.is(kPreposition | kAdverb | kSubordinator | kCoordinator | kTime | kAuxiliary) || !unit.is_word())
    return false;
  const std::string_view word = reading.view(unit);
  if (word.ends_with("ing") || (word.ends_with("ed") && !capitalised(unit))) return false;
  return true;
}

bool names_somebody(const Zone& zone, UnitRange phrase) {
  if (phrase.empty()) return false;
  const Unit& first = zone[phrase.begin];
  if (first.is(kSubjectPronoun)) return phrase.end - phrase.begin == 1;
  for (std::size_t at = phrase.begin; at < phrase.end; ++at) {
    if (zone[at].is(kCapitalised | kPersonNoun | kBodyNoun | kOfficeNoun | kTitle)) return true;
  }
  return false;
}

std::size_t end_of_apposition(const Reading& reading, const Zone& zone, std::size_t comma) {
  std::size_t end = comma + 1;
  while (end < zone.size() && zone[end].mark != ',' && zone[end].mark != ';' && zone[end].mark != ':' &&
         zone[end].mark != '-' && !(zone[end].mark == '.' && end + 1 == zone.size()) &&
         !(zone[end].is_quote() && !short_quotation(reading, zone[end]))) {
    ++end;
  }
  return end;
}

// "reporters the plan", "voters she": a determiner or pronoun that nothing joins to the noun before it begins another
// phrase.
bool starts_another_phrase(const Reading& reading, const Zone& zone, std::size_t at) {
  const Unit& unit = zone[at];
  const Unit& before = zone[at - 1];
  if (before.is(kPreposition | kCoordinator | kDeterminer) || !before.is_word()) return false;
  if (unit.is(kDeterminer | kPossessive | kSubjectPronoun)) return true;
  const bool common_noun = before.is(kPersonNoun | kBodyNoun) && !before.is(kCapitalised | kTitle | kOfficeNoun);
  return common_noun && unit.is(kCapitalised) && before.is(kPlural) && reading.view(before).ends_with("s");
}

// May a phrase that began at `begin` take in the preposition at `at`?
bool takes_preposition(const Reading& reading, const Zone& zone, std::size_t begin, std::size_t at) {
  const std::string_view word = reading.view(zone[at]);
  if (word == "of") return true;
  const bool name_alone = capitalised(zone[begin]) && !zone[begin].is(kDeterminer) && capitalised(zone[at - 1]);
  return !name_alone && (word == "for" || word == "from" || word == "with" || word == "at" || word == "close");
}

// May a phrase that began at `begin` take in the unit at `at`, neither a comma nor a bracket?
bool takes_word(const Reading& reading, const Zone& zone, std::size_t begin, std::size_t at) {
  const Unit& unit = zone[at];
  if (unit.mark == '.') return abbreviation_stop(reading, zone, at) && at + 1 < zone.size();
  if (unit.mark != 0) return false;
  if (unit.is_quote() && (!short_quotation(reading, unit) || at + 1 == zone.size())) return false;
  if (at > begin && (reading.view(unit) == "that" || starts_another_phrase(reading, zone, at))) return false;
  if (unit.is(kCoordinator)) return nounlike_neighbours(zone, at);
  if (unit.is(kPreposition)) return at > begin && takes_preposition(reading, zone, begin, at);
  if (unit.is(kDeterminer | kPossessive)) return true;
  if (unit.is(kTime) && capitalised(unit) && at > begin && zone[at - 1].is(kDeterminer)) return true;
  return !unit.is(kTime | kAdverb | kSubordinator | kRelative | kAuxiliary | kSubjectPronoun | kObjectPronoun);
}

// "MANILA, Philippines, Dec. 3 (Reuters) — ": the unit after the dash, 0 where there is none.
std::size_t after_dateline(const Zone& zone) {
  for (std::size_t at = 0; at < std::min<std::size_t>(zone.size(), 14); ++at) {
    if (zone[at].mark == '-') return at > 0 && zone[0].is(kAllCapitals) ? at + 1 : 0;
    if (zone[at].is_quote() || zone[at].is(kAuxiliary | kVerb | kSubjectPronoun)) return 0;
  }
  return 0;
}

}  // namespace

bool may_be_verb(const Reading& reading, const Unit& unit) {
  if (!unit.is_word() || capitalised(unit)) return false;
  if (unit.is(kAuxiliary | kVerb)) return true;
  if (unit.is(kDeterminer | kPreposition | kPersonNoun | kAdverb | kTime | kCoordinator)) return false;
  const std::string_view word = reading.view(unit);
  return (word.size() > 4 && word.ends_with("ed")) || !find_cue_verbs(word).empty();
}

UnitRange noun_phrase_before(const Reading& reading, const Zone& zone, std::size_t end) {
  if (end == 0 || end > zone.size()) return {};
  const bool of_them = end >= 2 && zone[end - 1].is(kObjectPronoun) && reading.view(zone[end - 2]) == "of";
  if (!can_end_phrase(reading, zone[end - 1]) && !of_them) return {};
  if (zone[end - 1].is(kSubjectPronoun | kRelative) && !zone[end - 1].is(kDeterminer)) return {end - 1, end};
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestPhrase && extends_left(reading, zone, begin, end)) --begin;
  begin = trimmed_begin(zone, begin, end);
  if (begin < end && zone[end - 1].mark == '.' && !abbreviation_stop(reading, zone, end - 1)) return {};
  return {begin, end};
}

UnitRange noun_phrase_before_aside(const Reading& reading, const Zone& zone, std::size_t end) {
  if (end < 3 || zone[end - 1].mark != ',') return {};
  UnitRange best;
  std::size_t comma = end - 1;
  while (comma > 0 && end - comma < kLongestPhrase) {
    --comma;
    if (zone[comma].mark == ';' || zone[comma].mark == ':' ||
        (zone[comma].is_quote() && !short_quotation(reading, zone[comma])))
      break;
    if (zone[comma].mark != ',' || comma + 1 >= end - 1) continue;
    const UnitRange phrase = noun_phrase_before(reading, zone, comma);
    if (!names_somebody(zone, phrase) || phrase.begin >= comma) continue;
    const Unit& opens = zone[comma + 1];
    best = describes(reading, opens) ? UnitRange{phrase.begin, end} : phrase;
    const bool clause_start = phrase.begin == 0 || zone[phrase.begin - 1].mark != ',';
    if (clause_start) break;
  }
  return best;
}

UnitRange noun_phrase_after(const Reading& reading, const Zone& zone, std::size_t begin) {
  if (begin >= zone.size() || !zone[begin].is_word()) return {};
  if (zone[begin].is(kSubjectPronoun | kObjectPronoun) && !zone[begin].is(kPossessive)) return {begin, begin + 1};
  if (zone[begin].is(kPreposition | kSubordinator | kRelative | kAuxiliary | kAdverb | kTime | kCoordinator |
                     kQuestionWord) &&
      !zone[begin].is(kDeterminer | kPossessive)) {
    return {};
  }
  std::size_t end = begin;
  while (end < zone.size() && end - begin < kLongestPhrase) {
    const Unit& unit = zone[end];
    if (unit.mark == ',') {
      if (end + 1 >= zone.size() || !describes(reading, zone[end + 1]) || zone[end + 1].is(kSubjectPronoun)) break;
      end = end_of_apposition(reading, zone, end);
      if (end < zone.size() && zone[end].mark == ',' && end + 1 < zone.size() && describes(reading, zone[end + 1]))
        continue;
      break;
    } else if (unit.mark == '(') {
      while (end < zone.size() && zone[end].mark != ')') ++end;
      if (end < zone.size()) ++end;
    } else if (takes_word(reading, zone, begin, end)) {
      ++end;
    } else {
      break;
    }
  }
  end = std::min(end, zone.size());
  while (end > begin && (zone[end - 1].mark == ',' || zone[end - 1].is(kPreposition | kCoordinator))) --end;
  return {begin, end};
}

MainClause main_clause(const Reading& reading, const Zone& zone) {
  std::size_t at = after_dateline(zone);
  // Fronted adverbials end at a comma: "During the call, ...", "Last month, in Rome, ...".
  while (at < zone.size() &&
         (zone[at].is(kPreposition | kSubordinator | kAdverb | kTime) || reading.view(zone[at]).ends_with("ing"))) {
    std::size_t comma = at;
    while (comma < zone.size() && zone[comma].mark != ',') ++comma;
    if (comma >= zone.size()) break;
    at = comma + 1;
  }
  MainClause clause;
  clause.subject.begin = at;
  while (at < zone.size() && zone[at].is_word() && !may_be_verb(reading, zone[at]) && !zone[at].is(kAdverb)) {
    const bool name_ends =
        at > clause.subject.begin && capitalised(zone[at - 1]) &&
        !zone[at - 1].is(kDeterminer | kPossessive | kPreposition | kTitle) && !capitalised(zone[at]) &&
        !zone[at].is(kPreposition | kCoordinator | kDeterminer | kTitle | kPersonNoun | kOfficeNoun | kBodyNoun);
    if (name_ends) break;
    ++at;
    if (zone[at - 1].is(kSubjectPronoun)) break;
  }
  clause.subject.end = at;
  if (clause.subject.empty()) return {};
  if (at < zone.size() && zone[at].mark == ',') {
    std::size_t close = at + 1;
    while (close < zone.size() && zone[close].mark != ',') ++close;
    if (close >= zone.size()) return {};
    if (describes(reading, zone[at + 1])) clause.subject.end = close + 1;
    at = close + 1;
  }
  clause.verb.begin = at;
  while (at < zone.size() && zone[at].is(kAuxiliary | kAdverb)) ++at;
  if (at < zone.size() && zone[at].is_word() && !zone[at].is(kPreposition | kDeterminer | kPossessive | kCapitalised))
    ++at;
  clause.verb.end = at;
  // An adverb alone before the verb ("also hailed") is no part of the cue of a lead-in line.
  while (clause.verb.end - clause.verb.begin > 1 && zone[clause.verb.begin].is(kAdverb)) ++clause.verb.begin;
  if (clause.verb.empty()) return {};
  return clause;
}

}  // namespace quoth
