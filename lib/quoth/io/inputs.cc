#include <sys/stat.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <unordered_map>

#include "quoth/io/inputs_internal.h"
#include "quoth/io/record_source_internal.h"

namespace quoth {
namespace {

namespace fs = std::filesystem;

// The format that a file's name tells; automatic where it tells none.
InputFormat format_of_name(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (extension == ".jsonl" || extension == ".ndjson" || extension == ".json") return InputFormat::jsonl;
  if (extension == ".csv") return InputFormat::csv;
  if (extension == ".txt" || extension == ".md") return InputFormat::text;
  return InputFormat::automatic;
}

// Whether a file found in a folder is an input, where the user wants `format`.
bool is_wanted(const std::string& path, InputFormat format) {
  const InputFormat named = format_of_name(path);
  switch (format) {
    case InputFormat::automatic:
      return named != InputFormat::automatic;
    case InputFormat::transcript:
      return named == InputFormat::text;
    case InputFormat::statements:
      return named == InputFormat::jsonl || named == InputFormat::csv;
    default:
      return named == format;
  }
}

// Appends the files below `folder` that are wanted, and the folders that cannot be read, in sorted order. `below`: what
// stands before the names of its files, as the path below the folder that was given.
void walk(const fs::path& folder, const std::string& below, InputFormat format, std::vector<Input>& inputs) {
  std::error_code code;
  std::vector<fs::path> paths;
  for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    paths.push_back(at->path());
  }
  if (code) {
    inputs.push_back({folder.string(), "the folder cannot be read: " + code.message(), {}, {}});
    return;
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    const std::string name = path.filename().string();
    if (name.starts_with('.')) continue;
    const fs::file_status status = fs::status(path, code);
    if (fs::is_directory(status)) {
      // A link to a folder may lead back up.
      if (!fs::is_symlink(fs::symlink_status(path, code))) walk(path, below + name + "/", format, inputs);
    } else if (is_wanted(name, format)) {
      inputs.push_back({path.string(), {}, {}, below + name});
    }
  }
}

// Adds "~2", "~3", ... to what has been given before.
class UniqueNames {
 public:
  std::string give(const std::string& name) {
    std::size_t& times = times_[name];
    if (++times == 1) return name;
    while (true) {
      std::string numbered = name + "~" + std::to_string(times);
      if (times_.try_emplace(numbered, 1).second) return numbered;
      ++times;  // a file is called so
    }
  }

 private:
  std::unordered_map<std::string, std::size_t> times_;
};

// From the names as they are in their folders to ids and names that are valid and differ.
void give_names(std::vector<Input>& inputs) {
  UniqueNames ids;
  UniqueNames names;
  for (Input& input : inputs) {
    if (!input.reason.empty()) continue;
    mend_utf8(input.name);
    input.id = ids.give(fs::path(input.name).replace_extension().string());
    input.name = names.give(input.name);
  }
}

// Whether the first row of `head` names a column `field`.
bool has_column(std::string_view head, std::string_view field) {
  std::string_view row = head.substr(0, head.find_first_of("\r\n"));
  if (row.find(',') == std::string_view::npos) return false;
  while (true) {
    const std::size_t comma = row.find(',');
    std::string_view name = row.substr(0, comma);
    if (name.size() > 1 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    if (name == field) return true;
    if (comma == std::string_view::npos) return false;
    row.remove_prefix(comma + 1);
  }
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& paths, InputFormat format) {
  std::vector<Input> inputs;
  for (const std::string& path : paths) {
    std::error_code code;
    if (path == "-" || !fs::is_directory(path, code)) {
      inputs.push_back({path, {}, {}, path == "-" ? "stdin" : fs::path(path).filename().string()});
      continue;
    }
    const std::size_t before = inputs.size();
    walk(path, {}, format, inputs);
    if (inputs.size() == before) {
      const std::string_view wanted = format == InputFormat::csv          ? ".csv"
                                      : format == InputFormat::jsonl      ? ".jsonl"
                                      : format == InputFormat::statements ? ".jsonl or .csv"
                                      : format == InputFormat::automatic  ? ".txt, .md, .jsonl or .csv"
                                                                          : ".txt or .md";
      inputs.push_back({path, "the folder holds no input, expected " + std::string(wanted) + " files", {}, {}});
    }
  }
  give_names(inputs);
  return inputs;
}

std::optional<std::uint64_t> size_of_file(const std::string& path) {
  struct stat status {};
  const int failed = path == "-" ? fstat(0, &status) : stat(path.c_str(), &status);
  if (failed != 0) return 0;  // nothing will be read of it
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

InputFormat detect_format(const std::string& path, std::string_view head, std::string_view text_field) {
  const InputFormat named = format_of_name(path);
  if (named != InputFormat::automatic) return named;
  const auto skip_space = [&head](std::size_t from) {
    return std::min(head.find_first_not_of(" \t\r\n", from), head.size());
  };
  const std::size_t first = skip_space(0);
  const std::size_t object = head.substr(first, 1) == "[" ? skip_space(first + 1) : first;
  if (head.substr(object, 1) == "{") return InputFormat::jsonl;
  return has_column(head, text_field) ? InputFormat::csv : InputFormat::text;
}

}  // namespace quoth
