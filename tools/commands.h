// The commands of the program: each adds its subcommand, whose callback does the work.
//
// A callback throws Error where it cannot do what was asked (exit 1), UsageError where the arguments are at
// fault (exit 2), and InputsFailed where some of the inputs failed and have been reported (exit 1, nothing more to
// say).
#pragma once

#include <CLI/CLI.hpp>
#include <exception>

#include "quoth/base/error.h"

namespace quoth {

class UsageError : public Error {
 public:
  using Error::Error;
};

class InputsFailed : public std::exception {};

void add_score_command(CLI::App& program);
void add_train_command(CLI::App& program);
void add_train_attribution_command(CLI::App& train);  // a command of it
void add_train_syntax_command(CLI::App& train);       // a command of it
void add_eval_command(CLI::App& program);
void add_eval_attribution_command(CLI::App& eval);  // a command of it
void add_eval_speakers_command(CLI::App& eval);     // a command of it
void add_eval_syntax_command(CLI::App& eval);       // a command of it
void add_inspect_command(CLI::App& program);
void add_convert_command(CLI::App& program);

}  // namespace quoth
