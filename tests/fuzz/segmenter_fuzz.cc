// Any bytes give a Document that keeps the promises of text/document.h.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "document_guarantees.h"
#include "quoth/text/segmenter.h"

// libFuzzer gives the name.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static quoth::Segmenter segmenter;
  static quoth::Document document;
  segmenter.segment({reinterpret_cast<const char*>(data), size}, document);
  const std::string broken = quoth::broken_guarantee(document);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
