#include "quoth/attribute/feature_buckets_internal.h"
#include "quoth/attribute/role_labeller_internal.h"

namespace quoth {
namespace {

constexpr WordFacts kNone;

}  // namespace

const WordFacts& RoleView::fact(std::size_t i) const {
  return i < facts_.size() ? *facts_[i] : kNone;  // i may be one before 0
}

void RoleView::add(std::size_t i, ChainFeatures& features) const {
  FeatureBuckets out(features, kRoleBucketBits);
  const RolePlace& at = places_[i];
  const bool quotation = seats_[i].quotation;
  const WordFacts& head = words_[cue_.head];
  const WordFacts& w = fact(i);
  const WordFacts& p = fact(i - 1);
  const WordFacts& n = fact(i + 1);
  const WordFacts& above = w.head < 0 ? kNone : words_[static_cast<std::size_t>(w.head)];
  out.add(2, at.where, w.form);
  out.add(3, at.where, w.tag);
  out.add(4, at.where, p.form);
  out.add(5, at.where, n.form);
  out.add(8, at.where, at.distance);
  out.add(9, at.where, at.distance, w.tag);
  out.add(11, at.where, at.gap, w.tag);
  out.add(13, at.where, typography(w), typography(n));
  out.add(14, at.where, typography(p), at.gap, at.same_quote);
  out.add(15, at.same_quote, at.where, quote_state(w), std::min<std::uint64_t>(at.quotes, 2));
  out.add(18, at.path, head.lemma);
  out.add(24, at.where, at.up_down);
  out.add(25, at.where, at.ups, at.branch, p.form);
  out.add(28, at.where, at.ups, at.branch, at.cues);
  out.add(29, at.where, at.cues, at.other);
  out.add(43, at.where, head.lemma, w.tag, at.distance);
  out.add(45, at.where, head.lemma, p.form);
  out.add(46, at.where, typography(fact(cue_end_)), typography(fact(cue_begin_ - 1)), w.quote_depth, at.edges,
          at.branch);
  out.add(49, at.where, p.form, w.form);
  out.add(50, at.where, w.form, n.form);
  out.add(52, at.where, w.relation, above.tag, above.relation);
  out.add(53, head.tag, at.where, at.ups, at.branch);
  out.add(57, head.lemma, at.ups, at.branch, p.form);
  out.add(60, at.where, quotation, typography(p), typography(n), at.quotes, at.stops, at.cues);
  out.add(61, quotation, head.lemma, at.side, at.gap, at.cues);
  out.add(62, at.where, at.ups, at.branch, at.edges, head.frames);
  out.add(63, head.frames, at.side, p.form, at.gap, at.branch);
  out.end_position();
}

void add_role_features(const std::vector<WordFacts>& words, const std::vector<Seat>& seats, const CueCandidate& cue,
                       const std::vector<CueCandidate>& others, ChainFeatures& features) {
  const RoleView view(words, seats, cue, others);
  for (std::size_t i = 0; i < seats.size(); ++i) view.add(i, features);
}

}  // namespace quoth
