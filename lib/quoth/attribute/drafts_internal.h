// Attributions before their sources are resolved to speakers.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/attribute/statement_finder_internal.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

struct Draft {
  Attribution attribution;      // without speaker and addressee
  std::uint32_t paragraph = 0;  // where its cue stands, or its content where it has none
  std::int32_t same_as = -1;    // index of the draft whose speaker it takes; -1: its own source tells
  std::int32_t turn = -1;       // index of the transcript turn it is or lies in; -1 outside transcripts
  bool is_turn = false;
};

// What the trained models found in a document, by paragraph.
struct FoundDrafts {
  std::vector<Draft> drafts;      // by paragraph, then by cue
  std::vector<Range> paragraphs;  // one a paragraph: into drafts
};

FoundDrafts draft_statements(const Reading& reading, const WordSheet& sheet,
                             const std::vector<FoundStatement>& statements);

// Statements of an article, ordered by where their content begins (outer before inner).
std::vector<Draft> draft_article(const Reading& reading, const WordSheet& sheet, const FoundDrafts& found);

// Statements of a transcript: a turn a label, and what is attributed inside the turns. What stands before the first
// label is drafted as an article.
std::vector<Draft> draft_transcript(const Reading& reading, const WordSheet& sheet, const FoundDrafts& found);

// Statements of one paragraph, whose narrative_zones() are `zones`, taken for itself; appended to `drafts`: those
// found, in the order of their cues, and what marks and parse tell.
void draft_paragraph(const Reading& reading, const WordSheet& sheet, std::uint32_t paragraph,
                     const std::vector<Zone>& zones, const FoundDrafts& found, std::vector<Draft>& drafts);

// direct, indirect or mixed, after which of the content's spans are whole Quotes and which hold one.
AttributionKind kind_of(const Reading& reading, const std::vector<Span>& content);

// Sorts by content, sets `nested` of those that lie in another's content, and keeps same_as and turn right.
void order_drafts(std::vector<Draft>& drafts);

}  // namespace quoth
