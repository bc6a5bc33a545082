#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "commands.h"
#include "quoth/base/error.h"
#include "quoth/io/output_file.h"
#include "version_text.h"

namespace {

enum ExitCode { kDone = 0, kFailed = 1, kUsage = 2 };

constexpr const char* kExamples = R"(
Examples:
  quoth score article.txt            who said what in an article, as a table
  quoth score articles/ --out statements.jsonl --errors errors.jsonl
  quoth inspect                      what the shipped model was trained on, and its figures
  quoth COMMAND --help               all about one command
)";

int fail(int code, const char* what) {
  std::fprintf(stderr, "quoth: %s\n", what);
  return code;
}

// As a program ends that did not look for its reader to go: silently, the shell told by the signal.
[[noreturn]] void end_without_reader() {
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
  std::_Exit(kFailed);  // the signal may be blocked
}

// What the user got wrong, as far as it is told by what was left over of the command line. `app` is the program or one
// of its commands; empty where there is nothing left over.
std::string leftover_fault(const CLI::App& app) {
  const std::vector<std::string> left = app.remaining();
  const std::vector<const CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  if (!left.empty() && left.front().starts_with('-')) return "unknown option \"" + left.front() + "\"";
  if (!commands.empty() && chosen.empty()) {
    std::string names;
    for (const CLI::App* command : commands) names += (names.empty() ? "" : ", ") + command->get_name();
    return (left.empty() ? "no command given" : "unknown command \"" + left.front() + "\"") + "; commands are " + names;
  }
  if (!left.empty()) return "unexpected argument \"" + left.front() + "\"";
  return chosen.empty() ? std::string() : leftover_fault(*chosen.front());
}

// "quoth train statements": the command that was being read.
std::string name_of(const CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return chosen.empty() ? app.get_name() : app.get_name() + " " + name_of(*chosen.front());
}

int run(CLI::App& program, int argc, char** argv) {
  try {
    program.parse(argc, argv);
    return kDone;
  } catch (const CLI::Success& success) {  // --help, --version
    program.exit(success);
    return kDone;
  } catch (const CLI::ParseError& error) {
    const std::string leftover = leftover_fault(program);
    const std::string fault = leftover.empty() ? error.what() : leftover;
    return fail(kUsage, (fault + "; " + name_of(program) + " --help tells more").c_str());
  } catch (const quoth::UsageError& error) {
    return fail(kUsage, error.what());
  } catch (const quoth::InputsFailed&) {
    return kFailed;
  } catch (const quoth::ReaderGone&) {
    end_without_reader();
  } catch (const quoth::Error& error) {
    return fail(kFailed, error.what());
  } catch (const std::bad_alloc&) {
    return fail(kFailed, "out of memory; give fewer --threads or smaller documents");
  }
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that goes away is noticed when writing, so that nothing is left half done.
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App program("Says who said what, about which topic, in which tone.", "quoth");
  program.set_version_flag("--version", quoth::version_text, "Versions of program, ICU and models");
  program.require_subcommand(1);
  quoth::add_score_command(program);
  quoth::add_train_command(program);
  quoth::add_eval_command(program);
  quoth::add_inspect_command(program);
  quoth::add_convert_command(program);
  program.footer(kExamples);  // commands made after it would take it for theirs
  return run(program, argc, argv);
}
