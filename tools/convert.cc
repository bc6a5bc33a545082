#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "commands.h"
#include "quoth/io/gold_article_writer.h"
#include "quoth/io/gold_folders.h"
#include "quoth/io/output_file.h"

namespace quoth {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDescription = "Convert articles with their attributions from one format to another.";

constexpr const char* kExamples = R"(
Formats:
  jsonl   an article a line: {"id", "text", "quotes": [...]}, what is trained and judged on
  brat    folders with NAME.txt and NAME.ann for the annotation tool brat; PolNeAR's form
  citron  a .json file a document, as BBC's Citron reads and writes it
Without --from a folder with .ann files is brat, another folder citron, a .json file citron,
any other file jsonl. brat and citron are written to a folder, which -o names.

Examples:
  quoth convert --to jsonl annotated/ -o gold.jsonl
  quoth convert --to jsonl --texts dev/text dev/attributions -o dev.jsonl
  quoth convert --to brat gold.jsonl -o annotated/
  quoth convert --to citron gold.jsonl -o citron/

docs/conversion.md says what each format holds and what is lost.
)";

struct ConvertArguments {
  std::vector<std::string> inputs;
  std::string from = "auto";
  std::string to;
  std::string out = "-";
  std::string texts;
  BratTypes types;
};

bool is_folder(const std::string& path) {
  std::error_code code;
  return fs::is_directory(path, code);
}

std::string format_of(const std::string& input) {
  if (is_brat_folder(input)) return "brat";
  return is_folder(input) || fs::path(input).extension() == ".json" ? "citron" : "jsonl";
}

std::vector<GoldArticle> read_input(const std::string& input, const ConvertArguments& arguments) {
  const std::string format = arguments.from == "auto" ? format_of(input) : arguments.from;
  if (format == "brat") return read_brat_folder(input, arguments.texts, arguments.types);
  if (format == "jsonl") return read_gold_articles({input});
  if (is_folder(input)) return read_citron_folder(input);
  return {read_gold_article(input)};
}

std::vector<GoldArticle> read_articles(const ConvertArguments& arguments) {
  std::vector<GoldArticle> articles;
  std::set<std::string> ids;
  for (const std::string& input : arguments.inputs) {
    for (GoldArticle& article : read_input(input, arguments)) {
      if (!ids.insert(article.id).second) {
        throw Error(article.where, "has the id \"" + article.id + "\" that another article has", "an id of its own");
      }
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

void convert(const ConvertArguments& arguments) {
  if (arguments.to != "jsonl" && arguments.out == "-") {
    throw UsageError("-o", "names no folder", "one to write " + arguments.to + " files to");
  }
  const std::vector<GoldArticle> articles = read_articles(arguments);
  if (arguments.to == "brat") return write_brat_folder(articles, arguments.out, arguments.types);
  if (arguments.to == "citron") return write_citron_folder(articles, arguments.out);
  std::string lines;
  for (const GoldArticle& article : articles) append_gold_article(article, lines);
  OutputFile output(arguments.out);
  output.write(lines);
  output.close();
}

}  // namespace

void add_convert_command(CLI::App& program) {
  CLI::App* command = program.add_subcommand("convert", kDescription);
  command->footer(kExamples);
  const auto arguments = std::make_shared<ConvertArguments>();
  command->add_option("inputs", arguments->inputs, "Files or folders of articles")->required()->type_name("FILE|DIR");
  command->add_option("--to", arguments->to, "What to write: jsonl, brat or citron")
      ->required()
      ->check(CLI::IsMember({"jsonl", "brat", "citron"}))
      ->type_name("FORMAT");
  command->add_option("--from", arguments->from, "What the inputs are; by their names if not given")
      ->check(CLI::IsMember({"auto", "jsonl", "brat", "citron"}))
      ->type_name("FORMAT");
  command->add_option("-o,--out", arguments->out, "The file (jsonl) or folder to write; standard output if not given");
  command
      ->add_option("--texts", arguments->texts, "Folder of the .txt files, where they do not lie beside the .ann files")
      ->type_name("DIR");
  BratTypes& types = arguments->types;
  command->add_option("--source-type", types.source, "What brat calls sources")->capture_default_str();
  command->add_option("--cue-type", types.cue, "What brat calls cues")->capture_default_str();
  command->add_option("--content-type", types.content, "What brat calls contents")->capture_default_str();
  command->add_option("--event-type", types.event, "What brat calls attributions")->capture_default_str();
  command->callback([arguments] { convert(*arguments); });
}

}  // namespace quoth
