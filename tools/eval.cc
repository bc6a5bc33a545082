#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "figures.h"
#include "models_folder.h"
#include "quoth/classify/evaluate_statements.h"
#include "quoth/io/output_file.h"

namespace quoth {
namespace {

constexpr const char* kOverview = R"(
Examples:
  quoth eval attribution gold.jsonl                    who said what
  quoth eval speakers gold.jsonl                       names alone, of statements that are given
  quoth eval statements gold.jsonl                     topics and tones
)";

constexpr const char* kExamples = R"(
Examples:
  quoth eval statements gold.jsonl                     the shipped model
  quoth eval statements --model mine.quoth --json gold.jsonl
  quoth eval syntax dev.conllu
)";

struct EvalArguments {
  std::string model;
  std::vector<std::string> gold;
  bool json = false;
};

nlohmann::ordered_json json_of(const HeadFigures& figures) {
  nlohmann::ordered_json json = {{"statements", figures.statements}};
  for (const LabelFigures& label : figures.labels) json["F1 " + label.label] = label.f1;
  if (!figures.multi_label) json["accuracy"] = figures.accuracy;
  json["macro-F1"] = figures.macro_f1;
  if (figures.multi_label) json["micro-F1"] = figures.micro_f1;
  if (figures.f_avg) json["F_avg"] = *figures.f_avg;
  if (!figures.multi_label) json["ECE"] = figures.calibration_error;
  return json;
}

void evaluate(const EvalArguments& arguments) {
  const StatementModel model =
      StatementModel::load(arguments.model.empty() ? find_shipped_statement_model() : arguments.model);
  const std::vector<HeadFigures> heads = evaluate_statements(model, read_labelled_statements(arguments.gold));
  OutputFile output("-");
  if (arguments.json) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const HeadFigures& figures : heads) json[figures.head] = json_of(figures);
    output.write(json.dump(1) + "\n");
    return;
  }
  std::string tables;
  for (const HeadFigures& figures : heads) tables += (tables.empty() ? "" : "\n") + figures_table(figures);
  output.write(tables);
}

}  // namespace

void add_eval_command(CLI::App& program) {
  CLI::App* eval_app = program.add_subcommand("eval", "Judge a model by a labelled corpus.");
  eval_app->require_subcommand(1);
  eval_app->footer(kOverview);
  add_eval_attribution_command(*eval_app);
  add_eval_speakers_command(*eval_app);
  CLI::App* command = eval_app->add_subcommand(
      "statements", "Judge the labels that a model gives to statements: F1, accuracy, calibration.");
  command->footer(kExamples);
  const auto arguments = std::make_shared<EvalArguments>();
  command->add_option("GOLD", arguments->gold, "Labelled statements, JSON Lines, that the model was not trained on")
      ->required();
  command->add_option("--model", arguments->model, "The statement model; the shipped one if not given");
  command->add_flag("--json", arguments->json, "Print one JSON object, a key a head");
  command->callback([arguments] { evaluate(*arguments); });
  add_eval_syntax_command(*eval_app);
}

}  // namespace quoth
