#include <algorithm>
#include <utility>

#include "quoth/annotate/words.h"
#include "quoth/attribute/feature_buckets_internal.h"
#include "quoth/attribute/role_ranker_internal.h"

namespace quoth {
namespace {

constexpr std::uint32_t kMeasures = 16;
constexpr std::uint64_t kKindsOfPiece = 100;  // kinds of facts that a piece has at most

constexpr WordFacts kNone;

std::uint64_t size_bucket(std::size_t words) {
  return words < 4 ? words : words < 7 ? 4 : words < 12 ? 5 : words < 20 ? 6 : words < 35 ? 7 : 8;
}

// Words between the cue and a span, and on which side of it the span stands.
std::uint64_t gap_to(const CueCandidate& cue, Range span) {
  constexpr std::uint32_t kMost = 5;
  if (span.begin >= cue.words.end) return std::min(span.begin - cue.words.end, kMost);
  return 8 + std::min(cue.words.begin - std::min(span.end, cue.words.begin), kMost);
}

// A word next to a span, by the highest word above it that stands on the same side: what that hangs on.
struct Neighbour {
  std::uint64_t hangs_on = 0;  // 9: there is none; else as in PieceFacts::neighbour
  std::uint64_t relation = 0;
  std::uint64_t tag = 0;
};

// Writes the facts of one span of source or content.
class PieceFacts {
 public:
  PieceFacts(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue, Range piece, FactWriter& out,
             std::uint64_t base)
      : words_(words), window_(window), cue_(cue), cue_head_(words[cue.head]), piece_(piece), out_(out), base_(base) {
    head_ = piece.begin;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) look_at(i);
    const WordFacts& head = words[head_];
    side_ = piece.begin >= cue.words.end ? 1 : 0;
    link_ = head.head == static_cast<std::int32_t>(cue.head)     ? head.relation
            : cue_head_.head == static_cast<std::int32_t>(head_) ? 200 + cue_head_.relation
                                                                 : 199;
    size_ = size_bucket(length_);
  }

  void write(const std::vector<CueCandidate>& others) {
    write_shape();
    write_surroundings();
    write_last_branch();
    write_edges();
    write_other_cues(others);
  }

  void write_kind_of_source() {
    const WordFacts& head = words_[head_];
    fact(32, kind_of_noun(head), side_, link_);
    fact(33, head.lemma);
    fact(34, kind_of_noun(head), size_, side_);
    fact(35, kind_of_noun(head), after_.hangs_on, after_.relation, typography(at(piece_.end)));
  }

 private:
  template <typename... Values>
  void fact(std::uint64_t kind, Values... values) {
    out_.fact(base_ + kind, values...);
  }

  const WordFacts& at(std::int64_t i) const {
    return i < window_.begin || i >= window_.end ? kNone : words_[static_cast<std::size_t>(i)];
  }

  bool in_piece(std::int32_t word) const { return word >= 0 && piece_.contains(static_cast<std::uint32_t>(word)); }

  void look_at(std::uint32_t i) {
    const WordFacts& word = words_[i];
    if (word.opens_quote || word.closes_quote) clause_ |= 8U;
    if (word.mark != 0) return;
    ++length_;
    roots_ += in_piece(word.head) ? 0 : 1;
    // A branch that the cue is in reaches out of any piece.
    const bool around_cue = word.left <= cue_.head && cue_.head < word.right;
    cut_before_ += word.left < piece_.begin && !around_cue ? 1 : 0;
    cut_after_ += word.right > piece_.end && !around_cue ? 1 : 0;
    if (words_[head_].mark != 0 || word.depth < words_[head_].depth) head_ = i;
    clause_ |= (word.grammar & grammar::kSubject) != 0 ? 1U : 0U;
    clause_ |= (word.grammar & grammar::kFinite) != 0 ? 2U : 0U;
    clause_ |= (word.grammar & grammar::kVerb) != 0 ? 4U : 0U;
  }

  // Is it one whole branch of the tree, and how does it hang together with the cue?
  void write_shape() {
    const WordFacts& head = words_[head_];
    const std::uint64_t shape = std::min(roots_, 3U) | std::min(cut_before_, 2U) << 2 | std::min(cut_after_, 2U) << 4;
    fact(0, shape, side_);
    fact(1, shape, link_, side_);
    fact(2, link_, side_, head.tag, cue_head_.tag);
    fact(3, link_, cue_head_.lemma);
    fact(4, link_, cue_head_.frames, side_);
    fact(5, size_, side_, clause_);
    fact(6, size_, cue_head_.frames, side_);
    fact(7, clause_, cue_head_.frames, link_);
    fact(8, clause_, cue_head_.lemma);
    fact(30, head.lemma, cue_head_.lemma);
    fact(31, head.relation, head.tag, shape);
  }

