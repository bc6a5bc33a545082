// Where a text refers to single persons, by name, by description or by pronoun, and to whom the pronouns refer.
//
// A linear ranker over the persons named or described before: see antecedent_features_internal.h. It knows nothing of
// statements; who speaks is speakers.cc's business.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/attribute/antecedent_features_internal.h"
#include "quoth/attribute/zone_internal.h"

namespace quoth {

// A pronoun, and the person that it refers to.
struct PronounLink {
  std::uint32_t token = 0;   // index into Document::tokens
  std::int32_t entity = -1;  // index into Mentions::entities; -1: somebody without a name, or nobody is likely
  double probability = 0;    // of the choice, 0 to 1
  std::int32_t second = -1;  // the next likeliest of those with a name, for where the first cannot be
  double second_probability = 0;
};

// The entity that a description ("the president") stands for, -1 where it stands for nobody named. `phrase` is the
// description with what follows it: "the president of Egypt".
using DescriptionReader = std::function<std::int32_t(Range description, Range phrase)>;

// Chooses the antecedent of a pronoun: an index into the candidates, or their number for "none of them".
using AntecedentChooser =
    std::function<std::size_t(const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates)>;

// Goes through the text once and calls `choose` for each "he", "she", "him", "her" and "his" in order. What it chooses
// becomes part of what is known of the person. Linear in the text but for at most kMostCandidates persons a pronoun.
void refer_persons(const Reading& reading, const Mentions& mentions, const DescriptionReader& describe,
                   const AntecedentChooser& choose);

// The links of all such pronouns, in order, by the trained weights.
std::vector<PronounLink> link_pronouns(const Reading& reading, const Mentions& mentions,
                                       const DescriptionReader& describe);

}  // namespace quoth
