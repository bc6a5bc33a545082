#include <simdjson.h>

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

#include "quoth/io/record_source_internal.h"

namespace quoth {
namespace {

using simdjson::dom::element_type;

static_assert(BlockReader::kPadding >= simdjson::SIMDJSON_PADDING);

// A parser that has grown beyond it, for a giant line, is given back.
constexpr std::size_t kParserKept = std::size_t{16} * 1024 * 1024;

std::string_view type_name(element_type type) {
  switch (type) {
    case element_type::ARRAY:
      return "a list";
    case element_type::OBJECT:
      return "an object";
    case element_type::STRING:
      return "a string";
    case element_type::BOOL:
      return "true or false";
    case element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// simdjson says that a line is broken but not where; nlohmann does. Broken lines are few, so the second look is cheap;
// giant ones are left alone.
std::string describe_broken_json(std::string_view line, simdjson::error_code code) {
  std::string where;
  if (code == simdjson::CAPACITY || code == simdjson::MEMALLOC) return "JSON line too large for the memory at hand";
  if (line.size() < std::size_t{1024} * 1024) {
    try {
      [[maybe_unused]] const auto broken = nlohmann::json::parse(line);
    } catch (const nlohmann::json::parse_error& error) {
      where = " at byte " + std::to_string(error.byte);
    } catch (const nlohmann::json::exception&) {
      where = " (number out of range)";
    }
  }
  return "invalid JSON" + where + ", expected one JSON object a line";
}

class JsonLines : public RecordSource {
 public:
  JsonLines(BlockReader& blocks, const Input& input, const ReaderOptions& options)
      : blocks_(blocks), input_(input), options_(options) {}

  bool next(std::vector<InputRecord>& records) override {
    std::string_view line;
    if (!blocks_.next_line(line)) return false;
    if (blocks_.too_long()) {
      fault(records, "line longer than " + std::to_string(options_.longest_line) + " bytes, split the document");
    } else if (!is_blank(line)) {
      read_line(line, records);
    }
    return true;
  }

 private:
  void fault(std::vector<InputRecord>& records, std::string reason, bool repaired = false) const {
    records.emplace_back(InputFault{input_.path, blocks_.line_number(), std::move(reason), repaired});
  }

  void read_line(std::string_view line, std::vector<InputRecord>& records) {
    simdjson::dom::element root;
    // The reader leaves the padding that simdjson wants behind each line.
    auto code = parser_.parse(line.data(), line.size(), false).get(root);
    if (code == simdjson::UTF8_ERROR) {
      std::string mended(line);
      const std::string reason = mend_utf8(mended);
      code = parser_.parse(mended.data(), mended.size(), true).get(root);
      if (code == simdjson::SUCCESS && read_root(root, records)) fault(records, reason, true);
    } else if (code == simdjson::SUCCESS) {
      read_root(root, records);
    }
    if (code != simdjson::SUCCESS) fault(records, describe_broken_json(line, code));
    if (parser_.capacity() > kParserKept) parser_ = simdjson::dom::parser();
  }

  // True where it gave a document.
  bool read_root(simdjson::dom::element root, std::vector<InputRecord>& records) const {
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
      fault(records, "the line is " + std::string(type_name(root.type())) + ", expected one JSON object a line");
      return false;
    }
    InputDocument document;
    std::string reason = read_fields(object, document);
    if (!reason.empty()) {
      fault(records, std::move(reason));
      return false;
    }
    document.file = input_.path;
    document.line = blocks_.line_number();
    if (document.id.empty()) document.id = input_.name + ":" + std::to_string(document.line);
    records.emplace_back(std::move(document));
    return true;
  }

  // Why the fields do not make a document; empty where they do.
  std::string read_fields(simdjson::dom::object object, InputDocument& document) const {
    bool has_text = false;
    for (const auto field : object) {
      std::string* target = target_of(field.key, document);
      const element_type type = field.value.type();
      if (target == nullptr || (type == element_type::NULL_VALUE && target != &document.text)) continue;
      if (type == element_type::STRING) {
        *target = std::string_view(field.value);
        has_text = has_text || target == &document.text;
      } else if (target == &document.id && type_name(type) == "a number") {
        *target = simdjson::minify(field.value);
      } else {
        return "\"" + std::string(field.key) + "\" is " + std::string(type_name(type)) + ", expected a string";
      }
    }
    return has_text ? std::string() : missing_text(options_.text_field);
  }

  std::string* target_of(std::string_view key, InputDocument& document) const {
    if (key == options_.text_field) return &document.text;
    if (key == options_.id_field) return &document.id;
    if (key == "title") return &document.title;
    if (key == "date") return &document.date;
    if (key == "outlet") return &document.outlet;
    if (key == "speaker" && options_.format == InputFormat::statements) return &document.speaker;
    return nullptr;
  }

  BlockReader& blocks_;
  const Input& input_;
  const ReaderOptions& options_;
  simdjson::dom::parser parser_;
};

}  // namespace

std::unique_ptr<RecordSource> open_json_lines(BlockReader& blocks, const Input& input, const ReaderOptions& options) {
  return std::make_unique<JsonLines>(blocks, input, options);
}

}  // namespace quoth
