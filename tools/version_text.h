// What `quoth --version` prints.
#pragma once

#include <string>

namespace quoth {

// Versions of the program, of ICU, and of each model in the folder that is found without --models; lines.
std::string version_text();

}  // namespace quoth
