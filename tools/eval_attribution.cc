#include <tbb/enumerable_thread_specific.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "attribution_figures.h"
#include "commands.h"
#include "models_folder.h"
#include "progress.h"
#include "quoth/attribute/evaluate_attributions.h"
#include "quoth/base/parallel_for.h"
#include "quoth/io/output_file.h"
#include "quoth/io/reader.h"
#include "quoth/pipeline.h"

namespace quoth {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quoth eval attribution gold.jsonl                    the shipped models
  quoth eval attribution --models mine/ --reliability gold.jsonl more.jsonl.gz
  quoth score --format citron articles/ > found.jsonl
  quoth eval attribution --predicted found.jsonl --json gold.jsonl
)";

struct AttributionArguments {
  std::vector<std::string> gold;
  std::string predicted;
  std::string models;
  bool json = false;
  bool reliability = false;
};

// Analyses the texts of the gold articles on all cores. The figures are the same for any number of them.
AttributionFigures evaluate_pipeline(const std::vector<GoldArticle>& gold, const Pipeline& pipeline) {
  std::uint64_t bytes_in_all = 0;
  for (const GoldArticle& article : gold) bytes_in_all += article.text.size();
  Progress progress(isatty(STDERR_FILENO) == 1, bytes_in_all);
  std::mutex progress_mutex;
  std::size_t documents = 0;
  std::uint64_t bytes = 0;

  std::vector<AttributionFigures> figures(gold.size());
  tbb::enumerable_thread_specific<PipelineContext> contexts;
  parallel_for(gold.size(), std::max(1U, std::thread::hardware_concurrency()), [&](std::size_t i) {
    const GoldArticle& article = gold[i];
    Analysis analysis = pipeline.analyse(article.text, {.date = iso_date(article.date)}, contexts.local());
    GoldArticle predicted = as_prediction(article, std::move(analysis.attributions));
    predicted.text = std::move(analysis.document.text);  // differs where it had to be mended
    figures[i] = evaluate_article(article, predicted);
    const std::lock_guard lock(progress_mutex);
    progress.update(++documents, bytes += article.text.size());
  });
  AttributionFigures all;
  for (const AttributionFigures& one : figures) all.add(one);
  return all;
}

AttributionFigures evaluate_predictions(const std::vector<GoldArticle>& gold, const AttributionArguments& arguments) {
  const std::vector<GoldArticle> predicted = read_gold_articles({arguments.predicted});
  for (const GoldArticle& article : predicted) {
    const bool known = std::all_of(article.notes.begin(), article.notes.end(),
                                   [](const GoldNote& note) { return note.has_confidence; });
    if (arguments.reliability && !known) {
      throw Error(article.where, "has a prediction without \"confidence\"", "one of each", "leave out --reliability");
    }
  }
  return evaluate_attributions(gold, predicted);
}

void evaluate(const AttributionArguments& arguments) {
  const std::vector<GoldArticle> gold = read_gold_articles(arguments.gold);
  const AttributionFigures figures =
      arguments.predicted.empty() ? evaluate_pipeline(gold, Pipeline({.models = find_models_folder(arguments.models)}))
                                  : evaluate_predictions(gold, arguments);
  OutputFile output("-");
  if (arguments.json) {
    output.write(attribution_figures_json(figures, arguments.reliability));
    return;
  }
  output.write(attribution_figures_text(figures));
  if (arguments.reliability) output.write("\n" + reliability_text(figures));
}

}  // namespace

void add_eval_attribution_command(CLI::App& eval) {
  CLI::App* command = eval.add_subcommand(
      "attribution",
      "Judge who said what: precision, recall and F1 of spans, attributions, speakers and addressees.\n"
      "Analyses the texts of the gold articles, or takes what another program found in them. docs/evaluation.md says\n"
      "what each measure counts.");
  command->footer(kExamples);
  const auto arguments = std::make_shared<AttributionArguments>();
  command->add_option("GOLD", arguments->gold, "Articles with their attributions, JSON Lines, plain or gzipped")
      ->required();
  CLI::Option* models = command
                            ->add_option("--models", arguments->models,
                                         "Folder of the models; $QUOTH_MODELS or the shipped one if not given")
                            ->type_name("DIR");
  command
      ->add_option("--predicted", arguments->predicted,
                   "Attributions found in the same articles, in the same form, instead of analysing")
      ->type_name("FILE")
      ->excludes(models);
  command->add_flag("--reliability", arguments->reliability,
                    "Also how often attributions of each confidence are right");
  command->add_flag("--json", arguments->json, "Print one JSON object, a key a measure");
  command->callback([arguments] { evaluate(*arguments); });
}

}  // namespace quoth
