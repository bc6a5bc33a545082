// Part-of-speech tags, greedily from left to right, by a linear model over words, their parts and the tags before.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "quoth/annotate/word_keys_internal.h"
#include "quoth/base/bytes.h"

namespace quoth {

// What a treebank says of a word form's tags.
struct TagEntry {
  std::uint8_t only_tag = 0;    // its tag, where is_certain
  bool is_certain = false;      // so nearly always that tag that no context needs to be looked at
  std::uint16_t tag_class = 0;  // which set of tags it has; 0 for forms that are not known
};

// Word forms and their possible tags. Immutable once made.
class TagLexicon {
 public:
  TagLexicon() = default;
  // `forms`: pairs of WordKeys::exact and entry; distinct.
  explicit TagLexicon(std::vector<std::pair<std::uint64_t, TagEntry>> forms);
  explicit TagLexicon(ByteReader& reader, std::size_t tags);
  void write(ByteWriter& writer) const;

  // Of the form as written, or, where that is not known, as it is in lower case (forms that begin with a capital only).
  const TagEntry& find(const WordKeys& keys) const;
  std::size_t size() const { return forms_.size(); }

 private:
  struct Slot {
    std::uint64_t form = 0;
    TagEntry entry;
  };
  const Slot& slot(std::uint64_t form) const;
  void build();

  std::vector<std::pair<std::uint64_t, TagEntry>> forms_;
  std::vector<Slot> slots_;  // a power of two, at most half full
};

// The words of a sentence as the tagger needs them, with two places for what is not there before and after.
class TaggerInput {
 public:
  static constexpr std::size_t kBorder = 2;

  void clear();
  void add(const WordKeys& keys, const TagLexicon& lexicon);
  void finish();

  std::size_t size() const { return words_.size() - 2 * kBorder; }
  const TagEntry& entry(std::size_t i) const { return words_[i + kBorder].entry; }

  // What speaks for a tag of word i, where the two words before it have the tags given (kNoTag before the first), in
  // two parts: what mostly decides it, and all else.
  static constexpr std::size_t kFirstFeatures = 9;
  static constexpr std::size_t kMoreFeatures = 19;
  void first_features(std::size_t i, std::uint8_t last_tag, std::uint8_t tag_before,
                      std::span<std::uint32_t, kFirstFeatures> out) const;
  void more_features(std::size_t i, std::uint8_t last_tag, std::uint8_t tag_before,
                     std::span<std::uint32_t, kMoreFeatures> out) const;

 private:
  struct Word {
    std::uint64_t lower = 0;
    std::uint64_t tag_class = 0;  // hashed
    std::uint64_t prefix = 0;
    std::uint64_t suffix = 0;
    std::uint32_t shape = 0;
    TagEntry entry;
  };
  std::vector<Word> words_;
};

inline constexpr std::uint8_t kNoTag = 0xFF;

// As kTransitionLead.
inline constexpr float kTagLead = 24;

}  // namespace quoth
