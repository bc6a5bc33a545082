#include "quoth/annotate/train_syntax.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "commands.h"
#include "figures.h"
#include "quoth/base/model_file.h"
#include "quoth/base/shell_word.h"
#include "quoth/io/output_file.h"
#include "shareable_name.h"

namespace quoth {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quoth train syntax train.conllu -o mine/syntax.en.quoth
  quoth train syntax train.conllu more.conllu --dev dev.conllu -o mine/syntax.en.quoth
)";

struct TrainSyntaxArguments {
  std::vector<std::string> treebanks;
  std::vector<std::string> development;
  std::string model;
  SyntaxTrainOptions options;
};

std::string command_of(const TrainSyntaxArguments& arguments) {
  std::string command = "quoth train syntax";
  for (const std::string& treebank : arguments.treebanks) command += " " + shareable_name(treebank);
  for (const std::string& treebank : arguments.development) command += " --dev " + shareable_name(treebank);
  const SyntaxTrainOptions usual;
  const SyntaxTrainOptions& options = arguments.options;
  const auto add = [&](const char* name, std::size_t value, std::size_t usual_value) {
    if (value != usual_value) command += fmt::format(" {} {}", name, value);
  };
  add("--tagger-epochs", options.tagger_epochs, usual.tagger_epochs);
  add("--parser-epochs", options.parser_epochs, usual.parser_epochs);
  add("--choosing-epochs", options.choosing_epochs, usual.choosing_epochs);
  add("--folds", options.folds, usual.folds);
  add("--seed", options.seed, usual.seed);
  add("--tag-features", options.tag_features, usual.tag_features);
  add("--transition-features", options.transition_features, usual.transition_features);
  add("--relation-features", options.relation_features, usual.relation_features);
  if (options.language != usual.language) command += " --language " + shell_word(options.language);
  if (!options.licence.empty()) command += " --licence " + shell_word(options.licence);
  return command + " -o " + shareable_name(arguments.model);
}

std::vector<TreebankFile> read_treebanks(const std::vector<std::string>& paths) {
  std::vector<TreebankFile> files;
  for (const std::string& path : paths) read_treebank(path, files.emplace_back(TreebankFile{path, {}}).treebank);
  return files;
}

void show_epoch(const SyntaxTrainProgress& progress) {
  std::string line = fmt::format("{} epoch {} of {}", progress.stage, progress.epoch, progress.of);
  if (progress.development.words > 0) line += fmt::format(": tags {:.2f}", 100 * progress.development.tags);
  if (progress.development.heads > 0) {
    line +=
        fmt::format(", UAS {:.2f}, LAS {:.2f}", 100 * progress.development.heads, 100 * progress.development.relations);
  }
  fmt::print(stderr, "{}\n", line);
}

void train(TrainSyntaxArguments& arguments) {
  SyntaxTrainOptions& options = arguments.options;
  options.name = std::filesystem::path(arguments.model).stem().string();
  options.command = command_of(arguments);
  options.progress = show_epoch;
  const std::vector<TreebankFile> training = read_treebanks(arguments.treebanks);
  const TrainedSyntax trained = train_syntax(training, read_treebanks(arguments.development), options);
  write_file_atomically(arguments.model, trained.model);
  std::string report;
  if (trained.development.words > 0) report = syntax_table({{"development", trained.development}}) + "\n";
  report += fmt::format("{}: {:.1f} MB\n", arguments.model, static_cast<double>(trained.model.size()) / 1e6);
  OutputFile("-").write(report);
}

}  // namespace

void add_train_syntax_command(CLI::App& train_app) {
  CLI::App* command = train_app.add_subcommand(
      "syntax",
      "Train part-of-speech tagger and dependency parser on treebanks in CoNLL-U (plain, not compressed).\n"
      "The same treebanks and options give the same bytes.");
  command->footer(kExamples);
  const auto arguments = std::make_shared<TrainSyntaxArguments>();
  SyntaxTrainOptions& options = arguments->options;
  command->add_option("TREEBANK", arguments->treebanks, "Treebanks to learn from, CoNLL-U")->required();
  command->add_option("--dev", arguments->development, "A treebank to judge each epoch by; may be given several times")
      ->allow_extra_args(false);
  command->add_option("-o,--out", arguments->model, "The model file to write")->required();
  command->add_option("--tagger-epochs", options.tagger_epochs, "Times through the sentences for the tagger")
      ->capture_default_str();
  command->add_option("--parser-epochs", options.parser_epochs, "The same for the parser")->capture_default_str();
  command
      ->add_option("--choosing-epochs", options.choosing_epochs,
                   "Times through the sentences, for both, before that: they choose the features")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command
      ->add_option("--folds", options.folds,
                   "Parts of the sentences, each tagged for the parser by a tagger trained on the others")
      ->capture_default_str();
  command->add_option("--seed", options.seed, "Shuffles the sentences")->capture_default_str();
  command->add_option("--tag-features", options.tag_features, "Features to choose at most")->capture_default_str();
  command->add_option("--transition-features", options.transition_features, "The same")->capture_default_str();
  command->add_option("--relation-features", options.relation_features, "The same")->capture_default_str();
  command->add_option("--language", options.language, "Language of the treebanks, for the model's card")
      ->capture_default_str();
  command->add_option("--licence", options.licence, "Licence of the model, for its card");
  command->callback([arguments] { train(*arguments); });
}

}  // namespace quoth
