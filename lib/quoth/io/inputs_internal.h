// Which files the given paths stand for, and how each is to be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/io/reader.h"

namespace quoth {

// A file to read, or why there is none.
struct Input {
  std::string path;    // "-" for standard input
  std::string reason;  // empty where the path may be opened
  // What documents are called that have no id of their own. Valid UTF-8, no two inputs alike.
  std::string id;    // of the document that the file is: its path below the folder that was given, without extension
  std::string name;  // with it: NAME:LINE is the id of a document in the file
};

// `paths` with each folder replaced by the files below it that fit `format`, in sorted order. Hidden names are left
// out, and links to folders are not followed. A folder that cannot be read or holds no such file gives a reason. Where
// an id or a name comes again, it has "~2", "~3", ... added.
std::vector<Input> list_inputs(const std::vector<std::string>& paths, InputFormat format);

// Bytes of the file; 0 where there is none, nothing where it is a pipe or a device.
std::optional<std::uint64_t> size_of_file(const std::string& path);

// jsonl, csv or text: by the extension of `path`, else by `head`, the file's first bytes. A file is CSV if its first
// row has a column `text_field`.
InputFormat detect_format(const std::string& path, std::string_view head, std::string_view text_field);

}  // namespace quoth
