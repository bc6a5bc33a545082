#include <algorithm>
#include <string>
#include <unordered_map>

#include "quoth/annotate/words.h"
#include "quoth/attribute/referents_internal.h"
#include "quoth/attribute/speakers_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kMemory = 12;     // sentences over which a pronoun finds its person
constexpr std::uint32_t kFarthest = 200;  // mentions and statements looked back to, however long the sentences are

class SpeakerResolver {
 public:
  SpeakerResolver(const Reading& reading, const Mentions& mentions, const Registry& registry, std::string_view date)
      : reading_(reading), mentions_(mentions), registry_(registry), reader_(reading, mentions, registry, date) {}

  void resolve(std::vector<Draft>& drafts) {
    referents_.resize(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      Draft& draft = drafts[i];
      if (draft.same_as >= 0 && static_cast<std::size_t>(draft.same_as) < i) {
        referents_[i] = referents_[static_cast<std::size_t>(draft.same_as)];
      } else if (!draft.attribution.source.empty()) {
        referents_[i] = referent_of(draft.attribution.source.front(), drafts, i);
      }
      if (draft.is_turn && referents_[i].entities.empty())
        referents_[i] = label_referent(draft.attribution.source.front(), referents_[i]);
      name_speaker(referents_[i], draft.attribution);
      if (!draft.addressee.empty()) draft.attribution.addressee = addressee_of(draft.addressee, drafts, i);
    }
    address_turns(drafts);
  }

 private:
  std::uint32_t classes(std::uint32_t token) const { return reading_.word_classes[token]; }
  const NamedEntity& entity(std::int32_t index) const { return mentions_.entities[static_cast<std::size_t>(index)]; }

  Referent referent_of(Span source, const std::vector<Draft>& drafts, std::size_t index) {
    const Range phrase = reader_.tokens_of(source);
    if (phrase.empty()) return {};
    const std::uint32_t first = phrase.begin;
    const bool alone = phrase.size() == 1;
    if (alone && (classes(first) & (kSubjectPronoun | kObjectPronoun)) != 0) return pronoun(first, drafts, index);
    if (alone && (classes(first) & kRelative) != 0) return reader_.antecedent(first);
    const Referent* speaker = outer(drafts, index, source);
    const bool known = speaker != nullptr && speaker->entities.size() == 1;
    return reader_.read(source, known ? entity(speaker->entities.front()).country : std::string());
  }

