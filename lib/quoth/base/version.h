// What this library is and what it runs on.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

std::string_view version();  // "0.1.0"
std::string icu_version();   // of the ICU that is linked, with its Unicode: "72.1 (Unicode 15.0)"

}  // namespace quoth
