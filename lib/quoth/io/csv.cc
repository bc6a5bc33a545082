#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "quoth/io/record_source_internal.h"

namespace quoth {
namespace {

// One CSV file after RFC 4180: fields parted by commas, a field in double quotes may hold commas, line ends and doubled
// quotes. Beyond it: blank lines are passed over, '\n' alone ends a record too, and a quote inside a bare field is
// text.
class Csv : public RecordSource {
 public:
  Csv(BlockReader& blocks, const Input& input, const ReaderOptions& options)
      : blocks_(blocks), input_(input), options_(options) {}

  bool next(std::vector<InputRecord>& records) override {
    std::string reason;
    if (!read_record(reason)) return false;
    if (!reason.empty()) {
      records.emplace_back(InputFault{input_.path, record_line_, std::move(reason)});
      return columns_.has_value();
    }
    if (columns_) {
      give_document(records);
      return true;
    }
    reason = read_header();
    if (!reason.empty()) records.emplace_back(InputFault{input_.path, record_line_, std::move(reason)});
    return columns_.has_value();
  }

 private:
  // Where each field stands in a record.
  struct Columns {
    std::size_t count = 0;
    std::size_t text = 0;
    std::optional<std::size_t> id, title, date, outlet, speaker;
  };

  // The next record that is not blank into fields_; false at the end of the file.
  bool read_record(std::string& reason) {
    std::string_view line;
    do {
      if (!blocks_.next_line(line)) return false;
      record_line_ = blocks_.line_number();
    } while (!blocks_.too_long() && (line.empty() || line == "\r"));
    fields_.clear();
    std::size_t size = 0;
    bool open = false;
    do {
      size += line.size() + 1;
      if (blocks_.too_long() || size > options_.longest_line) {
        reason = "record longer than " + std::to_string(options_.longest_line) + " bytes, split the document";
        return true;
      }
      open = split_line(line, open);
    } while (open && blocks_.next_line(line));
    if (open) {
      reason = "a quoted field is never closed, so all to the last line, " + std::to_string(blocks_.line_number()) +
               ", was passed over; expected '\"' at its end";
    }
    return true;
  }

  // Appends the fields of one line; `open`: it starts inside a quoted field, the last of fields_. True if it ends so.
  bool split_line(std::string_view line, bool open) {
    std::size_t at = 0;
    while (true) {
      bool quoted = open;
      if (!open) {
        fields_.emplace_back();
        quoted = at < line.size() && line[at] == '"';
        if (quoted) ++at;
      }
      std::string& field = fields_.back();
      if (quoted) {
        if (!take_quoted(line, at, field)) return true;
        open = false;
      }
      const std::size_t comma = std::min(line.find(',', at), line.size());
      std::string_view rest = line.substr(at, comma - at);
      if (comma == line.size() && rest.ends_with('\r')) rest.remove_suffix(1);
      field += rest;
      if (comma == line.size()) return false;
      at = comma + 1;
    }
  }

  // Moves `at` behind the closing quote; false where the line ends first.
  static bool take_quoted(std::string_view line, std::size_t& at, std::string& field) {
    while (true) {
      const std::size_t quote = line.find('"', at);
      field += line.substr(at, quote == std::string_view::npos ? quote : quote - at);
      if (quote == std::string_view::npos) {
        field += '\n';
        return false;
      }
      at = quote + 1;
      if (at == line.size() || line[at] != '"') return true;
      field += '"';
      ++at;
    }
  }

  std::string read_header() {
    Columns columns;
    columns.count = fields_.size();
    const auto find = [this](std::string_view name) -> std::optional<std::size_t> {
      const auto found = std::find(fields_.begin(), fields_.end(), name);
      if (found == fields_.end()) return std::nullopt;
      return static_cast<std::size_t>(found - fields_.begin());
    };
    const auto text = find(options_.text_field);
    if (!text) {
      return "the header row has no column \"" + options_.text_field +
             "\", expected column names in the first row; name another column with --text-field";
    }
    columns.text = *text;
    columns.id = find(options_.id_field);
    columns.title = find("title");
    columns.date = find("date");
    columns.outlet = find("outlet");
    if (options_.format == InputFormat::statements) columns.speaker = find("speaker");
    columns_ = columns;
    return {};
  }

  void give_document(std::vector<InputRecord>& records) {
    if (fields_.size() != columns_->count) {
      std::string reason = "record of " + std::to_string(fields_.size()) + " fields, expected " +
                           std::to_string(columns_->count) + " as in the header row";
      records.emplace_back(InputFault{input_.path, record_line_, std::move(reason)});
      return;
    }
    std::string mended;
    for (std::string& field : fields_) {
      std::string reason = mend_utf8(field);
      if (mended.empty()) mended = std::move(reason);
    }
    const auto take = [this](std::optional<std::size_t> column) { return column ? fields_[*column] : std::string(); };
    InputDocument document;
    document.id = take(columns_->id);
    if (document.id.empty()) document.id = input_.name + ":" + std::to_string(record_line_);
    document.title = take(columns_->title);
    document.date = take(columns_->date);
    document.outlet = take(columns_->outlet);
    document.speaker = take(columns_->speaker);
    document.text = std::move(fields_[columns_->text]);
    document.file = input_.path;
    document.line = record_line_;
    records.emplace_back(std::move(document));
    if (!mended.empty()) records.emplace_back(InputFault{input_.path, record_line_, std::move(mended), true});
  }

  BlockReader& blocks_;
  const Input& input_;
  const ReaderOptions& options_;
  std::optional<Columns> columns_;
  std::vector<std::string> fields_;
  std::uint64_t record_line_ = 0;
};

}  // namespace

std::unique_ptr<RecordSource> open_csv(BlockReader& blocks, const Input& input, const ReaderOptions& options) {
  return std::make_unique<Csv>(blocks, input, options);
}

}  // namespace quoth
