#include <algorithm>
#include <optional>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clause_content_internal.h"
#include "quoth/attribute/cue_lexicon.h"

namespace quoth {
namespace {

using namespace word_class;
using namespace cue_frame;

// Does the quotation end as one does that its sentence goes on from or ends with: a comma, stop or question mark
// inside?
bool ends_with_stop(const Reading& reading, const Unit& quotation) {
  const Quote& quote = reading.quotes[static_cast<std::size_t>(quotation.quote)];
  std::string_view inner = reading.document.view(quote.inner);
  while (!inner.empty() && inner.back() == ' ') inner.remove_suffix(1);
  return inner.ends_with(',') || inner.ends_with('.') || inner.ends_with('?') || inner.ends_with('!') ||
         inner.ends_with("…") || inner.ends_with("—") || inner.ends_with("-") || inner.ends_with("’") ||
         inner.ends_with("'");
}

class ContentFinder {
 public:
  ContentFinder(const Reading& reading, const Zone& zone)
      : reading_(reading), zone_(zone), cues_(find_cues(reading, zone)), end_(content_limit()) {}

  std::vector<ClauseAttribution> find() {
    std::vector<ClauseAttribution> found;
    for (current_ = 0; current_ < cues_.size(); ++current_) {
      ClauseAttribution attribution{.match = cues_[current_], .content = {}, .addressee = {}};
      if (attribution.match.according_to) {
        around_according_to(attribution);
      } else {
        around_verb(attribution);
      }
      if (!attribution.content.empty()) found.push_back(std::move(attribution));
    }
    return found;
  }

 private:
  struct Right {
    UnitRange content;
    UnitRange addressee;
    ContentForm form = ContentForm::bare_clause;
  };

  bool word_is(std::size_t at, std::string_view word) const {
    return at < zone_.size() && reading_.view(zone_[at]) == word;
  }
  bool mark_is(std::size_t at, char mark) const { return at < zone_.size() && zone_[at].mark == mark; }

  // Where content must end at the latest: before the final stop and before a source tag such as "(Reuters)".
  std::size_t content_limit() const {
    std::size_t end = zone_.size();
    while (end > 0 && (zone_[end - 1].mark == '.' || zone_[end - 1].mark == '?' || zone_[end - 1].mark == '!')) --end;
    if (end > 0 && zone_[end - 1].mark == ')') {
      std::size_t open = end - 1;
      while (open > 0 && zone_[open].mark != '(') --open;
      if (open > 0 && end - open <= 6) end = open;
    }
    return end;
  }

  static std::size_t clause_begin(const CueMatch& match) {
    return match.source.empty() || match.inverted || match.source.end > match.cue.begin ||
                   match.source.begin > match.cue.begin
               ? match.cue.begin
               : std::min(match.source.begin, match.cue.begin);
  }

  static std::size_t clause_end(const CueMatch& match) { return match.inverted ? match.source.end : match.cue.end; }

  // Does the source stand right before the cue, or does the cue borrow the subject of an earlier clause?
  bool borrows_source(const CueMatch& match) const {
    return !match.inverted && !match.according_to && match.source.end < match.cue.begin &&
           !(mark_is(match.source.end, ',') && !match.gerund && !zone_[match.cue.begin - 1].is(kCoordinator));
  }

  void around_according_to(ClauseAttribution& attribution) const {
    attribution.form = ContentForm::according_to;
    const CueMatch& match = attribution.match;
    if (match.cue.begin == 0) {
      const std::size_t begin = match.source.end + (mark_is(match.source.end, ',') ? 1 : 0);
      add(attribution, {begin, right_end(begin)});
      return;
    }
    add(attribution, left_content(match.cue.begin));
    if (mark_is(match.source.end, ',') && mark_is(match.cue.begin - 1, ','))
      add(attribution, {match.source.end + 1, end_});
  }

