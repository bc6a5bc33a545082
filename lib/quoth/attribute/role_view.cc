#include <algorithm>

#include "quoth/attribute/role_labeller_internal.h"
#include "quoth/learn/hashing.h"

namespace quoth {

// How each word of the sentence of a cue is reached from the cue's head in the tree.
struct RoleView::TreePlace {
  std::uint64_t path = 0;    // hash of the relations on the way
  std::uint8_t up = 0;       // arcs from the cue up to the lowest common ancestor
  std::uint8_t down = 0;     // arcs from there down to the word
  std::int32_t branch = -1;  // the word under the common ancestor whose subtree the word is in; -1: the ancestor itself
  std::int32_t ancestor = -1;  // the common ancestor
};

class RoleView::CueTree {
 public:
  CueTree(const std::vector<WordFacts>& words, const CueCandidate& cue) : words_(words) {
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

// How likely another candidate that holds the seat is to be a cue, from 0, for none, to 3.
std::uint64_t level_of(float probability) {
  return probability > 0.7F ? 3 : probability > 0.35F ? 2 : 1;
}

}  // namespace

// What stands between the cue and a seat, counted from the cue outwards.
struct RoleView::Between {
  std::uint32_t commas = 0;
  std::uint32_t stops = 0;
  std::uint32_t quotes = 0;
  std::uint32_t cues = 0;  // how likely the likeliest other cue is, from 0 to 3

  void pass(const WordFacts& word, std::uint64_t other) {
    commas += word.mark == ',' ? 1 : 0;
    stops += word.mark == ';' || word.mark == ':' || word.mark == '_' ? 1 : 0;
    quotes += word.opens_quote || word.closes_quote ? 1 : 0;
    cues = std::max(cues, static_cast<std::uint32_t>(other));
  }
};

RoleView::RoleView(const std::vector<WordFacts>& words, const std::vector<Seat>& seats, const CueCandidate& cue,
                   const std::vector<CueCandidate>& others)
    : words_(words), cue_(cue), seats_(seats), places_(seats.size()) {
  facts_.reserve(seats.size());
  quotations_.reserve(static_cast<std::size_t>(
      std::count_if(seats.begin(), seats.end(), [](const Seat& seat) { return seat.quotation; })));
  for (const Seat& seat : seats) {
    if (seat.quotation) quotations_.push_back(facts_of(words, seat));
    facts_.push_back(seat.quotation ? &quotations_.back() : &words[seat.root]);
  }
  for (std::size_t i = 0; i < seats.size(); ++i) {
    if (seats[i].words.begin <= cue.words.begin) cue_begin_ = i;
    if (seats[i].words.begin < cue.words.end) cue_end_ = i + 1;
  }
  find_other_cues(others);
  const CueTree tree(words, cue);
  for (std::size_t i = 0; i < seats.size(); ++i) place_in_tree(tree.place(seats[i].root), i);
  Between between;
  for (std::size_t i = cue_end_; i < seats.size(); ++i) {
    place_in_text(1, i - cue_end_, between, i);
    between.pass(*facts_[i], places_[i].other);
  }
  for (std::size_t i = cue_begin_; i < cue_end_; ++i) place_in_text(2, 0, {}, i);
  between = {};
  for (std::size_t i = cue_begin_; i-- > 0;) {
    place_in_text(0, cue_begin_ - i, between, i);
    between.pass(*facts_[i], places_[i].other);
  }
}

void RoleView::find_other_cues(const std::vector<CueCandidate>& others) {
  auto candidate = std::partition_point(
      others.begin(), others.end(), [&](const CueCandidate& o) { return o.words.end <= seats_.front().words.begin; });
  for (std::size_t i = 0; i < seats_.size(); ++i) {
    while (candidate != others.end() && candidate->words.end <= seats_[i].words.begin) ++candidate;
    if (candidate == others.end()) break;
    const bool is_other = !seats_[i].quotation && candidate->words != cue_.words;
    if (is_other && candidate->words.contains(seats_[i].words.begin))
      places_[i].other = level_of(candidate->probability);
  }
}

void RoleView::place_in_tree(const TreePlace& tree, std::size_t i) {
  RolePlace& place = places_[i];
  const Range seat = seats_[i].words;
  place.path = tree.path;
  place.up_down = tree.up * 32ULL + std::min<std::uint64_t>(tree.down, 6);
  place.ups = std::min<std::uint64_t>(tree.up, 4);
  if (tree.branch < 0) return;
  const WordFacts& branch = words_[static_cast<std::size_t>(tree.branch)];
  place.branch = branch.relation + 1;
  place.edges = (branch.left >= seat.begin ? 1U : 0U) | (branch.right <= seat.end ? 2U : 0U) |
                (seat.contains(static_cast<std::uint32_t>(tree.branch)) ? 4U : 0U) |
                (branch.left > cue_.head ? 8U : 0U) | (branch.right <= cue_.head ? 16U : 0U);
}

void RoleView::place_in_text(std::uint64_t side, std::size_t distance, const Between& between, std::size_t i) {
  RolePlace& place = places_[i];
  const WordFacts& head = words_[cue_.head];
  const WordFacts& word = *facts_[i];
  const std::int32_t sentences =
      std::clamp(static_cast<std::int32_t>(word.sentence) - static_cast<std::int32_t>(head.sentence), -3, 3);
  place.side = side;
  place.where = side * 8 + static_cast<std::uint64_t>(sentences + 3);
  place.distance = distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 25 ? 6 : 7;
  place.stops = between.stops;
  place.quotes = between.quotes;
  place.cues = between.cues;
  place.gap = std::min(between.commas, 3U) | std::min(between.stops, 2U) << 3 | std::min(between.quotes, 3U) << 6;
  place.same_quote = (word.quote == head.quote ? 1U : 0U) | (word.quote >= 0 ? 2U : 0U) | (head.quote >= 0 ? 4U : 0U);
}

}  // namespace quoth
