// A text as hashed features: which word and character n-grams it holds, and how often.
//
// It cuts text by a small scanner of its own, made for speed; its words are not the Tokens of text/, which are exact.
// It knows no language: letters and digits make words, case and the shape of quote marks are levelled, all else
// separates.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// All that decides which features a text has, beside the code itself (kFeatureCodeVersion).
struct FeatureOptions {
  std::uint32_t word_ngrams = 3;     // word n-grams of 1 to this many words; 0: none; at most 5
  std::uint32_t shortest_chars = 2;  // character n-grams within a word, its boundaries counted as one character each
  std::uint32_t longest_chars = 5;   // 0: none; at most 8
  std::uint32_t bucket_bits = 20;    // features are hashed into 2^bucket_bits buckets; 5 to 24

  bool operator==(const FeatureOptions&) const = default;
};

// To be raised whenever the same text and options give other features than before.
inline constexpr std::uint32_t kFeatureCodeVersion = 1;

// Tells apart any two feature spaces: a hash of the options and of kFeatureCodeVersion.
std::uint64_t feature_fingerprint(const FeatureOptions& options);

// Throws Error where an option is outside its range.
void check_feature_options(const FeatureOptions& options);

struct FeatureCount {
  std::uint32_t bucket = 0;
  std::uint32_t count = 0;  // occurrences in the text, 1 or more

  bool operator==(const FeatureCount&) const = default;
};

// Working memory of extract_features; keep one a thread and reuse it: after some texts nothing is allocated any more.
struct FeatureScratch {
  std::vector<FeatureCount> counts;    // what extract_features found
  std::vector<char32_t> word;          // the word at hand, a boundary mark on both sides
  std::vector<std::uint32_t> buckets;  // one an occurrence; what lies beyond those is left from before
  std::vector<std::uint32_t> slots;    // hash set: indexes into `counts`, from 1
};

// The bucket of every feature of `text`, one an occurrence, good until `scratch` is used again. Any bytes; what is no
// UTF-8 separates words. Needs options that check_feature_options accepts. Linear in the text; three or four a
// character. Never throws but for lack of memory.
std::span<const std::uint32_t> extract_occurrences(std::string_view text, const FeatureOptions& options,
                                                   FeatureScratch& scratch);

// The same with each bucket once, in order of first occurrence, into scratch.counts.
void extract_features(std::string_view text, const FeatureOptions& options, FeatureScratch& scratch);

}  // namespace quoth
