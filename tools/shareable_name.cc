#include "shareable_name.h"

#include <filesystem>

#include "quoth/base/shell_word.h"

namespace quoth {

std::string shareable_name(const std::string& path) {
  const std::filesystem::path file(path);
  return shell_word(file.is_absolute() ? file.filename().string() : path);
}

}  // namespace quoth
