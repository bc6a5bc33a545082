#include <algorithm>
#include <optional>
#include <unordered_map>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_references_internal.h"
#include "quoth/attribute/reference_places_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kMemory = 15;           // sentences over which a pronoun finds its person
constexpr std::uint32_t kDescriptionReach = 7;  // tokens from the article to the noun

class ReferenceWalker {
 public:
  ReferenceWalker(const Reading& reading, const Mentions& mentions, const DescriptionReader& describe,
                  const AntecedentChooser& choose)
      : reading_(reading),
        document_(reading.document),
        places_(reading),
        mentions_(mentions),
        describe_(describe),
        choose_(choose) {
    learn_entities();
  }

  void walk() {
    for (paragraph_ = 0; paragraph_ < document_.paragraphs.size(); ++paragraph_) {
      const Paragraph& paragraph = document_.paragraphs[paragraph_];
      for (sentence_ = paragraph.sentences.begin; sentence_ < paragraph.sentences.end; ++sentence_) {
        tokens_ = document_.sentences[sentence_].tokens;
        places_.enter(paragraph_, sentence_);
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
                        .last = {},
                        .last_named = {},
                        .last_subject = {},
                        .last_opening = {},
                        .last_speaking = {}});
    }
  }

  PersonSoFar& known(std::int32_t person) {
    return person >= 0 ? named_[static_cast<std::size_t>(person)] : unnamed_[static_cast<std::size_t>(-1 - person)];
  }

  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }
  bool has(std::uint32_t token, std::uint32_t some) const { return (reading_.word_classes[token] & some) != 0; }

  // Reads what begins at token `at`; the token after it.
  std::uint32_t take(std::uint32_t at) {
    while (next_ < mentions_.mentions.size() && mentions_.mentions[next_].tokens.begin < at) ++next_;
    if (next_ < mentions_.mentions.size() && mentions_.mentions[next_].tokens.begin == at) {
      const Mention& mention = mentions_.mentions[next_];
      const EntityKind kind = mentions_.entities[static_cast<std::size_t>(mention.entity)].kind;
      if (kind == EntityKind::person) take_name(mention);
      // "Poland's foreign minister"
      if (kind == EntityKind::country && mention.possessive && !(at > tokens_.begin && has(at - 1, kDeterminer))) {
        if (const std::optional<std::uint32_t> noun = person_noun(mention.tokens.end - 1))
          take_description({at, *noun + 1});
      }
      return std::max(mention.tokens.end, at + 1);
    }
    if (gendered_pronoun(at)) {
      take_pronoun(at);
      return at + 1;
    }
    const bool bare = bare_title(at);
    if (has(at, kDeterminer)) {
      if (const std::optional<std::uint32_t> owner = possessor(at)) take_description({at, *owner + 1});
    }
    if ((bare || has(at, kDeterminer | kPossessive)) && !describes_last_name(at)) {
      if (const std::optional<std::uint32_t> noun = person_noun(bare ? at - 1 : at)) take_description({at, *noun + 1});
    }
    return at + 1;
  }

  // "Prime Minister conveyed his wishes": a title that opens a sentence without an article.
  bool bare_title(std::uint32_t at) const {
    return at == tokens_.begin && at > 0 && has(at, kCapitalised) && has(at, kTitleModifier | kOfficeNoun) &&
           !has(at, kTime | kVerb);
  }

  // "Anwar Ibrahim of Malaysia, the current chair," is one person.
  bool describes_last_name(std::uint32_t at) const {
    if (at == tokens_.begin || view(at - 1) != "," || named_until_ <= tokens_.begin) return false;
    if (at - named_until_ > kDescriptionReach) return false;
    for (std::uint32_t i = named_until_; i + 1 < at; ++i) {
      if (document_.tokens[i].kind != TokenKind::word || places_.may_be_finite(i) || places_.is_cue_verb(i))
        return false;
    }
    return true;
  }

  bool gendered_pronoun(std::uint32_t at) const {
    return has(at, kMale | kFemale) && has(at, kSubjectPronoun | kObjectPronoun | kPossessive);
  }

  // The noun of a description of one person that begins at token `at`.
  std::optional<std::uint32_t> person_noun(std::uint32_t at) const {
    std::optional<std::uint32_t> noun;
    for (std::uint32_t i = at + 1; i < std::min(tokens_.end, at + kDescriptionReach); ++i) {
      if (view(i) == "-") continue;
      if (document_.tokens[i].kind != TokenKind::word || places_.may_be_finite(i) || places_.is_cue_verb(i)) break;
      if (has(i,
              kPreposition | kCoordinator | kSubjectPronoun | kObjectPronoun | kRelative | kDeterminer | kPossessive))
        break;
      if (has(i, kPersonNoun | kOfficeNoun | kTitle)) noun = i;
    }
    if (!noun || has(*noun, kPlural) || names_person(*noun + 1)) return std::nullopt;
    // "the foreign minister, Johann Wadephul,": the name refers, its description only describes.
    const bool apposed = *noun + 2 < tokens_.end && view(*noun + 1) == "," && names_person(*noun + 2);
    return apposed ? std::nullopt : noun;
  }

  // "the prime minister's" of "the prime minister's spokesman".
  std::optional<std::uint32_t> possessor(std::uint32_t at) const {
    for (std::uint32_t i = at + 1; i < std::min(tokens_.end, at + kDescriptionReach); ++i) {
      std::string_view word = view(i);
      const std::size_t ending = word.ends_with("'s") ? 2 : word.ends_with("’s") ? 4 : 0;
      if (ending == 0) {
        if (document_.tokens[i].kind != TokenKind::word || places_.may_be_finite(i) ||
            has(i, kPreposition | kCoordinator))
          break;
        continue;
      }
      word.remove_suffix(ending);
      const std::uint32_t classes = listed_word_classes(word);
      if ((classes & (kPersonNoun | kOfficeNoun)) != 0 && (classes & kPlural) == 0) return i;
      break;
    }
    return std::nullopt;
  }

  bool names_person(std::uint32_t token) const {
    const auto mention = std::lower_bound(mentions_.mentions.begin(), mentions_.mentions.end(), token,
                                          [](const Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
    return mention != mentions_.mentions.end() && mention->tokens.begin == token &&
           mentions_.entities[static_cast<std::size_t>(mention->entity)].kind == EntityKind::person;
  }

  // "Mao Ning:" opens a turn; who speaks in it is no "he" or "she" there.
  bool labels_turn(Range tokens) const {
    const bool opens = sentence_ == document_.paragraphs[paragraph_].sentences.begin;
    return opens && tokens.end < tokens_.end && view(tokens.end) == ":" && tokens.begin - tokens_.begin <= 4;
  }

  void take_name(const Mention& mention) {
    if (labels_turn(mention.tokens)) return;
    named_until_ = mention.tokens.end;
    PersonReference reference = places_.reference_at(mention.tokens, ReferenceForm::name);
    if (mention.possessive) {
      reference.possessive = true;
      reference.subject = false;
    }
    refer(mention.entity, reference);
  }

  void take_description(Range tokens) {
    PersonReference reference = places_.reference_at(tokens, ReferenceForm::description);
    const std::uint32_t noun = tokens.end - 1;
    const std::string_view word = view(noun);
    reference.possessive = word.ends_with("'s") || word.ends_with("’s");
    reference.gender = has(noun, kMale) ? Gender::male : has(noun, kFemale) ? Gender::female : Gender::unknown;
    const std::int32_t entity = describe_(tokens, with_complement(tokens));
    learn_entities();
    if (entity >= 0) {
      refer(entity, reference);
      return;
    }
    std::string key;
    lower_word(word, key);
    const bool again = !has(tokens.begin, kPossessive) && (view(tokens.begin) == "the" || view(tokens.begin) == "The");
    const auto described = described_.find(key);
    if (again && described != described_.end()) {
      refer(described->second, reference);
      return;
    }
    described_[key] = add_unnamed(reference);
  }

  // "the president of Egypt": the phrase with what it is the president of.
  Range with_complement(Range tokens) const {
    if (tokens.end >= tokens_.end || view(tokens.end) != "of") return tokens;
    std::uint32_t end = tokens.end + 1;
    while (end < std::min(tokens_.end, tokens.end + kDescriptionReach) && has(end, kDeterminer | kCapitalised) &&
           document_.tokens[end].kind == TokenKind::word)
      ++end;
    return {tokens.begin, end};
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
  const Mentions& mentions_;
  const DescriptionReader& describe_;
  const AntecedentChooser& choose_;
  std::vector<PersonSoFar> named_;                           // by entity
  std::vector<PersonSoFar> unnamed_;                         // person -1 is the first
  std::vector<std::int32_t> recent_;                         // persons, the one referred to last at the end
  std::unordered_map<std::string, std::int32_t> described_;  // persons without a name, by noun
  std::size_t next_ = 0;                                     // mention
  std::uint32_t named_until_ = 0;                            // the token after the last name
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
