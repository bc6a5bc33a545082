#include <algorithm>

#include "quoth/attribute/feature_buckets_internal.h"
#include "quoth/attribute/role_labeller_internal.h"

namespace quoth {
namespace {

const WordFacts kNone;

std::uint64_t bucket_of(std::uint32_t distance) {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 25 ? 6 : 7;
}

// How each word of the sentence of a cue is reached from the cue's head in the tree.
struct TreePlace {
  std::uint64_t path = 0;    // hash of the relations on the way
  std::uint8_t up = 0;       // arcs from the cue up to the lowest common ancestor
  std::uint8_t down = 0;     // arcs from there down to the word
  std::int32_t branch = -1;  // the word under the common ancestor whose subtree the word is in; -1: the ancestor itself
  std::int32_t ancestor = -1;  // the common ancestor
};

class CueView {
 public:
  CueView(const std::vector<WordFacts>& words, const CueCandidate& cue) : words_(words) {
    std::uint64_t path = 77;
    for (std::int32_t a = static_cast<std::int32_t>(cue.head); a >= 0 && ups_.size() < 12;
         a = words[static_cast<std::size_t>(a)].head) {
      ups_.push_back({a, path});
      path = hash_step(path ^ (path >> 31), words[static_cast<std::size_t>(a)].relation);
    }
  }

  TreePlace place(std::uint32_t i) const {
    TreePlace place;
    std::uint64_t relations[24];
    std::uint32_t down = 0;
    std::int32_t branch = -1;
    for (std::int32_t a = static_cast<std::int32_t>(i); a >= 0 && down < 24;
         a = words_[static_cast<std::size_t>(a)].head) {
      for (std::size_t up = 0; up < ups_.size(); ++up) {
        if (ups_[up].word != a) continue;
        place.path = ups_[up].path;
        if (down > 5) down = 5;
        for (std::uint32_t d = down; d-- > 0;)
          place.path = hash_step(place.path ^ (place.path >> 27), relations[d] + 1000);
        place.up = static_cast<std::uint8_t>(up);
        place.down = static_cast<std::uint8_t>(down);
        place.branch = branch;
        place.ancestor = a;
        return place;
      }
      relations[down++] = words_[static_cast<std::size_t>(a)].relation;
      branch = a;
    }
    place.path = 5;
    place.up = 100;
    return place;
  }

