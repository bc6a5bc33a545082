// The dictionary form of English verbs and nouns: "said" is "say", "ministries" is "ministry".
//
// By a list of irregular forms and rules of spelling, not by a dictionary: what a word is not in the list and the rules
// guess wrong stays wrong ("hoped" is right, a rare verb may not be). Other words are their own lemma.
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// The lemma of `word`, in lower case with straight apostrophes, that has the Penn tag `tag`. Points into `word`,
// `buffer` or a constant. Linear in the word; thread-safe; never throws but for lack of memory.
std::string_view lemma(std::string_view word, std::string_view tag, std::string& buffer);

}  // namespace quoth
