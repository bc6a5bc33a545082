// Any text gives attributions that keep the promises of attribute/attributor.h, as an article and as a transcript.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "quoth/attribute/attributor.h"
#include "quoth/text/segmenter.h"
#include "statements_of.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {  // NOLINT(readability-identifier-naming)
  static quoth::Segmenter segmenter;
  static quoth::Document document;
  segmenter.segment({reinterpret_cast<const char*>(data), size}, document);
  for (const bool transcript : {false, true}) {
    const std::string broken =
        quoth::broken_guarantee(document, quoth::attributions_of(document, transcript, "2025-01-01"));
    if (!broken.empty()) {
      std::fprintf(stderr, "%s: %s\n", transcript ? "transcript" : "article", broken.c_str());
      std::abort();
    }
  }
  return 0;
}
