// Any text gives Quotes that keep the promises of annotate/quotes.h.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "quoth/annotate/quotes.h"
#include "quoth/text/segmenter.h"

namespace {

// The first promise that is broken, nullptr where all are kept.
const char* broken_promise(const quoth::Document& document, const std::vector<quoth::Quote>& quotes) {
  std::vector<quoth::Span> open;
  std::size_t paragraph = 0;
  for (const quoth::Quote& quote : quotes) {
    if (quote.inner.end <= quote.inner.begin) return "an empty quotation";
    if (!quote.outer.contains(quote.inner) || quote.outer.end > document.text.size()) return "marks out of place";
    while (!open.empty() && open.back().end <= quote.outer.begin) open.pop_back();
    if (!open.empty() && !open.back().contains(quote.outer)) return "quotations that cross";
    if (quote.depth != static_cast<int>(open.size())) return "a wrong depth";
    open.push_back(quote.outer);
    while (paragraph < document.paragraphs.size() && document.paragraphs[paragraph].span.end <= quote.outer.begin)
      ++paragraph;
    if (paragraph >= document.paragraphs.size() || !document.paragraphs[paragraph].span.contains(quote.outer))
      return "a quotation that leaves its paragraph";
    for (const std::uint32_t at : {quote.outer.begin, quote.outer.end, quote.inner.begin, quote.inner.end}) {
      if (at < document.text.size() && (static_cast<unsigned char>(document.text[at]) & 0xC0U) == 0x80U)
        return "an end inside a code point";
    }
  }
  return nullptr;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {  // NOLINT(readability-identifier-naming)
  static quoth::Segmenter segmenter;
  static quoth::Document document;
  segmenter.segment({reinterpret_cast<const char*>(data), size}, document);
  if (const char* broken = broken_promise(document, quoth::find_quotes(document))) {
    std::fprintf(stderr, "%s\n", broken);
    std::abort();
  }
  return 0;
}
