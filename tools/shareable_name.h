// Paths that may be shown to others.
#pragma once

#include <string>

namespace quoth {

// A file as it can stand in a model that others may hold, as a word of a command line: as given, but the folders of one
// computer left out.
std::string shareable_name(const std::string& path);

}  // namespace quoth
