#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/resolution_internal.h"
#include "quoth/attribute/speakers_internal.h"

namespace quoth {
namespace {

using namespace word_class;

class SpeakerResolver {
 public:
  explicit SpeakerResolver(Resolution& resolution, const Mentions& mentions)
      : resolution_(resolution), mentions_(mentions), document_(resolution.reading.document) {}

  void resolve() {
    for (std::size_t i = 0; i < resolution_.drafts.size(); ++i) {
      resolution_.referents[i] = speaker_of(i);
      name_speaker(resolution_.referents[i], resolution_.drafts[i].attribution);
    }
  }

 private:
  std::uint32_t classes(std::uint32_t token) const { return resolution_.classes(token); }

  Referent speaker_of(std::size_t index) {
    const Draft& draft = resolution_.drafts[index];
    if (draft.same_as >= 0 && static_cast<std::size_t>(draft.same_as) < index)
      return resolution_.referents[static_cast<std::size_t>(draft.same_as)];
    if (draft.attribution.source.empty()) return borrowed(index);
    const Span source = draft.attribution.source.front();
    Referent referent = source_referent(source, index);
    if (draft.is_turn && referent.entities.empty()) return label_referent(source, referent);
    return referent;
  }

  // "Peskov said ..., accused Kyiv of ...": a cue without a source takes that of the cue before it in its sentence.
  Referent borrowed(std::size_t index) const {
    const Attribution& attribution = resolution_.drafts[index].attribution;
    if (attribution.cue.empty() || index == 0) return {};
    const Range cue = resolution_.reader.tokens_of(attribution.cue.front());
    const std::uint32_t opening = classes(cue.begin);
    if ((opening & (kBe | kCapitalised)) != 0 || cue.empty()) return {};
    for (std::uint32_t at = cue.begin; at < cue.end; ++at) {
      if ((classes(at) & kBe) != 0) return {};
    }
    const Attribution& before = resolution_.drafts[index - 1].attribution;
    if (before.source.empty()) return {};
    const Range source = resolution_.reader.tokens_of(before.source.front());
    const bool same_sentence = resolution_.sentence_of(source.begin) == resolution_.sentence_of(cue.begin);
    return same_sentence && source.begin < cue.begin ? resolution_.referents[index - 1] : Referent{};
  }

  Referent source_referent(Span source, std::size_t index) {
    const Range phrase = resolution_.reader.tokens_of(source);
    if (phrase.empty()) return {};
    const std::uint32_t first = phrase.begin;
    if (phrase.size() == 1) {
      if ((classes(first) & (kSubjectPronoun | kObjectPronoun | kPossessive)) != 0)
        return pronoun(first, source, index);
      if ((classes(first) & kRelative) != 0) return resolution_.reader.antecedent(first);
    }
    if (Referent pair = both_sides(phrase); !pair.empty()) return pair;
    Referent referent = resolution_.reader.read(source, resolution_.viewpoint(phrase, index, source));
    return referent.empty() && names_paper_again(phrase) ? speaker_before(index) : referent;
  }

  // "The post continued": what was quoted before goes on.
  bool names_paper_again(Range phrase) const {
    constexpr std::array<std::string_view, 4> kPapers = {"post", "thread", "message", "letter"};
    const std::string first = resolution_.reader.lower(phrase.begin);
    if (phrase.size() > 4 || (first != "the" && first != "a")) return false;
    const std::string noun = resolution_.reader.lower(phrase.end - 1);
    return std::find(kPapers.begin(), kPapers.end(), noun) != kPapers.end() &&
           (first == "the" || resolution_.reader.lower(phrase.begin + 1) == "second");
  }

  Referent speaker_before(std::size_t index) const {
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
      if (!resolution_.drafts[i].attribution.nested && !resolution_.referents[i].empty())
        return resolution_.referents[i];
    }
    return {};
  }

  Referent pronoun(std::uint32_t token, Span source, std::size_t index) const {
    const std::string word = resolution_.reader.lower(token);
    if (word == "i" || word == "we" || word == "our" || word == "my") {
      const std::int32_t around = resolution_.outer(index, source);
      return around < 0 ? Referent{} : resolution_.referents[static_cast<std::size_t>(around)];
    }
    if (word == "they" || word == "their") return last_joint(index);
    if (word == "it" || word == "its") {
      const std::int32_t body = resolution_.body_before(token, index);
      return body < 0 ? Referent{} : Referent{{body}, {}, false};
    }
    // Nobody calls himself "he"; reported speech may: "Moe said that she liked it".
    std::int32_t around = resolution_.outer(index, source);
    if (around >= 0) {
      const Draft& outer = resolution_.drafts[static_cast<std::size_t>(around)];
      const bool verbatim = outer.is_turn || outer.attribution.kind == AttributionKind::direct;
      around = verbatim ? resolution_.speaker(around) : -1;
    }
    const std::int32_t person = resolution_.person_of_pronoun(token, around);
    return person < 0 ? Referent{} : Referent{{person}, {}, false};
  }

