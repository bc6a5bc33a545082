// Where the shipped models are.
#pragma once

#include <string>

namespace quoth {

// `given` where it is not empty, else $QUOTH_MODELS, else the folder found beside the program: ../share/quoth/models of
// an installed one, models/ of the source tree that a built one lies in. Throws Error where there is none.
std::string find_models_folder(const std::string& given);

// The statement model in that folder, as it is found without --models.
std::string find_shipped_statement_model();

// The syntax model there.
std::string find_shipped_syntax_model();

}  // namespace quoth
