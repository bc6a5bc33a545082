#include "quoth/attribute/train_attribution.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <thread>

#include "commands.h"
#include "models_folder.h"
#include "quoth/base/model_file.h"
#include "quoth/base/shell_word.h"
#include "quoth/io/output_file.h"
#include "shareable_name.h"

namespace quoth {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quoth train attribution corpus/articles.jsonl mine.jsonl -o mine/attribution.en.quoth
  quoth train attribution --dev dev.jsonl.gz train.jsonl.gz --focus mine.jsonl -o mine/attribution.en.quoth
  quoth eval attribution --models mine/ dev.jsonl.gz   then judge it (mine/ holds the other models, too)
)";

struct TrainAttributionArguments {
  std::vector<std::string> corpora;
  std::vector<std::string> focus;
  std::uint32_t focus_weight = 4;
  std::vector<std::string> development;
  std::string model;
  std::string models;
  unsigned threads = 0;
  AttributionTrainOptions options;
};

std::string command_of(const TrainAttributionArguments& arguments) {
  std::string command = "quoth train attribution";
  for (const std::string& corpus : arguments.corpora) command += " " + shareable_name(corpus);
  for (const std::string& corpus : arguments.focus) command += " --focus " + shareable_name(corpus);
  const TrainAttributionArguments usual_arguments;
  if (arguments.focus_weight != usual_arguments.focus_weight)
    command += fmt::format(" --focus-weight {}", arguments.focus_weight);
  const AttributionTrainOptions& usual = usual_arguments.options;
  const AttributionTrainOptions& options = arguments.options;
  if (options.epochs != usual.epochs) command += fmt::format(" --epochs {}", options.epochs);
  if (options.folds != usual.folds) command += fmt::format(" --folds {}", options.folds);
  if (options.seed != usual.seed) command += fmt::format(" --seed {}", options.seed);
  if (options.language != usual.language) command += " --language " + shell_word(options.language);
  if (!options.licence.empty()) command += " --licence " + shell_word(options.licence);
  return command + " -o " + shareable_name(arguments.model);
}

void show_progress(const AttributionTrainProgress& progress) {
  if (progress.of == 1) {
    fmt::print(stderr, "{}{}\n", progress.stage, progress.epoch == 0 ? " ..." : ": done");
    return;
  }
  std::string line =
      fmt::format("{} epoch {} of {}: log loss {:.4f}", progress.stage, progress.epoch, progress.of, progress.log_loss);
  if (progress.development_f1 > 0) line += fmt::format(", development F1 {:.4f}", progress.development_f1);
  fmt::print(stderr, "{}\n", line);
}

void train(TrainAttributionArguments& arguments) {
  AttributionTrainOptions& options = arguments.options;
  options.threads = arguments.threads != 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
  options.name = std::filesystem::path(arguments.model).stem().string();
  options.command = command_of(arguments);
  options.progress = show_progress;
  const std::string models = find_models_folder(arguments.models);
  Registry registry;
  registry.load(models + "/registry.en.json");
  std::vector<GoldArticle> training = read_gold_articles(arguments.corpora, &options.files);
  if (!arguments.focus.empty()) {
    for (GoldArticle& article : read_gold_articles(arguments.focus, &options.files)) {
      article.weight = arguments.focus_weight;
      training.push_back(std::move(article));
    }
  }
  const std::vector<GoldArticle> development =
      arguments.development.empty() ? std::vector<GoldArticle>() : read_gold_articles(arguments.development);
  const TrainedAttribution trained =
      train_attribution(training, development, SyntaxModel::load(models + "/syntax.en.quoth"), registry, options);
  write_file_atomically(arguments.model, trained.model);
  OutputFile("-").write(
      fmt::format("{} articles with {} attributions; {}-fold cross-validation, contents and sources that share words:\n"
                  "precision {:.4f}, recall {:.4f}, F1 {:.4f} of statements with a chance of {:.2f} or more\n"
                  "{}: {:.1f} MB\n",
                  trained.articles, trained.attributions, options.folds, trained.precision, trained.recall, trained.f1,
                  trained.threshold, arguments.model, static_cast<double>(trained.model.size()) / 1e6));
}

}  // namespace

void add_train_attribution_command(CLI::App& train_app) {
  CLI::App* command = train_app.add_subcommand(
      "attribution",
      "Train who said what on articles with gold attributions, in the JSON lines that `quoth score --format citron`\n"
      "writes and `quoth convert` makes of brat folders. The same articles and options give the same bytes.");
  command->footer(kExamples);
  const auto arguments = std::make_shared<TrainAttributionArguments>();
  AttributionTrainOptions& options = arguments->options;
  command->add_option("CORPUS", arguments->corpora, "Articles to learn from, JSON Lines, plain or gzipped")->required();
  command
      ->add_option("--focus", arguments->focus,
                   "Articles to learn from that are like those to be analysed: they count more; may be given several "
                   "times")
      ->allow_extra_args(false);
  command->add_option("--focus-weight", arguments->focus_weight, "How often such an article counts")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--dev", arguments->development, "Articles to judge each epoch by; may be given several times")
      ->allow_extra_args(false);
  command->add_option("-o,--out", arguments->model, "The model file to write")->required();
  command
      ->add_option("--models", arguments->models,
                   "Folder of syntax model and registry; $QUOTH_MODELS or the shipped one if not given")
      ->type_name("DIR");
  command->add_option("--epochs", options.epochs, "Times through the articles")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command
      ->add_option("--folds", options.folds,
                   "Parts of the articles, each judged for the next stage by models trained on the others")
      ->check(CLI::Range(2, 100))
      ->capture_default_str();
  command->add_option("--seed", options.seed, "Shuffles the articles' sentences")->capture_default_str();
  command->add_option("--threads", arguments->threads, "Threads to use; 0: one a core")->capture_default_str();
  command->add_option("--language", options.language, "Language of the articles, for the model's card")
      ->capture_default_str();
  command->add_option("--licence", options.licence, "Licence of the model, for its card");
  command->callback([arguments] { train(*arguments); });
}

}  // namespace quoth
