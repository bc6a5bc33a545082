#include <algorithm>
#include <array>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/joint_sources_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::size_t kWholeText = 50;  // statements looked back over

}  // namespace

Referent JointSources::read(Range phrase, Span source, std::size_t index) {
  if (Referent pair = with_speaker(phrase, source, index); !pair.empty()) return pair;
  if (Referent pair = with_pronoun(phrase, index); !pair.empty()) return pair;
  return group(phrase);
}

Referent JointSources::paper(Range phrase, std::size_t index) const {
  return names_joint_paper(phrase) ? joint_before(index, kWholeText) : Referent{};
}

// "He and Mr Reed", "She and Putin": both.
Referent JointSources::with_pronoun(Range phrase, std::size_t index) {
  if (phrase.size() < 3 || view(phrase.begin + 1) != "and") return {};
  const std::uint32_t first = classes(phrase.begin);
  if ((first & kSubjectPronoun) == 0 || (first & (kMale | kFemale)) == 0) return {};
  const std::int32_t person = resolution_.person_of_pronoun(phrase.begin);
  const Span rest{document_.tokens[phrase.begin + 2].span.begin, document_.tokens[phrase.end - 1].span.end};
  const Range other_words{phrase.begin + 2, phrase.end};
  const Referent other = resolution_.reader.read(rest, resolution_.viewpoint(other_words, index, rest));
  if (person < 0 || other.entities.size() != 1 || other.entities.front() == person) return {};
  return {{person, other.entities.front()}, {}, false};
}

// "The Chancellor of Germany and I": both.
Referent JointSources::with_speaker(Range phrase, Span source, std::size_t index) {
  if (phrase.size() < 3 || view(phrase.end - 1) != "I" || view(phrase.end - 2) != "and") return {};
  const std::int32_t around = resolution_.speaker(resolution_.outer(index, source));
  const Span other{source.begin, document_.tokens[phrase.end - 3].span.end};
  Referent pair = resolution_.reader.read(other, resolution_.viewpoint({phrase.begin, phrase.end - 2}, index, other));
  if (around < 0 || pair.entities.size() != 1) return {};
  pair.entities.push_back(around);
  return pair;
}

// "the text", "a second passage": words for what may be issued together.
bool JointSources::names_joint_paper(Range phrase) const {
  constexpr std::array<std::string_view, 8> kPapers = {"statement",   "text",     "communique", "communiqué",
                                                       "declaration", "document", "passage",    "pledge"};
  std::uint32_t noun = phrase.begin;
  while (noun < phrase.end && (classes(noun) & kPreposition) == 0 && view(noun) != ",") ++noun;
  const std::string first = resolution_.reader.lower(phrase.begin);
  if (noun - phrase.begin > 3 || noun == phrase.begin || (first != "the" && first != "a")) return false;
  return std::find(kPapers.begin(), kPapers.end(), resolution_.reader.lower(noun - 1)) != kPapers.end();
}

Referent JointSources::authors_of_paper_before(std::uint32_t token, std::size_t index) const {
  const std::uint32_t sentence = resolution_.sentence_of(token);
  if (sentence == 0) return {};
  const Range before = document_.sentences[sentence - 1].tokens;
  for (const std::uint32_t size : {2U, 3U}) {
    if (before.size() > size && names_joint_paper({before.begin, before.begin + size}))
      return joint_before(index, kWholeText);
  }
  return {};
}

Referent JointSources::agreed_with(std::uint32_t token, Span source, std::size_t index) {
  const std::vector<Span>& cue = resolution_.drafts[index].attribution.cue;
  const std::int32_t outer = resolution_.outer(index, source);
  const std::int32_t speaker = resolution_.speaker(outer);
  if (speaker < 0 || cue.empty() || !document_.view(cue.front()).starts_with("agree")) return {};
  std::int32_t other = person_before(token, outer, speaker);
  if (other < 0) other = other_host(speaker);
  return other < 0 ? Referent{} : Referent{{speaker, other}, {}, false};
}

// The other one of the two who answer at a press conference; -1 where it is not two.
std::int32_t JointSources::other_host(std::int32_t speaker) {
  if (!hosts_) {
    hosts_.emplace();
    for (const Draft& draft : resolution_.drafts) {
      if (!draft.is_turn || draft.attribution.role == SpeakerRole::questioner || hosts_->size() > 2) continue;
      const Referent host = resolution_.reader.read(draft.attribution.source.front(), {});
      const bool new_one = host.entities.size() == 1 &&
                           std::find(hosts_->begin(), hosts_->end(), host.entities.front()) == hosts_->end();
      if (new_one) hosts_->push_back(host.entities.front());
    }
  }
  if (hosts_->size() != 2) return -1;
  return hosts_->front() == speaker ? hosts_->back() : hosts_->back() == speaker ? hosts_->front() : -1;
}

