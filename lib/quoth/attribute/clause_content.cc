#include <algorithm>
#include <string_view>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clause_content_internal.h"
#include "quoth/attribute/clause_scope_internal.h"
#include "quoth/attribute/content_after_internal.h"
#include "quoth/attribute/cue_lexicon.h"

namespace quoth {
namespace {

using namespace word_class;
using namespace cue_frame;

constexpr std::size_t kShortestClause = 4;  // units; shorter ones without a known verb are names or circumstances

class ClauseAttributor {
 public:
  ClauseAttributor(const Reading& reading, const Zone& zone) : scope_(reading, zone), zone_(zone) {}

  std::vector<ClauseAttribution> attribute() const {
    std::vector<ClauseAttribution> found;
    for (std::size_t cue = 0; cue < scope_.cues().size(); ++cue) {
      ClauseAttribution attribution{.match = scope_.cues()[cue], .content = {}, .addressee = {}};
      if (attribution.match.according_to) {
        around_according_to(cue, attribution);
      } else {
        around_verb(cue, attribution);
      }
      if (!attribution.content.empty()) found.push_back(std::move(attribution));
    }
    return found;
  }

 private:
  void around_according_to(std::size_t cue, ClauseAttribution& attribution) const {
    attribution.form = ContentForm::according_to;
    const CueMatch& match = attribution.match;
    const bool comma_after = scope_.mark_is(match.source.end, ',');
    // "Behind the scenes: According to Hale, ..." opens its clause as well.
    if (match.cue.begin == 0 || scope_.mark_is(match.cue.begin - 1, ':')) {
      const std::size_t begin = match.source.end + (comma_after ? 1 : 0);
      add(attribution, {begin, scope_.end_of_content(cue, begin)});
      return;
    }
    add(attribution, content_before(cue, match.cue.begin));
    if (comma_after && scope_.mark_is(match.cue.begin - 1, ',')) add(attribution, {match.source.end + 1, scope_.end()});
  }

  void around_verb(std::size_t cue, ClauseAttribution& attribution) const {
    const CueMatch& match = attribution.match;
    const std::size_t begin = ClauseScope::clause_begin(match);
    const bool own_subject = !scope_.borrows_source(match);
    const bool quotation_before = begin > 0 && zone_[begin - 1].is_quote() && own_subject;
    const bool comma_before = begin > 1 && zone_[begin - 1].mark == ',' && own_subject && !match.gerund;
    const ContentAfter after = read_content_after(scope_, cue, quotation_before);
    attribution.addressee = after.addressee;
    const bool says = (match.frames & (kClause | kQuotation | kHearer)) != 0;
    if (says && quotation_before) {
      after_quotation(cue, begin, after, attribution);
    } else if (says && comma_before && (after.content.empty() || !after.sure()) && closes_clause(match)) {
      after_clause(cue, begin, attribution);
    } else {
      attribution.form = after.form;
      add(attribution, after.content);
    }
  }

  // “A,” he said, “B”.
  void after_quotation(std::size_t cue, std::size_t begin, const ContentAfter& after,
                       ClauseAttribution& attribution) const {
    const UnitRange before = content_before(cue, begin);
    attribution.form = before.end - before.begin == 1 ? ContentForm::quotation : ContentForm::trailing;
    add(attribution, before);
    if (after.sure() && after.form == ContentForm::quotation) add(attribution, after.content);
  }

  // "The bill is dead, he said." and "The bill, he said, is dead."
  void after_clause(std::size_t cue, std::size_t begin, ClauseAttribution& attribution) const {
    const UnitRange before = content_before(cue, begin);
    const std::size_t end = ClauseScope::clause_end(attribution.match);
    const bool parenthetical = scope_.mark_is(end, ',') && end + 1 < scope_.end() && !zone_[end + 1].is_quote();
    attribution.form = ContentForm::trailing;
    const bool may_be_clause = before.end - before.begin >= kShortestClause && scope_.begins_noun_phrase(before.begin);
    if (!parenthetical && !may_be_clause && !scope_.holds_verb(before)) return;
    add(attribution, before);
    if (parenthetical) add(attribution, {end + 1, scope_.end_of_content(cue, end + 1)});
  }

  // Does the reporting clause end where the cue ends, but for when, where and to whom it was said?
  bool closes_clause(const CueMatch& match) const {
    const std::size_t end = ClauseScope::clause_end(match);
    return end >= scope_.end() || zone_[end].mark != 0 || zone_[end].is(kPreposition | kTime | kAdverb) ||
           (match.frames & kHearer) != 0;
  }

  // What stands before unit `end`, back to the sentence or clause before it.
  UnitRange content_before(std::size_t cue, std::size_t end) const {
    const bool quotation = zone_[end - 1].is_quote();
    if (quotation && end >= 2 && zone_[end - 2].mark == ':') return {end - 1, end};
    std::size_t begin = 0;
    for (std::size_t at = 0; at + 2 < end; ++at) {
      if (zone_[at].mark == '?' || zone_[at].mark == '!') begin = at + 1;
    }
    if (cue > 0 && quotation) {
      const std::size_t previous_end = ClauseScope::clause_end(scope_.cues()[cue - 1]);
      if (previous_end < end) begin = std::max(begin, previous_end);
    }
    while (begin < end && (zone_[begin].mark != 0 || (begin > 0 && zone_[begin].is(kCoordinator)))) ++begin;
    return {begin, end};
  }

  // Adds content without the marks at its ends.
  void add(ClauseAttribution& attribution, UnitRange content) const {
    content.end = std::min(content.end, scope_.end());
    const auto is_edge = [&](std::size_t at) {
      return std::string_view(",:;-").find(zone_[at].mark) != std::string_view::npos;
    };
    while (!content.empty() && is_edge(content.begin)) ++content.begin;
    while (!content.empty() && is_edge(content.end - 1)) --content.end;
    if (!content.empty()) attribution.content.push_back(content);
  }

  ClauseScope scope_;
  const Zone& zone_;
};

}  // namespace

std::vector<ClauseAttribution> attribute_clauses(const Reading& reading, const Zone& zone) {
  return ClauseAttributor(reading, zone).attribute();
}

}  // namespace quoth
