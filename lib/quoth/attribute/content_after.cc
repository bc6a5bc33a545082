#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/content_after_internal.h"
#include "quoth/attribute/cue_lexicon.h"

namespace quoth {
namespace {

using namespace word_class;
using namespace cue_frame;

constexpr std::size_t kLongestCircumstance = 20;  // units of "at a rally in Ohio on Tuesday"
constexpr std::size_t kAppealReach = 16;          // units between "urged" and the "to" of what was urged

// Does the quotation end as one does that closes its clause: with a stop or comma inside, or an inner quotation?
bool ends_with_stop(const Reading& reading, const Unit& quotation) {
  std::string_view inner = reading.document.view(reading.quotes[static_cast<std::size_t>(quotation.quote)].inner);
  while (!inner.empty() && inner.back() == ' ') inner.remove_suffix(1);
  for (const std::string_view stop : {",", ".", "?", "!", "…", "—", "-", "’", "'"}) {
    if (inner.ends_with(stop)) return true;
  }
  return false;
}

class ContentReader {
 public:
  ContentReader(const ClauseScope& scope, std::size_t cue, bool quotation_before)
      : scope_(scope),
        zone_(scope.zone()),
        cue_(cue),
        match_(scope.cues()[cue]),
        end_(scope.end()),
        quotation_before_(quotation_before) {}

  ContentAfter read() {
    std::size_t at = after_addressee(ClauseScope::clause_end(match_));
    const bool takes_object = frames(kObject | kCharge | kAppeal) && found_.addressee.empty();
    if (!takes_object || !scope_.begins_noun_phrase(at)) at = skip_circumstances(at);
    if (at >= end_) return found_;
    if (const std::optional<ContentForm> form = marked_form(at)) {
      const std::size_t begin = zone_[at].mark != 0 ? at + 1 : at;
      found_.form = *form;
      found_.content = {begin, *form == ContentForm::quotation ? quotation_end(begin) : clause_end(begin)};
    } else if (!match_.inverted && !quotation_before_) {
      read_unmarked(at);
    }
    return found_;
  }

 private:
  bool frames(std::uint16_t some) const { return (match_.frames & some) != 0; }
  std::size_t clause_end(std::size_t begin) const { return scope_.end_of_content(cue_, begin); }

  std::size_t after_addressee(std::size_t at) {
    if (!frames(kHearer) || match_.inverted || scope_.word_is(at, "that")) return at;
    found_.addressee = noun_phrase_after(scope_.reading(), zone_, at);
    return found_.addressee.empty() ? at : found_.addressee.end;
  }

  // "Monday", "an hour ago", "in a statement", "at a rally in Ohio": where and when it was said. The unit after them.
  std::size_t skip_circumstances(std::size_t at) const {
    for (std::size_t next = after_circumstance(at); next > at; next = after_circumstance(at)) at = next;
    return at;
  }

  std::size_t after_circumstance(std::size_t at) const {
    if (at >= end_) return at;
    if (zone_[at].is(kAdverb | kTime) && !zone_[at].is(kSubjectPronoun | kDeterminer)) return at + 1;
    if (zone_[at].is(kPreposition)) return after_prepositional(at);
    return after_time_phrase(at);
  }

  // "an hour ago", "the next morning", "last week".
  std::size_t after_time_phrase(std::size_t at) const {
    const bool begins =
        zone_[at].is(kDeterminer | kNumberWord) || scope_.word_is(at, "last") || scope_.word_is(at, "next");
    for (std::size_t noun = at + 1; begins && noun < std::min(end_, at + 4); ++noun) {
      if (zone_[noun].is(kTime)) return noun + 1;
      if (!zone_[noun].is_word() || zone_[noun].is(kCapitalised | kPreposition | kAuxiliary)) break;
    }
    return at;
  }

