// Names of one word: whom they mean is known when all full names of the document are.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "quoth/annotate/entity_book_internal.h"
#include "quoth/annotate/mentions.h"

namespace quoth {

// May the name stand for a person, after the words beside it? "the Head of State", "Auditor-General", "his Majesty" and
// "MPs" may not.
bool may_name_person(const Document& document, const std::vector<std::uint32_t>& word_classes, const Mention& mention);

// Gives the mentions without an entity theirs: whoever bears the family name or first name, else somebody from the
// registry, else somebody new; drops those that mean nobody. `within_sentences`: single names that stand elsewhere than
// where any word is capitalised.
void settle_single_names(const Document& document, const std::vector<std::uint32_t>& word_classes,
                         const Registry& registry, const std::unordered_set<std::string>& within_sentences,
                         EntityBook& book, Mentions& mentions);

}  // namespace quoth
