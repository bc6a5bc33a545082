// How fast text is cut, beside a bare pass of ICU over the same text.
#include <benchmark/benchmark.h>

#include <cstdint>

#include "bench/bench_text.h"
#include "quoth/text/icu_breaks_internal.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

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
