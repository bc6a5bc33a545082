// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.942F,  // same sentence
    0.829F,  // sentence before
    0.401F,  // two sentences back
    -0.651F,  // three or four back
    -1.213F,  // five to seven back
    -1.719F,  // eight or more back
    0.472F,  // nearest
    0.065F,  // second nearest
    -0.143F,  // third nearest
    -0.804F,  // farther
    0.338F,  // last subject of all candidates
    -0.001F,  // last to open a sentence of all candidates
    -0.035F,  // last to speak of all candidates
    -0.532F,  // last by name
    0.322F,  // last by description
    -0.200F,  // last by pronoun
    0.676F,  // last as subject
    -0.378F,  // last opening its sentence
    0.473F,  // last as possessive
    0.123F,  // last after a preposition
    0.520F,  // last after a verb
    -0.729F,  // last in a heading
    -1.128F,  // subject of the same sentence
    -1.001F,  // subject of the sentence before
    -0.372F,  // subject farther back
    0.667F,  // opens the sentence before
    0.711F,  // subject, as the pronoun
    0.352F,  // subject, pronoun its object
    0.971F,  // subject, pronoun possessive
    0.964F,  // both beside verbs of speech, near
    0.160F,  // last to speak, pronoun beside a verb of speech
    -0.385F,  // same sentence as a trailing pronoun
    1.201F,  // before the sentence of a trailing pronoun
    -1.140F,  // referred to once
    -0.226F,  // two or three times
    0.241F,  // four to seven times
    0.715F,  // eight times or more
    0.756F,  // same gender
    -0.001F,  // gender unknown, a person
    -1.165F,  // gender unknown, perhaps no person
    -0.104F,  // in the registry
    -0.435F,  // without a name
    0.284F,  // both outside quotations
    -0.538F,  // pronoun inside a quotation
    -0.184F,  // candidate inside a quotation
    -0.230F,  // same quotation
    0.258F,  // two quotations
    0.479F,  // same paragraph
    -0.276F,  // named at most two sentences back
    -0.135F,  // named farther back
    0.410F,  // nobody
    0.264F,  // nobody, one candidate
    0.510F,  // nobody, pronoun in a quotation
    -0.174F,  // nobody, pronoun opens its sentence
    -0.910F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
