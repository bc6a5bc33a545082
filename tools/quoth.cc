#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
  CLI::App program("Says who said what, about which topic, in which tone.", "quoth");
  program.require_subcommand(1);
  CLI11_PARSE(program, argc, argv);
}
