// What a syntax model holds, and how it analyses the words of one sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/parser_internal.h"
#include "quoth/annotate/syntax.h"
#include "quoth/annotate/tagger_internal.h"
#include "quoth/learn/packed_scores.h"

namespace quoth {

struct TaggerParts {
  TagLexicon lexicon;
  PackedRows weights;  // an output a tag
};

struct ParserParts {
  PackedTriples transitions;
  PackedRows relations;  // an output a relation
};

// What the parser must know of tags and relations.
struct ParserNames {
  std::uint8_t root_relation = 0;  // of the word under the root, and of no other
  std::uint8_t mark_relation = 0;  // of punctuation
  TagMarks marks{};
};

struct SyntaxParts {
  std::vector<std::string> tags;       // names, sorted, as are relations
  std::vector<std::string> relations;  // "root" and "punct" are among them
  ParserNames parser_names;
  TaggerParts tagger;
  ParserParts parser;
};

// Throws Error, naming `where`, where there is no relation "root" or "punct".
ParserNames parser_names(const std::vector<std::string>& tags, const std::vector<std::string>& relations,
                         const std::string& where);

// Working memory for one sentence at a time.
struct SentenceScratch {
  TaggerInput tagger_input;
  std::vector<std::uint64_t> words;  // WordKeys::lower
  std::vector<std::uint8_t> tags;
  ParseState parse;
  std::vector<Mark> marks;
  std::vector<std::uint32_t> kept;   // words that are no marks; the node of the parse number i + 1 is kept[i]
  std::vector<std::uint32_t> heads;  // the finished tree: indexes of words, kRoot at its root
  std::vector<std::uint8_t> relations;

  void clear();
  void add(const WordKeys& keys, const TagLexicon& lexicon);
};

// The tags of the words in `scratch` into scratch.tags.
void tag_words(const TaggerParts& tagger, SentenceScratch& scratch);

// Makes scratch.parse ready for the words in `scratch`, one or more, with the tags given. Where all are marks, all are
// words.
void start_parse(const ParserNames& names, std::span<const std::uint8_t> tags, SentenceScratch& scratch);

// The tree of the words in `scratch`, at least one, over scratch.tags, into scratch.heads and relations.
void parse_words(const ParserParts& parser, const ParserNames& names, SentenceScratch& scratch);

// The best transition that the state allows.
template <typename Scores>
Transition best_transition(const Scores& scores, const ParseState& state) {
  // Where the root's only word has been shifted and nothing else is left, only kRight is allowed; at the start only
  // kShift.
  Transition best = state.allows(kShift) ? kShift : kRight;
  for (const Transition other : {kLeft, kRight}) {
    if (state.allows(other) && scores[other] > scores[best]) best = other;
  }
  return best;
}

}  // namespace quoth
