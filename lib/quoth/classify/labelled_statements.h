// Statements with labels given by people: what a statement model is trained on and judged by.
//
// One JSON object a line:
//   {"id": "a1", "text": "...", "speaker"?: "...", "date"?: "...", "target"?: "...",
//    "labels": {"topic": ["trade", "taiwan"], "tone": "neutral", HEAD: LABEL, [LABEL, ...] or null}}
// A head is multi-label where the lines give lists, one or the other throughout. A head that a line lacks, or gives as
// null, is unlabelled there. Other keys are let be, empty lines passed over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/classify/statement_model.h"

namespace quoth {

struct LabelledStatement {
  std::string id;
  std::string text;
  std::uint32_t file = 0;  // into LabelledCorpus::files
  std::uint32_t line = 0;  // from 1
  // One a head of the corpus: indexes into its labels, ascending; exactly one unless the head is multi-label.
  std::vector<std::optional<std::vector<std::uint32_t>>> labels;
};

struct CorpusFile {
  std::string path;  // as given
  std::size_t statements = 0;
  std::string xxh128;  // of its bytes, unpacked; 32 hexadecimal digits
};

struct LabelledCorpus {
  std::vector<CorpusFile> files;
  std::vector<Head> heads;  // by name
  std::vector<LabelledStatement> statements;

  std::string where(const LabelledStatement& statement) const;  // "file:line"
};

// Reads the files one after another. Throws Error, naming file and line: no such file, no JSON, a missing or wrong
// field, a head now list now single label, an id that another line has; and where there are no statements at all.
LabelledCorpus read_labelled_statements(const std::vector<std::string>& paths);

}  // namespace quoth
