#include "quoth/io/reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "quoth/base/error.h"
#include "quoth/io/block_reader_internal.h"
#include "quoth/io/foreign_format_internal.h"
#include "quoth/io/inputs_internal.h"
#include "quoth/io/record_source_internal.h"

namespace quoth {
namespace {

constexpr std::array<std::pair<std::string_view, InputFormat>, 6> kFormats = {{
    {"auto", InputFormat::automatic},
    {"text", InputFormat::text},
    {"jsonl", InputFormat::jsonl},
    {"csv", InputFormat::csv},
    {"transcript", InputFormat::transcript},
    {"statements", InputFormat::statements},
}};

}  // namespace

InputFormat parse_input_format(std::string_view name) {
  std::string names;
  for (const auto& [known, format] : kFormats) {
    if (name == known) return format;
    names += names.empty() ? known : "|" + std::string(known);
  }
  throw Error("--input-format", "\"" + std::string(name) + "\" is not known", names);
}

struct DocumentReader::Impl {
  ReaderOptions options;
  std::vector<Input> inputs;
  std::size_t next_input = 0;
  std::optional<std::uint64_t> bytes_in_all = 0;
  std::uint64_t bytes_before = 0;  // of the files that are done with

  std::string path;  // of the open file
  std::unique_ptr<BlockReader> blocks;
  std::unique_ptr<RecordSource> source;

  std::vector<InputRecord> records;  // read and not yet given, from given on
  std::size_t given = 0;

  void fault(std::string reason) { records.emplace_back(InputFault{path, 0, std::move(reason)}); }

  void open_next() {
    const Input& input = inputs[next_input++];
    path = input.path;
    if (!input.reason.empty()) return fault(input.reason);
    blocks = std::make_unique<BlockReader>(path, options.longest_line);
    const std::string_view head = blocks->peek();
    InputFormat format = options.format;
    if (format == InputFormat::automatic || format == InputFormat::statements)
      format = detect_format(path, head, options.text_field);
    if (format == InputFormat::text && options.format == InputFormat::statements) format = InputFormat::jsonl;
    if (format == InputFormat::transcript) format = InputFormat::text;
    const std::string foreign = foreign_format(path, head, options.format, format);
    if (!foreign.empty()) {
      close();
      return fault(foreign);
    }
    source = format == InputFormat::csv     ? open_csv(*blocks, input, options)
             : format == InputFormat::jsonl ? open_json_lines(*blocks, input, options)
                                            : open_whole_file(*blocks, input);
  }

  void close() {
    source.reset();
    if (blocks) bytes_before += blocks->bytes_read();
    blocks.reset();
  }

  // One step: opens the next input or reads a record of the open one. False when all is read.
  bool step() {
    if (!source && next_input == inputs.size()) return false;
    try {
      if (!source) {
        open_next();
      } else if (!source->next(records)) {
        close();
      }
    } catch (const Error& error) {
      // The error names the path, and so does the fault.
      std::string reason = error.what();
      if (reason.starts_with(path + ": ")) reason.erase(0, path.size() + 2);
      close();
      fault(std::move(reason));
    }
    return true;
  }
};

DocumentReader::DocumentReader(const std::vector<std::string>& paths, ReaderOptions options)
    : impl_(std::make_unique<Impl>()) {
  impl_->inputs = list_inputs(paths, options.format);
  impl_->options = std::move(options);
  for (const Input& input : impl_->inputs) {
    const auto size = input.reason.empty() ? size_of_file(input.path) : std::optional<std::uint64_t>(0);
    if (!size) {
      impl_->bytes_in_all.reset();
      break;
    }
    *impl_->bytes_in_all += *size;
  }
}

DocumentReader::~DocumentReader() = default;
DocumentReader::DocumentReader(DocumentReader&&) noexcept = default;
DocumentReader& DocumentReader::operator=(DocumentReader&&) noexcept = default;

std::optional<InputRecord> DocumentReader::next() {
  while (impl_->given == impl_->records.size()) {
    impl_->records.clear();
    impl_->given = 0;
    if (!impl_->step()) return std::nullopt;
  }
  InputRecord record = std::move(impl_->records[impl_->given++]);
  if (auto* document = std::get_if<InputDocument>(&record)) {
    document->statement = impl_->options.format == InputFormat::statements;
    document->transcript = impl_->options.format == InputFormat::transcript;
  }
  return record;
}

bool DocumentReader::reads(const std::string& path) const {
  std::error_code code;
  return std::any_of(impl_->inputs.begin(), impl_->inputs.end(), [&](const Input& input) {
    return input.path != "-" && std::filesystem::equivalent(input.path, path, code);
  });
}

std::uint64_t DocumentReader::bytes_read() const {
  return impl_->bytes_before + (impl_->blocks ? impl_->blocks->bytes_read() : 0);
}

std::optional<std::uint64_t> DocumentReader::bytes_in_all() const {
  return impl_->bytes_in_all;
}

std::string_view iso_date(std::string_view date) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (date.size() < kShape.size()) return {};
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    if (kShape[i] == 'd' ? !digit : date[i] != '-') return {};
  }
  const bool more_digits = date.size() > kShape.size() && date[kShape.size()] >= '0' && date[kShape.size()] <= '9';
  return more_digits ? std::string_view() : date.substr(0, kShape.size());
}

}  // namespace quoth
