// The container of every trained model: named sections of bytes with checksums. docs/model_format.md has the bytes.
//
// It knows nothing of what the sections mean; that is the business of the module whose `kind` it carries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/base/bytes.h"

namespace quoth {

inline constexpr std::uint32_t kModelFormatVersion = 1;

// A section to be written: a name of 1 to 23 bytes without NUL, unique in its file, and its bytes.
struct ModelSection {
  std::string name;
  std::string bytes;
};

// Where a section lies in a file.
struct ModelSectionInfo {
  std::string name;
  std::uint64_t offset = 0;  // bytes from the start of the file
  std::uint64_t size = 0;    // bytes
  std::uint32_t crc32 = 0;   // of its bytes, as zlib has it
};

// A model file in memory, every check of the container passed. Immutable.
class ModelFile {
 public:
  // Throws Error: no such file, no model file, a version that is not read, cut, damaged.
  // Takes as much memory as the file has bytes.
  static ModelFile read(const std::string& path);

  // The same of bytes in memory; `where` stands for the path in messages.
  static ModelFile parse(std::string bytes, std::string where);

  const std::string& path() const { return path_; }
  const std::string& kind() const { return kind_; }  // "statements", ...
  const std::vector<ModelSectionInfo>& sections() const { return sections_; }
  std::uint64_t size() const { return bytes_.size(); }

  // The bytes of the section `name`, good as long as this ModelFile. Throws Error when there is none.
  std::string_view section(std::string_view name) const;

  // A reader of that section, whose messages name file and section.
  ByteReader reader(std::string_view name) const;

  // Throws Error unless this is a model of `kind`.
  void expect_kind(std::string_view kind) const;

 private:
  std::string path_;
  std::string kind_;
  std::string bytes_;
  std::vector<ModelSectionInfo> sections_;
};

// The bytes of a model file of `kind` (1 to 15 bytes without NUL). The same input gives the same bytes.
std::string model_file_bytes(std::string_view kind, const std::vector<ModelSection>& sections);

// Writes `bytes` beside `path` and renames them onto it, so that a reader sees the old file or the new one, whole.
// Throws Error where it cannot; `path` is then as it was.
void write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace quoth
