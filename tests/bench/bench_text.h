// The text that the benchmarks read.
#pragma once

#include <string>

namespace quoth {

// The file that QUOTH_BENCH_TEXT names or else corpus/articles/*.txt, or where there are none the boundary set of the
// tests; repeated to about 4 MB.
const std::string& bench_text();

}  // namespace quoth
