// What each input format gives to DocumentReader: the records of one open file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/io/block_reader_internal.h"
#include "quoth/io/inputs_internal.h"
#include "quoth/io/reader.h"

namespace quoth {

class RecordSource {
 public:
  RecordSource() = default;
  virtual ~RecordSource() = default;
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;

  // Appends what the next line, record or file gives, possibly nothing (a blank line); false at the end. Throws Error
  // where the file cannot be read.
  virtual bool next(std::vector<InputRecord>& records) = 0;
};

// `blocks`, `input` and `options` outlive the source.
std::unique_ptr<RecordSource> open_json_lines(BlockReader& blocks, const Input& input, const ReaderOptions& options);
std::unique_ptr<RecordSource> open_csv(BlockReader& blocks, const Input& input, const ReaderOptions& options);
std::unique_ptr<RecordSource> open_whole_file(BlockReader& blocks, const Input& input);

// Makes `text` valid UTF-8. What was wrong, for a fault's reason; empty where nothing was. A byte order mark at the
// start goes too.
std::string mend_utf8(std::string& text);

// The reason where a document has no text, or none that is text.
std::string missing_text(const std::string& field);

}  // namespace quoth
