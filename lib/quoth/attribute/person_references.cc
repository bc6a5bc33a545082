#include <algorithm>
#include <optional>
#include <unordered_map>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_descriptions_internal.h"
#include "quoth/attribute/person_nouns_internal.h"
#include "quoth/attribute/person_references_internal.h"
#include "quoth/attribute/reference_places_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kMemory = 15;  // sentences over which a pronoun finds its person

class ReferenceWalker {
 public:
  ReferenceWalker(const Reading& reading, const Mentions& mentions, const DescriptionReader& describe,
                  const AntecedentChooser& choose)
      : reading_(reading),
        document_(reading.document),
        places_(reading),
        descriptions_(reading, mentions, places_),
        mentions_(mentions),
        describe_(describe),
        choose_(choose),
        evidence_(read_name_evidence(reading, mentions)) {
    learn_entities();
  }

  void walk() {
    for (paragraph_ = 0; paragraph_ < document_.paragraphs.size(); ++paragraph_) {
      const Paragraph& paragraph = document_.paragraphs[paragraph_];
      for (sentence_ = paragraph.sentences.begin; sentence_ < paragraph.sentences.end; ++sentence_) {
        tokens_ = document_.sentences[sentence_].tokens;
        places_.enter(paragraph_, sentence_);
        descriptions_.enter(sentence_);
        for (std::uint32_t at = tokens_.begin; at < tokens_.end;) at = take(at);
      }
    }
  }

 private:
  // Entities may come to light on the way: whoever is named by an office alone.
  void learn_entities() {
    for (std::size_t i = named_.size(); i < mentions_.entities.size(); ++i) {
      const NamedEntity& entity = mentions_.entities[i];
      named_.push_back({.entity = static_cast<std::int32_t>(i),
                        .gender = entity.gender,
                        .sure = entity.sure_person,
                        .registered = entity.registry >= 0,
                        .evidence = i < evidence_.size() ? evidence_[i] : NameEvidence{},
                        .last = {},
                        .last_named = {},
                        .last_subject = {},
                        .last_opening = {},
                        .last_speaking = {},
                        .last_pronoun = {}});
    }
  }

  PersonSoFar& known(std::int32_t person) {
    return person >= 0 ? named_[static_cast<std::size_t>(person)] : unnamed_[static_cast<std::size_t>(-1 - person)];
  }

