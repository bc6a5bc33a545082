#include "models_folder.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "quoth/base/error.h"

namespace quoth {
namespace {

namespace fs = std::filesystem;

constexpr int kBuildTreeDepth = 4;  // build/<preset>/tools/quoth, and one to spare

bool holds_models(const fs::path& folder) {
  std::error_code code;
  return fs::exists(folder / "registry.en.json", code) || fs::exists(folder / "statements.en.quoth", code);
}

}  // namespace

std::string find_models_folder(const std::string& given) {
  std::error_code code;
  if (!given.empty()) {
    if (!fs::is_directory(given, code)) throw Error("--models", "\"" + given + "\" is not a folder");
    return given;
  }
  const char* variable = std::getenv("QUOTH_MODELS");
  if (variable != nullptr && *variable != '\0') {
    if (!fs::is_directory(variable, code))
      throw Error("QUOTH_MODELS", "\"" + std::string(variable) + "\" is not a folder");
    return variable;
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", code);
  fs::path folder = program.parent_path();
  const fs::path installed = folder.parent_path() / QUOTH_INSTALLED_MODELS;
  if (holds_models(installed)) return installed.string();
  for (int depth = 0; depth < kBuildTreeDepth; ++depth) {
    folder = folder.parent_path();
    if (holds_models(folder / "models")) return (folder / "models").string();
  }
  throw Error("models", "not found beside " + program.string(), "registry.en.json and statements.en.quoth",
              "name their folder with --models or QUOTH_MODELS");
}

std::string find_shipped_statement_model() {
  return (fs::path(find_models_folder({})) / "statements.en.quoth").string();
}

std::string find_shipped_syntax_model() {
  return (fs::path(find_models_folder({})) / "syntax.en.quoth").string();
}

}  // namespace quoth
