// The rules of the house, held against every file of the library:
// - A file includes only its own floor's module or modules of floors below it.
// - A public header includes none of the libraries that quoth keeps to itself. A header whose name ends in _internal.h
// is
//   private: it is not installed, so it may.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, int, std::less<>> kFloors = {
    {"base", 0},     {"text", 1},    {"learn", 1}, {"annotate", 2}, {"attribute", 3},
    {"classify", 3}, {"compare", 4}, {"io", 4},    {"report", 6},
};
constexpr int kTopFloor = 5;  // files beside the folders: pipeline.h

constexpr std::array<std::string_view, 4> kPrivateLibraries = {"Eigen/", "unicode/", "nlohmann/", "simdjson"};

// The module that a path below lib/ lies in: "text" of "quoth/text/document.h", "" of "quoth/pipeline.h".
std::string module_of(std::string_view path) {
  path.remove_prefix(std::min(path.size(), std::string_view("quoth/").size()));
  const std::size_t slash = path.find('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

std::optional<int> floor_of(const std::string& module) {
  if (module.empty()) return kTopFloor;
  const auto found = kFloors.find(module);
  return found == kFloors.end() ? std::nullopt : std::optional<int>(found->second);
}

// What stands between the marks of an #include line; empty of any other line.
std::string included(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos || line[start] != '#') return {};
  const std::size_t word = line.find("include", start);
  const std::size_t open = line.find_first_of("\"<", start);
  if (word == std::string_view::npos || open == std::string_view::npos) return {};
  const std::size_t close = line.find_first_of("\">", open + 1);
  return std::string(line.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
}

// What is wrong with `line` of the file at `path` (below lib/); empty where nothing is.
std::string broken_rule(const std::string& path, std::string_view line) {
  const std::string target = included(line);
  if (target.empty()) return {};
  const bool is_public = path.ends_with(".h") && !path.ends_with("_internal.h");
  for (const std::string_view library : kPrivateLibraries) {
    if (is_public && target.starts_with(library)) return "a public header includes <" + target + ">";
  }
  if (!target.starts_with("quoth/")) return {};
  if (is_public && target.ends_with("_internal.h")) return "a public header includes the private \"" + target + "\"";
  const std::string from = module_of(path);
  const std::string to = module_of(target);
  const auto from_floor = floor_of(from);
  const auto to_floor = floor_of(to);
  if (!from_floor) return "the folder \"" + from + "\" has no floor yet; give it one in this test";
  if (!to_floor) return "\"" + target + "\" lies in a folder without a floor";
  const bool below = *to_floor < *from_floor || from == to;
  return below ? "" : "\"" + target + "\" is not on a floor below that of " + (from.empty() ? path : from);
}

std::vector<std::string> broken_rules(const fs::path& library) {
  std::vector<std::string> broken;
  for (const auto& entry : fs::recursive_directory_iterator(library / "quoth")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc") continue;
    const std::string path = entry.path().lexically_relative(library).generic_string();
    std::ifstream file(entry.path());
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
      const std::string rule = broken_rule(path, line);
      if (!rule.empty()) broken.push_back("lib/" + path + ":" + std::to_string(number) + ": " + rule);
    }
  }
  return broken;
}

TEST(IncludeFloors, HoldForEveryFileOfTheLibrary) {
  for (const std::string& broken : broken_rules(fs::path(QUOTH_SOURCE_DIR) / "lib")) ADD_FAILURE() << broken;
}

TEST(IncludeFloors, AreBrokenByIncludingUpwardsOrSideways) {
  EXPECT_NE(broken_rule("quoth/text/a.cc", "#include \"quoth/annotate/quotes.h\""), "");
  EXPECT_NE(broken_rule("quoth/learn/a.h", "#include \"quoth/text/document.h\""), "");
  EXPECT_NE(broken_rule("quoth/io/a.cc", "#  include \"quoth/pipeline.h\""), "");
  EXPECT_NE(broken_rule("quoth/new/a.cc", "#include \"quoth/base/span.h\""), "");
  EXPECT_EQ(broken_rule("quoth/annotate/a.cc", "#include \"quoth/text/document.h\""), "");
  EXPECT_EQ(broken_rule("quoth/io/a.cc", "#include \"quoth/io/reader.h\""), "");
  EXPECT_EQ(broken_rule("quoth/pipeline.cc", "#include \"quoth/attribute/attribution.h\""), "");
  EXPECT_EQ(broken_rule("quoth/text/a.cc", "// #include \"quoth/io/reader.h\""), "");
}

TEST(IncludeFloors, KeepLibrariesOutOfPublicHeaders) {
  EXPECT_NE(broken_rule("quoth/learn/a.h", "#include <Eigen/Core>"), "");
  EXPECT_NE(broken_rule("quoth/text/a.h", "#include <unicode/ubrk.h>"), "");
  EXPECT_NE(broken_rule("quoth/io/a.h", "#include <simdjson.h>"), "");
  EXPECT_NE(broken_rule("quoth/io/a.h", "#include \"quoth/io/b_internal.h\""), "");
  EXPECT_EQ(broken_rule("quoth/io/a_internal.h", "#include <simdjson.h>"), "");
  EXPECT_EQ(broken_rule("quoth/io/a.cc", "#include <simdjson.h>"), "");
}

}  // namespace
}  // namespace quoth