  // What `top` hangs on: 0 nothing, 1 the piece, 2 the cue, 3 a word before it, 4 after it, 8 it is in another
  // sentence.
  Neighbour neighbour(std::uint32_t word, std::uint32_t top, std::uint32_t edge) const {
    const WordFacts& facts = words_[top];
    std::uint64_t hangs_on = 4;
    if (facts.sentence != words_[edge].sentence) {
      hangs_on = 8;
    } else if (cue_.words.contains(word)) {
      hangs_on = 7;
    } else if (facts.head < 0) {
      hangs_on = 0;
    } else if (in_piece(facts.head)) {
      hangs_on = 1;
    } else if (facts.head == static_cast<std::int32_t>(cue_.head)) {
      hangs_on = 2;
    } else if (static_cast<std::uint32_t>(facts.head) < piece_.begin) {
      hangs_on = 3;
    }
    return {hangs_on, facts.relation, facts.tag};
  }

  Neighbour word_after() const {
    std::uint32_t word = piece_.end;
    while (word < window_.end && words_[word].mark != 0 && word < piece_.end + kMarksBeside) ++word;
    if (word >= window_.end || words_[word].mark != 0) return {9, 0, 0};
    std::uint32_t top = word;
    while (words_[top].head >= static_cast<std::int32_t>(piece_.end))
      top = static_cast<std::uint32_t>(words_[top].head);
    return neighbour(word, top, piece_.end - 1);
  }

  Neighbour word_before() const {
    std::uint32_t word = piece_.begin;
    while (word > window_.begin && piece_.begin - word < kMarksBeside + 1 && words_[word - 1].mark != 0) --word;
    if (word == window_.begin || words_[word - 1].mark != 0) return {9, 0, 0};
    std::uint32_t top = --word;
    while (words_[top].head >= 0 && static_cast<std::uint32_t>(words_[top].head) < piece_.begin)
      top = static_cast<std::uint32_t>(words_[top].head);
    return neighbour(word, top, piece_.begin);
  }

  void write_surroundings() {
    const WordFacts& first = words_[piece_.begin];
    const WordFacts& last = words_[piece_.end - 1];
    const WordFacts& before = at(static_cast<std::int64_t>(piece_.begin) - 1);
    const WordFacts& next = at(piece_.end);
    after_ = word_after();
    const Neighbour previous = word_before();
    const std::uint64_t ends = (piece_.end == window_.end || next.sentence != last.sentence ? 1U : 0U) |
                               (piece_.begin == window_.begin || before.sentence != first.sentence ? 2U : 0U);
    fact(9, after_.hangs_on, after_.relation, typography(next));
    fact(10, after_.hangs_on, after_.relation, after_.tag, next.form);
    fact(11, after_.hangs_on, after_.relation, link_, typography(next));
    fact(12, previous.hangs_on, previous.relation, typography(before), side_);
    fact(13, previous.hangs_on, previous.relation, first.tag, link_);
    fact(17, ends, side_, after_.hangs_on, clause_);
  }

  // The branch of the piece's head that its last word is in: what could have been left out.
  void write_last_branch() {
    std::uint32_t branch = piece_.end - 1;
    while (branch > piece_.begin && words_[branch].mark != 0) --branch;
    while (branch != head_ && in_piece(words_[branch].head) && static_cast<std::uint32_t>(words_[branch].head) != head_)
      branch = static_cast<std::uint32_t>(words_[branch].head);
    const std::uint64_t relation = branch == head_ ? 250 : words_[branch].relation;
    const std::uint32_t left = std::max(words_[branch].left, piece_.begin);
    const WordFacts& before = at(static_cast<std::int64_t>(left) - 1);
    fact(14, relation, typography(before), side_);
    fact(15, relation, words_[branch].tag, typography(before), link_);
    fact(16, relation, words_[left].form, before.mark);
  }

  void write_edges() {
    const WordFacts& first = words_[piece_.begin];
    const WordFacts& last = words_[piece_.end - 1];
    const WordFacts& before = at(static_cast<std::int64_t>(piece_.begin) - 1);
    const WordFacts& next = at(piece_.end);
    const std::uint64_t quotes = (first.opens_quote ? 1U : 0U) | (last.closes_quote ? 2U : 0U) |
                                 (first.quote >= 0 ? 4U : 0U) | (last.quote >= 0 ? 8U : 0U) |
                                 (first.quote == last.quote ? 16U : 0U) |
                                 (next.quote >= 0 && next.quote == last.quote ? 32U : 0U);
    fact(20, quotes, side_);
    fact(21, quotes, typography(before), typography(next));
    fact(22, first.form, side_);
    fact(23, first.form, before.form);
    fact(24, first.form, cue_head_.lemma);
    fact(25, last.form, next.form);
    fact(26, last.tag, next.form, side_);
    fact(27, last.tag, next.tag, at(static_cast<std::int64_t>(piece_.end) + 1).tag);
    fact(28, last.form, typography(next));
    fact(29, first.tag, at(static_cast<std::int64_t>(piece_.begin) + 1).tag, before.tag, side_);
  }

