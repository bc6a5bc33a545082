// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.951F,  // same sentence
    0.819F,  // sentence before
    0.410F,  // two sentences back
    -0.657F,  // three or four back
    -1.223F,  // five to seven back
    -1.708F,  // eight or more back
    0.472F,  // nearest
    0.079F,  // second nearest
    -0.138F,  // third nearest
    -0.820F,  // farther
    0.320F,  // last subject of all candidates
    -0.026F,  // last to open a sentence of all candidates
    -0.012F,  // last to speak of all candidates
    -0.532F,  // last by name
    0.314F,  // last by description
    -0.189F,  // last by pronoun
    0.670F,  // last as subject
    -0.386F,  // last opening its sentence
    0.450F,  // last as possessive
    0.110F,  // last after a preposition
    0.525F,  // last after a verb
    -0.699F,  // last in a heading
    -1.097F,  // subject of the same sentence
    -0.961F,  // subject of the sentence before
    -0.363F,  // subject farther back
    0.673F,  // opens the sentence before
    0.718F,  // subject, as the pronoun
    0.306F,  // subject, pronoun its object
    0.969F,  // subject, pronoun possessive
    0.949F,  // both beside verbs of speech, near
    0.146F,  // last to speak, pronoun beside a verb of speech
    -0.353F,  // same sentence as a trailing pronoun
    1.207F,  // before the sentence of a trailing pronoun
    -1.123F,  // referred to once
    -0.216F,  // two or three times
    0.241F,  // four to seven times
    0.691F,  // eight times or more
    0.781F,  // same gender
    0.016F,  // gender unknown, a person
    -1.205F,  // gender unknown, perhaps no person
    -0.125F,  // in the registry
    -0.449F,  // without a name
    0.276F,  // both outside quotations
    -0.617F,  // pronoun inside a quotation
    -0.186F,  // candidate inside a quotation
    -0.188F,  // same quotation
    0.307F,  // two quotations
    0.460F,  // same paragraph
    -0.275F,  // named at most two sentences back
    -0.133F,  // named farther back
    0.408F,  // nobody
    0.273F,  // nobody, one candidate
    0.498F,  // nobody, pronoun in a quotation
    -0.177F,  // nobody, pronoun opens its sentence
    -0.950F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
