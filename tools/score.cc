#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "bulk_score.h"
#include "commands.h"
#include "models_folder.h"
#include "progress.h"
#include "quoth/io/faults.h"
#include "quoth/io/output_file.h"

namespace quoth {
namespace {

constexpr const char* kDescription =
    "Find who said what in articles and transcripts, and score each statement's topic and tone.";

constexpr const char* kExamples = R"(
Input formats (--input-format):
  auto        by extension, then by content (the default)
  text        a document a file; its name without the extension is the document's id
  jsonl       an object a line: {"id"?, "text", "title"?, "date"?, "outlet"?}
  csv         a header row, then a document a row; columns named like the fields of jsonl
  transcript  text laid out in turns ("Mao Ning: ...")
  statements  jsonl or csv whose texts are statements: scored as they are, ids kept
A folder stands for the .txt, .md, .jsonl and .csv files below it, - for standard input.

Examples:
  quoth score article.txt                              a table on the terminal
  quoth score --out statements.jsonl --errors errors.jsonl articles/
  quoth score --format csv --text-field body news.jsonl > statements.csv
  zcat news.jsonl.gz | quoth score --input-format jsonl -
  quoth score --input-format statements --model mine.quoth claims.jsonl

Exit status: 0 all inputs were scored, 1 some could not be read or the output not written, 2 wrong usage.
docs/output.md describes every field of the output.
)";

constexpr std::size_t kDefaultWidth = 100;

struct ScoreOptions {
  std::vector<std::string> paths;
  std::string input_format = "auto";
  std::string format;
  std::string out = "-";
  std::string errors;
  std::string models;
  std::string model;
  std::vector<std::string> registries;
  std::string text_field = "text";
  std::string id_field = "id";
  int threads = 0;
  double min_confidence = 0;
};

std::size_t table_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long width = columns != nullptr ? std::strtol(columns, nullptr, 10) : 0;
  return width > 0 ? static_cast<std::size_t>(width) : kDefaultWidth;
}

OutputOptions output_options(const ScoreOptions& options) {
  const bool on_terminal = options.out == "-" && isatty(STDOUT_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  OutputOptions output;
  output.format = options.format.empty() ? (on_terminal ? OutputFormat::table : OutputFormat::jsonl)
                                         : parse_output_format(options.format);
  output.colour = on_terminal && (no_colour == nullptr || *no_colour == '\0');
  output.width = on_terminal ? table_width() : kDefaultWidth;
  return output;
}

// Where faults go: the errors file where one is named, else standard error.
class FaultReport {
 public:
  FaultReport(const std::string& path, Progress& progress) : path_(path), progress_(progress) {
    if (!path.empty()) file_.emplace(path);
  }

  void add(const InputFault& fault) {
    if (!fault.repaired) ++failed_;
    std::string line;
    if (file_) {
      append_fault(fault, line);
      file_->write(line);
      return;
    }
    progress_.clear();
    line = "quoth: " + describe(fault) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
  }

  // Says in the end what was not said before. Throws InputsFailed where inputs failed.
  void finish() {
    if (file_) file_->close();
    if (failed_ == 0) return;
    if (file_) {
      progress_.clear();
      std::fprintf(stderr, "quoth: %zu %s failed, see %s\n", failed_, failed_ == 1 ? "input" : "inputs", path_.c_str());
    }
    throw InputsFailed();
  }

 private:
  std::string path_;
  Progress& progress_;
  std::optional<OutputFile> file_;
  std::size_t failed_ = 0;
};

void check_outputs(const ScoreOptions& options, const DocumentReader& reader) {
  if (options.out != "-" && reader.reads(options.out)) {
    throw UsageError("--out", "\"" + options.out + "\" is one of the inputs", {}, "write to another file");
  }
  if (!options.errors.empty() && reader.reads(options.errors)) {
    throw UsageError("--errors", "\"" + options.errors + "\" is one of the inputs", {}, "write to another file");
  }
  if (!options.errors.empty() && options.errors == options.out) {
    throw UsageError("--errors", "\"" + options.errors + "\" is the output too", {}, "write to another file");
  }
}

void score(const ScoreOptions& options) {
  const OutputOptions output = output_options(options);
  const bool statements = options.input_format == "statements";
  if (statements && output.format == OutputFormat::citron) {
    throw UsageError("--format citron", "has no form for --input-format statements", "jsonl, csv or table");
  }
  ReaderOptions reading;
  reading.format = parse_input_format(options.input_format);
  reading.text_field = options.text_field;
  reading.id_field = options.id_field;
  DocumentReader reader(options.paths, reading);
  check_outputs(options, reader);

  const Pipeline pipeline({find_models_folder(options.models), options.model, options.registries});
  const StatementWriter writer(output, pipeline.heads());

  OutputFile file(options.out);
  const bool shares_terminal = options.out == "-" && isatty(STDOUT_FILENO) == 1;
  Progress progress(isatty(STDERR_FILENO) == 1 && !shares_terminal, reader.bytes_in_all());
  FaultReport faults(options.errors, progress);

  std::string header;
  writer.write_header(statements, header);
  file.write(header);
  BulkOptions bulk;
  bulk.threads =
      options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  bulk.min_confidence = options.min_confidence;
  BulkSinks sinks;
  sinks.records = [&file](const std::string& records) { file.write(records); };
  sinks.fault = [&faults](const InputFault& fault) { faults.add(fault); };
  sinks.progress = [&progress](std::size_t documents, std::uint64_t bytes) { progress.update(documents, bytes); };
  score_in_bulk(reader, pipeline, writer, bulk, sinks);
  file.close();
  progress.clear();
  faults.finish();
}

}  // namespace

void add_score_command(CLI::App& program) {
  auto* command = program.add_subcommand("score", kDescription);
  auto options = std::make_shared<ScoreOptions>();
  command->footer(kExamples);
  command->add_option("inputs", options->paths, "Files, folders, or - for standard input")
      ->required()
      ->type_name("FILE|DIR|-");
  command->add_option("--input-format", options->input_format, "What the inputs are; auto if not given")
      ->check(CLI::IsMember({"auto", "text", "jsonl", "csv", "transcript", "statements"}))
      ->type_name("FORMAT");
  command
      ->add_option("--format", options->format,
                   "jsonl, csv, table or citron; if not given, table on a terminal and jsonl elsewhere")
      ->check(CLI::IsMember({"jsonl", "csv", "table", "citron"}))
      ->type_name("FORMAT");
  command->add_option("--out", options->out, "Write here instead of to standard output")->type_name("FILE");
  command
      ->add_option("--errors", options->errors,
                   "Write what could not be read here, as JSON lines, instead of to standard error")
      ->type_name("FILE");
  command
      ->add_option("--models", options->models, "Folder of the models; $QUOTH_MODELS or the shipped one if not given")
      ->type_name("DIR");
  command->add_option("--model", options->model, "Statement model used instead of the shipped one")->type_name("FILE");
  command->add_option("--registry", options->registries, "Further registry of names and offices; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
  command->add_option("--threads", options->threads, "Threads; all cores if not given")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  command->add_option("--text-field", options->text_field, "Field or column of the text; \"text\" if not given")
      ->type_name("NAME");
  command->add_option("--id-field", options->id_field, "Field or column of the id; \"id\" if not given")
      ->type_name("NAME");
  command->add_option("--min-confidence", options->min_confidence, "Leave out statements of lower confidence, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("P");
  command->callback([options] { score(*options); });
}

}  // namespace quoth
