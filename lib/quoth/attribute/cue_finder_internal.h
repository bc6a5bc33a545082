// Words that may attribute, with the chance that they do.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/word_facts_internal.h"
#include "quoth/learn/chain_table.h"

namespace quoth {

inline constexpr std::uint32_t kCueBucketBits = 19;

struct CueCandidate {
  Range words;             // not empty, within one sentence
  std::uint32_t head = 0;  // the word of them that governs the others
  float probability = 0;
};

// Labels: outside, cue begins, cue goes on.
ChainShape cue_shape();

// The features of a sentence's words, one position a word, after what is in `features`.
void add_cue_features(const std::vector<WordFacts>& words, Range sentence, ChainFeatures& features);

// The word of `range` that governs the others, adverbs aside.
std::uint32_t head_of(const std::vector<WordFacts>& words, Range range);

// Working memory; keep one a thread.
struct CueScratch {
  ChainFeatures features;
  std::vector<LabelScores> scores;
  std::vector<LabelScores> marginals;
  ChainScratch chain;
};

// Appends the candidates of one sentence to `candidates`, in order and apart.
void find_cue_candidates(const std::vector<WordFacts>& words, Range sentence, const ChainTable& table,
                         CueScratch& scratch, std::vector<CueCandidate>& candidates);

}  // namespace quoth