  // "They" after a joint statement are its speakers, in a readout both sides.
  Referent last_joint(std::size_t index) const {
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < 3; ++steps) {
      if (resolution_.referents[i].entities.size() > 1) return resolution_.referents[i];
    }
    return {};
  }

  // "both sides", "the two leaders" of an encounter.
  Referent both_sides(Range phrase) const {
    if (!resolution_.encounter.found() || resolution_.encounter.host < 0 || phrase.size() > 4) return {};
    bool two = false;
    for (std::uint32_t at = phrase.begin; at + 1 < phrase.end; ++at) {
      const std::string word = resolution_.reader.lower(at);
      two = two || word == "both" || word == "two" || (word == "the" && phrase.size() == 2);
    }
    const std::string noun = resolution_.reader.lower(phrase.end - 1);
    const bool sides =
        noun == "leaders" || noun == "sides" || noun == "ministers" || noun == "presidents" || noun == "two";
    if (!two || !sides) return {};
    return {{resolution_.encounter.host, resolution_.encounter.guest}, {}, false};
  }

  // A label that names nobody known: "LEDGER" is Ledger, "JS" the one whose initials they are; "Q" and "Reporter" stay
  // without a name.
  Referent label_referent(Span label, const Referent& read) {
    const std::string_view text = document_.view(label);
    const bool answer = text == "A" || text == "Answer" || text == "ANSWER";
    if (answer && !introduced_) introduced_ = person_introduced();
    const std::int32_t person = answer ? *introduced_ : person_with_initials(text);
    if (person >= 0) return {{person}, {}, false};
    return !read.name.empty() && read.name != text ? read : Referent{{}, label_name(label), false};
  }

  // Whom the words before the first turn name most: who is interviewed. -1 where they name nobody.
  std::int32_t person_introduced() const {
    auto end = static_cast<std::uint32_t>(document_.text.size());
    for (const Draft& draft : resolution_.drafts) {
      if (draft.is_turn && !draft.attribution.source.empty())
        end = std::min(end, draft.attribution.source.front().begin);
    }
    std::map<std::int32_t, int> counts;
    std::int32_t most = -1;
    for (const Mention& mention : mentions_.mentions) {
      if (mention.span.begin >= end) break;
      const NamedEntity& entity = mentions_.entities[static_cast<std::size_t>(mention.entity)];
      if (entity.kind != EntityKind::person || !entity.sure_person) continue;
      const int count = ++counts[mention.entity];
      if (most < 0 || count > counts[most]) most = mention.entity;
    }
    return most;
  }

  // The only person with those initials; -1 where there is none or several.
  std::int32_t person_with_initials(std::string_view label) {
    if (label.size() < 2 || label.size() > 3) return -1;
    if (!initials_) initials_ = people_by_initials();
    const auto found = initials_->find(std::string(label));
    return found == initials_->end() ? -1 : found->second;
  }

  std::map<std::string, std::int32_t> people_by_initials() const {
    std::map<std::string, std::int32_t> people;
    for (std::size_t i = 0; i < mentions_.entities.size(); ++i) {
      const NamedEntity& entity = mentions_.entities[i];
      if (entity.kind != EntityKind::person) continue;
      std::string initials;
      for (std::size_t at = 0; at < entity.name.size(); ++at) {
        if (at == 0 || entity.name[at - 1] == ' ') initials += entity.name[at];
      }
      const auto [known, fresh] = people.emplace(initials, static_cast<std::int32_t>(i));
      if (!fresh) known->second = -1;
    }
    return people;
  }

  std::string label_name(Span label) const {
    const Range words = resolution_.reader.tokens_of(label);
    const std::string_view text = document_.view(label);
    if (text.size() < 3 || words.size() > 3 ||
        (classes(words.begin) & (kPersonNoun | kTitle | kOfficeNoun | kDeterminer)) != 0)
      return {};
    std::string name(text);
    const bool shouted = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    for (std::size_t i = 1; shouted && name.size() > 4 && i < name.size(); ++i) {
      if (name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] != ' ' && name[i - 1] != '-')
        name[i] = static_cast<char>(name[i] | 0x20);
    }
    return name == "Question" || name == "Moderator" || name == "Reporter" || name == "Interviewer" ? std::string()
                                                                                                    : name;
  }

  void name_speaker(const Referent& referent, Attribution& attribution) const {
    attribution.speaker = resolution_.name_of(referent);
    attribution.metonymy = referent.metonymy && referent.entities.size() == 1;
    if (referent.entities.size() < 2) return;
    for (const std::int32_t index : referent.entities) attribution.speakers.push_back(resolution_.name_of(index));
  }

  Resolution& resolution_;
  const Mentions& mentions_;
  const Document& document_;
  std::optional<std::int32_t> introduced_;                       // person_introduced(), once it was asked for
  std::optional<std::map<std::string, std::int32_t>> initials_;  // likewise
};

}  // namespace

void resolve_speakers(const Reading& reading, Mentions mentions, const Registry& registry, std::string_view date,
                      std::vector<Draft>& drafts) {
  Resolution resolution(reading, mentions, registry, date, drafts);
  SpeakerResolver(resolution, mentions).resolve();
  resolve_addressees(resolution);
}

}  // namespace quoth
