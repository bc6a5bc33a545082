// The version of this program and library.
#pragma once

#include <string_view>

namespace quoth {

std::string_view version();  // "0.1.0"

}  // namespace quoth
