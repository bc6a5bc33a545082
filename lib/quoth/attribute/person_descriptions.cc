#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_descriptions_internal.h"
#include "quoth/attribute/person_nouns_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kReach = 7;  // tokens from the article to the noun

// Words that are nouns for people and, before a noun, adjectives: "the general public".
bool adjective_too(std::string_view word) {
  return word == "general" || word == "major" || word == "chief" || word == "principal" || word == "elder" ||
         word == "adult" || word == "patient" || word == "champion" || word == "page";
}

}  // namespace

std::optional<Range> PersonDescriptions::read(std::uint32_t at) const {
  // "is the cheapest customs officer there is", "said that man is free": nobody new.
  const bool bound = at > tokens_.begin && has(at - 1, kBe);
  if (bound || has(at, kSubordinator)) return std::nullopt;
  if (has(at, kDeterminer)) {
    if (const std::optional<std::uint32_t> owner = possessor(at)) return Range{at, *owner + 1};
  }
  const bool bare = bare_title(at);
  if ((!bare && !has(at, kDeterminer | kPossessive)) || describes_last_name(at)) return std::nullopt;
  const std::optional<std::uint32_t> noun = person_noun(bare ? at - 1 : at);
  return noun ? std::optional(Range{at, *noun + 1}) : std::nullopt;
}

std::optional<Range> PersonDescriptions::behind_country(const Mention& mention) const {
  const std::uint32_t at = mention.tokens.begin;
  if (!mention.possessive || (at > tokens_.begin && has(at - 1, kDeterminer))) return std::nullopt;
  const std::optional<std::uint32_t> noun = person_noun(mention.tokens.end - 1);
  return noun ? std::optional(Range{at, *noun + 1}) : std::nullopt;
}

// "Prime Minister conveyed his wishes": a title that opens a sentence without an article.
bool PersonDescriptions::bare_title(std::uint32_t at) const {
  return at == tokens_.begin && at > 0 && has(at, kCapitalised) && has(at, kTitleModifier | kOfficeNoun) &&
         !has(at, kTime | kVerb);
}

// "Anwar Ibrahim of Malaysia, the current chair," is one person.
bool PersonDescriptions::describes_last_name(std::uint32_t at) const {
  if (at == tokens_.begin || view(at - 1) != "," || named_until_ <= tokens_.begin) return false;
  if (at - named_until_ > kReach) return false;
  for (std::uint32_t i = named_until_; i + 1 < at; ++i) {
    if (document_.tokens[i].kind != TokenKind::word || places_.may_be_finite(i) || places_.is_cue_verb(i)) return false;
  }
  return true;
}

// Does a noun follow that is the head in its stead? "the general public"
bool PersonDescriptions::noun_follows(std::uint32_t noun) const {
  if (!adjective_too(view(noun)) || noun + 1 >= tokens_.end) return false;
  constexpr std::uint32_t kNoNoun = kPreposition | kCoordinator | kSubordinator | kRelative | kAdverb | kTime;
  return document_.tokens[noun + 1].kind == TokenKind::word && !has(noun + 1, kNoNoun) &&
         !places_.may_be_finite(noun + 1) && !places_.is_cue_verb(noun + 1);
}

// The noun of a description of one person that begins at token `at`.
std::optional<std::uint32_t> PersonDescriptions::person_noun(std::uint32_t at) const {
  std::optional<std::uint32_t> noun;
  for (std::uint32_t i = at + 1; i < std::min(tokens_.end, at + kReach); ++i) {
    if (view(i) == "-") continue;
    if (document_.tokens[i].kind != TokenKind::word || places_.may_be_finite(i)) break;
    const bool person = read_person_noun(view(i), reading_.word_classes[i]).person;
    if (!person && places_.is_cue_verb(i)) break;
    if (has(i, kPreposition | kCoordinator | kSubjectPronoun | kObjectPronoun | kRelative | kDeterminer | kPossessive))
      break;
    if (person) noun = i;
    if (has(i, kPersonNoun | kOfficeNoun) && has(i, kPlural)) noun = i;
  }
  if (!noun || has(*noun, kPlural) || noun_follows(*noun) || names_person(*noun + 1)) return std::nullopt;
  // "the foreign minister, Johann Wadephul,": the name refers, its description only describes.
  const bool apposed = *noun + 2 < tokens_.end && view(*noun + 1) == "," && names_person(*noun + 2);
  return apposed ? std::nullopt : noun;
}

// "the prime minister's" of "the prime minister's spokesman".
std::optional<std::uint32_t> PersonDescriptions::possessor(std::uint32_t at) const {
  for (std::uint32_t i = at + 1; i < std::min(tokens_.end, at + kReach); ++i) {
    std::string_view word = view(i);
    const std::size_t ending = word.ends_with("'s") ? 2 : word.ends_with("’s") ? 4 : 0;
    if (ending == 0) {
      if (document_.tokens[i].kind != TokenKind::word || places_.may_be_finite(i) ||
          has(i, kPreposition | kCoordinator))
        break;
      continue;
    }
    word.remove_suffix(ending);
    return read_person_noun(word, listed_word_classes(word)).person ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

bool PersonDescriptions::names_person(std::uint32_t token) const {
  const auto mention = std::lower_bound(mentions_.mentions.begin(), mentions_.mentions.end(), token,
                                        [](const Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
  return mention != mentions_.mentions.end() && mention->tokens.begin == token &&
         mentions_.entities[static_cast<std::size_t>(mention->entity)].kind == EntityKind::person;
}

Range PersonDescriptions::with_complement(Range tokens) const {
  if (tokens.end >= tokens_.end || view(tokens.end) != "of") return tokens;
  std::uint32_t end = tokens.end + 1;
  while (end < std::min(tokens_.end, tokens.end + kReach) && has(end, kDeterminer | kCapitalised) &&
         document_.tokens[end].kind == TokenKind::word)
    ++end;
  return {tokens.begin, end};
}

}  // namespace quoth