  void around_verb(ClauseAttribution& attribution) const {
    const CueMatch& match = attribution.match;
    const std::size_t begin = clause_begin(match);
    const bool quotation_before = begin > 0 && zone_[begin - 1].is_quote() && !borrows_source(match);
    const bool comma_before = begin > 1 && zone_[begin - 1].mark == ',' && !borrows_source(match) && !match.gerund;
    const Right right = right_content(match, quotation_before);
    const bool right_is_sure = right.form == ContentForm::that_clause || right.form == ContentForm::quotation ||
                               right.form == ContentForm::infinitive || right.form == ContentForm::question;
    attribution.addressee = right.addressee;
    const bool says = (match.frames & (kClause | kQuotation | kHearer)) != 0;
    if (says &&
        (quotation_before || (comma_before && (right.content.empty() || !right_is_sure) && closes_clause(match)))) {
      const UnitRange left = left_content(begin);
      attribution.form =
          quotation_before && left.end - left.begin == 1 ? ContentForm::quotation : ContentForm::trailing;
      if (attribution.form == ContentForm::trailing && !quotation_before && !parenthetical(match) &&
          !holds_verb(left.begin, left.end))
        return;
      add(attribution, left);
      if (right_is_sure && right.form == ContentForm::quotation) add(attribution, right.content);
      if (!quotation_before && parenthetical(match))
        add(attribution, {clause_end(match) + 1, right_end(clause_end(match) + 1)});
      return;
    }
    attribution.form = right.form;
    add(attribution, right.content);
  }

  // "The bill, he said, is dead": the clause stands between commas and the content goes on after it.
  bool parenthetical(const CueMatch& match) const {
    return mark_is(clause_end(match), ',') && clause_end(match) + 1 < end_ && !zone_[clause_end(match) + 1].is_quote();
  }

  // Does the reporting clause end where the cue ends, but for when and where it was said?
  bool closes_clause(const CueMatch& match) const {
    const std::size_t end = clause_end(match);
    return end >= end_ || zone_[end].mark != 0 || zone_[end].is(kPreposition | kTime | kAdverb) ||
           (match.frames & kHearer) != 0;
  }

  void add(ClauseAttribution& attribution, UnitRange content) const {
    content.end = std::min(content.end, end_);
    while (content.begin < content.end &&
           (mark_is(content.begin, ',') || mark_is(content.begin, ':') || mark_is(content.begin, '-')))
      ++content.begin;
    while (content.begin < content.end && (mark_is(content.end - 1, ',') || mark_is(content.end - 1, ':') ||
                                           mark_is(content.end - 1, '-') || mark_is(content.end - 1, ';')))
      --content.end;
    if (!content.empty()) attribution.content.push_back(content);
  }

  // What stands before unit `end`, back to the clause of the cue before it.
  UnitRange left_content(std::size_t end) const {
    std::size_t begin = 0;
    for (std::size_t at = 0; at + 2 < end; ++at) {
      if (zone_[at].mark == '?' || zone_[at].mark == '!') begin = at + 1;
    }
    if (current_ > 0) {
      const CueMatch& previous = cues_[current_ - 1];
      const std::size_t previous_end = clause_end(previous);
      if (previous_end < end && zone_[end - 1].is_quote()) begin = std::max(begin, previous_end);
    }
    // "“A,” he said." is attributed to "he" alone, whatever stands before the quotation.
    if (end > 0 && zone_[end - 1].is_quote() && end >= 2 && zone_[end - 2].mark == ':') return {end - 1, end};
    while (begin < end && (zone_[begin].mark != 0 || (begin > 0 && zone_[begin].is(kCoordinator)))) ++begin;
    return {begin, end};
  }

  // "Monday", "on Tuesday", "in a statement", "at a rally in Ohio": where and when it was said. The unit after them.
  std::size_t skip_circumstances(std::size_t at) const {
    while (at < end_) {
      if (zone_[at].is(kAdverb | kTime) && !zone_[at].is(kSubjectPronoun | kDeterminer)) {
        ++at;
        continue;
      }
      if (const std::size_t after = end_of_time_phrase(at); after > at) {
        at = after;
        continue;
      }
      if (!zone_[at].is(kPreposition) || word_is(at, "that")) return at;
      const std::optional<std::size_t> after = end_of_circumstance(at);
      if (!after) return at;
      at = *after;
    }
    return at;
  }

