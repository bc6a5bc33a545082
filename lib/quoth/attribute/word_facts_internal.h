// What the models of attribute/ read of each word: a flat view of syntax, typography and names.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/quotes.h"
#include "quoth/annotate/syntax.h"
#include "quoth/text/document.h"

namespace quoth {

// What the names of a word's tag and relation say to rules.
namespace grammar {
inline constexpr std::uint8_t kSubject = 1U << 0;
inline constexpr std::uint8_t kVerb = 1U << 1;
inline constexpr std::uint8_t kFinite = 1U << 2;    // a verb in present or past, or a modal
inline constexpr std::uint8_t kPast = 1U << 3;      // past or past participle
inline constexpr std::uint8_t kHelper = 1U << 4;    // auxiliary or copula
inline constexpr std::uint8_t kRelative = 1U << 5;  // who, which
inline constexpr std::uint8_t kPreposition = 1U << 6;
inline constexpr std::uint8_t kGerund = 1U << 7;
}  // namespace grammar

struct WordFacts {
  Span span;                   // bytes
  std::uint64_t form = 0;      // hash of the word in lower case, SyntaxWord::key
  std::uint64_t lemma = 0;     // hash of its lemma
  std::uint32_t classes = 0;   // word_class bits
  std::uint16_t frames = 0;    // cue_frame bits of the cue verbs that it may be
  std::uint32_t sentence = 0;  // index into Document::sentences
  std::uint32_t paragraph = 0;
  std::int32_t head = -1;  // index of its head, -1 at a root
  std::int32_t first_child = -1;
  std::int32_t next_sibling = -1;
  std::uint32_t left = 0;  // its subtree spans words [left, right)
  std::uint32_t right = 0;
  std::int32_t quote = -1;       // innermost Quote around it, its marks included
  std::uint8_t quote_depth = 0;  // 0 outside
  std::uint8_t tag = 0;
  std::uint8_t relation = 0;
  std::uint8_t grammar = 0;  // grammar bits
  std::uint8_t depth = 0;    // arcs to the root, at most 255
  std::uint8_t mention = 0;  // 0 none; 1 person, 2 body, 3 country
  bool mention_begins = false;
  bool opens_quote = false;           // first word of a Quote: its opening mark
  bool closes_quote = false;          // last word of a Quote: its closing mark, or its last word where it has none
  std::uint32_t outer_quote_end = 0;  // where opens_quote: the end of the widest Quote that opens here, a word index
  char mark = 0;                      // as Unit::mark, 0 for words; '"' for quote marks
};

// What a document is to the models: its words, and which of them each sentence has.
struct WordSheet {
  std::vector<WordFacts> words;   // one a word of Syntax
  std::vector<Range> sentences;   // one a Document::sentence: into words
  std::vector<Range> paragraphs;  // one a Document::paragraph: into sentences
};

// Lemmas and frames of the words met before: most words of a text are of few forms. Keep one a thread.
class WordMemory {
 public:
  struct Entry {
    std::uint64_t form = 0;
    std::uint64_t lemma = 0;
    std::uint16_t frames = 0;
    std::uint8_t tag = 0;
  };

  // Where a form with a tag is kept, or what it takes the place of.
  Entry& entry(std::uint64_t form, std::uint8_t tag) { return entries_[(form ^ tag * kSpread) & (kEntries - 1)]; }

 private:
  static constexpr std::size_t kEntries = 8192;
  static constexpr std::uint64_t kSpread = 0x9e3779b1;
  std::vector<Entry> entries_ = std::vector<Entry>(kEntries);
};

WordSheet collect_word_facts(const Document& document, const Syntax& syntax, const SyntaxModel& model,
                             const std::vector<Quote>& quotes, const std::vector<std::uint32_t>& word_classes,
                             const Mentions& mentions, WordMemory& memory);

// The words that `span` touches.
Range words_in(const std::vector<WordFacts>& words, Span span);

}  // namespace quoth
