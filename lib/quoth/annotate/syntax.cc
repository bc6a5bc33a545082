#include "quoth/annotate/syntax.h"

#include <algorithm>

#include "quoth/annotate/syntax_file_internal.h"
#include "quoth/annotate/syntax_parts_internal.h"
#include "quoth/annotate/syntax_words_internal.h"
#include "quoth/text/document.h"

namespace quoth {
namespace {

std::optional<std::uint8_t> index_of(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::lower_bound(names.begin(), names.end(), name);
  if (found == names.end() || *found != name) return std::nullopt;
  return static_cast<std::uint8_t>(found - names.begin());
}

}  // namespace

struct SyntaxScratch::Impl {
  SentenceScratch sentence;
};

SyntaxScratch::SyntaxScratch() : impl_(std::make_unique<Impl>()) {}
SyntaxScratch::~SyntaxScratch() = default;
SyntaxScratch::SyntaxScratch(SyntaxScratch&&) noexcept = default;
SyntaxScratch& SyntaxScratch::operator=(SyntaxScratch&&) noexcept = default;

struct SyntaxModel::Impl {
  SyntaxParts parts;

  // Analyses words `begin` to `end`, which word_at(i) gives; take(i, parsed, key) gets each.
  template <typename WordAt, typename Take>
  void analyse(std::uint32_t begin, std::uint32_t end, WordAt word_at, SentenceScratch& scratch, Take take) const {
    for (std::uint32_t from = begin; from < end; from += kLongestParse) {
      const auto size = std::min<std::uint32_t>(kLongestParse, end - from);
      scratch.clear();
      for (std::uint32_t i = 0; i < size; ++i) scratch.add(word_keys(word_at(from + i)), parts.tagger.lexicon);
      tag_words(parts.tagger, scratch);
      parse_words(parts.parser, parts.parser_names, scratch);
      for (std::uint32_t i = 0; i < size; ++i) {
        const std::uint32_t head = scratch.heads[i];
        const ParsedWord parsed{head == kRoot ? kRoot : from + head, scratch.tags[i], scratch.relations[i]};
        take(from + i, parsed, scratch.words[i]);
      }
    }
  }
};

SyntaxModel::SyntaxModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SyntaxModel::SyntaxModel(SyntaxModel&&) noexcept = default;
SyntaxModel& SyntaxModel::operator=(SyntaxModel&&) noexcept = default;
SyntaxModel::~SyntaxModel() = default;

SyntaxModel SyntaxModel::load(const std::string& path) {
  return from(ModelFile::read(path));
}

SyntaxModel SyntaxModel::from(const ModelFile& file) {
  return SyntaxModel(std::make_unique<Impl>(Impl{read_syntax_parts(file)}));
}

const std::vector<std::string>& SyntaxModel::tag_names() const {
  return impl_->parts.tags;
}

const std::vector<std::string>& SyntaxModel::relation_names() const {
  return impl_->parts.relations;
}

std::optional<std::uint8_t> SyntaxModel::tag_index(std::string_view name) const {
  return index_of(impl_->parts.tags, name);
}

std::optional<std::uint8_t> SyntaxModel::relation_index(std::string_view name) const {
  return index_of(impl_->parts.relations, name);
}

void SyntaxModel::analyse(const Document& document, SyntaxScratch& scratch, Syntax& syntax) const {
  syntax.words.clear();
  syntax.sentences.clear();
  for (const Sentence& sentence : document.sentences) {
    const auto begin = static_cast<std::uint32_t>(syntax.words.size());
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      append_words(document.text, document.tokens[t], t, syntax.words);
    const auto end = static_cast<std::uint32_t>(syntax.words.size());
    impl_->analyse(
        begin, end, [&](std::uint32_t i) { return document.view(syntax.words[i].span); }, scratch.impl_->sentence,
        [&](std::uint32_t i, const ParsedWord& parsed, std::uint64_t key) {
          SyntaxWord& word = syntax.words[i];
          word.key = key;
          word.head = parsed.head;
          word.tag = parsed.tag;
          word.relation = parsed.relation;
        });
    syntax.sentences.push_back({begin, end});
  }
}

void SyntaxModel::analyse(std::span<const std::string_view> words, SyntaxScratch& scratch,
                          std::vector<ParsedWord>& parsed) const {
  parsed.resize(words.size());
  impl_->analyse(
      0, static_cast<std::uint32_t>(words.size()), [&](std::uint32_t i) { return words[i]; }, scratch.impl_->sentence,
      [&](std::uint32_t i, const ParsedWord& word, std::uint64_t) { parsed[i] = word; });
}

}  // namespace quoth
