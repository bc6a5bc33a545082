// What kind of English word each token may be, by closed lists and endings.
//
// Not a part-of-speech tagger: a word may have several classes, and open-class words mostly have none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/text/document.h"

namespace quoth {

namespace word_class {
inline constexpr std::uint32_t kDeterminer = 1U << 0;      // the, a, some, both
inline constexpr std::uint32_t kPossessive = 1U << 1;      // his, their
inline constexpr std::uint32_t kSubjectPronoun = 1U << 2;  // I, he, they: pronouns that can be subjects
inline constexpr std::uint32_t kObjectPronoun = 1U << 3;   // me, him, them: pronouns that can be objects only
inline constexpr std::uint32_t kRelative = 1U << 4;        // who, which, that
inline constexpr std::uint32_t kPreposition = 1U << 5;     // of, in, after
inline constexpr std::uint32_t kCoordinator = 1U << 6;     // and, but, or
inline constexpr std::uint32_t kSubordinator = 1U << 7;    // that, because, while
inline constexpr std::uint32_t kAuxiliary = 1U << 8;       // has, did, would, won't
inline constexpr std::uint32_t kBe = 1U << 9;              // is, was, been (also kAuxiliary)
inline constexpr std::uint32_t kAdverb = 1U << 10;         // also, repeatedly
inline constexpr std::uint32_t kTime = 1U << 11;           // Monday, yesterday, week
inline constexpr std::uint32_t kTitle = 1U << 12;          // Mr., President, Senator: stand before a name
inline constexpr std::uint32_t kPersonNoun = 1U << 13;     // spokesman, officials, analyst: people who speak
inline constexpr std::uint32_t kBodyNoun = 1U << 14;       // ministry, campaign, poll: bodies and papers that speak
inline constexpr std::uint32_t kVerb = 1U << 15;           // made, went: common verbs that bound a noun phrase
inline constexpr std::uint32_t kQuestionWord = 1U << 16;   // whether, if, how, why
inline constexpr std::uint32_t kOfficeNoun = 1U << 17;     // president, minister, leader: holders have names
inline constexpr std::uint32_t kNumberWord = 1U << 18;     // two, dozens
inline constexpr std::uint32_t kMale = 1U << 19;           // he, Mr., spokesman, king
inline constexpr std::uint32_t kFemale = 1U << 20;         // she, Mrs., spokeswoman, queen
inline constexpr std::uint32_t kPlural = 1U << 21;         // they, officials
inline constexpr std::uint32_t kClipped = 1U << 22;        // he's, they've: pronoun and auxiliary in one token
inline constexpr std::uint32_t kCapitalised = 1U << 23;    // begins with an upper-case letter
inline constexpr std::uint32_t kNameParticle = 1U << 25;   // van, bin: between the parts of a name
inline constexpr std::uint32_t kTitleModifier = 1U << 26;  // prime, deputy, foreign: make a title longer
inline constexpr std::uint32_t kAllCapitals = 1U << 24;    // two or more letters, all upper-case
}  // namespace word_class

// The classes of a word in any case, 0 where it is on no list. Endings and capitals are not looked at.
std::uint32_t listed_word_classes(std::string_view word);

// One entry a token of document.tokens, capitalisation and endings (-ly) included. Linear; never throws.
std::vector<std::uint32_t> classify_words(const Document& document);

// `word` in lower case, ASCII only, curly apostrophes made straight; other bytes as they are.
void lower_word(std::string_view word, std::string& out);

}  // namespace quoth