  // "an hour ago", "the next morning", "last week": a noun phrase of time. The unit after it, or `at`.
  std::size_t end_of_time_phrase(std::size_t at) const {
    if (!zone_[at].is(kDeterminer | kNumberWord) && !word_is(at, "last") && !word_is(at, "next")) return at;
    for (std::size_t noun = at + 1; noun < std::min(end_, at + 4); ++noun) {
      if (zone_[noun].is(kTime)) return noun + 1;
      if (!zone_[noun].is_word() || zone_[noun].is(kCapitalised | kPreposition | kAuxiliary)) break;
    }
    return at;
  }

  std::optional<std::size_t> end_of_circumstance(std::size_t preposition) const {
    for (std::size_t at = preposition + 1; at < end_ && at - preposition < 20; ++at) {
      if (zone_[at].is_quote() || word_is(at, "that") || zone_[at].mark == ':') return at;
      if (zone_[at].mark == ',' && at + 1 < end_ && zone_[at + 1].is_quote()) return at;
      if (zone_[at].mark == ';' || zone_[at].mark == ',' || zone_[at].is(kSubordinator | kAuxiliary)) break;
      if (zone_[at].is(kSubjectPronoun)) return zone_[at].is(kRelative) ? std::nullopt : std::optional<std::size_t>(at);
    }
    if (preposition + 1 < end_ && zone_[preposition + 1].is(kTime)) return preposition + 2;
    return std::nullopt;
  }

  bool begins_noun_phrase(std::size_t at) const {
    if (at >= end_) return false;
    if (zone_[at].is_quote()) return true;
    if (!zone_[at].is_word()) return false;
    if (zone_[at].is(kDeterminer | kPossessive | kSubjectPronoun | kCapitalised)) return true;
    return !zone_[at].is(kPreposition | kCoordinator | kSubordinator | kAuxiliary | kAdverb | kRelative |
                         kObjectPronoun | kVerb | kQuestionWord);
  }

  bool holds_verb(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin + 1; at < std::min(end, end_); ++at) {
      if (zone_[at].is_quote() || zone_[at].is(kClipped) || may_be_verb(reading_, zone_[at])) return true;
    }
    return zone_[begin].is(kClipped);
  }

  Right right_content(const CueMatch& match, bool quotation_before) const {
    Right right;
    std::size_t at = clause_end(match);
    if ((match.frames & kHearer) != 0 && !match.inverted && !word_is(at, "that")) {
      const UnitRange hearer = noun_phrase_after(reading_, zone_, at);
      if (!hearer.empty()) {
        right.addressee = hearer;
        at = hearer.end;
      }
    }
    const bool object_frame = (match.frames & (kObject | kCharge | kAppeal)) != 0 && right.addressee.empty();
    if (!object_frame || !begins_noun_phrase(at)) at = skip_circumstances(at);
    if (at >= end_) return right;
    if (std::optional<ContentForm> form = sure_form(match, at, quotation_before)) {
      right.form = *form;
      const std::size_t begin = zone_[at].mark != 0 ? at + 1 : at;
      right.content = {begin, right.form == ContentForm::quotation ? quotation_end(begin) : right_end(begin)};
      return right;
    }
    if (match.inverted || quotation_before) return right;
    unsure_content(match, at, right);
    return right;
  }

  std::optional<ContentForm> sure_form(const CueMatch& match, std::size_t at, bool quotation_before) const {
    const bool says = (match.frames & (kClause | kQuotation | kHearer)) != 0;
    const bool pause = zone_[at].mark == ',' || zone_[at].mark == ':';
    if (says && pause && at + 1 < end_ && zone_[at + 1].is_quote()) return ContentForm::quotation;
    if (says && zone_[at].mark == ':') return ContentForm::that_clause;
    if (says && zone_[at].is_quote() && !quotation_before) return ContentForm::quotation;
    if ((match.frames & (kClause | kHearer)) != 0 && word_is(at, "that")) return ContentForm::that_clause;
    if ((match.frames & kQuestion) != 0 && zone_[at].is(kQuestionWord)) return ContentForm::question;
    // "declined to comment" says nothing.
    if ((match.frames & (kInfinitive | kHearer)) != 0 && word_is(at, "to") && !word_is(at + 1, "comment"))
      return ContentForm::infinitive;
    return std::nullopt;
  }

