// How fast JSON lines become JSON lines: all that `quoth score` does with a document, on one thread.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>

#include "bench/bench_text.h"
#include "quoth/io/reader.h"
#include "quoth/io/writer.h"
#include "quoth/pipeline.h"

namespace quoth {
namespace {

constexpr std::size_t kDocumentBytes = 4000;  // a news article's length

// bench_text() as JSON lines, cut into documents at blank lines.
std::string write_documents() {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "quoth_bench.jsonl";
  std::ofstream file(path, std::ios::binary);
  const std::string& text = bench_text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", std::min(begin + kDocumentBytes, text.size())), text.size());
    file << nlohmann::json{{"id", std::to_string(begin)}, {"text", text.substr(begin, end - begin)}}.dump() << '\n';
    begin = end + 2;
  }
  return path.string();
}

void pipeline(benchmark::State& state) {
  const std::string path = write_documents();
  const Pipeline pipeline({.models = QUOTH_SOURCE_DIR "/models"});
  const StatementWriter writer({}, pipeline.heads());
  PipelineContext context;
  std::int64_t statements = 0;
  while (state.KeepRunning()) {
    DocumentReader reader({path}, {});
    std::string output;
    while (std::optional<InputRecord> record = reader.next()) {
      const auto& input = std::get<InputDocument>(*record);
      output.clear();
      const Analysis analysis = pipeline.analyse(input.text, {}, context);
      writer.write_document({input, analysis.document, analysis.attributions, analysis.scores}, output);
      statements += static_cast<std::int64_t>(analysis.attributions.size());
      benchmark::DoNotOptimize(output.data());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bench_text().size()));
  state.counters["statements"] = benchmark::Counter(static_cast<double>(statements), benchmark::Counter::kIsRate);
  std::filesystem::remove(path);
}
BENCHMARK(pipeline)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quoth
