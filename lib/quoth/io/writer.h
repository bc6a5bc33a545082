// Statements as text: JSON lines, CSV, Citron's JSON, and a table for people. docs/output.md describes each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/classify/statement_model.h"
#include "quoth/io/reader.h"
#include "quoth/text/document.h"

namespace quoth {

enum class OutputFormat : std::uint8_t { jsonl, csv, table, citron };

// Throws Error that lists the formats.
OutputFormat parse_output_format(std::string_view name);

struct OutputOptions {
  OutputFormat format = OutputFormat::jsonl;
  std::size_t width = 100;  // columns of the table, 40 or more
  bool colour = false;      // in the table, as ANSI escapes
};

// One analysed document; a view of its parts.
struct DocumentResult {
  const InputDocument& input;
  const Document& document;
  const std::vector<Attribution>& attributions;       // by where their content starts
  const std::vector<std::vector<HeadScore>>& scores;  // one an attribution, each one a head
};

// Immutable; may be shared by threads. Appends to a string and keeps nothing, so that documents can be written out of
// order and put together in order.
class StatementWriter {
 public:
  // The fault of asking for a table narrower than it can be is passed over: 40 columns are taken.
  StatementWriter(const OutputOptions& options, std::vector<Head> heads);

  // What stands before the first document: the header row of CSV and of a table of statements. `statements`: the input
  // is statements.
  void write_header(bool statements, std::string& out) const;

  void write_document(const DocumentResult& result, std::string& out) const;

  // A statement that was given as such. Its text is valid UTF-8. `citron` has no form for it: format() is another.
  void write_statement(const InputDocument& input, const std::vector<HeadScore>& scores, std::string& out) const;

  OutputFormat format() const { return options_.format; }

 private:
  OutputOptions options_;
  std::vector<Head> heads_;
};

}  // namespace quoth
