// What the models of attribute/ read, made by hand: words with a tree that a test can count on, and tables that give
// words the labels that a test wants.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/word_keys_internal.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_finder_internal.h"
#include "statements_of.h"

namespace quoth {

// The words of a text, one a Token.
struct MadeSheet {
  Document document;
  WordSheet sheet;

  // `heads` has for each word the number of its head, from 1 over the whole text, 0 at a root; where it is empty all
  // words are roots. `tags` are all NN where they are empty.
  explicit MadeSheet(std::string_view text, const std::vector<std::uint32_t>& heads = {},
                     const std::vector<std::string>& tags = {})
      : document(document_of(text)) {
    Syntax syntax;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
      SyntaxWord& word = syntax.words.emplace_back();
      word.span = document.tokens[i].span;
      word.key = word_keys(document.view(word.span)).lower;
      word.token = i;
      word.head = heads.empty() || heads.at(i) == 0 ? kRoot : heads.at(i) - 1;
      word.tag = shipped_syntax().tag_index(tags.empty() ? "NN" : tags.at(i)).value();
    }
    for (const Sentence& sentence : document.sentences) syntax.sentences.push_back(sentence.tokens);
    WordMemory memory;
    const std::vector<std::uint32_t> classes = classify_words(document);
    sheet = collect_word_facts(document, syntax, shipped_syntax(), find_quotes(document), classes,
                               find_mentions(document, classes, invented_registry()), memory);
  }

  const std::vector<WordFacts>& words() const { return sheet.words; }

  // The first word of that form.
  std::uint32_t place(std::string_view form) const {
    for (std::uint32_t i = 0; i < words().size(); ++i)
      if (document.view(words()[i].span) == form) return i;
    return static_cast<std::uint32_t>(words().size());
  }

  const WordFacts& word(std::string_view form) const { return words().at(place(form)); }

  CueCandidate cue(std::string_view form, float probability = 0.9F) const {
    return {{place(form), place(form) + 1}, place(form), probability};
  }

  std::string text(Range range) const {
    return std::string(document.view({words()[range.begin].span.begin, words()[range.end - 1].span.end}));
  }

  std::vector<std::string> texts(const std::vector<Range>& ranges) const {
    std::vector<std::string> all;
    for (const Range range : ranges) all.push_back(text(range));
    return all;
  }
};

// A label at a position, and by how much it is to score above others.
struct WantedLabel {
  std::size_t position = 0;
  std::uint32_t label = 0;
  float weight = 0;
};

// The table by which those positions of `features` have those scores and all others 0. Positions must have a feature of
// their own, as words in different places have.
inline ChainTable table_for(const ChainFeatures& features, const ChainShape& shape, std::uint32_t bits,
                            const std::vector<WantedLabel>& wanted) {
  std::map<std::uint32_t, std::size_t> seen;
  for (const std::uint32_t bucket : features.buckets) ++seen[bucket];
  const std::uint32_t stride = shape.labels <= 4 ? 4 : 8;
  std::vector<float> weights((std::size_t{1} << bits) * stride, 0.0F);
  for (const WantedLabel& one : wanted) {
    const std::span<const std::uint32_t> buckets = features.at(one.position);
    float rest = one.weight;
    for (const std::uint32_t bucket : buckets) {
      const float part = seen[bucket] == 1 ? std::clamp(rest, -3.9F, 3.9F) : 0;  // a table's weights are below 4
      weights[static_cast<std::size_t>(bucket) * stride + one.label] += part;
      rest -= part;
    }
  }
  return {shape, stride, weights, {}};
}

}  // namespace quoth
