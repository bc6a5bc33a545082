// Whose words, and which: the source and the content of one cue.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/cue_finder_internal.h"

namespace quoth {

inline constexpr std::uint32_t kRoleBucketBits = 20;

namespace role_label {
inline constexpr std::uint8_t kSourceBegins = 1;
inline constexpr std::uint8_t kContentBegins = 3;
}  // namespace role_label

// Labels: outside; source begins, goes on; content begins, goes on.
ChainShape role_shape();

// A position of the sequence: a word, or a whole quotation that the cue stands outside of.
struct Seat {
  Range words;
  std::uint32_t root = 0;  // the word of it that governs the others
  bool quotation = false;
};

// The seats of the words of `window`, as seen from `cue`.
std::vector<Seat> seats_around(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue);

// Where a seat stands, as seen from the cue; most in classes.
struct RolePlace {
  std::uint64_t side = 0;      // 0 before the cue, 1 behind it, 2 in it
  std::uint64_t where = 0;     // the side and how many sentences away
  std::uint64_t distance = 0;  // seats from the cue
  std::uint64_t stops = 0;     // colons, semicolons and dashes between cue and seat
  std::uint64_t quotes = 0;    // seats with a quotation's end between
  std::uint64_t cues = 0;      // how likely the likeliest other cue between is, from 0 to 3
  std::uint64_t gap = 0;       // the marks between
  std::uint64_t other = 0;     // how likely the seat is to be another cue, from 0 to 3
  std::uint64_t same_quote = 0;
  std::uint64_t path = 0;     // of relations from the cue through the tree
  std::uint64_t up_down = 0;  // arcs up and down on it
  std::uint64_t ups = 0;
  std::uint64_t branch = 0;  // relation of the branch of the cue, or of a word above it, that the seat is in
  std::uint64_t edges = 0;   // which ends of that branch are in the seat, and on which side of the cue it is
};

// The seats around a cue, and the features of each.
class RoleView {
 public:
  // All are referred to; `seats` are not empty, `others` the candidates of the document, in order.
  RoleView(const std::vector<WordFacts>& words, const std::vector<Seat>& seats, const CueCandidate& cue,
           const std::vector<CueCandidate>& others);

  // Appends a position to `features`.
  void add(std::size_t seat, ChainFeatures& features) const;

 private:
  struct TreePlace;
  class CueTree;
  struct Between;

  void find_other_cues(const std::vector<CueCandidate>& others);
  void place_in_tree(const TreePlace& tree, std::size_t i);
  void place_in_text(std::uint64_t side, std::size_t distance, const Between& between, std::size_t i);
  const WordFacts& fact(std::size_t i) const;

  const std::vector<WordFacts>& words_;
  const CueCandidate& cue_;
  const std::vector<Seat>& seats_;
  std::vector<const WordFacts*> facts_;  // one a seat: its word's, or of quotations_
  std::vector<WordFacts> quotations_;    // as if each were one word
  std::vector<RolePlace> places_;        // one a seat
  std::size_t cue_begin_ = 0;            // seats of the cue
  std::size_t cue_end_ = 0;
};

// All features of the seats, after what is in `features`. `others` are the candidates of the document, in order.
void add_role_features(const std::vector<WordFacts>& words, const std::vector<Seat>& seats, const CueCandidate& cue,
                       const std::vector<CueCandidate>& others, ChainFeatures& features);

// The likeliest source and content of a cue, and how sure the model is of them.
struct LabelledRoles {
  std::vector<Range> source;   // words; may be empty
  std::vector<Range> content;  // words; never empty but where the window is
  float log_probability = 0;   // of the labelling as a whole
  // Probabilities: that the content begins and ends there (the least of its pieces), that each seat of it is content
  // (their mean), that the source begins there.
  float begins = 1;
  float ends = 1;
  float inside = 0;
  float source_begins = 1;
  float share = 1;  // of all the roles that the cue may have here, by choose_roles(); 1 where there are no others
};

// Working memory; keep one a thread.
struct RoleScratch {
  ChainFeatures features;
  std::vector<LabelScores> scores;
  std::vector<LabelScores> marginals;
  std::vector<Labelling> labellings;
  ChainScratch chain;
};

// How many labellings of a cue are worth a second look: of four the best is in 88% of cases right, of one in 76%; eight
// give no better choice.
inline constexpr std::uint32_t kMostLabellings = 4;

// The `count` likeliest, likeliest first; one alone where it is likely enough, none where the window is empty. `others`
// as above.
std::vector<LabelledRoles> label_roles(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                                       const std::vector<CueCandidate>& others, const ChainTable& table,
                                       std::uint32_t count, RoleScratch& scratch);

}  // namespace quoth
