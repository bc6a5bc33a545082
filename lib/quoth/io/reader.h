// Documents from files, folders and standard input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "quoth/text/document.h"

namespace quoth {

enum class InputFormat {
  automatic,   // by the file's extension, then by its first bytes: jsonl, csv or text
  text,        // a document a file
  jsonl,       // a JSON object a line: {"id"?, "text", "title"?, "date"?, "outlet"?}
  csv,         // RFC 4180 with a header row; columns named as the fields of jsonl
  transcript,  // text laid out in turns
  statements,  // JSON lines or CSV whose texts are statements already; "speaker" is read too
};

// Throws Error that lists the formats.
InputFormat parse_input_format(std::string_view name);

// What was given, of one document or statement. All but the text of a whole file is valid UTF-8.
struct InputDocument {
  std::string id;  // of its own, else as docs/output.md says: no two of one DocumentReader alike
  std::string text;
  std::string title;
  std::string date;  // as given; see iso_date
  std::string outlet;
  std::string speaker;     // of statements only
  std::string file;        // path as given, "-" for standard input
  std::uint64_t line = 0;  // where it starts in `file`, from 1; 0 where the document is the whole file
  bool transcript = false;
  bool statement = false;
};

// What could not be read, or (repaired) was read after a repair.
struct InputFault {
  std::string file;
  std::uint64_t line = 0;  // 0: the whole file
  std::string reason;      // one line: what is so, what was expected, what to do
  bool repaired = false;   // the document was given all the same
};

using InputRecord = std::variant<InputDocument, InputFault>;

struct ReaderOptions {
  InputFormat format = InputFormat::automatic;
  std::string text_field = "text";
  std::string id_field = "id";
  std::size_t longest_line = std::size_t{256} * 1024 * 1024;  // bytes; a longer line is a fault
};

// Reads `paths` one after the other: files, folders (walked in sorted order with all below them, hidden names left
// out),
// "-" for standard input. Streams: memory is bounded by the longest line, record or text file.
//
// Nothing is lost: each line, record or file gives a document or a fault that is not `repaired`, in the order of the
// input; a fault costs its own line, record or file alone. A text over 1 GiB is a fault. Not thread-safe.
class DocumentReader {
 public:
  DocumentReader(const std::vector<std::string>& paths, ReaderOptions options);
  ~DocumentReader();
  DocumentReader(DocumentReader&&) noexcept;
  DocumentReader& operator=(DocumentReader&&) noexcept;

  // Nothing at the end. Throws nothing but std::bad_alloc.
  std::optional<InputRecord> next();

  // Whether the file at `path`, by whatever name, is among the inputs: one must not write there.
  bool reads(const std::string& path) const;

  std::uint64_t bytes_read() const;
  // Of all inputs; nothing where one is a pipe or the like.
  std::optional<std::uint64_t> bytes_in_all() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// "invalid UTF-8 at byte 12, replaced by U+FFFD", with the number of places where there are several; empty without
// faults.
std::string describe_text_faults(const std::vector<TextFault>& faults);

// The date in front of `date` where it is written YYYY-MM-DD (a time may follow), else an empty view.
std::string_view iso_date(std::string_view date);

}  // namespace quoth
