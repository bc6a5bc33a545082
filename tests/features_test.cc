#include "quoth/learn/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "quoth/base/error.h"
#include "quoth/learn/hashing.h"
#include "quoth/learn/scanner.h"

namespace quoth {
namespace {

const char* const kText =
    "\xE2\x80\x9CWe don\xE2\x80\x99t want a war,\xE2\x80\x9D he said; \xE5\x8F\xB0\xE6\xB9\xBE, 25% and we do not want "
    "it.";

std::uint32_t bucket_of(const std::vector<std::uint64_t>& values, std::uint64_t seed, std::uint32_t bits) {
  std::uint64_t hash = seed;
  for (const std::uint64_t value : values) hash = hash_step(hash, value);
  return static_cast<std::uint32_t>(hash_end(hash) >> (64 - bits));
}

// The same features by the slow and obvious way: every n-gram on its own.
std::map<std::uint32_t, std::uint32_t> obvious_features(const std::string& text, const FeatureOptions& options) {
  std::map<std::uint32_t, std::uint32_t> counts;
  std::vector<std::uint64_t> words;
  std::vector<char32_t> buffer;
  std::size_t position = 0;
  while (true) {
    const auto found = next_word(text, position, buffer);
    if (found.empty()) break;
    const std::vector<char32_t> word(found.begin(), found.end());
    for (std::size_t n = options.shortest_chars; n <= options.longest_chars; ++n) {
      for (std::size_t i = 0; i + n <= word.size(); ++i) {
        ++counts[bucket_of({word.begin() + i, word.begin() + i + n}, kCharacterSeed, options.bucket_bits)];
      }
    }
    std::uint64_t hash = kWordSeed;
    for (std::size_t i = 1; i + 1 < word.size(); ++i) hash = hash_step(hash, word[i]);
    words.push_back(hash_end(hash));
  }
  for (std::size_t n = 1; n <= options.word_ngrams; ++n) {
    for (std::size_t i = 0; i + n <= words.size(); ++i) {
      std::vector<std::uint64_t> gram(words.begin() + i, words.begin() + i + n);
      std::reverse(gram.begin(), gram.end());
      ++counts[bucket_of(gram, kWordSeed, options.bucket_bits)];
    }
  }
  return counts;
}

std::map<std::uint32_t, std::uint32_t> features_of(const std::string& text, const FeatureOptions& options) {
  FeatureScratch scratch;
  extract_features(text, options, scratch);
  std::map<std::uint32_t, std::uint32_t> counts;
  for (const FeatureCount& feature : scratch.counts) {
    EXPECT_EQ(counts.count(feature.bucket), 0) << "a bucket twice";
    counts[feature.bucket] = feature.count;
  }
  return counts;
}

TEST(ExtractFeatures, AreTheNGramsThatTheObviousWayFinds) {
  for (const FeatureOptions options :
       {FeatureOptions{}, FeatureOptions{2, 3, 6, 18}, FeatureOptions{5, 1, 8, 24}, FeatureOptions{0, 2, 5, 10},
        FeatureOptions{1, 2, 0, 12}, FeatureOptions{3, 4, 4, 5}}) {
    EXPECT_EQ(features_of(kText, options), obvious_features(kText, options)) << options.bucket_bits;
  }
}

TEST(ExtractFeatures, OfAnyBytesAreThoseOfTheObviousWay) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i)
      text += round % 2 == 0 ? static_cast<char>(random()) : "ab '\xE2\x80\x99z"[random() % 8];
    EXPECT_EQ(features_of(text, {}), obvious_features(text, {}));
  }
}

TEST(ExtractFeatures, DoNotDependOnCaseNorOnTheShapeOfMarks) {
  EXPECT_EQ(features_of("We DON'T want \"war\"", {}),
            features_of("we don\xE2\x80\x99t want \xE2\x80\x9Cwar\xE2\x80\x9D", {}));
}

TEST(ExtractFeatures, TellNegationAndOrderApart) {
  EXPECT_NE(features_of("not war but trade", {}), features_of("not trade but war", {}));
}

TEST(ExtractFeatures, ComeInOrderOfFirstOccurrence) {
  FeatureScratch scratch;
  extract_features("war war", {1, 2, 0, 20}, scratch);
  ASSERT_EQ(scratch.counts.size(), 1);
  EXPECT_EQ(scratch.counts[0].count, 2);
}

TEST(ExtractFeatures, SpreadOverTheBuckets) {
  // 20,000 words over 2^20 buckets: about 190 are expected to share one (n^2 / 2m).
  FeatureScratch scratch;
  std::string text;
  for (int i = 0; i < 20000; ++i) text.append("w").append(std::to_string(i)).append(" ");
  extract_features(text, {1, 2, 0, 20}, scratch);
  EXPECT_GT(scratch.counts.size(), 20000 - 300);
}

TEST(FeatureFingerprint, DiffersWhereAnyOptionDoes) {
  const FeatureOptions usual;
  for (const FeatureOptions other : {FeatureOptions{2, 2, 5, 20}, FeatureOptions{3, 1, 5, 20},
                                     FeatureOptions{3, 2, 6, 20}, FeatureOptions{3, 2, 5, 18}}) {
    EXPECT_NE(feature_fingerprint(usual), feature_fingerprint(other));
  }
  EXPECT_EQ(feature_fingerprint(usual), feature_fingerprint(FeatureOptions{}));
}

TEST(FeatureFingerprint, StaysWhileTheFeaturesDo) {
  // Where this value changes, kFeatureCodeVersion is to be raised and every model to be trained again.
  const FeatureOptions options{3, 2, 5, 20};
  FeatureScratch scratch;
  extract_features(kText, options, scratch);
  std::uint64_t hash = feature_fingerprint(options);
  for (const FeatureCount& feature : scratch.counts) hash = hash_step(hash_step(hash, feature.bucket), feature.count);
  EXPECT_EQ(hash, 11931882079694251082ULL);
}

TEST(CheckFeatureOptions, NamesTheOptionOutsideItsRange) {
  EXPECT_NO_THROW(check_feature_options({}));
  EXPECT_THROW(check_feature_options({6, 2, 5, 20}), Error);
  EXPECT_THROW(check_feature_options({3, 6, 5, 20}), Error);
  EXPECT_THROW(check_feature_options({3, 2, 9, 20}), Error);
  EXPECT_THROW(check_feature_options({3, 2, 5, 25}), Error);
  EXPECT_THROW(check_feature_options({3, 2, 5, 4}), Error);
}

}  // namespace
}  // namespace quoth
