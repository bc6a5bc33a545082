// The features of one position after another, hashed into buckets; and the parts of them that several models share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "quoth/attribute/word_facts_internal.h"
#include "quoth/learn/chain.h"
#include "quoth/learn/hashing.h"

namespace quoth {

// Appends to `features`, whose buckets are below 2^bits.
class FeatureBuckets {
 public:
  FeatureBuckets(ChainFeatures& features, std::uint32_t bits) : features_(features), shift_(64 - bits) {}

  // A feature of the position at hand: its kind, and values that it joins.
  template <typename... Values>
  void add(std::uint64_t kind, Values... values) {
    std::uint64_t hash = hash_step(kFingerprintSeed, kind);
    ((hash = hash_step(hash ^ (hash >> 29), static_cast<std::uint64_t>(values))), ...);
    features_.buckets.push_back(static_cast<std::uint32_t>(hash_end(hash) >> shift_));
  }

  void end_position() { features_.ends.push_back(features_.buckets.size()); }

 private:
  ChainFeatures& features_;
  std::uint32_t shift_;
};

// The place of a word in quotation marks.
inline std::uint64_t quote_state(const WordFacts& word) {
  return word.quote_depth | (word.opens_quote ? 8U : 0U) | (word.closes_quote ? 16U : 0U);
}

// And the mark that it is itself.
inline std::uint64_t typography(const WordFacts& word) {
  return quote_state(word) | (static_cast<std::uint64_t>(static_cast<unsigned char>(word.mark)) << 8);
}

// What is known of a word as a noun: whom it names, which of the closed lists it is on.
std::uint64_t kind_of_noun(const WordFacts& word);

// The relations of a word's children and on which side of it they stand, as one value.
std::uint64_t frame_of(const std::vector<WordFacts>& words, std::uint32_t word);

}  // namespace quoth