  static std::string lower(std::string_view word) {
    std::string out;
    lower_word(word, out);
    return out;
  }
  std::string lower(std::uint32_t token) const { return lower(view(token)); }

  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }
  bool has(std::uint32_t token, std::uint32_t some) const { return (reading_.word_classes[token] & some) != 0; }

  // Reads what begins at token `at`; the token after it.
  std::uint32_t take(std::uint32_t at) {
    while (next_ < mentions_.mentions.size() && mentions_.mentions[next_].tokens.begin < at) ++next_;
    if (next_ < mentions_.mentions.size() && mentions_.mentions[next_].tokens.begin == at) {
      const Mention& mention = mentions_.mentions[next_];
      const EntityKind kind = mentions_.entities[static_cast<std::size_t>(mention.entity)].kind;
      if (kind == EntityKind::person) take_name(mention);
      if (kind == EntityKind::country) {
        if (const std::optional<Range> description = descriptions_.behind_country(mention))
          take_description(*description);
      }
      return std::max(mention.tokens.end, at + 1);
    }
    if (gendered_pronoun(at)) {
      take_pronoun(at);
      return at + 1;
    }
    if (const std::optional<Range> description = descriptions_.read(at)) take_description(*description);
    return at + 1;
  }

  bool gendered_pronoun(std::uint32_t at) const {
    return has(at, kMale | kFemale) && has(at, kSubjectPronoun | kObjectPronoun | kPossessive);
  }

  // "Mao Ning:" opens a turn; who speaks in it is no "he" or "she" there.
  bool labels_turn(Range tokens) const {
    const bool opens = sentence_ == document_.paragraphs[paragraph_].sentences.begin;
    return opens && tokens.end < tokens_.end && view(tokens.end) == ":" && tokens.begin - tokens_.begin <= 4;
  }

  void take_name(const Mention& mention) {
    if (labels_turn(mention.tokens)) return;
    descriptions_.saw_name(mention.tokens.end);
    PersonReference reference = places_.reference_at(mention.tokens, ReferenceForm::name);
    if (mention.possessive) {
      reference.possessive = true;
      reference.subject = false;
    }
    refer(mention.entity, reference);
  }

  void take_description(Range tokens) {
    PersonReference reference = places_.reference_at(tokens, ReferenceForm::description);
    std::string_view noun = view(tokens.end - 1);
    const std::size_t ending = noun.ends_with("'s") ? 2 : noun.ends_with("’s") ? 4 : 0;
    noun.remove_suffix(ending);
    reference.possessive = ending != 0;
    reference.gender = read_person_noun(noun, listed_word_classes(noun)).gender;
    const std::int32_t entity = describe_(tokens, descriptions_.with_complement(tokens));
    learn_entities();
    if (entity >= 0) {
      refer(entity, reference);
      return;
    }
    // "the surveyor" goes on from "a surveyor", "my aunt" from "my aunt" alone.
    std::string key = has(tokens.begin, kPossessive) ? lower(tokens.begin) + " " : std::string();
    key += lower(noun);
    const std::string opening = lower(tokens.begin);
    const bool again = has(tokens.begin, kPossessive) || opening == "the" || opening == "this" || opening == "that";
    const auto described = described_.find(key);
    if (again && described != described_.end()) {
      refer(described->second, reference);
      return;
    }
    described_[key] = add_unnamed(reference);
  }

  std::int32_t add_unnamed(const PersonReference& reference) {
    const std::int32_t person = -1 - static_cast<std::int32_t>(unnamed_.size());
    PersonSoFar somebody;
    somebody.gender = reference.gender;
    somebody.sure = true;
    unnamed_.push_back(somebody);
    refer(person, reference);
    return person;
  }

  void take_pronoun(std::uint32_t at) {
    PersonReference pronoun = places_.reference_at({at, at + 1}, ReferenceForm::pronoun);
    pronoun.gender = has(at, kMale) ? Gender::male : Gender::female;
    const bool object_too = has(at, kPossessive) && has(at, kObjectPronoun);  // "her"
    const bool noun_follows = at + 1 < tokens_.end && document_.tokens[at + 1].kind == TokenKind::word &&
                              !has(at + 1, kPreposition | kDeterminer | kSubordinator | kCoordinator | kAdverb);
    pronoun.possessive = has(at, kPossessive) && (!object_too || noun_follows);
    std::vector<AntecedentCandidate> candidates = candidates_of(pronoun);
    set_antecedent_features(pronoun, candidates);
    const std::size_t chosen = choose_(pronoun, candidates);
    if (chosen < candidates.size()) {
      const std::int32_t person = candidates[chosen].person;
      if (known(person).gender == Gender::unknown) known(person).gender = pronoun.gender;
      refer(person, pronoun);
    } else {
      add_unnamed(pronoun);
    }
  }

  // Persons of the gender, from the one referred to last.
  std::vector<AntecedentCandidate> candidates_of(const PersonReference& pronoun) {
    std::vector<AntecedentCandidate> candidates;
    for (auto person = recent_.rbegin(); person != recent_.rend() && candidates.size() < kMostCandidates; ++person) {
      const PersonSoFar& candidate = known(*person);
      if (pronoun.sentence - candidate.last.sentence > kMemory) break;
      if (candidate.gender == Gender::unknown || candidate.gender == pronoun.gender)
        candidates.push_back({.person = *person, .known = &candidate, .features = {}});
    }
    return candidates;
  }

  void refer(std::int32_t person, const PersonReference& reference) {
    PersonSoFar& somebody = known(person);
    ++somebody.times;
    somebody.last = reference;
    if (reference.subject) somebody.last_subject = reference;
    if (reference.speaks && reference.tokens.size() > 1) somebody.sure = true;
    if (reference.subject && reference.opens) somebody.last_opening = reference;
    if (reference.speaks && !reference.possessive) somebody.last_speaking = reference;
    if (reference.form == ReferenceForm::pronoun) {
      ++somebody.pronouns;
      somebody.last_pronoun = reference;
    }
    if (reference.form != ReferenceForm::pronoun || somebody.times == 1) somebody.last_named = reference;
    if (somebody.gender == Gender::unknown && reference.form != ReferenceForm::pronoun)
      somebody.gender = reference.gender;
    if (const auto before = std::find(recent_.rbegin(), recent_.rend(), person); before != recent_.rend())
      recent_.erase(std::next(before).base());
    recent_.push_back(person);
    if (recent_.size() > 4 * kMostCandidates) recent_.erase(recent_.begin());
  }

  const Reading& reading_;
  const Document& document_;
  ReferencePlaces places_;
  PersonDescriptions descriptions_;
  const Mentions& mentions_;
  const DescriptionReader& describe_;
  const AntecedentChooser& choose_;
  std::vector<NameEvidence> evidence_;                       // by entity
  std::vector<PersonSoFar> named_;                           // by entity
  std::vector<PersonSoFar> unnamed_;                         // person -1 is the first
  std::vector<std::int32_t> recent_;                         // persons, the one referred to last at the end
  std::unordered_map<std::string, std::int32_t> described_;  // persons without a name, by noun
  std::size_t next_ = 0;                                     // mention
  std::uint32_t paragraph_ = 0;
  std::uint32_t sentence_ = 0;
  Range tokens_;  // of the sentence
};

}  // namespace

void refer_persons(const Reading& reading, const Mentions& mentions, const DescriptionReader& describe,
                   const AntecedentChooser& choose) {
  ReferenceWalker(reading, mentions, describe, choose).walk();
}

std::vector<PronounLink> link_pronouns(const Reading& reading, const Mentions& mentions,
                                       const DescriptionReader& describe) {
  std::vector<PronounLink> links;
  refer_persons(reading, mentions, describe,
                [&](const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates) {
                  const std::vector<double> chances = antecedent_chances(pronoun, candidates);
                  const auto best =
                      static_cast<std::size_t>(std::max_element(chances.begin(), chances.end()) - chances.begin());
                  const bool somebody = best < candidates.size();
                  PronounLink link{.token = pronoun.tokens.begin,
                                   .entity = somebody ? candidates[best].known->entity : -1,
                                   .probability = chances[best]};
                  for (std::size_t c = 0; c < candidates.size(); ++c) {
                    if (c == best || candidates[c].known->entity < 0 || chances[c] <= link.second_probability) continue;
                    link.second = candidates[c].known->entity;
                    link.second_probability = chances[c];
                  }
                  links.push_back(link);
                  return best;
                });
  return links;
}

}  // namespace quoth
