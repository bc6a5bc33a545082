// What stands after a cue: whom it was said to, and content.
#pragma once

#include <optional>

#include "quoth/attribute/clause_content_internal.h"
#include "quoth/attribute/clause_scope_internal.h"

namespace quoth {

struct ContentAfter {
  UnitRange content;    // empty where none was found
  UnitRange addressee;  // of "told Xi that"; may be empty
  ContentForm form = ContentForm::bare_clause;

  // Is there a mark of content: "that", a quotation, "to", "whether"? Else it is a guess by the words that follow.
  bool sure() const;
};

// Reads on from cue number `cue`. `quotation_before`: a quotation right before the clause is content already.
ContentAfter read_content_after(const ClauseScope& scope, std::size_t cue, bool quotation_before);

}  // namespace quoth