 private:
  struct Up {
    std::int32_t word;
    std::uint64_t path;
  };
  const std::vector<WordFacts>& words_;
  std::vector<Up> ups_;
};

}  // namespace

std::vector<Seat> seats_around(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue) {
  std::vector<Seat> seats;
  seats.reserve(window.size());
  for (std::uint32_t i = window.begin; i < window.end;) {
    std::uint32_t end = i + 1;
    if (words[i].opens_quote && words[i].outer_quote_end > i + 1 &&
        !(words[i].outer_quote_end > cue.words.begin && i < cue.words.end)) {
      end = std::min(words[i].outer_quote_end, window.end);
    }
    Seat seat{{i, end}, i, end > i + 1};
    for (std::uint32_t j = i; j < end; ++j)
      if (words[j].mark == 0 && (words[seat.root].mark != 0 || words[j].depth < words[seat.root].depth)) seat.root = j;
    seats.push_back(seat);
    i = end;
  }
  return seats;
}

namespace {

// What the features of a seat look at: its word's facts, or those of a quotation as if it were one word.
WordFacts facts_of(const std::vector<WordFacts>& words, const Seat& seat) {
  WordFacts facts = words[seat.root];
  if (!seat.quotation) return facts;
  facts.form = hash_step(91, std::min<std::uint64_t>(seat.words.size() / 4, 3));
  facts.lemma = 92;
  facts.tag = 250;
  facts.classes = 0;
  facts.mention = 0;
  facts.mark = 0;
  facts.quote = words[seat.words.begin].quote;
  facts.opens_quote = true;
  facts.closes_quote = true;
  facts.sentence = words[seat.words.begin].sentence;
  facts.quote_depth = words[seat.words.begin].quote_depth;
  return facts;
}

}  // namespace

void add_role_features(const std::vector<WordFacts>& words, const std::vector<Seat>& seats, const CueCandidate& cue,
                       const std::vector<CueCandidate>& others, ChainFeatures& features) {
  FeatureBuckets out(features, kRoleBucketBits);
  const CueView view(words, cue);
  const WordFacts& head = words[cue.head];
  const std::uint64_t lemma = head.lemma;
  const auto count = static_cast<std::int64_t>(seats.size());
  std::vector<WordFacts> facts;
  facts.reserve(seats.size());
  for (const Seat& seat : seats) facts.push_back(facts_of(words, seat));
  const auto fact = [&](std::int64_t i) -> const WordFacts& {
    return i < 0 || i >= count ? kNone : facts[static_cast<std::size_t>(i)];
  };
  std::int64_t cue_begin = 0;
  std::int64_t cue_end = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    if (seats[static_cast<std::size_t>(i)].words.begin <= cue.words.begin) cue_begin = i;
    if (seats[static_cast<std::size_t>(i)].words.begin < cue.words.end) cue_end = i + 1;
  }
  std::vector<std::uint8_t> other(seats.size(), 0);
  auto candidate = std::partition_point(
      others.begin(), others.end(), [&](const CueCandidate& o) { return o.words.end <= seats.front().words.begin; });
  for (std::size_t i = 0; i < seats.size(); ++i) {
    while (candidate != others.end() && candidate->words.end <= seats[i].words.begin) ++candidate;
    if (candidate == others.end()) break;
    if (seats[i].quotation || candidate->words == cue.words || !candidate->words.contains(seats[i].words.begin))
      continue;
    other[i] = static_cast<std::uint8_t>(candidate->probability > 0.7F ? 3 : candidate->probability > 0.35F ? 2 : 1);
  }
  const WordFacts& after_cue = fact(cue_end);
  const WordFacts& before_cue = fact(cue_begin - 1);
  for (std::int64_t i = 0; i < count; ++i) {
    const Seat& seat = seats[static_cast<std::size_t>(i)];
    const WordFacts& w = fact(i);
    const WordFacts& p = fact(i - 1);
    const WordFacts& n = fact(i + 1);
    const std::uint64_t side = i < cue_begin ? 0 : i < cue_end ? 2 : 1;
    const auto distance = static_cast<std::uint32_t>(side == 0 ? cue_begin - i : side == 1 ? i - cue_end : 0);
    const std::int64_t from = side == 0 ? i + 1 : cue_end;
    const std::int64_t to = side == 0 ? cue_begin : i;
    std::uint32_t commas = 0;
    std::uint32_t stops = 0;
    std::uint32_t quotes = 0;
    std::uint32_t cues = 0;
    for (std::int64_t j = from; j < to && side != 2; ++j) {
      const WordFacts& between = fact(j);
      commas += between.mark == ',' ? 1 : 0;
      stops += between.mark == ';' || between.mark == ':' || between.mark == '_' ? 1 : 0;
      quotes += between.opens_quote || between.closes_quote ? 1 : 0;
      cues = std::max<std::uint32_t>(cues, other[static_cast<std::size_t>(j)]);
    }
    const std::int32_t sentences =
        std::clamp(static_cast<std::int32_t>(w.sentence) - static_cast<std::int32_t>(head.sentence), -3, 3);
    const std::uint64_t where = side * 8 + static_cast<std::uint64_t>(sentences + 3);
    const TreePlace place = view.place(seat.root);
    const std::uint64_t up_down = place.up * 32ULL + std::min<std::uint64_t>(place.down, 6);
    std::uint64_t branch = 0;
    std::uint64_t edges = 0;
    if (place.branch >= 0) {
      const WordFacts& b = words[static_cast<std::size_t>(place.branch)];
      branch = b.relation + 1;
      edges = (b.left >= seat.words.begin ? 1U : 0U) | (b.right <= seat.words.end ? 2U : 0U) |
              (seat.words.contains(static_cast<std::uint32_t>(place.branch)) ? 4U : 0U) |
              (b.left > cue.head ? 8U : 0U) | (b.right <= cue.head ? 16U : 0U);
    }
    const std::uint64_t ups = std::min<std::uint64_t>(place.up, 4);
    const std::uint64_t same_quote =
        (w.quote == head.quote ? 1U : 0U) | (w.quote >= 0 ? 2U : 0U) | (head.quote >= 0 ? 4U : 0U);
    const std::uint64_t gap = std::min(commas, 3U) | std::min(stops, 2U) << 3 | std::min(quotes, 3U) << 6;
    const std::uint64_t other_here = other[static_cast<std::size_t>(i)];

    out.add(2, where, w.form);
    out.add(3, where, w.tag);
    out.add(4, where, p.form);
    out.add(5, where, n.form);
    out.add(8, where, bucket_of(distance));
    out.add(9, where, bucket_of(distance), w.tag);
    out.add(11, where, gap, w.tag);
    out.add(13, where, typography(w), typography(n));
    out.add(14, where, typography(p), gap, same_quote);
    out.add(15, same_quote, where, quote_state(w), quotes > 2 ? 2 : quotes);
    out.add(18, place.path, lemma);
    out.add(24, where, up_down);
    out.add(25, where, ups, branch, p.form);
    out.add(28, where, ups, branch, cues);
    out.add(29, where, cues, other_here);
    out.add(43, where, lemma, w.tag, bucket_of(distance));
    out.add(45, where, lemma, p.form);
    out.add(46, where, typography(after_cue), typography(before_cue), w.quote_depth, edges, branch);
    out.add(49, where, p.form, w.form);
    out.add(50, where, w.form, n.form);
    const WordFacts& whead = w.head < 0 ? kNone : words[static_cast<std::size_t>(w.head)];
    out.add(52, where, w.relation, whead.tag, whead.relation);
    out.add(53, head.tag, where, ups, branch);
    out.add(57, lemma, ups, branch, p.form);
    out.add(60, where, seat.quotation, typography(p), typography(n), quotes, stops, cues);
    out.add(62, where, ups, branch, edges, head.frames);
    out.add(63, head.frames, side, p.form, gap, branch);
    out.add(61, seat.quotation, lemma, side, gap, cues);
    out.end_position();
  }
}

}  // namespace quoth
