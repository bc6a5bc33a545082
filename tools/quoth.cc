#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>

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

int run(CLI::App& program, int argc, char** argv) {
  try {
    program.parse(argc, argv);
    return kDone;
  } catch (const CLI::Success& success) {  // --help, --version
    program.exit(success);
    return kDone;
  } catch (const CLI::ParseError& error) {
    const auto commands = program.get_subcommands();
    const std::string name = commands.empty() ? "quoth" : "quoth " + commands.front()->get_name();
    return fail(kUsage, (std::string(error.what()) + "; " + name + " --help tells more").c_str());
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
  program.footer(kExamples);
  program.require_subcommand(1);
  quoth::add_score_command(program);
  quoth::add_train_command(program);
  quoth::add_eval_command(program);
  quoth::add_inspect_command(program);
  return run(program, argc, argv);
}
