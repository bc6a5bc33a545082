#include <algorithm>
#include <bit>
#include <string>

#include "quoth/annotate/feature_writer_internal.h"
#include "quoth/annotate/tagger_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

// The last or first `bytes` bytes of a word's suffix or prefix, and that many of them.
constexpr std::uint64_t part(std::uint64_t bytes_of_word, unsigned bytes) {
  return spread((bytes_of_word & ((std::uint64_t{1} << (8 * bytes)) - 1)) ^ (std::uint64_t{bytes} << 56));
}

}  // namespace

TagLexicon::TagLexicon(std::vector<std::pair<std::uint64_t, TagEntry>> forms) : forms_(std::move(forms)) {
  build();
}

void TagLexicon::build() {
  slots_.assign(std::bit_ceil(forms_.size() * 2 + 2), Slot{});
  for (const auto& [form, entry] : forms_) {
    std::size_t at = form & (slots_.size() - 1);
    while (slots_[at].form != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {form, entry};
  }
}

void TagLexicon::write(ByteWriter& writer) const {
  writer.u32(static_cast<std::uint32_t>(forms_.size()));
  for (const auto& [form, entry] : forms_) {
    writer.u64(form);
    writer.u8(entry.is_certain ? 1 : 0);
    writer.u8(entry.only_tag);
    writer.u16(entry.tag_class);
  }
}

TagLexicon::TagLexicon(ByteReader& reader, std::size_t tags) {
  forms_.resize(reader.count(8 + 1 + 1 + 2));
  for (auto& [form, entry] : forms_) {
    form = reader.u64();
    entry.is_certain = reader.u8() != 0;
    entry.only_tag = reader.u8();
    entry.tag_class = reader.u16();
    if (entry.only_tag >= tags || form == 0) {
      throw Error(reader.where(), "has a word with an unknown tag", "",
                  "the file is damaged, copy it again or retrain");
    }
  }
  build();
}

const TagLexicon::Slot& TagLexicon::slot(std::uint64_t form) const {
  std::size_t at = form & (slots_.size() - 1);
  while (slots_[at].form != form && slots_[at].form != 0) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

const TagEntry& TagLexicon::find(const WordKeys& keys) const {
  static constexpr TagEntry kUnknown;
  if (slots_.empty()) return kUnknown;
  const Slot& as_written = slot(keys.exact);
  if (as_written.form != 0 || (keys.shape & word_shape::kCapital) == 0) return as_written.entry;
  return slot(keys.lower).entry;
}

void TaggerInput::clear() {
  words_.resize(kBorder);
}

void TaggerInput::add(const WordKeys& keys, const TagLexicon& lexicon) {
  Word word;
  word.lower = keys.lower;
  word.prefix = keys.prefix;
  word.suffix = keys.suffix;
  word.entry = lexicon.find(keys);
  word.tag_class = spread(word.entry.tag_class);
  word.shape = keys.shape | std::min(keys.size, 4U) << 8;
  if (words_.size() == kBorder) word.shape |= 1U << 12;  // first in its sentence
  words_.push_back(word);
}

void TaggerInput::finish() {
  words_.resize(words_.size() + kBorder);
}

void TaggerInput::first_features(std::size_t i, std::uint8_t last_tag, std::uint8_t tag_before,
                                 std::span<std::uint32_t, kFirstFeatures> out) const {
  const Word* const words = words_.data() + i;
  const Word& word = words[kBorder];
  const Word& last = words[kBorder - 1];
  const Word& next = words[kBorder + 1];
  const std::uint64_t shape = spread(word.shape);
  const std::uint64_t tag1 = spread(std::uint64_t{last_tag} << 8);
  const std::uint64_t tag2 = spread(std::uint64_t{tag_before} << 16);
  FeatureWriter features(out);
  features.add(word.lower, shape);
  features.add(shape, part(word.suffix, 3));
  features.add(tag1, word.tag_class);
  features.add(tag1, tag2, word.tag_class);
  features.add(last.lower, word.lower);
  features.add(next.lower, word.tag_class);
  features.add(next.tag_class, word.tag_class, tag1);
  features.add(part(next.suffix, 3), spread(next.shape), tag1);
  features.add(part(last.suffix, 3), shape);
}

void TaggerInput::more_features(std::size_t i, std::uint8_t last_tag, std::uint8_t tag_before,
                                std::span<std::uint32_t, kMoreFeatures> out) const {
  const Word* const words = words_.data() + i;
  const Word& word = words[kBorder];
  const Word& last = words[kBorder - 1];
  const Word& next = words[kBorder + 1];
  const std::uint64_t tag1 = spread(std::uint64_t{last_tag} << 8);
  const std::uint64_t tag2 = spread(std::uint64_t{tag_before} << 16);
  FeatureWriter features(out, kFirstFeatures);
  features.add(word.lower);
  for (const unsigned bytes : {1U, 2U, 3U, 4U, 5U}) features.add(part(word.suffix, bytes));
  features.add(part(word.prefix, 2));
  features.add(part(word.prefix, 3));
  features.add(spread(word.shape));
  features.add(word.tag_class);
  features.add(tag1);
  features.add(tag1, tag2);
  features.add(tag1, word.lower);
  features.add(last.lower);
  features.add(words[kBorder - 2].lower);
  features.add(next.lower);
  features.add(words[kBorder + 2].lower);
  features.add(next.tag_class, word.tag_class);
  features.add(next.tag_class, words[kBorder + 2].tag_class, tag1);
}

}  // namespace quoth
