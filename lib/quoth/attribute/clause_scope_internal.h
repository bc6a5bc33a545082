// A zone with its cues: where their clauses begin and end, and how far content can reach.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "quoth/attribute/cue_match_internal.h"

namespace quoth {

// All positions are units of the zone. Holds references.
class ClauseScope {
 public:
  ClauseScope(const Reading& reading, const Zone& zone);

  const Reading& reading() const { return reading_; }
  const Zone& zone() const { return zone_; }
  const std::vector<CueMatch>& cues() const { return cues_; }

  // Where content must end at the latest: before the final stop and before a source tag such as "(Reuters)".
  std::size_t end() const { return end_; }

  bool word_is(std::size_t at, std::string_view word) const;
  bool mark_is(std::size_t at, char mark) const { return at < zone_.size() && zone_[at].mark == mark; }
  bool begins_noun_phrase(std::size_t at) const;
  bool holds_verb(UnitRange units) const;

  // Source and cue together, without a source that stands in another clause.
  static std::size_t clause_begin(const CueMatch& match);
  static std::size_t clause_end(const CueMatch& match) { return match.inverted ? match.source.end : match.cue.end; }

  // Does the cue take the subject of an earlier clause ("He left and said"), so that its own has none?
  bool borrows_source(const CueMatch& match) const;

  // Where content of cue number `cue` that begins at `begin` ends: before another statement beside it, or a remark of
  // the writer's.
  std::size_t end_of_content(std::size_t cue, std::size_t begin) const;

 private:
  std::optional<std::size_t> cut_before(const CueMatch& next, const CueMatch& current, std::size_t begin) const;
  bool ends_with_comma(const Unit& quotation) const;
  bool dash_between(std::size_t begin, std::size_t end) const;
  bool remark_follows(std::size_t comma) const;

  const Reading& reading_;
  const Zone& zone_;
  std::vector<CueMatch> cues_;
  std::size_t end_;
};

}  // namespace quoth