  // What the statement around `inner` was resolved to; none outside statements.
  const Referent* outer(const std::vector<Draft>& drafts, std::size_t index, Span inner) const {
    if (drafts[index].turn >= 0 && static_cast<std::size_t>(drafts[index].turn) < index)
      return &referents_[static_cast<std::size_t>(drafts[index].turn)];
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < 50; ++steps) {
      for (const Span content : drafts[i].attribution.content) {
        if (content.contains(inner)) return &referents_[i];
      }
    }
    return nullptr;
  }

  Referent pronoun(std::uint32_t token, const std::vector<Draft>& drafts, std::size_t index) const {
    const std::string word = reader_.lower(token);
    const Span source = drafts[index].attribution.source.empty() ? Span{} : drafts[index].attribution.source.front();
    if (word == "i" || word == "we") {
      const Referent* speaker = outer(drafts, index, source);
      return speaker == nullptr ? Referent{} : *speaker;
    }
    if (word == "they") return last_joint(index);
    const bool male = (classes(token) & kMale) != 0;
    const bool female = (classes(token) & kFemale) != 0;
    if (!male && !female) return {};
    return {person_before(token, male ? Gender::male : Gender::female, drafts, index), {}, false};
  }

  // "They" after a joint statement are its speakers.
  Referent last_joint(std::size_t index) const {
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
      if (referents_[i].entities.size() > 1) return referents_[i];
    }
    return {};
  }

  // The person of that gender whom the text before `token` brings to mind most: by nearness, by standing first in a
  // sentence, by having spoken last. None where nobody fits.
  std::vector<std::int32_t> person_before(std::uint32_t token, Gender gender, const std::vector<Draft>& drafts,
                                          std::size_t index) const {
    std::unordered_map<std::int32_t, double> points;
    const Mention* subject = nullptr;  // the last that opens a sentence
    const std::uint32_t sentence = sentence_of(token);
    const auto after =
        std::lower_bound(mentions_.mentions.begin(), mentions_.mentions.end(), token,
                         [](const Mention& mention, std::uint32_t t) { return mention.tokens.begin < t; });
    const auto farthest = after - std::min<std::ptrdiff_t>(after - mentions_.mentions.begin(), kFarthest);
    for (auto at = after; at != farthest;) {
      const Mention& mention = *--at;
      const std::uint32_t distance = sentence - sentence_of(mention.tokens.begin);
      if (distance > kMemory) break;
      if (mention.adjective || !may_be(mention.entity, gender) || said_inside(drafts[index], mention.span)) continue;
      const NamedEntity& named = entity(mention.entity);
      const double sure = named.gender == gender ? 1.0 : named.sure_person ? 0.7 : 0.3;
      if (subject == nullptr && named.sure_person && opens_sentence(mention)) subject = &mention;
      const double weight = opens_sentence(mention) ? 3.0 : mention.possessive ? 0.8 : 1.5;
      double& best = points[mention.entity];
      best = std::max(best, sure * weight / (1.0 + distance));
    }
    add_last_speakers(token, gender, subject, drafts, index, points);
    std::int32_t best = -1;
    double most = 0.25;  // less is too faint a memory to name somebody by
    for (const auto& [person, value] : points) {
      if (value > most || (value == most && person < best)) {
        best = person;
        most = value;
      }
    }
    return best < 0 ? std::vector<std::int32_t>() : std::vector<std::int32_t>{best};
  }

  // Who spoke before the text turned to somebody else as `subject` comes to mind less.
  void add_last_speakers(std::uint32_t token, Gender gender, const Mention* subject, const std::vector<Draft>& drafts,
                         std::size_t index, std::unordered_map<std::int32_t, double>& points) const {
    const std::uint32_t sentence = sentence_of(token);
    double weight = 2.5;
    for (std::size_t i = index, steps = 0; i-- > 0 && weight > 0.3 && steps < kFarthest; ++steps) {
      if (referents_[i].entities.size() != 1 || drafts[i].attribution.source.empty() || drafts[i].is_turn) continue;
      const std::int32_t speaker = referents_[i].entities.front();
      const std::uint32_t source = reader_.tokens_of(drafts[i].attribution.source.front()).begin;
      if (source >= token || !may_be(speaker, gender)) continue;
      const std::uint32_t distance = sentence - sentence_of(source);
      if (distance > kMemory) break;
      const bool left = subject != nullptr && subject->entity != speaker && subject->tokens.begin > source;
      points[speaker] += (left ? 0.5 : 1.0) * weight / (1.0 + 0.5 * distance);
      weight *= 0.5;
    }
  }

  bool may_be(std::int32_t index, Gender gender) const {
    const NamedEntity& named = entity(index);
    return named.kind == EntityKind::person && (named.gender == gender || named.gender == Gender::unknown);
  }

  // "He" of "“Xi is wrong,” he said" is not Xi.
  static bool said_inside(const Draft& draft, Span mention) {
    return std::any_of(draft.attribution.content.begin(), draft.attribution.content.end(),
                       [&](Span content) { return content.contains(mention); });
  }

  bool opens_sentence(const Mention& mention) const {
    const std::uint32_t begin = reading_.document.sentences[sentence_of(mention.tokens.begin)].tokens.begin;
    if (mention.tokens.begin - begin > 12) return false;
    for (std::uint32_t at = begin; at < mention.tokens.begin; ++at) {
      if ((classes(at) & (kAuxiliary | kVerb | kSubjectPronoun)) != 0 && (classes(at) & kDeterminer) == 0) return false;
    }
    return true;
  }

  std::uint32_t sentence_of(std::uint32_t token) const {
    const std::vector<Sentence>& sentences = reading_.document.sentences;
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                        [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
    return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
  }

  // A label that names nobody known: "LEDGER" is Ledger; "Q" and "Reporter" stay without a name.
  Referent label_referent(Span label, const Referent& read) const {
    const std::string_view text = reading_.document.view(label);
    return !read.name.empty() && read.name != text ? read : Referent{{}, label_name(label), false};
  }

  std::string label_name(Span label) const {
    const Range words = reader_.tokens_of(label);
    const std::string_view text = reading_.document.view(label);
    if (text.size() < 3 || words.size() > 3 ||
        (classes(words.begin) & (kPersonNoun | kTitle | kOfficeNoun | kDeterminer)) != 0)
      return {};
    if (text == "Question" || text == "QUESTION") return {};
    std::string name(text);
    const bool shouted = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    for (std::size_t i = 1; shouted && name.size() > 4 && i < name.size(); ++i) {
      if (name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] != ' ' && name[i - 1] != '-')
        name[i] = static_cast<char>(name[i] | 0x20);
    }
    return name;
  }

  std::string name_of(const Referent& referent) const {
    if (referent.entities.size() != 1) return referent.name;
    return name_of(referent.entities.front());
  }

  std::string name_of(std::int32_t index) const {
    const NamedEntity& named = entity(index);
    if (named.kind != EntityKind::country || named.registry < 0) return named.name;
    const std::string& government = registry_.entities()[static_cast<std::size_t>(named.registry)].government;
    return government.empty() ? named.name : government;
  }

  void name_speaker(const Referent& referent, Attribution& attribution) const {
    attribution.speaker = name_of(referent);
    attribution.metonymy = referent.metonymy && referent.entities.size() == 1;
    if (referent.entities.size() < 2) return;
    for (const std::int32_t index : referent.entities) attribution.speakers.push_back(name_of(index));
  }

  std::string addressee_of(Span addressee, const std::vector<Draft>& drafts, std::size_t index) {
    Range words = reader_.tokens_of(addressee);
    if (words.empty()) return {};
    if (words.size() == 1 && (classes(words.begin) & (kSubjectPronoun | kObjectPronoun)) != 0)
      return name_of(hearer(words.begin, drafts, index));
    const Referent referent = reader_.read(addressee, {});
    const bool self = !referent.entities.empty() && referent.entities == referents_[index].entities;
    if (!referent.empty() && !self) return name_of(referent);
    if (reader_.lower(words.begin) == "the" && words.size() > 1) ++words.begin;
    return std::string(reading_.document.view({reading_.document.tokens[words.begin].span.begin, addressee.end}));
  }

  // "told him", "told me": whom the pronoun means, but never the speaker.
  Referent hearer(std::uint32_t token, const std::vector<Draft>& drafts, std::size_t index) const {
    const std::string word = reader_.lower(token);
    if (word == "me" || word == "us") {
      const Referent* speaker = outer(drafts, index, reading_.document.tokens[token].span);
      return speaker == nullptr ? Referent{} : *speaker;
    }
    Referent person = pronoun(token, drafts, index);
    return person.entities == referents_[index].entities ? Referent{} : person;
  }

  // A question is put to whoever answers next, an answer to whoever asked last.
  static void address_turns(std::vector<Draft>& drafts) {
    std::string asked;
    Draft* open_question = nullptr;
    for (Draft& draft : drafts) {
      if (!draft.is_turn) continue;
      Attribution& attribution = draft.attribution;
      if (attribution.role == SpeakerRole::questioner) {
        asked = attribution.speaker;
        open_question = &draft;
        continue;
      }
      attribution.addressee = asked;
      if (open_question != nullptr) open_question->attribution.addressee = attribution.speaker;
      open_question = nullptr;
    }
  }

  const Reading& reading_;
  const Mentions& mentions_;
  const Registry& registry_;
  ReferentReader reader_;
  std::vector<Referent> referents_;
};

}  // namespace

void resolve_speakers(const Reading& reading, const Mentions& mentions, const Registry& registry, std::string_view date,
                      std::vector<Draft>& drafts) {
  SpeakerResolver(reading, mentions, registry, date).resolve(drafts);
}

}  // namespace quoth