// The last person but the speaker whom the statement names before the token, not far back.
std::int32_t JointSources::person_before(std::uint32_t token, std::int32_t outer, std::int32_t speaker) const {
  const Span content = resolution_.drafts[static_cast<std::size_t>(outer)].attribution.content.front();
  const auto after = std::partition_point(mentions_.mentions.begin(), mentions_.mentions.end(),
                                          [&](const Mention& mention) { return mention.tokens.begin < token; });
  constexpr std::ptrdiff_t kFarthest = 5;
  for (auto mention = after; mention != mentions_.mentions.begin() && after - mention < kFarthest;) {
    --mention;
    if (mention->span.begin < content.begin) break;
    const NamedEntity& named = resolution_.entity(mention->entity);
    if (named.kind == EntityKind::person && named.sure_person && mention->entity != speaker) return mention->entity;
  }
  return -1;
}

Referent JointSources::they(std::uint32_t token, std::size_t index) const {
  if (Referent joint = joint_before(index, 3); !joint.empty()) return joint;
  const std::uint32_t sentence = resolution_.sentence_of(token);
  const Group* group = group_before(resolution_.groups, token, 0, true);
  if (group != nullptr && sentence - resolution_.sentence_of(group->token - 1) <= 1)
    return {group->entities, {}, false};
  if (Referent body = body_before(token, index); !body.empty()) return body;
  const Encounter& encounter = resolution_.encounter;
  return encounter.found() && encounter.host >= 0 ? Referent{{encounter.host, encounter.guest}, {}, false} : Referent{};
}

// The body that spoke in the sentence before or in the token's own.
Referent JointSources::body_before(std::uint32_t token, std::size_t index) const {
  const std::uint32_t sentence = resolution_.sentence_of(token);
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < 2; ++steps) {
    const Attribution& before = resolution_.drafts[i].attribution;
    if (before.source.empty() || resolution_.referents[i].empty()) continue;
    const std::uint32_t source = resolution_.reader.tokens_of(before.source.front()).begin;
    if (source > token || sentence - resolution_.sentence_of(source) > 1) return {};
    const std::int32_t speaker = resolution_.speaker(static_cast<std::int32_t>(i));
    const bool body =
        speaker < 0 ? !resolution_.referents[i].name.empty() : resolution_.entity(speaker).kind == EntityKind::body;
    return body ? resolution_.referents[i] : Referent{};
  }
  return {};
}

Referent JointSources::joint_before(std::size_t index, std::size_t farthest) const {
  for (std::size_t i = index, steps = 0; i-- > 0 && steps < farthest; ++steps) {
    if (resolution_.referents[i].entities.size() > 1) return resolution_.referents[i];
  }
  return {};
}

// "both leaders", "the two sides", "the three governments": those of an encounter, else those named together last.
Referent JointSources::group(Range phrase) {
  if (phrase.size() > 4) return {};
  std::vector<std::string> words;
  for (std::uint32_t at = phrase.begin; at < phrase.end; ++at) words.push_back(resolution_.reader.lower(at));
  const GroupPhrase wanted = read_group_phrase(words);
  if (!wanted.found) return {};
  if (wanted.size == 0 && !wanted.countries) {
    if (const std::int32_t body = body_of_leaders(phrase.begin); body >= 0) return {{body}, {}, false};
  }
  std::vector<std::int32_t> members;
  const Encounter& encounter = resolution_.encounter;
  if (encounter.found() && encounter.host >= 0 && (wanted.size == 0 || wanted.size == 2))
    members = {encounter.host, encounter.guest};
  if (members.empty() && wanted.countries) members = named_together(phrase.begin, wanted.size, false);
  if (members.empty()) members = named_together(phrase.begin, wanted.size, true);
  if (!wanted.countries) return {members, {}, false};
  for (std::int32_t& member : members) member = resolution_.reader.side_of(member);
  const bool known = std::all_of(members.begin(), members.end(), [](std::int32_t member) { return member >= 0; });
  return known ? Referent{members, {}, false} : Referent{};
}

// "The leaders" after "G7 leaders": the body, where it was spoken of so last.
std::int32_t JointSources::body_of_leaders(std::uint32_t token) const {
  const auto after = std::partition_point(mentions_.mentions.begin(), mentions_.mentions.end(),
                                          [&](const Mention& mention) { return mention.tokens.begin < token; });
  constexpr std::ptrdiff_t kFarthest = 50;
  const Group* named = group_before(resolution_.groups, token, 0, true);
  for (auto mention = after; mention != mentions_.mentions.begin() && after - mention < kFarthest;) {
    --mention;
    if (named != nullptr && mention->tokens.begin < named->token) return -1;
    if (resolution_.reader.leads_body(*mention)) return mention->entity;
  }
  return -1;
}

std::vector<std::int32_t> JointSources::named_together(std::uint32_t token, std::size_t size, bool persons) const {
  const Group* group = group_before(resolution_.groups, token, size, persons);
  return group == nullptr ? std::vector<std::int32_t>() : group->entities;
}

}  // namespace quoth
