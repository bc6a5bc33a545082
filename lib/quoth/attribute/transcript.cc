#include "quoth/attribute/drafts_internal.h"
namespace quoth {
bool looks_like_transcript(const Document&) {
  return false;
}
std::vector<Draft> draft_transcript(const Reading& reading) {
  return draft_article(reading);
}
}  // namespace quoth
