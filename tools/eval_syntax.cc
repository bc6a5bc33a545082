#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "figures.h"
#include "models_folder.h"
#include "quoth/annotate/evaluate_syntax.h"
#include "quoth/io/output_file.h"

namespace quoth {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quoth eval syntax dev.conllu                         judge the shipped model
  quoth eval syntax --model mine/syntax.en.quoth --json dev.conllu test.conllu
)";

struct EvalSyntaxArguments {
  std::string model;
  std::vector<std::string> gold;
  bool json = false;
};

void evaluate(const EvalSyntaxArguments& arguments) {
  const SyntaxModel model = SyntaxModel::load(arguments.model.empty() ? find_shipped_syntax_model() : arguments.model);
  std::vector<NamedSyntaxFigures> figures;
  for (const std::string& path : arguments.gold) {
    Treebank treebank;
    read_treebank(path, treebank);
    figures.push_back({path, evaluate_syntax(model, treebank)});
  }
  OutputFile output("-");
  if (!arguments.json) {
    output.write(syntax_table(figures));
    return;
  }
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (const NamedSyntaxFigures& each : figures) {
    json[each.name] = {{"words", each.figures.words},
                       {"tag accuracy", each.figures.tags},
                       {"UAS", each.figures.heads},
                       {"LAS", each.figures.relations},
                       {"LAS without subtypes", each.figures.main_relations}};
  }
  output.write(json.dump(1) + "\n");
}

}  // namespace

void add_eval_syntax_command(CLI::App& eval_app) {
  CLI::App* command = eval_app.add_subcommand("syntax",
                                              "Judge tags (XPOS) and dependency trees (UAS, LAS) by treebanks in "
                                              "CoNLL-U, cut into words as the treebanks are.\n"
                                              "Punctuation counts.");
  command->footer(kExamples);
  const auto arguments = std::make_shared<EvalSyntaxArguments>();
  command->add_option("GOLD", arguments->gold, "Treebanks that the model was not trained on, CoNLL-U")->required();
  command->add_option("--model", arguments->model, "The syntax model; the shipped one if not given");
  command->add_flag("--json", arguments->json, "Print one JSON object, a key a treebank");
  command->callback([arguments] { evaluate(*arguments); });
}

}  // namespace quoth
