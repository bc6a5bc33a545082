// Speed of scoring statements: from raw text to the labels of all heads, on one thread.
//
// Run with QUOTH_BENCH_MODEL=MODEL to use a model of your own; without it, one is trained on made-up words.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "quoth/base/model_file.h"
#include "quoth/classify/statement_model.h"
#include "quoth/classify/train_statements.h"
#include "quoth/learn/features.h"

namespace {

// A vocabulary with few common and many rare words, as texts have.
std::string made_up_text(std::mt19937& random, std::size_t words) {
  constexpr const char* kSyllables[] = {"tra", "de", "mi", "lo", "par", "ty", "con", "ver", "shi", "on", "ter", "an"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    const double share = std::uniform_real_distribution<>(0, 1)(random);
    auto rank = static_cast<std::uint32_t>(20000 * share * share * share);
    if (i > 0) text += i % 9 == 0 ? ", " : " ";
    do {
      text += kSyllables[rank % 12];
      rank /= 12;
    } while (rank > 0);
  }
  return text + ".";
}

const std::vector<std::string>& texts() {
  static const std::vector<std::string> kTexts = [] {
    std::mt19937 random(1);
    std::vector<std::string> result;
    for (int i = 0; i < 2000; ++i) result.push_back(made_up_text(random, 20 + random() % 60));
    return result;
  }();
  return kTexts;
}

quoth::StatementModel train_on_made_up_text() {
  quoth::LabelledCorpus corpus;
  corpus.files.push_back({"made-up", texts().size(), ""});
  corpus.heads = {{"tone", false, {"cold", "neutral", "warm"}}, {"topic", true, {"a", "b", "c", "d", "e", "f", "g", "h"}}};
  for (std::uint32_t i = 0; i < texts().size(); ++i) {
    corpus.statements.push_back({std::to_string(i), texts()[i], 0, i + 1, {{{i % 3}}, {{i % 8}}}});
  }
  quoth::TrainOptions options;
  options.c = {1};
  options.folds = 2;
  return quoth::StatementModel::from(quoth::ModelFile::parse(quoth::train_statements(corpus, options).model, "made-up"));
}

const quoth::StatementModel& model() {
  static const char* const kPath = std::getenv("QUOTH_BENCH_MODEL");
  static const quoth::StatementModel kModel =
      kPath != nullptr ? quoth::StatementModel::load(kPath) : train_on_made_up_text();
  return kModel;
}

void extract(benchmark::State& state) {
  quoth::FeatureScratch scratch;
  std::size_t bytes = 0;
  std::size_t next = 0;
  for (auto _ : state) {
    const std::string& text = texts()[next++ % texts().size()];
    benchmark::DoNotOptimize(quoth::extract_occurrences(text, {}, scratch).data());
    bytes += text.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(extract);

void score(benchmark::State& state) {
  quoth::ScoreScratch scratch;
  std::vector<quoth::HeadScore> scores;
  std::size_t bytes = 0;
  std::size_t next = 0;
  for (auto _ : state) {
    const std::string& text = texts()[next++ % texts().size()];
    model().score(text, scratch, scores);
    benchmark::DoNotOptimize(scores.data());
    bytes += text.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["us_per_100_bytes"] = benchmark::Counter(
      static_cast<double>(bytes) * 1e-8, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(score);

}  // namespace

BENCHMARK_MAIN();
