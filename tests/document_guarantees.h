// What text/document.h promises of any Document, checked; for tests and fuzzers.
#pragma once

#include <string>

#include "quoth/text/document.h"

namespace quoth {

// The first promise that `document` breaks, in words; empty where it keeps all. Linear.
std::string broken_guarantee(const Document& document);

}  // namespace quoth
