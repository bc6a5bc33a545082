#include <algorithm>
#include <initializer_list>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {
namespace {

enum Feature : std::uint8_t {
  kDistance0,
  kDistance1,
  kDistance2,
  kDistance3,
  kDistance5,
  kDistanceFar,
  kNearest,
  kSecond,
  kThird,
  kFarther,
  kLatestSubject,
  kLatestOpening,
  kLatestSpeaker,
  kLastIsName,
  kLastIsDescription,
  kLastIsPronoun,
  kSubject,
  kOpens,
  kPossessive,
  kAfterPreposition,
  kAfterVerb,
  kHeading,
  kSubjectHere,
  kSubjectSentenceBefore,
  kSubjectFarther,
  kOpensSentenceBefore,
  kBothSubjects,
  kObjectOfSubjectHere,
  kPossessiveOfSubjectHere,
  kBothSpeakNear,
  kLatestSpeakerSpeaks,
  kTrailsSameSentence,
  kTrailsEarlier,
  kOnce,
  kFewTimes,
  kOften,
  kVeryOften,
  kSameGender,
  kUnknownGenderSure,
  kUnknownGenderUnsure,
  kRegistered,
  kUnnamed,
  kBothOutside,
  kIntoQuote,
  kOutOfQuote,
  kSameQuote,
  kOtherQuote,
  kSameParagraph,
  kNamedNear,
  kNamedFar,
  kForemost,
  kUnsureActs,
  kUnsureSpeaks,
  kUnsurePlaced,
  kUnsureDetermined,
  kUnsureThing,
  kNoPronounYet,
  kPronounOnce,
  kPronounsBefore,
  kLatestPronoun,
  kPronounSentenceBefore,
  kSecondSpeaker,
  kSecondSpeakerTrails,
  kLatestSpeakerTrails,
  kSpeaksHereOutside,
  kTrailsSameSentenceNamed,
  kNobody,
  kNobodyOfOne,
  kNobodyInQuote,
  kNobodyOpening,
  kNobodyFar,
  kFeatures
};
static_assert(kFeatures == kAntecedentFeatures);

constexpr std::array<std::string_view, kAntecedentFeatures> kNames = {
    "same sentence",
    "sentence before",
    "two sentences back",
    "three or four back",
    "five to seven back",
    "eight or more back",
    "nearest",
    "second nearest",
    "third nearest",
    "farther",
    "last subject of all candidates",
    "last to open a sentence of all candidates",
    "last to speak of all candidates",
    "last by name",
    "last by description",
    "last by pronoun",
    "last as subject",
    "last opening its sentence",
    "last as possessive",
    "last after a preposition",
    "last after a verb",
    "last in a heading",
    "subject of the same sentence",
    "subject of the sentence before",
    "subject farther back",
    "opens the sentence before",
    "subject, as the pronoun",
    "subject, pronoun its object",
    "subject, pronoun possessive",
    "both beside verbs of speech, near",
    "last to speak, pronoun beside a verb of speech",
    "same sentence as a trailing pronoun",
    "before the sentence of a trailing pronoun",
    "referred to once",
    "two or three times",
    "four to seven times",
    "eight times or more",
    "same gender",
    "gender unknown, a person",
    "gender unknown, perhaps no person",
    "in the registry",
    "without a name",
    "both outside quotations",
    "pronoun inside a quotation",
    "candidate inside a quotation",
    "same quotation",
    "two quotations",
    "same paragraph",
    "named at most two sentences back",
    "named farther back",
    "named most of all candidates",
    "perhaps no person, but acts somewhere",
    "perhaps no person, but speaks somewhere",
    "perhaps no person, stands as a place somewhere",
    "perhaps no person, with an article somewhere",
    "perhaps no person, ends as a word for a thing",
    "no pronoun before",
    "one pronoun before",
    "several pronouns before",
    "last by pronoun of all candidates",
    "a pronoun in this sentence or the one before",
    "last but one to speak",
    "last but one to speak, pronoun after a quotation",
    "last to speak, pronoun after a quotation",
    "speaks beside the quotation that the pronoun is in",
    "same sentence as a trailing pronoun, no pronoun itself",
    "nobody",
    "nobody, one candidate",
    "nobody, pronoun in a quotation",
    "nobody, pronoun opens its sentence",
    "nobody, candidates three or more sentences back",
};

std::uint32_t sentences_back(const PersonReference& pronoun, const PersonReference& reference) {
  return pronoun.sentence - reference.sentence;
}

Feature distance_feature(std::uint32_t back) {
  if (back <= 2) return static_cast<Feature>(kDistance0 + back);
  return back <= 4 ? kDistance3 : back <= 7 ? kDistance5 : kDistanceFar;
}

void add_position(const PersonReference& pronoun, const PersonReference& last, AntecedentFeatures& features) {
  const std::uint32_t back = sentences_back(pronoun, last);
  const auto add = [&](Feature feature, bool holds) {
    if (holds) features.push_back(feature);
  };
  add(distance_feature(back), true);
  add(kSubject, last.subject);
  add(kOpens, last.opens);
  add(kPossessive, last.possessive);
  add(kAfterPreposition, last.after_preposition);
  add(kAfterVerb, last.after_verb);
  add(kHeading, last.in_heading);
  add(kObjectOfSubjectHere, back == 0 && last.subject && pronoun.after_verb);
  add(kPossessiveOfSubjectHere, back == 0 && last.subject && pronoun.possessive);
  add(kTrailsSameSentence, pronoun.trails && back == 0);
  add(kTrailsSameSentenceNamed, pronoun.trails && back == 0 && last.form != ReferenceForm::pronoun);
  add(kTrailsEarlier, pronoun.trails && back > 0);
  add(kSameParagraph, last.paragraph == pronoun.paragraph);
  add(kBothOutside, last.quote < 0 && pronoun.quote < 0);
  add(kIntoQuote, last.quote < 0 && pronoun.quote >= 0);
  add(kOutOfQuote, last.quote >= 0 && pronoun.quote < 0);
  add(kSameQuote, last.quote >= 0 && last.quote == pronoun.quote);
  add(kOtherQuote, last.quote >= 0 && pronoun.quote >= 0 && last.quote != pronoun.quote);
}

void add_person(const PersonReference& pronoun, const PersonSoFar& known, AntecedentFeatures& features) {
  const PersonReference& last = known.last;
  features.push_back(last.form == ReferenceForm::name          ? kLastIsName
                     : last.form == ReferenceForm::description ? kLastIsDescription
                                                               : kLastIsPronoun);
  if (known.last_subject) {
    const std::uint32_t back = sentences_back(pronoun, *known.last_subject);
    features.push_back(back == 0 ? kSubjectHere : back == 1 ? kSubjectSentenceBefore : kSubjectFarther);
    if (back == 1 && known.last_subject->opens) features.push_back(kOpensSentenceBefore);
    if (back <= 1 && pronoun.subject) features.push_back(kBothSubjects);
  }
  if (known.last_speaking && pronoun.speaks && sentences_back(pronoun, *known.last_speaking) <= 1)
    features.push_back(kBothSpeakNear);
  features.push_back(known.times <= 1 ? kOnce : known.times <= 3 ? kFewTimes : known.times <= 7 ? kOften : kVeryOften);
  features.push_back(known.gender != Gender::unknown ? kSameGender
                     : known.sure                    ? kUnknownGenderSure
                                                     : kUnknownGenderUnsure);
  const NameEvidence& evidence = known.evidence;
  if (!known.sure && evidence.acts > 0) features.push_back(kUnsureActs);
  if (!known.sure && evidence.speaks > 0) features.push_back(kUnsureSpeaks);
  if (!known.sure && evidence.placed > 0) features.push_back(kUnsurePlaced);
  if (!known.sure && evidence.determined > 0) features.push_back(kUnsureDetermined);
  if (!known.sure && evidence.thing) features.push_back(kUnsureThing);
  features.push_back(known.pronouns == 0 ? kNoPronounYet : known.pronouns == 1 ? kPronounOnce : kPronounsBefore);
  if (known.last_pronoun && sentences_back(pronoun, *known.last_pronoun) <= 1)
    features.push_back(kPronounSentenceBefore);
  if (known.last_speaking && pronoun.quote >= 0 && known.last_speaking->quote < 0 &&
      sentences_back(pronoun, *known.last_speaking) == 0)
    features.push_back(kSpeaksHereOutside);
  if (known.registered) features.push_back(kRegistered);
  if (known.entity < 0) features.push_back(kUnnamed);
  features.push_back(sentences_back(pronoun, known.last_named) <= 2 ? kNamedNear : kNamedFar);
}

// Who spoke last and who before: in a dialogue they take turns.
void mark_speakers(const PersonReference& pronoun, std::vector<AntecedentCandidate>& candidates) {
  AntecedentCandidate* latest = nullptr;
  AntecedentCandidate* second = nullptr;
  const auto after = [](const AntecedentCandidate& a, const AntecedentCandidate* b) {
    return b == nullptr || a.known->last_speaking->tokens.begin > b->known->last_speaking->tokens.begin;
  };
  for (AntecedentCandidate& candidate : candidates) {
    if (!candidate.known->last_speaking) continue;
    if (after(candidate, latest)) {
      second = latest;
      latest = &candidate;
    } else if (after(candidate, second)) {
      second = &candidate;
    }
  }
  if (latest != nullptr && pronoun.trails) latest->features.push_back(kLatestSpeakerTrails);
  if (second != nullptr) second->features.push_back(kSecondSpeaker);
  if (second != nullptr && pronoun.trails) second->features.push_back(kSecondSpeakerTrails);
}

}  // namespace

