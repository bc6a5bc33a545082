#include "version_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <vector>

#include "models_folder.h"
#include "quoth/base/error.h"
#include "quoth/base/model_file.h"
#include "quoth/base/version.h"

namespace quoth {
namespace {

namespace fs = std::filesystem;

// A model's version is what it was made by and the format it is in.
std::string model_version(const fs::path& path) {
  try {
    if (path.extension() == ".json") {
      std::ifstream file(path);
      const auto registry = nlohmann::json::parse(file);
      return fmt::format("{}, as of {}", registry.value("format", "unknown format"), registry.value("as_of", "?"));
    }
    const ModelFile model = ModelFile::read(path.string());
    const auto card = nlohmann::json::parse(model.section("card"));
    return fmt::format("format {}, made by {}", kModelFormatVersion, card.value("program", "an unknown program"));
  } catch (const Error& error) {
    return error.what();
  } catch (const nlohmann::json::exception&) {
    return "cannot be read";
  }
}

std::vector<fs::path> model_paths(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code code;
  for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    const std::string extension = at->path().extension().string();
    if (extension == ".json" || extension == ".quoth") paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::string version_text() {
  std::string text = fmt::format("quoth {}\nICU {}\n", version(), icu_version());
  try {
    const std::string folder = find_models_folder({});
    text += fmt::format("models in {}\n", folder);
    for (const fs::path& path : model_paths(folder)) {
      text += fmt::format("  {}: {}\n", path.filename().string(), model_version(path));
    }
  } catch (const Error&) {
    text += "no models found\n";
  }
  text.pop_back();  // the printer ends the line
  return text;
}

}  // namespace quoth
