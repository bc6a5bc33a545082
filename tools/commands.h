// The commands of the quoth program, one file each. What a command does runs as a callback while the arguments are
// parsed; it throws quoth::Error, which main prints.
#pragma once

#include <CLI/CLI.hpp>

namespace quoth {

void add_train_command(CLI::App& program);
void add_eval_command(CLI::App& program);
void add_inspect_command(CLI::App& program);

}  // namespace quoth