  // "in a statement": up to what shows that content begins, or past a word of time; `preposition` where nothing does.
  std::size_t after_prepositional(std::size_t preposition) const {
    for (std::size_t at = preposition + 1; at < std::min(end_, preposition + kLongestCircumstance); ++at) {
      const Unit& unit = zone_[at];
      if (unit.is_quote() || scope_.word_is(at, "that") || unit.mark == ':') return at;
      if (unit.mark == ',' && at + 1 < end_ && zone_[at + 1].is_quote()) return at;
      if (unit.mark == ';' || unit.mark == ',' || unit.is(kSubordinator | kAuxiliary)) break;
      if (unit.is(kSubjectPronoun)) return at;
    }
    return preposition + 1 < end_ && zone_[preposition + 1].is(kTime) ? preposition + 2 : preposition;
  }

  std::optional<ContentForm> marked_form(std::size_t at) const {
    const bool says = frames(kClause | kQuotation | kHearer);
    const bool pause = zone_[at].mark == ',' || zone_[at].mark == ':';
    if (says && pause && at + 1 < end_ && zone_[at + 1].is_quote()) return ContentForm::quotation;
    if (says && zone_[at].mark == ':') return ContentForm::that_clause;
    if (says && zone_[at].is_quote() && !quotation_before_) return ContentForm::quotation;
    if (frames(kClause | kHearer) && scope_.word_is(at, "that")) return ContentForm::that_clause;
    if (frames(kQuestion) && zone_[at].is(kQuestionWord)) return ContentForm::question;
    // "declined to comment" says nothing.
    const bool infinitive = scope_.word_is(at, "to") && !scope_.word_is(at + 1, "comment");
    return frames(kInfinitive | kHearer) && infinitive ? std::optional(ContentForm::infinitive) : std::nullopt;
  }

  // A quotation may be the beginning of a longer clause: "said “no deal” was better than a bad one".
  std::size_t quotation_end(std::size_t begin) const {
    return ends_with_stop(scope_.reading(), zone_[begin]) ? begin + 1 : clause_end(begin);
  }

  void read_unmarked(std::size_t at) {
    if (!scope_.begins_noun_phrase(at) && !zone_[at].is(kObjectPronoun)) return;
    if (scope_.word_is(at, "nothing")) return;  // what was not said
    const UnitRange content{at, clause_end(at)};
    if (frames(kAppeal) && found_.addressee.empty() && holds_to(content)) {
      found_.form = ContentForm::infinitive;
    } else if (frames(kClause | kHearer) && scope_.begins_noun_phrase(at) && scope_.holds_verb(content)) {
      found_.form = ContentForm::bare_clause;
    } else if (frames(kObject | kCharge) && !phones(content)) {
      found_.form = ContentForm::object;
    } else {
      return;
    }
    found_.content = content;
  }

  // "called Prime Minister Hale (to talk)", but not "called Hale a friend": the object is a name and nothing else.
  bool phones(UnitRange content) const {
    if (!scope_.reading().view(zone_[match_.cue.end - 1]).starts_with("call")) return false;
    std::size_t at = content.begin;
    while (at < content.end && zone_[at].is(kCapitalised | kTitle | kTime | kPreposition)) ++at;
    return at == content.end || (at > content.begin && scope_.word_is(at - 1, "to"));
  }

  bool holds_to(UnitRange content) const {
    for (std::size_t at = content.begin + 1; at < std::min(content.end, content.begin + kAppealReach); ++at) {
      if (scope_.word_is(at, "to")) return true;
    }
    return false;
  }

  const ClauseScope& scope_;
  const Zone& zone_;
  std::size_t cue_;
  const CueMatch& match_;
  std::size_t end_;
  bool quotation_before_;
  ContentAfter found_;
};

}  // namespace

bool ContentAfter::sure() const {
  return form == ContentForm::that_clause || form == ContentForm::quotation || form == ContentForm::infinitive ||
         form == ContentForm::question;
}

ContentAfter read_content_after(const ClauseScope& scope, std::size_t cue, bool quotation_before) {
  return ContentReader(scope, cue, quotation_before).read();
}

}  // namespace quoth
