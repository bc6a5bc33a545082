// ICU's break iterators over UTF-8; for .cc files of text/ only, since ICU's types stay out of public headers.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace quoth {

enum class BreakKind : std::uint8_t { word, sentence };

// One iterator (root locale) and the UText it looks through, both used again for each text.
class IcuBreaks {
 public:
  // Throws Error where ICU's data is missing.
  explicit IcuBreaks(BreakKind kind);
  ~IcuBreaks();
  IcuBreaks(const IcuBreaks&) = delete;
  IcuBreaks& operator=(const IcuBreaks&) = delete;

  // Calls visit(offset) for each boundary of `text` but the one at 0, in bytes, the last at its end. `text` is valid
  // UTF-8 and shorter than 2 GiB. Linear.
  template <typename Visit>
  void for_each(std::string_view text, Visit visit) {
    if (!set_text(text)) return visit(static_cast<std::uint32_t>(text.size()));
    for (std::int32_t at = iterator_->next(); at != icu::BreakIterator::DONE; at = iterator_->next()) {
      visit(static_cast<std::uint32_t>(at));
    }
  }

 private:
  // False where ICU lacks memory or the text is too long for it; the text then counts as one segment.
  bool set_text(std::string_view text);

  std::unique_ptr<icu::BreakIterator> iterator_;
  UText view_ = UTEXT_INITIALIZER;
};

}  // namespace quoth
