// How fast statements are scored: from raw text to the labels of all heads, on one thread.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "bench/bench_text.h"
#include "quoth/classify/statement_model.h"

namespace quoth {
namespace {

// The lines of bench_text(), about as long as statements are.
std::vector<std::string_view> lines() {
  std::vector<std::string_view> found;
  std::string_view rest = bench_text();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) found.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return found;
}

void score(benchmark::State& state) {
  const StatementModel model = StatementModel::load(QUOTH_SOURCE_DIR "/models/statements.en.quoth");
  const std::vector<std::string_view> statements = lines();
  ScoreScratch scratch;
  std::vector<HeadScore> scores;
  while (state.KeepRunning()) {
    for (const std::string_view statement : statements) {
      model.score(statement, scratch, scores);
      benchmark::DoNotOptimize(scores.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench_text().size()));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(statements.size()));
}
BENCHMARK(score)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quoth
