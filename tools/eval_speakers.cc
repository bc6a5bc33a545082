#include <fmt/format.h>

#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "commands.h"
#include "models_folder.h"
#include "quoth/attribute/evaluate_speakers.h"
#include "quoth/io/output_file.h"
#include "quoth/io/reader.h"

namespace quoth {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quoth eval speakers gold.jsonl
  quoth eval speakers --mistakes gold.jsonl            what was named wrongly, or not at all
)";

struct SpeakersArguments {
  std::vector<std::string> gold;
  std::vector<std::string> registries;
  std::string models;
  bool json = false;
  bool mistakes = false;
};

Registry load_registries(const SpeakersArguments& arguments) {
  Registry registry;
  for (const std::string& path : arguments.registries) registry.load(path);
  registry.load(find_models_folder(arguments.models) + "/registry.en.json");
  return registry;
}

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

nlohmann::ordered_json json_of(const NameFigures& figures) {
  return {{"precision", figures.precision()},
          {"recall", figures.recall()},
          {"F1", figures.f1()},
          {"named", figures.gold},
          {"right", figures.right},
          {"given", figures.given},
          {"statements", figures.all},
          {"agreed", figures.agreed}};
}

std::string json_text(const SpeakerFigures& figures) {
  nlohmann::ordered_json json = {{"articles", figures.articles}, {"speaker", json_of(figures.speakers)}};
  for (std::size_t form = 0; form < kSourceForms; ++form)
    json["speaker, " + std::string(to_string(static_cast<SourceForm>(form)))] = json_of(figures.by_form[form]);
  json["addressee"] = json_of(figures.addressees);
  return json.dump(1) + "\n";
}

std::string line(std::string_view name, const NameFigures& figures) {
  return fmt::format("{:<22} {:>10} {:>8} {:>9.3f} {:>7.3f} {:>7.3f} {:>8.3f}\n", name, figures.all, figures.gold,
                     figures.precision(), figures.recall(), figures.f1(), share(figures.agreed, figures.all));
}

std::string table(const SpeakerFigures& figures) {
  std::string out = fmt::format("{:<22} {:>10} {:>8} {:>9} {:>7} {:>7} {:>8}\n", "", "statements", "named", "precision",
                                "recall", "F1", "agreed");
  out += line("speaker", figures.speakers);
  for (std::size_t form = 0; form < kSourceForms; ++form)
    out += line("  " + std::string(to_string(static_cast<SourceForm>(form))), figures.by_form[form]);
  return out + line("addressee", figures.addressees);
}

std::string mistakes_text(const SpeakerFigures& figures) {
  std::string out;
  for (const SpeakerMistake& mistake : figures.mistakes) {
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\n", mistake.article,
                   mistake.addressee ? "addressee" : "speaker", mistake.source,
                   mistake.expected.empty() ? "-" : mistake.expected, mistake.found.empty() ? "-" : mistake.found,
                   mistake.content);
  }
  return out;
}

void evaluate(const SpeakersArguments& arguments) {
  std::vector<GoldArticle> articles = read_gold_articles(arguments.gold);
  for (GoldArticle& article : articles) article.date = iso_date(article.date);
  const SpeakerFigures figures = evaluate_speakers(articles, load_registries(arguments));
  OutputFile output("-");
  if (arguments.json) {
    output.write(json_text(figures));
  } else {
    output.write((arguments.mistakes ? mistakes_text(figures) : std::string()) + table(figures));
  }
}

}  // namespace

void add_eval_speakers_command(CLI::App& eval) {
  CLI::App* command = eval.add_subcommand(
      "speakers",
      "Judge the names of speakers and addressees alone: the statements themselves are the gold's.\n"
      "docs/speakers.md says what each column counts.");
  command->footer(kExamples);
  const auto arguments = std::make_shared<SpeakersArguments>();
  command->add_option("GOLD", arguments->gold, "Articles with attributions and speakers, JSON Lines, plain or gzipped")
      ->required();
  command->add_option("--models", arguments->models, "Folder that holds registry.en.json; the shipped one if not given")
      ->type_name("DIR");
  command->add_option("--registry", arguments->registries, "More names, asked before the shipped ones")
      ->type_name("FILE");
  command->add_flag("--json", arguments->json, "Print one JSON object, a key a measure");
  command->add_flag("--mistakes", arguments->mistakes,
                    "Also a line a mistake: article, whose name, source and cue, expected, found, content");
  command->callback([arguments] { evaluate(*arguments); });
}

}  // namespace quoth
