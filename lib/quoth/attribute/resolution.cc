#include "quoth/attribute/resolution_internal.h"

#include <algorithm>

#include "quoth/annotate/words.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::size_t kFarthest = 50;       // statements looked back over
constexpr double kSurePronoun = 0.4;        // chance below which a pronoun stands for nobody

}  // namespace

Resolution::Resolution(const Reading& text, Mentions& mentions, const Registry& registry, std::string_view date,
                       std::vector<Draft>& statements)
    : reading(text),
      drafts(statements),
      referents(statements.size()),
      reader(text, mentions, registry, date),
      encounter(find_encounter(text, mentions, registry, date)),
      mentions_(mentions),
      registry_(registry) {
  if (encounter.found() && encounter.host < 0)
    encounter.host = reader.registered_holder(encounter.host_office, encounter.home);
  Viewpoint home;
  home.country = encounter.home;
  links_ = link_pronouns(reading, mentions, [&](Range phrase) { return reader.described_person(phrase, home); });
}

std::int32_t Resolution::outer(std::size_t index, Span inner) const {
  if (drafts[index].turn >= 0 && static_cast<std::size_t>(drafts[index].turn) < index) return drafts[index].turn;
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < kFarthest; ++steps) {
    for (const Span content : drafts[i].attribution.content) {
      if (content.contains(inner)) return static_cast<std::int32_t>(i);
    }
  }
  return -1;
}

std::int32_t Resolution::person_of_pronoun(std::uint32_t token) const {
  const auto link = std::lower_bound(links_.begin(), links_.end(), token,
                                     [](const PronounLink& l, std::uint32_t t) { return l.token < t; });
  if (link == links_.end() || link->token != token || link->probability < kSurePronoun) return -1;
  return link->entity;
}

std::int32_t Resolution::body_before(std::uint32_t token, std::size_t index) const {
  const std::uint32_t sentence = sentence_of(token);
  const auto body = [&](std::int32_t e) { return entity(e).kind != EntityKind::person; };
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
    if (drafts[i].attribution.source.empty() || referents[i].entities.size() != 1) continue;
    const std::uint32_t source = reader.tokens_of(drafts[i].attribution.source.front()).begin;
    if (source < token && sentence - sentence_of(source) <= 2 && body(referents[i].entities.front()))
      return referents[i].entities.front();
  }
  auto mention = std::lower_bound(mentions_.mentions.begin(), mentions_.mentions.end(), token,
                                  [](const Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
  while (mention != mentions_.mentions.begin()) {
    --mention;
    const std::uint32_t back = sentence - sentence_of(mention->tokens.begin);
    if (back > 1) break;
    const bool opens = mention->tokens.begin - reading.document.sentences[sentence - back].tokens.begin <= 2;
    if (!mention->adjective && body(mention->entity) && (opens || back == 0)) return mention->entity;
  }
  return -1;
}

Viewpoint Resolution::viewpoint(Range phrase, std::size_t index, Span words) const {
  Viewpoint out;
  const std::int32_t around = outer(index, words);
  if (around >= 0) {
    const Referent& speaker = referents[static_cast<std::size_t>(around)];
    if (speaker.entities.size() == 1) out.country = entity(speaker.entities.front()).country;
  }
  if (out.country.empty()) out.country = encounter.home;
  if (phrase.empty() || (classes(phrase.begin) & kPossessive) == 0) return out;
  out.owner = owner_country(phrase.begin, index, words);
  out.person = person_of_pronoun(phrase.begin);
  return out;
}

std::string Resolution::owner_country(std::uint32_t possessive, std::size_t index, Span words) const {
  const std::string word = reader.lower(possessive);
  std::int32_t owner = -1;
  if (word == "our" || word == "my") {
    const std::int32_t around = outer(index, words);
    if (around < 0) return encounter.home;
    const Referent& speaker = referents[static_cast<std::size_t>(around)];
    if (speaker.entities.size() == 1) owner = speaker.entities.front();
  } else if (word == "its") {
    owner = body_before(possessive, index);
  } else {
    owner = person_of_pronoun(possessive);
  }
  return owner < 0 ? std::string() : entity(owner).country;
}

std::string Resolution::name_of(const Referent& referent) const {
  if (referent.entities.size() != 1) return referent.name;
  return name_of(referent.entities.front());
}

std::string Resolution::name_of(std::int32_t index) const {
  const NamedEntity& named = entity(index);
  if (named.kind != EntityKind::country || named.registry < 0) return named.name;
  const std::string& government = registry_.entities()[static_cast<std::size_t>(named.registry)].government;
  return government.empty() ? named.name : government;
}

std::uint32_t Resolution::sentence_of(std::uint32_t token) const {
  const std::vector<Sentence>& sentences = reading.document.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

}  // namespace quoth
