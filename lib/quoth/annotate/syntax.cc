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

  // Analyses the words from `begin` to `end`, kLongestParse at most, which word_at(i) gives; take(i, word) gets each.
  template <typename WordAt, typename Take>
  void analyse_piece(std::size_t begin, std::size_t end, WordAt word_at, SentenceScratch& scratch, Take take) const {
    scratch.clear();
    for (std::size_t i = begin; i < end; ++i) scratch.add(word_keys(word_at(i)), parts.tagger.lexicon);
    tag_words(parts.tagger, scratch);
    parse_words(parts.parser, parts.parser_names, scratch);
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t head = scratch.heads[i - begin];
      ParsedWord word;
      word.head = head == kRoot ? kRoot : static_cast<std::uint32_t>(begin + head);
      word.tag = scratch.tags[i - begin];
      word.relation = scratch.relations[i - begin];
      take(i, word);
    }
  }

  template <typename WordAt, typename Take>
  void analyse_all(std::size_t begin, std::size_t end, WordAt word_at, SentenceScratch& scratch, Take take) const {
    for (std::size_t from = begin; from < end; from += kLongestParse) {
      analyse_piece(from, std::min(from + kLongestParse, end), word_at, scratch, take);
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

void SyntaxModel::analyse(const Document& document, std::span<const std::uint8_t> wanted, SyntaxScratch& scratch,
                          Syntax& syntax) const {
  syntax.words.clear();
  syntax.sentences.clear();
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const auto begin = static_cast<std::uint32_t>(syntax.words.size());
    if (wanted.empty() || (s < wanted.size() && wanted[s] != 0)) {
      const Range tokens = document.sentences[s].tokens;
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
        append_words(document.text, document.tokens[t], t, syntax.words);
      }
      impl_->analyse_all(
          begin, syntax.words.size(), [&](std::size_t i) { return document.view(syntax.words[i].span); },
          scratch.impl_->sentence,
          [&](std::size_t i, const ParsedWord& word) {
            syntax.words[i].head = word.head;
            syntax.words[i].tag = word.tag;
            syntax.words[i].relation = word.relation;
          });
    }
    syntax.sentences.push_back({begin, static_cast<std::uint32_t>(syntax.words.size())});
  }
}

void SyntaxModel::analyse(std::span<const std::string_view> words, SyntaxScratch& scratch,
                          std::vector<ParsedWord>& parsed) const {
  parsed.resize(words.size());
  impl_->analyse_all(
      0, words.size(), [&](std::size_t i) { return words[i]; }, scratch.impl_->sentence,
      [&](std::size_t i, const ParsedWord& word) { parsed[i] = word; });
}

}  // namespace quoth
