// What tells whom a pronoun means: yes-or-no features of a pronoun and a person referred to before it.
//
// Nearness, grammatical position by cheap cues, prominence, gender, quotation: the factors of Lappin and Leass (1994),
// weighed by a conditional logistic model over the candidates and "none of them" as in Denis and Baldridge (2008).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/name_evidence_internal.h"
#include "quoth/base/span.h"

namespace quoth {

enum class ReferenceForm : std::uint8_t { name, description, pronoun };

// A place where the text refers to one person.
struct PersonReference {
  Range tokens;  // into Document::tokens
  ReferenceForm form = ReferenceForm::name;
  Gender gender = Gender::unknown;
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  std::int32_t quote = -1;  // the innermost Quote it stands in
  bool subject = false;     // a verb follows
  bool opens = false;       // no verb and no comma stands before it in its sentence
  bool speaks = false;      // a verb that attributes stands beside it
  bool trails = false;      // ", he said": the words that it is said of stand before it
  bool possessive = false;
  bool after_preposition = false;
  bool after_verb = false;
  bool in_heading = false;
};

// A person, as far as the text has told up to somewhere.
struct PersonSoFar {
  std::int32_t entity = -1;  // index into Mentions::entities; -1: without a name
  Gender gender = Gender::unknown;
  bool sure = false;        // a person beyond doubt
  bool registered = false;  // the registry knows him or her
  std::uint32_t times = 0;
  std::uint32_t pronouns = 0;  // of those times
  NameEvidence evidence;       // of the whole text
  PersonReference last;
  PersonReference last_named;  // the last that is no pronoun
  std::optional<PersonReference> last_subject;
  std::optional<PersonReference> last_opening;  // the last as a subject that opens its sentence
  std::optional<PersonReference> last_speaking;
  std::optional<PersonReference> last_pronoun;
};

// Indexes of the features that hold; few.
using AntecedentFeatures = std::vector<std::uint8_t>;

struct AntecedentCandidate {
  std::int32_t person = 0;  // a number for the person, the same wherever the text refers to him or her
  const PersonSoFar* known = nullptr;
  AntecedentFeatures features;
};

inline constexpr std::size_t kAntecedentFeatures = 71;
inline constexpr std::size_t kMostCandidates = 12;

// Names of the features, for people who read the weights.
std::string_view antecedent_feature_name(std::size_t feature);

// Fills `features` of the candidates, which are ordered from the one referred to last.
void set_antecedent_features(const PersonReference& pronoun, std::vector<AntecedentCandidate>& candidates);

// The features of "none of them".
AntecedentFeatures no_antecedent_features(const PersonReference& pronoun,
                                          const std::vector<AntecedentCandidate>& candidates);

// Chances of the candidates and, last, of "none of them"; they sum to 1.
std::vector<double> antecedent_chances(const PersonReference& pronoun,
                                       const std::vector<AntecedentCandidate>& candidates);

}  // namespace quoth
