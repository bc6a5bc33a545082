// Attributions before their sources are resolved to speakers.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

struct Draft {
  Attribution attribution;      // without speaker and addressee
  Span addressee;               // the words that name the hearer; may be empty
  std::uint32_t paragraph = 0;  // where its content begins
  bool by_object = false;       // its content is a verb's object: "hailed the visit"
  std::int32_t same_as = -1;    // index of the draft whose speaker it takes; -1: its own source tells
  std::int32_t turn = -1;       // index of the transcript turn it is or lies in; -1 outside transcripts
  bool is_turn = false;
};

// Statements of an article, ordered by where their content begins (outer before inner).
std::vector<Draft> draft_article(const Reading& reading);

// Statements of a transcript: a turn a label, and what is attributed inside the turns. What stands before the first
// label is drafted as an article.
std::vector<Draft> draft_transcript(const Reading& reading);

// Statements of one paragraph, whose narrative_zones() are `zones`, taken for itself; appended to `drafts` in the order
// of their cues.
void draft_paragraph(const Reading& reading, std::uint32_t paragraph, const std::vector<Zone>& zones,
                     std::vector<Draft>& drafts);

// direct, indirect or mixed, after which of the content's spans are whole Quotes and which hold one.
AttributionKind kind_of(const Reading& reading, const std::vector<Span>& content);

// Sorts by content, sets `nested` of those that lie in another's content, and keeps same_as and turn right.
void order_drafts(std::vector<Draft>& drafts);

}  // namespace quoth
