#include <algorithm>
#include <array>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/hearers_internal.h"
#include "quoth/attribute/resolution_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kReach = 60;  // tokens from the cue, however long the sentence is

class AddresseeResolver {
 public:
  explicit AddresseeResolver(Resolution& resolution)
      : resolution_(resolution), document_(resolution.reading.document), readout_(is_readout()) {}

  void resolve() {
    address_turns();
    for (std::size_t i = 0; i < resolution_.drafts.size(); ++i) {
      Draft& draft = resolution_.drafts[i];
      if (!draft.is_turn) draft.attribution.addressee = addressee_of(i);
    }
  }

 private:
  std::uint32_t classes(std::uint32_t token) const { return resolution_.classes(token); }

  std::string addressee_of(std::size_t index) {
    const Draft& draft = resolution_.drafts[index];
    const std::vector<Hearer> hearers = find_hearers(resolution_.reading, draft.attribution);
    std::string name;
    for (const Hearer& hearer : hearers) {
      if (name.empty() && !hearer.words.empty()) name = name_of_hearer(hearer.words, index);
    }
    std::string other = readout_ && !to_the_public(index) ? other_side(index) : std::string();
    if (!other.empty() && (name.empty() || government_of(name, other))) return other;
    const bool answer = !hearers.empty() && hearers.back().place == HearerPlace::answer;
    if (name.empty() && answer) name = answered(index);
    if (name.empty()) name = beside_question(index);
    if (name.empty()) name = asked_about(index);
    return name.empty() ? inherited(index) : name;
  }

  // "Asked by a farmer whether it would hold, Pell said": who is asked speaks next in the sentence, and who is answered
  // has asked.
  std::string beside_question(std::size_t index) const {
    const std::vector<Draft>& drafts = resolution_.drafts;
    if (opens_with_asked(index)) {
      if (index + 1 < drafts.size() && same_sentence(index, index + 1) && !drafts[index + 1].attribution.nested)
        return person_named(index + 1);
      return {};
    }
    if (index == 0 || !opens_with_asked(index - 1) || !same_sentence(index - 1, index)) return {};
    return drafts[index].attribution.nested ? std::string() : person_named(index - 1);
  }

  bool opens_with_asked(std::size_t index) const {
    const std::vector<Span>& cue = resolution_.drafts[index].attribution.cue;
    return !cue.empty() && document_.view(cue.front()).starts_with("Asked");
  }

  bool same_sentence(std::size_t left, std::size_t right) const {
    const std::vector<Span>& a = resolution_.drafts[left].attribution.cue;
    const std::vector<Span>& b = resolution_.drafts[right].attribution.cue;
    return !a.empty() && !b.empty() && sentence_at(a.front()) == sentence_at(b.front());
  }

  std::uint32_t sentence_at(Span span) const {
    return resolution_.sentence_of(resolution_.reader.tokens_of(span).begin);
  }

  std::string person_named(std::size_t index) const {
    const std::int32_t speaker = resolution_.speaker(static_cast<std::int32_t>(index));
    return speaker >= 0 && resolution_.entity(speaker).kind == EntityKind::person ? resolution_.name_of(speaker)
                                                                                  : std::string();
  }

  // "A cadet wanted to know whether he missed it": a question is put to whom it is about.
  std::string asked_about(std::size_t index) const {
    const Attribution& question = resolution_.drafts[index].attribution;
    if (question.cue.empty() || question.source.empty() || question.nested) return {};
    const std::string_view cue = document_.view(question.cue.front());
    if (!cue.starts_with("want") && !cue.starts_with("ask")) return {};
    if (cue.starts_with("want") && !cue.ends_with("know")) return {};
    const Range words = resolution_.reader.tokens_of(question.content.front());
    if (words.size() < 3) return {};
    const std::string opening = resolution_.reader.lower(words.begin);
    if ((opening != "whether" && opening != "if") || (classes(words.begin + 1) & (kMale | kFemale)) == 0) return {};
    const std::int32_t person =
        resolution_.person_of_pronoun(words.begin + 1, resolution_.speaker(static_cast<std::int32_t>(index)));
    return person < 0 ? std::string() : resolution_.name_of(person);
  }

