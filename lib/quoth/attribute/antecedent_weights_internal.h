// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.941F,  // same sentence
    0.830F,  // sentence before
    0.401F,  // two sentences back
    -0.651F,  // three or four back
    -1.212F,  // five to seven back
    -1.719F,  // eight or more back
    0.475F,  // nearest
    0.075F,  // second nearest
    -0.141F,  // third nearest
    -0.820F,  // farther
    0.334F,  // last subject of all candidates
    -0.003F,  // last to open a sentence of all candidates
    -0.034F,  // last to speak of all candidates
    -0.534F,  // last by name
    0.321F,  // last by description
    -0.197F,  // last by pronoun
    0.673F,  // last as subject
    -0.377F,  // last opening its sentence
    0.472F,  // last as possessive
    0.116F,  // last after a preposition
    0.517F,  // last after a verb
    -0.731F,  // last in a heading
    -1.121F,  // subject of the same sentence
    -0.999F,  // subject of the sentence before
    -0.364F,  // subject farther back
    0.667F,  // opens the sentence before
    0.714F,  // subject, as the pronoun
    0.351F,  // subject, pronoun its object
    0.968F,  // subject, pronoun possessive
    0.967F,  // both beside verbs of speech, near
    0.158F,  // last to speak, pronoun beside a verb of speech
    -0.387F,  // same sentence as a trailing pronoun
    1.203F,  // before the sentence of a trailing pronoun
    -1.136F,  // referred to once
    -0.227F,  // two or three times
    0.239F,  // four to seven times
    0.713F,  // eight times or more
    0.751F,  // same gender
    -0.004F,  // gender unknown, a person
    -1.157F,  // gender unknown, perhaps no person
    -0.104F,  // in the registry
    -0.438F,  // without a name
    0.283F,  // both outside quotations
    -0.538F,  // pronoun inside a quotation
    -0.183F,  // candidate inside a quotation
    -0.230F,  // same quotation
    0.258F,  // two quotations
    0.480F,  // same paragraph
    -0.276F,  // named at most two sentences back
    -0.134F,  // named farther back
    0.410F,  // nobody
    0.262F,  // nobody, one candidate
    0.510F,  // nobody, pronoun in a quotation
    -0.171F,  // nobody, pronoun opens its sentence
    -0.907F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
