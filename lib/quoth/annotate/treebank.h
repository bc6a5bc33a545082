// Sentences whose words, tags and dependencies people marked: what a tagger and a parser are trained on.
//
// Read from CoNLL-U (https://universaldependencies.org/format.html). It is a corpus, not text to be analysed: words are
// cut as its makers cut them, which quoth's Tokens need not follow.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/base/span.h"

namespace quoth {

// A word of a treebank. Empty strings where the column holds "_" alone (a form or lemma of "_" stays as it is).
struct TreebankWord {
  std::string form;
  std::string lemma;
  std::string upos;         // "VERB"
  std::string xpos;         // "VBD"
  std::string relation;     // with its subtype: "nsubj:pass"
  std::string misc;         // column MISC as it stands, "SpaceAfter=No" included
  std::uint32_t head = 0;   // 1-based index of the head in the sentence; 0: the root
  bool space_after = true;  // a space (or the sentence's end) follows
};

// Words that are written as one: "don't" for "do" and "n't".
struct TreebankSurface {
  Range words;  // into TreebankSentence::words, two or more
  std::string form;
  std::string misc;         // column MISC as it stands
  bool space_after = true;  // of the whole; that of the words within means nothing
};

struct TreebankSentence {
  std::string id;                         // "# sent_id"
  std::string text;                       // "# text"
  std::vector<TreebankWord> words;        // one or more; empty nodes ("8.1") are left out
  std::vector<TreebankSurface> surfaces;  // in order, apart
  std::uint32_t document = 0;             // index into Treebank::documents
  bool opens_paragraph = false;           // "# newpar" or "# newdoc" stands before it
};

// Sentences [begin, end) that stand in one text.
struct TreebankDocument {
  std::string id;   // "# newdoc id"; empty where the file names none
  Range sentences;  // into Treebank::sentences
};

struct Treebank {
  std::vector<TreebankDocument> documents;
  std::vector<TreebankSentence> sentences;
};

// The sentences of a plain CoNLL-U file, appended to `treebank`. Throws Error, naming file and line: no such file, no
// ten columns, words not numbered 1, 2, ..., a head outside the sentence, no sentence at all. Keeps the whole file in
// memory.
void read_treebank(const std::string& path, Treebank& treebank);

// The same of bytes in memory; `where` stands for the path in messages.
void parse_treebank(std::string_view bytes, const std::string& where, Treebank& treebank);

}  // namespace quoth
