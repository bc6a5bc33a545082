// What other statements say of one: whether its cue lies in another's content, and another's cue in its own.
//
// "Holm said the board believes it" is two statements, of which people mark the inner one less often; where the outer
// one is none after all, the inner one is likelier.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "quoth/attribute/statement_finder_internal.h"

namespace quoth {

inline constexpr std::uint32_t kContextColumns = 217;

// Facts of statements[i], for a second judge after the first one. `statements` are all of a document, in the order of
// their cues, `log_odds` how likely the first judge takes each to be. Looks at twelve neighbours on either side.
void collect_context_facts(const WordSheet& sheet, const std::vector<FoundStatement>& statements,
                           const std::vector<float>& log_odds, std::size_t i, SparseFacts& facts);

}  // namespace quoth
