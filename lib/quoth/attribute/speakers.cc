#include <algorithm>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/joint_sources_internal.h"
#include "quoth/attribute/repeated_sources_internal.h"
#include "quoth/attribute/resolution_internal.h"
#include "quoth/attribute/speakers_internal.h"
#include "quoth/attribute/turn_labels_internal.h"

namespace quoth {
namespace {

using namespace word_class;

class SpeakerResolver {
 public:
  explicit SpeakerResolver(Resolution& resolution, const Mentions& mentions)
      : resolution_(resolution),
        joint_(resolution, mentions),
        repeated_(resolution, mentions),
        labels_(resolution, mentions) {}

  void resolve() {
    for (std::size_t i = 0; i < resolution_.drafts.size(); ++i) {
      resolution_.referents[i] = speaker_of(i);
      name_speaker(resolution_.referents[i], resolution_.drafts[i].attribution);
    }
  }

  // "You told me that": whom the statement around it is said to, once that is known.
  void name_hearers() {
    for (std::size_t i = 0; i < resolution_.drafts.size(); ++i) {
      Attribution& attribution = resolution_.drafts[i].attribution;
      if (attribution.source.empty() || !attribution.speaker.empty()) continue;
      const Range phrase = resolution_.reader.tokens_of(attribution.source.front());
      if (phrase.size() != 1 || resolution_.reader.lower(phrase.begin) != "you") continue;
      const std::int32_t around = resolution_.outer(i, attribution.source.front());
      if (around < 0) continue;
      const std::string& hearer = resolution_.drafts[static_cast<std::size_t>(around)].attribution.addressee;
      if (labels_.names_person(hearer)) attribution.speaker = hearer;
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
    if (draft.is_turn && referent.entities.empty()) return labels_.read(source, referent);
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
    if (const Span named = behind_dateline(source, phrase); named != source) return source_referent(named, index);
    const std::uint32_t first = phrase.begin;
    if (phrase.size() == 1) {
      if ((classes(first) & (kSubjectPronoun | kObjectPronoun | kPossessive)) != 0)
        return pronoun(first, source, index);
      if ((classes(first) & kRelative) != 0) return resolution_.reader.antecedent(first);
    }
    if (Referent several = joint_.read(phrase, source, index); !several.empty()) return several;
    if (Referent body = repeated_.body(phrase, index); !body.empty()) return body;
    Referent referent = resolution_.reader.read(source, resolution_.viewpoint(phrase, index, source));
    if (referent.empty()) referent = repeated_.paper(phrase, index);
    if (referent.empty()) referent = joint_.paper(phrase, index);
    return referent.empty() ? repeated_.person(phrase, index) : referent;
  }

  // "TAIPEI, Oct. 2 — The minister": without the place and the date.
  Span behind_dateline(Span source, Range phrase) const {
    constexpr std::uint32_t kLongest = 10;  // tokens
    if ((classes(phrase.begin) & kAllCapitals) == 0) return source;
    for (std::uint32_t at = phrase.begin + 1; at + 1 < std::min(phrase.end, phrase.begin + kLongest); ++at) {
      const std::string_view mark = resolution_.view(at);
      const bool apart =
          resolution_.reading.document.tokens[at].span.begin > resolution_.reading.document.tokens[at - 1].span.end;
      if (mark == "—" || mark == "–" || (mark == "-" && apart))
        return {resolution_.reading.document.tokens[at + 1].span.begin, source.end};
    }
    return source;
  }

  Referent pronoun(std::uint32_t token, Span source, std::size_t index) {
    const std::string word = resolution_.reader.lower(token);
    if (word == "we") {
      if (Referent pair = joint_.agreed_with(token, source, index); !pair.empty()) return pair;
    }
    if (word == "i" || word == "we" || word == "our" || word == "my") {
      const std::int32_t around = resolution_.outer(index, source);
      return around < 0 ? Referent{} : resolution_.referents[static_cast<std::size_t>(around)];
    }
    if (word == "they" || word == "their") return joint_.they(token, index);
    if (word == "it" || word == "its") {
      if (word == "it") {
        if (Referent authors = joint_.authors_of_paper_before(token, index); !authors.empty()) return authors;
        if (const Referent* named = resolution_.named_body_before(token, index)) return *named;
      }
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

  void name_speaker(const Referent& referent, Attribution& attribution) const {
    attribution.speaker = resolution_.name_of(referent);
    attribution.metonymy = referent.metonymy && referent.entities.size() == 1;
    if (referent.entities.size() < 2) return;
    for (const std::int32_t index : referent.entities) attribution.speakers.push_back(resolution_.name_of(index));
  }

  Resolution& resolution_;
  JointSources joint_;
  RepeatedSources repeated_;
  TurnLabels labels_;
};

}  // namespace

void resolve_speakers(const Reading& reading, Mentions mentions, const Registry& registry, std::string_view date,
                      std::vector<Draft>& drafts) {
  Resolution resolution(reading, mentions, registry, date, drafts);
  SpeakerResolver resolver(resolution, mentions);
  resolver.resolve();
  resolve_addressees(resolution);
  resolver.name_hearers();
}

}  // namespace quoth
