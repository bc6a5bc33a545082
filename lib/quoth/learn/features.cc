#include "quoth/learn/features.h"

#include <algorithm>
#include <array>
#include <bit>

#include "quoth/base/bytes.h"
#include "quoth/base/error.h"
#include "quoth/learn/hashing.h"
#include "quoth/learn/scanner.h"

namespace quoth {
namespace {

constexpr std::size_t kMostWords = 5;

void check_range(const char* name, std::uint32_t value, std::uint32_t least, std::uint32_t most) {
  if (value < least || value > most) {
    throw Error("feature options", std::string(name) + " is " + std::to_string(value),
                std::to_string(least) + " to " + std::to_string(most));
  }
}

// Writes the buckets of a word's character n-grams from `to` on; returns where it ended.
std::uint32_t* write_characters(std::span<const char32_t> word, const FeatureOptions& options, int shift,
                                std::uint32_t* to) {
  const std::size_t shortest = options.shortest_chars;
  for (std::size_t start = 0; start + shortest <= word.size(); ++start) {
    const std::size_t end = std::min<std::size_t>(start + options.longest_chars, word.size());
    std::uint64_t hash = kCharacterSeed;
    std::size_t i = start;
    for (; i + 1 < start + shortest; ++i) hash = hash_step(hash, word[i]);
    for (; i < end; ++i) {
      hash = hash_step(hash, word[i]);
      *to++ = static_cast<std::uint32_t>(hash_end(hash) >> shift);
    }
  }
  return to;
}

// Counts `buckets` into scratch.counts by a hash set with linear probing. The buckets are hashes already.
void count_buckets(std::span<const std::uint32_t> buckets, FeatureScratch& scratch) {
  const std::size_t size = std::max<std::size_t>(64, std::bit_ceil(2 * buckets.size()));
  scratch.slots.assign(size, 0);
  scratch.counts.clear();
  for (const std::uint32_t bucket : buckets) {
    std::size_t slot = bucket & (size - 1);
    while (true) {
      const std::uint32_t entry = scratch.slots[slot];
      if (entry == 0) {
        scratch.counts.push_back({bucket, 1});
        scratch.slots[slot] = static_cast<std::uint32_t>(scratch.counts.size());
        break;
      }
      if (scratch.counts[entry - 1].bucket == bucket) {
        ++scratch.counts[entry - 1].count;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
}

}  // namespace

void check_feature_options(const FeatureOptions& options) {
  check_range("word_ngrams", options.word_ngrams, 0, kMostWords);
  check_range("longest_chars", options.longest_chars, 0, 8);
  if (options.longest_chars > 0) check_range("shortest_chars", options.shortest_chars, 1, options.longest_chars);
  check_range("bucket_bits", options.bucket_bits, 5, 24);
}

std::uint64_t feature_fingerprint(const FeatureOptions& options) {
  std::uint64_t hash = kFingerprintSeed;
  for (const std::uint32_t value :
       {kFeatureCodeVersion, options.word_ngrams, options.shortest_chars, options.longest_chars, options.bucket_bits}) {
    hash = hash_step(hash, value);
  }
  return hash_end(hash);
}

std::span<const std::uint32_t> extract_occurrences(std::string_view text, const FeatureOptions& options,
                                                   FeatureScratch& scratch) {
  const int shift = 64 - static_cast<int>(options.bucket_bits);
  std::array<std::uint64_t, kMostWords> last_words{};  // hashes, the last one first
  std::size_t words = 0;
  std::size_t position = 0;
  std::size_t count = 0;
  while (true) {
    const std::span<const char32_t> word = next_word(text, position, scratch.word);
    if (word.empty()) break;
    // Room is made once a word, so that the inner loops write without a check.
    const std::size_t most = count + word.size() * options.longest_chars + kMostWords;
    if (scratch.buckets.size() < most) scratch.buckets.resize(std::max(most, 2 * scratch.buckets.size()));
    std::uint32_t* to = scratch.buckets.data() + count;
    if (options.longest_chars > 0) to = write_characters(word, options, shift, to);

    std::uint64_t hash = kWordSeed;
    for (std::size_t i = 1; i + 1 < word.size(); ++i) hash = hash_step(hash, word[i]);
    std::copy_backward(last_words.begin(), last_words.end() - 1, last_words.end());
    last_words[0] = hash_end(hash);
    ++words;
    // The n-gram that ends here is hashed from its last word back to its first: the longer go on from the shorter.
    hash = kWordSeed;
    for (std::size_t n = 0; n < std::min<std::size_t>(options.word_ngrams, words); ++n) {
      hash = hash_step(hash, last_words[n]);
      *to++ = static_cast<std::uint32_t>(hash_end(hash) >> shift);
    }
    count = static_cast<std::size_t>(to - scratch.buckets.data());
  }
  return std::span(scratch.buckets).first(count);
}

void extract_features(std::string_view text, const FeatureOptions& options, FeatureScratch& scratch) {
  count_buckets(extract_occurrences(text, options, scratch), scratch);
}

}  // namespace quoth
