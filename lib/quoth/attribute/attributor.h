// Who said what in a document: its attributions, with their speakers.
#pragma once

#include <string_view>
#include <vector>

#include "quoth/annotate/registry.h"
#include "quoth/attribute/attribution.h"
#include "quoth/text/document.h"

namespace quoth {

// Is the document a transcript: does a fifth of its paragraphs or more begin with a speaker's label ("Mao Ning:",
// "Q:"), and does a label come again?
bool looks_like_transcript(const Document& document);

// The attributions of a document, by where their content begins, outer before inner. `date` (YYYY-MM-DD or empty) tells
// which holder of an office is meant. Linear in the text but for what one document names. Never throws but for lack of
// memory. Thread-safe.
//
// By rules: clauses and quotations around words that attribute, lead-in lines that own what stands below them, and
// turns of transcripts; names, titles, offices and pronouns resolved within the document and by the registry.
std::vector<Attribution> attribute_document(const Document& document, bool transcript, std::string_view date,
                                            const Registry& registry);

}  // namespace quoth
