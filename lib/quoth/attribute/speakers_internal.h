// Sources to speakers: names, titles, offices, pronouns, capitals.
#pragma once

#include <string_view>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/registry.h"
#include "quoth/attribute/drafts_internal.h"

namespace quoth {

// Fills speaker, speakers, metonymy and addressee of every draft; leaves them empty where the text does not tell.
// `date` (YYYY-MM-DD or empty) tells which holder of an office is meant. `drafts` are ordered.
void resolve_speakers(const Reading& reading, Mentions mentions, const Registry& registry, std::string_view date,
                      std::vector<Draft>& drafts);

}  // namespace quoth