  // "told the Chinese side that ... and asked that ...": two cues of one source in one sentence.
  std::string inherited(std::size_t index) const {
    if (index == 0) return {};
    const Attribution& own = resolution_.drafts[index].attribution;
    const Attribution& before = resolution_.drafts[index - 1].attribution;
    if (before.addressee.empty() || own.source.empty() ||
        (resolution_.referents[index].entities != resolution_.referents[index - 1].entities ||
         resolution_.referents[index].entities.empty()) ||
        own.cue.empty() || before.cue.empty())
      return {};
    const auto sentence = [&](Span span) { return resolution_.sentence_of(resolution_.reader.tokens_of(span).begin); };
    if (sentence(own.cue.front()) == sentence(before.cue.front())) return before.addressee;
    // "told ZDF that ... ," and, in the next sentence, "the chancellor adds".
    const std::string_view cue = document_.view(own.cue.front());
    const bool goes_on = cue.starts_with("add") || cue.starts_with("continue");
    return goes_on && sentence(own.cue.front()) - sentence(before.cue.front()) == 1 ? before.addressee : std::string();
  }

  // Does the text go on about the encounter that it opens with: do hardly others speak than the two who met?
  bool is_readout() const {
    const Encounter& encounter = resolution_.encounter;
    if (!encounter.found() || encounter.host < 0) return false;
    std::size_t theirs = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < resolution_.drafts.size(); ++i) {
      if (resolution_.drafts[i].is_turn) return false;
      if (resolution_.drafts[i].attribution.nested) continue;
      const std::vector<std::int32_t>& speakers = resolution_.referents[i].entities;
      const bool one_of_them =
          speakers.size() == 1 && (speakers.front() == encounter.host || speakers.front() == encounter.guest);
      (one_of_them || speakers.size() == 2 ? theirs : others) += 1;
    }
    return theirs >= 3 && theirs >= 2 * others;
  }

  std::string other_side(std::size_t index) const {
    const Encounter& encounter = resolution_.encounter;
    const std::vector<std::int32_t>& speakers = resolution_.referents[index].entities;
    if (speakers.size() != 1 || resolution_.drafts[index].attribution.nested) return {};
    const NamedEntity& speaker = resolution_.entity(speakers.front());
    const NamedEntity& host = resolution_.entity(encounter.host);
    const NamedEntity& guest = resolution_.entity(encounter.guest);
    if (speakers.front() == encounter.host) return guest.name;
    if (speakers.front() == encounter.guest) return host.name;
    // "Malaysia believes": a country speaks through who is there for it.
    if (speaker.kind != EntityKind::country || host.country == guest.country) return {};
    return speaker.name == host.country ? guest.name : speaker.name == guest.country ? host.name : std::string();
  }

  // "In a post on X, Trump dwelt on trade": what is said elsewhere than in the encounter.
  bool to_the_public(std::size_t index) const {
    const Attribution& attribution = resolution_.drafts[index].attribution;
    if (attribution.cue.empty()) return false;
    constexpr std::array<std::string_view, 11> kWords = {"post",        "posts",  "posted",   "tweet",
                                                         "tweeted",     "thread", "social",   "reporters",
                                                         "journalists", "press",  "interview"};
    const std::uint32_t cue = resolution_.reader.tokens_of(attribution.cue.front()).begin;
    const Range sentence = document_.sentences[resolution_.sentence_of(cue)].tokens;
    const std::uint32_t end = std::min(sentence.end, cue + kReach);
    for (std::uint32_t at = std::max(sentence.begin, cue - std::min(cue, kReach)); at < end; ++at) {
      const Span word = document_.tokens[at].span;
      const bool said = std::any_of(attribution.content.begin(), attribution.content.end(),
                                    [&](Span content) { return content.contains(word); });
      if (!said && std::find(kWords.begin(), kWords.end(), resolution_.reader.lower(at)) != kWords.end()) return true;
    }
    return false;
  }

  // Is `name` the government of the person's country, which the text may name in his or her stead?
  bool government_of(const std::string& name, const std::string& person) const {
    const Encounter& encounter = resolution_.encounter;
    const NamedEntity& other =
        resolution_.entity(resolution_.entity(encounter.host).name == person ? encounter.host : encounter.guest);
    return resolution_.reader.government_name(other.country) == name;
  }

  std::string name_of_hearer(Span words, std::size_t index) {
    const Range phrase = resolution_.reader.tokens_of(words);
    if (phrase.empty()) return {};
    const std::uint32_t first = phrase.begin;
    Referent referent;
    if (phrase.size() == 1 && (classes(first) & (kSubjectPronoun | kObjectPronoun)) != 0) {
      referent = pronoun(first, words, index);
    } else if (std::string other = other_by_role(phrase, index); !other.empty()) {
      return other;
    } else {
      referent = resolution_.reader.read(words, resolution_.viewpoint(phrase, index, words));
      if (referent.empty()) return body_words(phrase, index);
    }
    if (same_as_speaker(referent, index)) return {};
    return resolution_.name_of(referent);
  }

  // "his host", "her counterpart": the other one of the encounter.
  std::string other_by_role(Range phrase, std::size_t index) const {
    if (phrase.size() != 2 || (classes(phrase.begin) & kPossessive) == 0) return {};
    constexpr std::array<std::string_view, 6> kRoles = {"host",   "guest",   "counterpart",
                                                        "caller", "visitor", "colleague"};
    const std::string noun = resolution_.reader.lower(phrase.begin + 1);
    if (std::find(kRoles.begin(), kRoles.end(), noun) == kRoles.end()) return {};
    return resolution_.encounter.found() && resolution_.encounter.host >= 0 ? other_side(index) : std::string();
  }

  bool same_as_speaker(const Referent& referent, std::size_t index) const {
    const Referent& speaker = resolution_.referents[index];
    return !referent.entities.empty() ? referent.entities == speaker.entities : referent.name == speaker.name;
  }

  Referent pronoun(std::uint32_t token, Span words, std::size_t index) const {
    const std::string word = resolution_.reader.lower(token);
    if (word == "me" || word == "us" || word == "i" || word == "we") {
      const std::int32_t around = resolution_.outer(index, words);
      return around < 0 ? Referent{} : resolution_.referents[static_cast<std::size_t>(around)];
    }
    const std::int32_t person =
        resolution_.person_of_pronoun(token, resolution_.speaker(static_cast<std::int32_t>(index)));
    return person < 0 ? Referent{} : Referent{{person}, {}, false};
  }

  // "the harbour board", "a Diet committee": one body, by its own words. Groups without a name ("reporters") are none.
  std::string body_words(Range phrase, std::size_t index) const {
    std::uint32_t begin = phrase.begin;
    if ((classes(begin) & kDeterminer) != 0) ++begin;
    if (begin >= phrase.end || (classes(begin) & kPossessive) != 0) return {};
    constexpr std::array<std::string_view, 13> kBodies = {"committee", "council",  "commission", "board", "parliament",
                                                          "assembly",  "congress", "senate",     "court", "embassy",
                                                          "ministry",  "forum",    "panel"};
    const std::string noun = resolution_.reader.lower(phrase.end - 1);
    if (noun == "parliament" && phrase.end - begin == 1) return parliament_of(index);
    if (phrase.end - begin < 2 || std::find(kBodies.begin(), kBodies.end(), noun) == kBodies.end()) return {};
    return std::string(document_.view({document_.tokens[begin].span.begin, document_.tokens[phrase.end - 1].span.end}));
  }

  // "told parliament": that of the speaker's country.
  std::string parliament_of(std::size_t index) const {
    const std::int32_t speaker = resolution_.speaker(static_cast<std::int32_t>(index));
    if (speaker < 0) return {};
    std::string government = resolution_.reader.government_name(resolution_.entity(speaker).country);
    if (!government.ends_with(" government")) return {};
    government.resize(government.size() - 10);
    return government + "parliament";
  }

  // Whoever asked right before the answer, somebody else.
  std::string answered(std::size_t index) const {
    const Referent& speaker = resolution_.referents[index];
    const bool nested = resolution_.drafts[index].attribution.nested;
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < 2; ++steps) {
      const Attribution& asked = resolution_.drafts[i].attribution;
      const Referent& before = resolution_.referents[i];
      if (asked.nested != nested || before.empty() || before.entities == speaker.entities) continue;
      const bool to_speaker = !asked.addressee.empty() && asked.addressee == resolution_.name_of(speaker);
      const std::string_view words = document_.view(asked.content.back());
      const bool question =
          words.find('?') != std::string_view::npos || words.starts_with("whether") || words.starts_with("if");
      return to_speaker || question ? resolution_.name_of(before) : std::string();
    }
    return {};
  }

  // A question is put to whoever answers next, an answer to whoever asked last: by name, else by the label.
  void address_turns() {
    std::string asked;
    Draft* open_question = nullptr;
    for (Draft& draft : resolution_.drafts) {
      if (!draft.is_turn) continue;
      Attribution& attribution = draft.attribution;
      if (attribution.role == SpeakerRole::questioner) {
        asked =
            attribution.speaker.empty() ? std::string(document_.view(attribution.source.front())) : attribution.speaker;
        open_question = &draft;
        continue;
      }
      if (!attribution.speaker.empty()) attribution.addressee = asked;
      if (open_question != nullptr) open_question->attribution.addressee = attribution.speaker;
      open_question = nullptr;
    }
  }

  Resolution& resolution_;
  const Document& document_;
  bool readout_;
};

}  // namespace

void resolve_addressees(Resolution& resolution) {
  AddresseeResolver(resolution).resolve();
}

}  // namespace quoth
