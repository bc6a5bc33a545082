// Cuts Tokens into the words of grammar.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/annotate/syntax.h"
#include "quoth/text/document.h"

namespace quoth {

// Appends the words of token number `index` of `text`, one or more that cover it: the token itself, or where it is
// written together its parts as the treebanks cut them ("don't": "do", "n't"; "it’s": "it", "’s"; "cannot": "can",
// "not"). Linear in the token.
void append_words(std::string_view text, const Token& token, std::uint32_t index, std::vector<SyntaxWord>& words);

}  // namespace quoth
