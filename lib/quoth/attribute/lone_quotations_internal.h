// Quotations that no statement is known of, though marks and sentence say that somebody utters them.
#pragma once

#include <vector>

#include "quoth/attribute/drafts_internal.h"

namespace quoth {

// Appends to `drafts`, those of one paragraph from `first` on, a draft for each quotation of the paragraph that lies in
// no content and that a comma, a colon or its own final comma or question mark ties to a clause: “...,” joked Mr.
// Carney; Lee defined it once: “...”. Scare quotes, titles and nicknames have no such mark. The clause is found by the
// parse.
void draft_lone_quotations(const Reading& reading, const WordSheet& sheet, std::uint32_t paragraph, std::size_t first,
                           std::vector<Draft>& drafts);

}  // namespace quoth
