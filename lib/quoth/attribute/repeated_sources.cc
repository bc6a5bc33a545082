#include <algorithm>
#include <array>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_nouns_internal.h"
#include "quoth/attribute/repeated_sources_internal.h"

namespace quoth {
namespace {

using namespace word_class;

}  // namespace

Referent RepeatedSources::body(Range phrase, std::size_t index) const {
  constexpr std::array<std::string_view, 26> kBodies = {
      "company",     "firm",       "group",    "organisation", "organization", "charity", "union",
      "association", "institute",  "museum",   "club",         "bank",         "agency",  "network",
      "chain",       "retailer",   "operator", "carrier",      "airline",      "charity", "startup",
      "supplier",    "federation", "alliance", "society",      "foundation"};
  if (phrase.size() != 2 || resolution_.reader.lower(phrase.begin) != "the") return {};
  if (std::find(kBodies.begin(), kBodies.end(), resolution_.reader.lower(phrase.begin + 1)) == kBodies.end()) return {};
  const std::uint32_t sentence = resolution_.sentence_of(phrase.begin);
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
    const Referent& before = resolution_.referents[i];
    const std::vector<Span>& source = resolution_.drafts[i].attribution.source;
    if (source.empty() || before.empty()) continue;
    const std::uint32_t token = resolution_.reader.tokens_of(source.front()).begin;
    if (token > phrase.begin || sentence - resolution_.sentence_of(token) > 2) return {};
    const std::int32_t speaker = resolution_.speaker(static_cast<std::int32_t>(i));
    if (speaker < 0) return before.entities.empty() ? before : Referent{};
    const NamedEntity& named = resolution_.entity(speaker);
    if (named.kind == EntityKind::body) return before;
    // "Bluefields Fruit, a wholesaler," may have passed for a person.
    if (named.registry < 0 && named.gender == Gender::unknown) return before;
  }
  return {};
}

Referent RepeatedSources::paper(Range phrase, std::size_t index) const {
  constexpr std::array<std::string_view, 4> kPapers = {"post", "thread", "message", "letter"};
  const std::string first = resolution_.reader.lower(phrase.begin);
  if (phrase.size() > 4 || (first != "the" && first != "a")) return {};
  const std::string noun = resolution_.reader.lower(phrase.end - 1);
  if (std::find(kPapers.begin(), kPapers.end(), noun) == kPapers.end()) return {};
  if (first == "a" && resolution_.reader.lower(phrase.begin + 1) != "second") return {};
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
    if (!resolution_.drafts[i].attribution.nested && !resolution_.referents[i].empty()) return resolution_.referents[i];
  }
  return {};
}

Referent RepeatedSources::person(Range phrase, std::size_t index) const {
  if (phrase.size() < 2 || resolution_.reader.lower(phrase.begin) != "the") return {};
  if (resolution_.drafts[index].turn >= 0 || view(phrase.begin + 1).ends_with("s")) return {};
  const std::uint32_t noun = phrase.end - 1;
  const bool aged = view(noun).ends_with("old") && document_.tokens[phrase.begin + 1].kind == TokenKind::number;
  if (phrase.size() > (aged ? 6 : 3)) return {};
  const PersonNoun kind = aged ? PersonNoun{true, Gender::unknown} : read_person_noun(view(noun), classes(noun));
  const std::uint32_t sentence = resolution_.sentence_of(phrase.begin);
  if (!kind.person || sentence == 0 || introduced_before(noun)) return {};
  const Range before = document_.sentences[sentence - 1].tokens;
  bool several = false;
  std::int32_t only = only_person_between(before.begin, phrase.begin, several);
  if (several) return {};
  const std::string word = resolution_.reader.lower(noun);
  const bool of_two = word == "visitor" || word == "guest" || word == "host" || word == "caller";
  if (only < 0 && !of_two) only = speaker_in(before, index);
  if (only < 0) return {};
  const Gender gender = resolution_.entity(only).gender;
  const bool fits = kind.gender == Gender::unknown || gender == Gender::unknown || gender == kind.gender;
  return fits ? Referent{{only}, {}, false} : Referent{};
}

// The one person that the statements of a sentence before draft `index` have for a speaker; -1 where there is none or
// several.
std::int32_t RepeatedSources::speaker_in(Range sentence, std::size_t index) const {
  std::int32_t only = -1;
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
    const std::vector<Span>& source = resolution_.drafts[i].attribution.source;
    if (source.empty() || !sentence.contains(resolution_.reader.tokens_of(source.front()).begin)) continue;
    const std::int32_t speaker = resolution_.speaker(static_cast<std::int32_t>(i));
    if (speaker < 0 || (only >= 0 && only != speaker)) return -1;
    only = speaker;
  }
  return only >= 0 && resolution_.entity(only).kind == EntityKind::person ? only : -1;
}

// Has "a glaciologist" or another's title brought the noun up before?
bool RepeatedSources::introduced_before(std::uint32_t noun) const {
  constexpr std::uint32_t kFarthest = 400;  // tokens
  const std::string word = resolution_.reader.lower(noun);
  for (std::uint32_t at = noun - std::min(noun, kFarthest); at + 1 < noun; ++at) {
    if (resolution_.reader.lower(at) == word) return true;
  }
  return false;
}

// The person whom the tokens name; -1 where they name nobody or, then `several` is set, more than one.
std::int32_t RepeatedSources::only_person_between(std::uint32_t begin, std::uint32_t end, bool& several) const {
  std::int32_t only = -1;
  auto mention = std::partition_point(mentions_.mentions.begin(), mentions_.mentions.end(),
                                      [&](const Mention& m) { return m.tokens.begin < begin; });
  for (; mention != mentions_.mentions.end() && mention->tokens.begin < end && !several; ++mention) {
    const NamedEntity& named = resolution_.entity(mention->entity);
    if (named.kind != EntityKind::person || !named.sure_person) continue;
    several = only >= 0 && only != mention->entity;
    only = mention->entity;
  }
  return several ? -1 : only;
}

}  // namespace quoth
