#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "commands.h"
#include "quoth/base/error.h"

int main(int argc, char** argv) {
  CLI::App program("Says who said what, about which topic, in which tone.", "quoth");
  program.require_subcommand(1);
  quoth::add_train_command(program);
  quoth::add_eval_command(program);
  quoth::add_inspect_command(program);
  try {
    program.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : 2;
  } catch (const quoth::Error& error) {
    fmt::print(stderr, "quoth: {}\n", error.what());
    return 1;
  }
}
