// Where sentences begin among the tokens of a paragraph.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "quoth/text/document.h"

namespace quoth {

// Boundaries are proposed and then judged.
//
// Proposed are the places after ".", "!", "?", "…" and the like with the closing marks that follow, and, where a
// paragraph holds characters beyond WordClasses, those of ICU's sentence iterator (root locale). Judged is by what
// stands before (titles, initials, abbreviations, numbers) and after (case, sentence starters, reporting clauses).
//
// Inside quote marks or brackets a sentence ends only where the text outside them stands at a sentence's end too: what
// they enclose began a sentence, and a sentence ends with it. So
//   "We tried. We failed. It hurts," she said.      is one sentence,
//   "We tried. We failed. It hurts." She left.      is four.
// A mark that nothing closes in its paragraph does not count. Not thread-safe; keep one a thread.
class SentenceFinder {
 public:
  // Throws Error where ICU's data is missing.
  SentenceFinder();
  ~SentenceFinder();
  SentenceFinder(SentenceFinder&&) noexcept;
  SentenceFinder& operator=(SentenceFinder&&) noexcept;

  // Appends the sentences of `tokens`, one paragraph's and not empty, to document.sentences. `ask_icu` where the
  // paragraph holds characters beyond WordClasses. Linear.
  void append_sentences(Document& document, Range tokens, bool ask_icu);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth
