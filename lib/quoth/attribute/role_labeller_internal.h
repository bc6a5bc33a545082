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

// The features of the seats, after what is in `features`. `others` are the candidates of the document, in order.
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
};

// Working memory; keep one a thread.
struct RoleScratch {
  ChainFeatures features;
  std::vector<LabelScores> scores;
  std::vector<LabelScores> marginals;
  std::vector<Labelling> labellings;
  ChainScratch chain;
};

LabelledRoles label_roles(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                          const std::vector<CueCandidate>& others, const ChainTable& table, RoleScratch& scratch);

}  // namespace quoth
