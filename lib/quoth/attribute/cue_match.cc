#include <algorithm>
#include <array>

#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/cue_match_internal.h"

namespace quoth {
namespace {

using namespace word_class;
using namespace cue_frame;

// Half of all words, which the lexicon need not be asked for.
bool is_never_cue(const Unit& unit) {
  return unit.is(kDeterminer | kPossessive | kSubjectPronoun | kObjectPronoun | kRelative | kCoordinator | kAuxiliary);
}

class CueFinder {
 public:
  CueFinder(const Reading& reading, const Zone& zone) : reading_(reading), zone_(zone) {}

  std::vector<CueMatch> find() {
    for (std::size_t at = 0; at < zone_.size(); ++at) {
      if (!zone_[at].is_word() || is_never_cue(zone_[at])) continue;
      if (std::optional<CueMatch> match = source_preposition(at)) {
        matches_.push_back(*match);
        at = match->cue.end - 1;
      } else if (std::optional<CueMatch> verb = cue_verb(at)) {
        matches_.push_back(*verb);
        at = verb->cue.end - 1;
      }
    }
    return std::move(matches_);
  }

 private:
  bool word_is(std::size_t at, std::string_view word) const {
    return at < zone_.size() && reading_.view(zone_[at]) == word;
  }

  // "according to X", "in the words of X".
  std::optional<CueMatch> source_preposition(std::size_t at) const {
    std::size_t end = 0;
    if ((word_is(at, "according") || word_is(at, "According")) && word_is(at + 1, "to")) end = at + 2;
    if ((word_is(at, "in") || word_is(at, "In")) && word_is(at + 1, "the") && word_is(at + 2, "words") &&
        word_is(at + 3, "of"))
      end = at + 4;
    if (end == 0) return std::nullopt;
    CueMatch match;
    match.cue = {at, end};
    match.source = noun_phrase_after(reading_, zone_, end);
    match.according_to = true;
    // "According to Hale, the bank ...": what follows the comma at the start of a sentence is content, unless it is
    // somebody's description and a comma closes it.
    if (at == 0 || zone_[at - 1].mark == ':') match.source.end = end_of_fronted_source(match.source);
    if (match.source.empty()) return std::nullopt;
    return match;
  }

  std::size_t end_of_fronted_source(UnitRange source) const {
    std::size_t comma = source.begin;
    while (comma < source.end && zone_[comma].mark != ',') ++comma;
    if (comma >= source.end) return source.end;
    std::size_t close = comma + 1;
    while (close < zone_.size() && zone_[close].mark != ',' && !zone_[close].is_quote()) ++close;
    const bool closes = close < zone_.size() && zone_[close].mark == ',';
    const bool describes = zone_[comma + 1].is(kRelative) || has_class(comma + 1, close, kPersonNoun | kOfficeNoun);
    return closes && describes && !has_class(comma + 1, close, kAuxiliary | kVerb) ? close : comma;
  }

  std::optional<CueMatch> cue_verb(std::size_t at) const {
    for (const CueVerb& verb : find_cue_verbs(reading_.view(zone_[at]))) {
      // Capitals within a sentence are names ("the State Department"), but for headlines, whose verbs are inflected.
      if (at > 0 && zone_[at].is(kCapitalised) && verb.form == VerbForm::base) continue;
      std::size_t end = at + 1;
      if (!verb.particle.empty()) {
        if (!word_is(end, verb.particle)) continue;
        ++end;
      }
      if (std::optional<CueMatch> match = with_source(verb, {at, end})) return match;
    }
    return std::nullopt;
  }

  // Auxiliaries and adverbs before the verb belong to the cue: "has repeatedly said".
  std::size_t group_begin(std::size_t verb) const {
    std::size_t begin = verb;
    while (begin > 0 && verb - begin < 5 && zone_[begin - 1].is(kAuxiliary | kAdverb)) --begin;
    return begin;
  }

  bool has_class(std::size_t begin, std::size_t end, std::uint32_t classes) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (zone_[i].is(classes)) return true;
    }
    return false;
  }

  std::optional<CueMatch> with_source(const CueVerb& verb, UnitRange words) const {
    const std::size_t begin = group_begin(words.begin);
    const bool be = has_class(begin, words.begin, kBe);
    if (be && verb.form != VerbForm::gerund) return std::nullopt;  // passive
    if (supposed(begin, words.begin)) return std::nullopt;
    if (begin > 0 && zone_[begin - 1].is_word() && zone_[begin - 1].is(kPreposition) && verb.form != VerbForm::gerund)
      return std::nullopt;
    CueMatch match;
    match.cue = {begin, words.end};
    match.frames = verb.frames;
    match.gerund = verb.form == VerbForm::gerund && !be;
    if (verb.form == VerbForm::participle && begin == words.begin) return std::nullopt;
    if (noun_like(verb, words.begin, begin) || in_compound(words)) return std::nullopt;
    if (verb.form == VerbForm::past && word_is(words.end, "by")) return std::nullopt;  // "a plan suggested by"
    find_source(match, verb);
    if (match.source.empty() || !agrees(match, verb) || own_thought(match, verb)) return std::nullopt;
    return match;
  }

