// English words whose lemma no rule gives.
#pragma once

#include <string_view>

namespace quoth {

// The lemma of an irregular form, in lower case; empty where the list has none.
std::string_view irregular_verb(std::string_view word);
std::string_view irregular_modal(std::string_view word);
std::string_view irregular_noun(std::string_view word);

}  // namespace quoth
