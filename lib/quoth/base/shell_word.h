// Words of a command line that is shown to be copied.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// `word` as a POSIX shell reads it back: in single quotes where it holds more than letters, digits and plain marks.
std::string shell_word(std::string_view word);

}  // namespace quoth
