// The commands of the program: each adds its subcommand, whose callback does the work.
//
// A callback throws quoth::Error where it cannot do what was asked (exit 1), UsageError where the arguments are at
// fault (exit 2), and InputsFailed where some of the inputs failed and have been reported (exit 1, nothing more to
// say).
#pragma once

#include <CLI/CLI.hpp>
#include <exception>

#include "quoth/base/error.h"

class UsageError : public quoth::Error {
 public:
  using quoth::Error::Error;
};

class InputsFailed : public std::exception {};

void add_score_command(CLI::App& program);
