// How fast text is cut, beside a bare pass of ICU over the same text.
//
// The text is the file that QUOTH_BENCH_TEXT names or else corpus/articles/*.txt, or where there are none the boundary
// set of the tests; repeated to about 4 MB.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "quoth/text/icu_breaks_internal.h"
#include "quoth/text/segmenter.h"

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

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bench_text().size()));
}

// Words and sentences, the iterators and their views used again: what ICU alone costs.
void bare_icu(benchmark::State& state) {
  IcuBreaks words(BreakKind::word);
  IcuBreaks sentences(BreakKind::sentence);
  while (state.KeepRunning()) {
    std::size_t boundaries = 0;
    words.for_each(bench_text(), [&](std::uint32_t) { ++boundaries; });
    sentences.for_each(bench_text(), [&](std::uint32_t) { ++boundaries; });
    benchmark::DoNotOptimize(boundaries);
  }
  count_bytes(state);
}
BENCHMARK(bare_icu)->Unit(benchmark::kMillisecond);

void segmenter(benchmark::State& state) {
  Segmenter segmenter;
  Document document;
  while (state.KeepRunning()) {
    segmenter.segment(bench_text(), document);
    benchmark::DoNotOptimize(document.tokens.data());
  }
  count_bytes(state);
}
BENCHMARK(segmenter)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quoth
