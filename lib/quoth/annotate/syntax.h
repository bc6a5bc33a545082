// The grammar of English sentences: a part-of-speech tag a word, and a tree of dependencies between words.
//
// Tags are Penn Treebank's as the English treebanks of Universal Dependencies have them in XPOS; relations are those of
// Universal Dependencies, with subtypes ("nsubj:pass"). It says what depends on what, not what it means: who speaks is
// attribute/'s business. docs/syntax.md has method and figures.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/base/span.h"

namespace quoth {

struct Document;
class ModelFile;

inline constexpr std::uint32_t kRoot = 0xFFFFFFFFU;

// A Token or a part of one: "don't" is "do" and "n't", "Trump's" is "Trump" and "'s". Every Token of an analysed
// sentence has one word or more.
struct SyntaxWord {
  Span span;                   // bytes
  std::uint64_t key = 0;       // hash of the word in lower case, digits and the kinds of quote marks and dashes alike
  std::uint32_t token = 0;     // index into Document::tokens of the Token that it is (a part of)
  std::uint32_t head = kRoot;  // index into Syntax::words; kRoot at the root of its sentence
  std::uint8_t tag = 0;        // index into SyntaxModel::tag_names()
  std::uint8_t relation = 0;   // to its head; index into SyntaxModel::relation_names()
};

struct Syntax {
  std::vector<SyntaxWord> words;  // in order
  std::vector<Range> sentences;   // one a Document::sentence: into words
};

// Working memory of SyntaxModel; keep one a thread and reuse it.
class SyntaxScratch {
 public:
  SyntaxScratch();
  ~SyntaxScratch();
  SyntaxScratch(SyntaxScratch&&) noexcept;
  SyntaxScratch& operator=(SyntaxScratch&&) noexcept;

 private:
  friend class SyntaxModel;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A word with its analysis, apart from any Document; heads count within its sentence.
struct ParsedWord {
  std::uint32_t head = kRoot;  // index into the words of the sentence; kRoot at its root
  std::uint8_t tag = 0;
  std::uint8_t relation = 0;

  bool operator==(const ParsedWord&) const = default;
};

// Immutable once loaded; may be shared by threads.
class SyntaxModel {
 public:
  // Throws Error: no such file, not a syntax model, another version, damaged.
  static SyntaxModel load(const std::string& path);

  // The same of a file in memory, which it copies what it needs from.
  static SyntaxModel from(const ModelFile& file);

  SyntaxModel(SyntaxModel&&) noexcept;
  SyntaxModel& operator=(SyntaxModel&&) noexcept;
  ~SyntaxModel();

  const std::vector<std::string>& tag_names() const;       // sorted
  const std::vector<std::string>& relation_names() const;  // sorted

  // The index of a name, nothing where the model does not know it. For use once after loading.
  std::optional<std::uint8_t> tag_index(std::string_view name) const;
  std::optional<std::uint8_t> relation_index(std::string_view name) const;

  // Analyses all sentences of `document` into `syntax`, whose memory is reused. Each gets one tree, with exactly one
  // root; a sentence of more than kLongestParse words is cut into pieces with a tree each. Needs document.tokens and
  // sentences. Linear in the words. Never throws but for lack of memory.
  void analyse(const Document& document, SyntaxScratch& scratch, Syntax& syntax) const;

  // The same of one sentence that is cut into words already; one ParsedWord a word into `parsed`.
  void analyse(std::span<const std::string_view> words, SyntaxScratch& scratch, std::vector<ParsedWord>& parsed) const;

 private:
  struct Impl;
  explicit SyntaxModel(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Greedy parsing gains nothing from more, and bad input may have a million words in a sentence.
inline constexpr std::size_t kLongestParse = 200;

}  // namespace quoth
