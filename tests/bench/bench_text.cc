#include "bench/bench_text.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace quoth {
namespace {

constexpr std::size_t kBenchBytes = std::size_t{4} << 20;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string read_text() {
  // No other thread runs yet that could change the environment.
  const char* named = std::getenv("QUOTH_BENCH_TEXT");  // NOLINT(concurrency-mt-unsafe)
  if (named != nullptr) return read_file(named);
  const std::filesystem::path articles = QUOTH_SOURCE_DIR "/corpus/articles";
  std::vector<std::filesystem::path> paths;
  if (std::filesystem::exists(articles)) {
    for (const auto& entry : std::filesystem::directory_iterator(articles)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
  }
  if (paths.empty()) paths.emplace_back(QUOTH_SOURCE_DIR "/tests/data/sentence_boundaries.txt");
  std::sort(paths.begin(), paths.end());
  std::string text;
  for (const auto& path : paths) text += read_file(path) + "\n\n";
  return text;
}

}  // namespace

const std::string& bench_text() {
  static const std::string text = [] {
    const std::string once = read_text();
    std::string repeated;
    do {
      repeated += once;
    } while (!once.empty() && repeated.size() < kBenchBytes);
    return repeated;
  }();
  return text;
}

}  // namespace quoth