std::string_view antecedent_feature_name(std::size_t feature) {
  return kNames[feature];
}

void set_antecedent_features(const PersonReference& pronoun, std::vector<AntecedentCandidate>& candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    AntecedentFeatures& features = candidates[i].features;
    features.clear();
    features.push_back(static_cast<std::uint8_t>(kNearest + std::min<std::size_t>(i, 3)));
    add_position(pronoun, candidates[i].known->last, features);
    add_person(pronoun, *candidates[i].known, features);
  }
  const auto mark_latest = [&](auto reference_of, std::initializer_list<Feature> marks) {
    AntecedentCandidate* latest = nullptr;
    for (AntecedentCandidate& candidate : candidates) {
      const auto& reference = reference_of(*candidate.known);
      if (reference && (latest == nullptr || reference->tokens.begin > reference_of(*latest->known)->tokens.begin))
        latest = &candidate;
    }
    if (latest != nullptr) latest->features.insert(latest->features.end(), marks.begin(), marks.end());
  };
  mark_latest([](const PersonSoFar& known) -> const auto& { return known.last_subject; }, {kLatestSubject});
  mark_latest([](const PersonSoFar& known) -> const auto& { return known.last_opening; }, {kLatestOpening});
  mark_latest([](const PersonSoFar& known) -> const auto& { return known.last_pronoun; }, {kLatestPronoun});
  mark_speakers(pronoun, candidates);
  AntecedentCandidate* foremost = nullptr;
  for (AntecedentCandidate& candidate : candidates) {
    if (foremost == nullptr || candidate.known->evidence.times > foremost->known->evidence.times) foremost = &candidate;
  }
  if (foremost != nullptr && foremost->known->evidence.times > 1) foremost->features.push_back(kForemost);
  if (pronoun.speaks) {
    mark_latest([](const PersonSoFar& known) -> const auto& { return known.last_speaking; },
                {kLatestSpeaker, kLatestSpeakerSpeaks});
  } else {
    mark_latest([](const PersonSoFar& known) -> const auto& { return known.last_speaking; }, {kLatestSpeaker});
  }
}

AntecedentFeatures no_antecedent_features(const PersonReference& pronoun,
                                          const std::vector<AntecedentCandidate>& candidates) {
  AntecedentFeatures features = {kNobody};
  if (candidates.size() == 1) features.push_back(kNobodyOfOne);
  if (pronoun.quote >= 0) features.push_back(kNobodyInQuote);
  if (pronoun.opens) features.push_back(kNobodyOpening);
  const bool far = std::all_of(candidates.begin(), candidates.end(), [&](const AntecedentCandidate& candidate) {
    return sentences_back(pronoun, candidate.known->last) >= 3;
  });
  if (far) features.push_back(kNobodyFar);
  return features;
}

}  // namespace quoth