  // The surest other cue in it, and right after it.
  void write_other_cues(const std::vector<CueCandidate>& others) {
    std::uint64_t inside = 0;
    std::uint64_t beyond = 0;
    auto other = std::partition_point(others.begin(), others.end(),
                                      [&](const CueCandidate& o) { return o.words.end <= piece_.begin; });
    for (; other != others.end() && other->words.begin < piece_.end + 3; ++other) {
      if (other->words == cue_.words) continue;
      std::uint64_t& surest = other->words.begin < piece_.end ? inside : beyond;
      surest = std::max<std::uint64_t>(surest, other->probability > 0.7F ? 3 : other->probability > 0.35F ? 2 : 1);
    }
    fact(18, inside, side_, link_);
    fact(19, beyond, side_, typography(at(piece_.end)));
  }

  static constexpr std::uint32_t kMarksBeside = 3;

  const std::vector<WordFacts>& words_;
  Range window_;
  const CueCandidate& cue_;
  const WordFacts& cue_head_;
  Range piece_;
  FactWriter& out_;
  std::uint64_t base_;

  std::uint32_t head_ = 0;    // its word that is highest in the tree
  std::uint64_t side_ = 0;    // 0 before the cue, 1 after it
  std::uint64_t link_ = 0;    // the relation between its head and the cue's
  std::uint64_t clause_ = 0;  // 1 it has a subject, 2 a finite verb, 4 any verb, 8 a quotation
  std::uint64_t size_ = 0;
  std::uint32_t length_ = 0;      // words without marks
  std::uint32_t roots_ = 0;       // words of it whose head is outside
  std::uint32_t cut_before_ = 0;  // words of it whose branch reaches out of it
  std::uint32_t cut_after_ = 0;
  Neighbour after_;
};

// The order of source, cue and content, as one value.
std::uint64_t order_of(const CueCandidate& cue, const LabelledRoles& roles) {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> order = {{cue.words.begin, 1}};
  for (const Range source : roles.source) order.emplace_back(source.begin, 2);
  for (const Range content : roles.content) order.emplace_back(content.begin, 3);
  std::sort(order.begin(), order.end());
  std::uint64_t hash = 0;
  for (const auto& [begin, part] : order) hash = hash_step(hash, part);
  return hash;
}

void write_whole(const std::vector<WordFacts>& words, const CueCandidate& cue, const LabelledRoles& roles,
                 FactWriter& out) {
  const WordFacts& head = words[cue.head];
  bool subject = false;
  bool taken = false;
  std::uint64_t subject_tag = 0;
  for (std::int32_t c = head.first_child; c >= 0; c = words[static_cast<std::size_t>(c)].next_sibling) {
    const WordFacts& child = words[static_cast<std::size_t>(c)];
    if ((child.grammar & grammar::kSubject) == 0) continue;
    subject = true;
    subject_tag = child.tag;
    for (const Range source : roles.source) taken = taken || source.contains(static_cast<std::uint32_t>(c));
  }
  const bool has_source = !roles.source.empty();
  const std::uint64_t has = (has_source ? 1U : 0U) | (subject ? 2U : 0U) | (taken ? 4U : 0U);
  const std::uint64_t order = order_of(cue, roles);
  const std::uint64_t gap = gap_to(cue, roles.content.front());
  out.fact(1, order, head.tag);
  out.fact(2, order, head.frames);
  out.fact(3, order, head.lemma);
  out.fact(4, has, head.tag, subject_tag);
  out.fact(5, has, head.relation, head.tag);
  out.fact(6, has, head.lemma);
  out.fact(7, has, order, head.relation);
  out.fact(8, order, head.quote_depth);
  out.fact(9, gap, head.tag, order);
  out.fact(10, gap, head.lemma);
  if (!has_source) return;
  const std::uint64_t source_gap = gap_to(cue, roles.source.front());
  out.fact(11, source_gap, head.tag, order);
  out.fact(12, source_gap, gap, has);
}

}  // namespace

void collect_ranker_facts(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                          const std::vector<CueCandidate>& others, const LabelledRoles& roles, SparseFacts& facts) {
  facts.clear();
  FactWriter out(facts, kMeasures, kRankerColumns);
  out.measure(roles.log_probability);
  out.measure(odds_of(roles.begins) / 2);
  out.measure(odds_of(roles.ends) / 2);
  out.measure(odds_of(roles.inside) / 2);
  out.measure(roles.source.empty() ? 0.0F : odds_of(roles.source_begins) / 2);
  write_whole(words, cue, roles, out);
  for (std::size_t i = 0; i < roles.content.size(); ++i)
    PieceFacts(words, window, cue, roles.content[i], out, kKindsOfPiece * (i == 0 ? 1 : 2)).write(others);
  for (std::size_t i = 0; i < roles.source.size(); ++i) {
    PieceFacts piece(words, window, cue, roles.source[i], out, kKindsOfPiece * (i == 0 ? 3 : 4));
    piece.write(others);
    piece.write_kind_of_source();
  }
}

}  // namespace quoth