  // "may have asked": the writer's guess.
  bool supposed(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end; ++at) {
      if (word_is(at, "may") || word_is(at, "might") || word_is(at, "could")) return true;
    }
    return false;
  }

  // "the claims", "his calls for", "a demand": a noun that looks like the verb.
  bool noun_like(const CueVerb& verb, std::size_t at, std::size_t begin) const {
    if (at == 0 || begin != at) return false;
    const Unit& before = zone_[at - 1];
    if (before.is(kDeterminer | kPossessive) && !before.is(kSubjectPronoun | kRelative)) return true;
    if (before.is(kNumberWord | kTime) && verb.form != VerbForm::past)
      return true;  // "three demands", "an October call"
    const std::string_view word = reading_.view(before);
    const bool possessive = word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s’");
    return possessive && verb.form != VerbForm::past;
  }

  // "life-threatening", "so-called": part of a hyphenated word.
  bool in_compound(UnitRange words) const {
    const auto hyphen = [&](std::size_t at) { return reading_.view(zone_[at]) == "-"; };
    return (words.begin > 0 && hyphen(words.begin - 1)) || (words.end < zone_.size() && hyphen(words.end));
  }

  // "officials say" but not "the official say": a base form alone asks for a plural, or it is a noun ("the Taiwan
  // question").
  bool agrees(const CueMatch& match, const CueVerb& verb) const {
    if (verb.form != VerbForm::base || match.inverted || match.cue.begin < words_begin(match, verb)) return true;
    const Unit& last = zone_[match.source.end - 1];
    if (last.is(kRelative) && !last.is(kDeterminer)) return true;
    if (last.is(kSubjectPronoun)) {
      constexpr std::array<std::string_view, 9> kPlurals = {"I",    "we",   "We",     "you",   "You",
                                                            "they", "They", "others", "Others"};
      return std::find(kPlurals.begin(), kPlurals.end(), reading_.view(last)) != kPlurals.end();
    }
    if (match.source.end != match.cue.begin) return true;
    if (last.is(kPlural) || has_class(match.source.begin, match.source.end, kCoordinator)) return true;
    const std::string_view word = reading_.view(last);
    return !last.is(kCapitalised) && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("'s");
  }

  static std::size_t words_begin(const CueMatch& match, const CueVerb& verb) {
    return match.cue.end - (verb.particle.empty() ? 1 : 2);
  }

  // "I think", "you want": in quoted speech part of what is said, not a report of it.
  bool own_thought(const CueMatch& match, const CueVerb& verb) const {
    if (zone_.quote < 0 || match.source.end - match.source.begin != 1) return false;
    const std::string_view source = reading_.view(zone_[match.source.begin]);
    const bool first_or_second =
        source == "I" || source == "we" || source == "We" || source == "you" || source == "You";
    return first_or_second && verb.form != VerbForm::past;
  }

  void find_source(CueMatch& match, const CueVerb& verb) const {
    const std::size_t begin = match.cue.begin;
    const bool at_edge = begin == 0 || zone_[begin - 1].is_quote() || zone_[begin - 1].mark != 0;
    if (!match.gerund && begin > 0 && zone_[begin - 1].mark == ',') {
      match.source = noun_phrase_before_aside(reading_, zone_, begin);
      if (match.source.end == begin) return;
    }
    if (at_edge && may_invert(match, verb)) {
      match.source = noun_phrase_after(reading_, zone_, match.cue.end);
      match.inverted = true;
      return;
    }
    if (begin == 0) return;
    const std::size_t end = before_circumstance(begin);
    if ((match.gerund && (at_edge || zone_[begin - 1].is(kPreposition))) || zone_[begin - 1].is(kCoordinator)) {
      match.source = subject_of_sentence(begin);
    } else if (zone_[begin - 1].mark != ',') {
      match.source = noun_phrase_before(reading_, zone_, end);
    }
  }

  // "Hale on Monday said", "Hale Monday said": where the subject ends.
  std::size_t before_circumstance(std::size_t begin) const {
    if (begin < 2 || !zone_[begin - 1].is(kTime) || !zone_[begin - 1].is(kCapitalised)) return begin;
    return zone_[begin - 2].is(kPreposition) ? begin - 2 : begin - 1;
  }

  // Does a whole clause stand before unit `end`, as before the comma of "It rained, said Hale"?
  bool follows_clause(std::size_t end) const {
    for (std::size_t at = 0; at < end; ++at) {
      if (zone_[at].is_quote() || zone_[at].is(kClipped) || may_be_verb(reading_, zone_[at])) return true;
    }
    return false;
  }

  // "said Xi": after a quotation or a comma, the verb alone in the past or present, and a noun phrase that closes its
  // clause.
  bool may_invert(const CueMatch& match, const CueVerb& verb) const {
    const bool one_word = match.cue.end - match.cue.begin == 1;
    if (!one_word || match.gerund || (verb.frames & (kClause | kQuotation)) == 0 || verb.lemma == "tell") return false;
    const UnitRange after = noun_phrase_after(reading_, zone_, match.cue.end);
    if (after.empty()) return false;
    if (match.cue.begin > 0 && zone_[match.cue.begin - 1].is_quote()) return true;
    if (!follows_clause(match.cue.begin)) return false;
    const bool closes = after.end >= zone_.size() || zone_[after.end].mark != 0 || zone_[after.end].is_quote() ||
                        zone_[after.end].is(kPreposition | kAdverb) ||
                        (zone_[after.end].is(kTime) && zone_[after.end - 1].is(kCapitalised));
    const bool named = has_class(after.begin, after.end, kCapitalised | kPersonNoun | kBodyNoun | kSubjectPronoun);
    return closes && named;
  }

  // Whose clause a gerund or a second verb hangs on: the source of the cue before it, else the subject of the sentence.
  UnitRange subject_of_sentence(std::size_t before) const {
    if (!matches_.empty() && matches_.back().cue.end <= before && !matches_.back().according_to)
      return matches_.back().source;
    const MainClause clause = main_clause(reading_, zone_);
    return clause.subject.end <= before ? clause.subject : UnitRange{};
  }

  const Reading& reading_;
  const Zone& zone_;
  std::vector<CueMatch> matches_;
};

}  // namespace

std::vector<CueMatch> find_cues(const Reading& reading, const Zone& zone) {
  return CueFinder(reading, zone).find();
}

}  // namespace quoth
