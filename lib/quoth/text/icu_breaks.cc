#include <unicode/locid.h>

#include "quoth/base/error.h"
#include "quoth/text/icu_breaks_internal.h"

namespace quoth {

IcuBreaks::IcuBreaks(BreakKind kind) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  iterator_.reset(kind == BreakKind::word ? icu::BreakIterator::createWordInstance(root, status)
                                          : icu::BreakIterator::createSentenceInstance(root, status));
  if (U_FAILURE(status)) {
    throw Error("ICU", std::string("no break rules (") + u_errorName(status) + ")", "ICU's data files",
                "install libicu's data");
  }
}

IcuBreaks::~IcuBreaks() {
  utext_close(&view_);
}

bool IcuBreaks::set_text(std::string_view text) {
  if (text.size() > INT32_MAX) return false;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&view_, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator_->setText(&view_, status);
  return U_SUCCESS(status) != 0;
}

}  // namespace quoth
