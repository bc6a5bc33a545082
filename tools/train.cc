#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <thread>

#include "commands.h"
#include "figures.h"
#include "quoth/base/error.h"
#include "quoth/base/model_file.h"
#include "quoth/base/shell_word.h"
#include "quoth/classify/train_statements.h"
#include "quoth/io/output_file.h"
#include "shareable_name.h"

namespace quoth {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quoth train statements labelled.jsonl -o mine.quoth
  quoth train statements corpus/statements.jsonl labelled.jsonl --licence CC-BY-4.0 -o mine.quoth
  quoth train syntax train.conllu --dev dev.conllu -o syntax.quoth
  quoth score --model mine.quoth article.txt           then use it
)";

struct TrainArguments {
  std::vector<std::string> corpora;
  std::string model;
  unsigned threads = 0;
  TrainOptions options;
};

std::string command_of(const TrainArguments& arguments) {
  std::string command = "quoth train statements";
  for (const std::string& corpus : arguments.corpora) command += " " + shareable_name(corpus);
  const TrainOptions usual;
  const TrainOptions& options = arguments.options;
  if (options.c != usual.c) command += fmt::format(" --c {}", fmt::join(options.c, ","));
  if (options.folds != usual.folds) command += fmt::format(" --folds {}", options.folds);
  if (options.seed != usual.seed) command += fmt::format(" --seed {}", options.seed);
  if (options.tolerance != usual.tolerance) command += fmt::format(" --tolerance {}", options.tolerance);
  if (options.least_texts != usual.least_texts) command += fmt::format(" --least-texts {}", options.least_texts);
  if (options.features.bucket_bits != usual.features.bucket_bits) {
    command += fmt::format(" --bucket-bits {}", options.features.bucket_bits);
  }
  if (options.language != usual.language) command += " --language " + shell_word(options.language);
  if (!options.licence.empty()) command += " --licence " + shell_word(options.licence);
  return command + " -o " + shareable_name(arguments.model);
}

void show_progress(const TrainProgress& progress) {
  fmt::print(stderr, "\r{}: {} of {}\x1b[K", progress.stage, progress.done, progress.of);
  if (progress.done == progress.of) fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

void train(TrainArguments& arguments) {
  TrainOptions& options = arguments.options;
  options.threads = arguments.threads != 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
  options.name = std::filesystem::path(arguments.model).stem().string();
  options.command = command_of(arguments);
  if (isatty(STDERR_FILENO) != 0) options.progress = show_progress;
  const LabelledCorpus corpus = read_labelled_statements(arguments.corpora);
  const TrainedStatements trained = train_statements(corpus, options);
  write_file_atomically(arguments.model, trained.model);

  std::string report =
      fmt::format("{} statements; figures of {}-fold cross-validation\n\n", corpus.statements.size(), options.folds);
  for (const HeadReport& head : trained.heads) {
    report += figures_table(head.figures, head.thresholds);
    report += fmt::format("  C {:g}, temperature {:.3f}, log loss {:.4f}, {} Newton steps{}\n\n", head.c,
                          head.temperature, head.log_loss, head.newton_steps, head.converged ? "" : ", NOT converged");
  }
  report += fmt::format("{}: {} features, {:.1f} MB\n", arguments.model, trained.features,
                        static_cast<double>(trained.model.size()) / 1e6);
  OutputFile("-").write(report);
}

}  // namespace

void add_train_command(CLI::App& program) {
  CLI::App* train_app = program.add_subcommand("train", "Train a model on a labelled corpus.");
  train_app->require_subcommand(1);
  train_app->footer(kExamples);
  CLI::App* command =
      train_app->add_subcommand("statements",
                                "Train the topics, tones or other labels of statements.\n"
                                "Each line of a corpus is {\"id\", \"text\", \"labels\": {HEAD: \"label\" or "
                                "[\"label\", ...]}}; a head is multi-label\n"
                                "where the corpus gives lists. The same corpus and options give the same bytes.");
  const auto arguments = std::make_shared<TrainArguments>();
  TrainOptions& options = arguments->options;
  command->add_option("CORPUS", arguments->corpora, "Labelled statements, JSON Lines")->required();
  command->add_option("-o,--out", arguments->model, "The model file to write")->required();
  command
      ->add_option("--c", options.c,
                   "Weight of the examples against the regulariser; of several, with commas between, cross-validation "
                   "chooses")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->capture_default_str();
  command->add_option("--folds", options.folds, "Folds of cross-validation")->capture_default_str();
  command->add_option("--seed", options.seed, "Shuffles the folds")->capture_default_str();
  command
      ->add_option("--tolerance", options.tolerance,
                   "Train until the gradient is this share of its length at the start")
      ->capture_default_str();
  command->add_option("--least-texts", options.least_texts, "Leave out features that fewer statements have")
      ->capture_default_str();
  command->add_option("--bucket-bits", options.features.bucket_bits, "Hash features into 2^N buckets or fewer")
      ->capture_default_str();
  command->add_option("--threads", arguments->threads, "Threads to use; 0: one a core")->capture_default_str();
  command->add_option("--language", options.language, "Language of the corpus, for the model's card")
      ->capture_default_str();
  command->add_option("--licence", options.licence, "Licence of the model, for its card");
  command->callback([arguments] { train(*arguments); });
  add_train_attribution_command(*train_app);
  add_train_syntax_command(*train_app);
}

}  // namespace quoth