  // A quotation may be the beginning of a longer clause: "said “no deal” was better than a bad one".
  std::size_t quotation_end(std::size_t begin) const {
    if (ends_with_stop(reading_, zone_[begin])) return begin + 1;
    return right_end(begin);
  }

  void unsure_content(const CueMatch& match, std::size_t at, Right& right) const {
    if (!begins_noun_phrase(at) && !zone_[at].is(kObjectPronoun)) return;
    const std::size_t end = right_end(at);
    if ((match.frames & kAppeal) != 0 && right.addressee.empty()) {
      for (std::size_t to = at + 1; to < std::min(end, at + 16); ++to) {
        if (!word_is(to, "to")) continue;
        right.form = ContentForm::infinitive;
        right.content = {at, end};
        return;
      }
    }
    if ((match.frames & (kClause | kHearer)) != 0 && begins_noun_phrase(at) && holds_verb(at, end)) {
      right.form = ContentForm::bare_clause;
      right.content = {at, end};
    } else if ((match.frames & (kObject | kCharge)) != 0) {
      right.form = ContentForm::object;
      right.content = {at, end};
    }
  }

  // Where content that begins at `begin` ends: before another statement beside it, before a remark of the writer's.
  std::size_t right_end(std::size_t begin) const {
    std::size_t end = end_;
    for (std::size_t next = current_ + 1; next < cues_.size(); ++next) {
      if (const std::optional<std::size_t> cut = cut_before(cues_[next], begin)) end = std::min(end, *cut);
    }
    for (std::size_t at = begin + 2; at < end; ++at) {
      if (zone_[at].mark == '-' && !later_dash(at, end)) return at;
      if (zone_[at].mark == ';') return at;
      if (zone_[at].mark == ',' && remark_follows(at + 1)) return at;
    }
    return end;
  }

  bool later_dash(std::size_t at, std::size_t end) const {
    for (std::size_t i = at + 1; i < end; ++i) {
      if (zone_[i].mark == '-') return true;
    }
    return false;
  }

  bool remark_follows(std::size_t at) const {
    constexpr std::string_view kRemarks[] = {"but", "while", "although", "though", "whereas", "even", "despite"};
    return at < zone_.size() && std::any_of(std::begin(kRemarks), std::end(kRemarks),
                                            [&](std::string_view word) { return word_is(at, word); });
  }

  // The unit at which a later cue's clause parts from content that began at `begin`; nothing where it lies inside that
  // content.
  std::optional<std::size_t> cut_before(const CueMatch& next, std::size_t begin) const {
    const std::size_t after = clause_end(next);
    const bool quotes = after < zone_.size() && (zone_[after].is_quote() || zone_[after].mark != 0);
    if ((next.frames & ~kQuotation) == 0 && !next.according_to && !quotes)
      return std::nullopt;  // "would go on promoting talks"
    const std::size_t clause = borrows_source(next) ? next.cue.begin : clause_begin(next);
    if (clause <= begin) return std::nullopt;
    const bool own = borrows_source(next) && next.source.begin < cues_[current_].cue.end;
    std::size_t cut = clause;
    while (cut > begin && (zone_[cut - 1].is(kCoordinator) || zone_[cut - 1].mark == ',')) --cut;
    if (next.according_to) return cut;
    if (own) return cut;
    const bool comma = cut < clause && zone_[cut].mark == ',' && clause - cut > 1;
    if (comma) return cut;
    return std::nullopt;
  }

  const Reading& reading_;
  const Zone& zone_;
  std::vector<CueMatch> cues_;
  std::size_t end_;
  std::size_t current_ = 0;
};

}  // namespace

std::vector<ClauseAttribution> attribute_clauses(const Reading& reading, const Zone& zone) {
  return ContentFinder(reading, zone).find();
}

}  // namespace quoth
