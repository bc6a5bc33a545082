// How fast sentences are tagged and parsed, on one thread. Items are words.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "bench/bench_text.h"
#include "quoth/annotate/syntax.h"
#include "quoth/annotate/syntax_file_internal.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

constexpr const char* kModel = QUOTH_SOURCE_DIR "/models/syntax.en.quoth";

// Tags and trees of all sentences: what a pipeline pays.
void syntax(benchmark::State& state) {
  const SyntaxModel model = SyntaxModel::load(kModel);
  const Document document = Segmenter().segment(bench_text());
  SyntaxScratch scratch;
  Syntax syntax;
  while (state.KeepRunning()) model.analyse(document, scratch, syntax);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench_text().size()));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(syntax.words.size()));
}
BENCHMARK(syntax)->Unit(benchmark::kMillisecond);

// Reading the letters and tagging alone.
void tagger(benchmark::State& state) {
  const SyntaxParts parts = read_syntax_parts(ModelFile::read(kModel));
  const SyntaxModel model = SyntaxModel::load(kModel);
  const Document document = Segmenter().segment(bench_text());
  SyntaxScratch scratch;
  Syntax syntax;
  model.analyse(document, scratch, syntax);
  SentenceScratch sentence;
  while (state.KeepRunning()) {
    for (const Range words : syntax.sentences) {
      sentence.clear();
      for (std::uint32_t i = words.begin; i < words.end; ++i) {
        sentence.add(word_keys(document.view(syntax.words[i].span)), parts.tagger.lexicon);
      }
      tag_words(parts.tagger, sentence);
      benchmark::DoNotOptimize(sentence.tags.data());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(syntax.words.size()));
}
BENCHMARK(tagger)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace quoth
