#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/resolution_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::size_t kFarthest = 50;     // statements and mentions looked back over
constexpr std::size_t kMostAnswers = 20;  // turns in which the home country is looked for
constexpr double kSurePronoun = 0.4;      // chance below which a pronoun stands for nobody

}  // namespace

Resolution::Resolution(const Reading& text, Mentions& mentions, const Registry& registry, std::string_view date,
                       std::vector<Draft>& statements)
    : reading(text),
      drafts(statements),
      referents(statements.size()),
      reader(text, mentions, registry, date),
      groups(find_groups(text, mentions)),
      mentions_(mentions),
      registry_(registry) {
  const bool turns = std::any_of(drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.is_turn; });
  if (turns) {
    const std::int32_t answering = first_to_answer();
    if (answering >= 0) {
      home_.country = entity(answering).country;
      home_.body = reader.body_served(answering);
    }
  } else {
    encounter = find_encounter(text, mentions, registry, date);
    home_ = home_of_encounter(encounter, reader);
  }
  links_ = link_pronouns(reading, mentions, [&](Range description, Range phrase) {
    return reader.described_person(description, phrase, home_);
  });
}

Viewpoint home_of_encounter(Encounter& encounter, ReferentReader& reader) {
  if (encounter.found() && encounter.host < 0)
    encounter.host = reader.registered_holder(encounter.host_office, encounter.home);
  Viewpoint home;
  home.country = encounter.home;
  home.host = encounter.host;
  home.others_speak = true;
  return home;
}

// Whoever is first to answer in a transcript, of those with a country.
std::int32_t Resolution::first_to_answer() {
  std::size_t looked_at = 0;
  for (const Draft& draft : drafts) {
    if (!draft.is_turn || draft.attribution.role == SpeakerRole::questioner) continue;
    const Referent speaker = reader.read(draft.attribution.source.front(), {});
    if (speaker.entities.size() == 1 && !entity(speaker.entities.front()).country.empty())
      return speaker.entities.front();
    if (++looked_at == kMostAnswers) break;
  }
  return -1;
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

std::int32_t Resolution::speaker(std::int32_t index) const {
  if (index < 0) return -1;
  const std::vector<std::int32_t>& entities = referents[static_cast<std::size_t>(index)].entities;
  return entities.size() == 1 ? entities.front() : -1;
}

std::int32_t Resolution::person_of_pronoun(std::uint32_t token, std::int32_t not_this) const {
  const auto link = std::lower_bound(links_.begin(), links_.end(), token,
                                     [](const PronounLink& l, std::uint32_t t) { return l.token < t; });
  if (link == links_.end() || link->token != token) return -1;
  if (link->entity >= 0 && link->entity == not_this) {
    const double sure = link->second_probability / (1 - link->probability + 1e-9);
    return sure < kSurePronoun ? -1 : link->second;
  }
  return link->probability < kSurePronoun ? -1 : link->entity;
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
  for (std::size_t steps = 0; mention != mentions_.mentions.begin() && steps < kFarthest; ++steps) {
    --mention;
    const std::uint32_t back = sentence - sentence_of(mention->tokens.begin);
    if (back > 1) break;
    const bool opens = mention->tokens.begin - reading.document.sentences[sentence - back].tokens.begin <= 2;
    if (!mention->adjective && body(mention->entity) && (opens || back == 0)) return mention->entity;
  }
  return -1;
}

const Referent* Resolution::named_body_before(std::uint32_t token, std::size_t index) const {
  const std::uint32_t sentence = sentence_of(token);
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
    const Referent& before = referents[i];
    if (drafts[i].attribution.source.empty() || before.empty() || drafts[i].attribution.nested) continue;
    const std::uint32_t source = reader.tokens_of(drafts[i].attribution.source.front()).begin;
    const bool near = source < token && sentence - sentence_of(source) <= 2;
    return near && before.entities.empty() && !before.name.empty() ? &before : nullptr;
  }
  return nullptr;
}

Viewpoint Resolution::viewpoint(Range phrase, std::size_t index, Span words) const {
  Viewpoint out = home_;
  const std::int32_t around = outer(index, words);
  if (around >= 0) {
    const Referent& speaker = referents[static_cast<std::size_t>(around)];
    if (speaker.entities.size() == 1 && !entity(speaker.entities.front()).country.empty()) {
      out = {};
      out.country = entity(speaker.entities.front()).country;
      out.body = reader.body_served(speaker.entities.front());
    }
  }
  if (phrase.empty() || (classes(phrase.begin) & kPossessive) == 0) return out;
  if (reader.lower(phrase.begin) == "its") {
    if (const Referent* named = named_body_before(phrase.begin, index)) {
      out.owner_name = named->name;
      return out;
    }
  }
  out.person = owner_of(phrase.begin, index, words);
  if (out.person >= 0) out.owner = entity(out.person).country;
  return out;
}

std::int32_t Resolution::owner_of(std::uint32_t possessive, std::size_t index, Span words) const {
  const std::string word = reader.lower(possessive);
  if (word == "its") return body_before(possessive, index);
  if (word != "our" && word != "my") return person_of_pronoun(possessive);
  const std::int32_t around = outer(index, words);
  if (around < 0) return encounter.host;
  const Referent& speaker = referents[static_cast<std::size_t>(around)];
  return speaker.entities.size() == 1 ? speaker.entities.front() : -1;
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
