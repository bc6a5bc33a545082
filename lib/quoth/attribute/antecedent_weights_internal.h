// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    2.089F,   // same sentence
    1.020F,   // sentence before
    0.429F,   // two sentences back
    -0.758F,  // three or four back
    -1.177F,  // five to seven back
    -2.111F,  // eight or more back
    0.366F,   // nearest
    -0.015F,  // second nearest
    -0.292F,  // third nearest
    -0.565F,  // farther
    0.456F,   // last subject of all candidates
    0.048F,   // last to open a sentence of all candidates
    0.006F,   // last to speak of all candidates
    -0.266F,  // last by name
    -0.037F,  // last by description
    -0.203F,  // last by pronoun
    0.473F,   // last as subject
    -0.432F,  // last opening its sentence
    0.337F,   // last as possessive
    0.014F,   // last after a preposition
    0.088F,   // last after a verb
    -0.950F,  // last in a heading
    -0.970F,  // subject of the same sentence
    -0.912F,  // subject of the sentence before
    -0.173F,  // subject farther back
    0.684F,   // opens the sentence before
    0.859F,   // subject, as the pronoun
    0.239F,   // subject, pronoun its object
    0.835F,   // subject, pronoun possessive
    0.617F,   // both beside verbs of speech, near
    -0.138F,  // last to speak, pronoun beside a verb of speech
    -0.997F,  // same sentence as a trailing pronoun
    1.507F,   // before the sentence of a trailing pronoun
    -0.837F,  // referred to once
    -0.184F,  // two or three times
    -0.024F,  // four to seven times
    0.539F,   // eight times or more
    0.796F,   // same gender
    0.109F,   // gender unknown, a person
    -1.411F,  // gender unknown, perhaps no person
    0.455F,   // in the registry
    -0.703F,  // without a name
    0.432F,   // both outside quotations
    -0.540F,  // pronoun inside a quotation
    -0.410F,  // candidate inside a quotation
    -0.378F,  // same quotation
    0.390F,   // two quotations
    0.587F,   // same paragraph
    -0.396F,  // named at most two sentences back
    -0.110F,  // named farther back
    0.506F,   // nobody
    0.302F,   // nobody, one candidate
    0.528F,   // nobody, pronoun in a quotation
    -0.048F,  // nobody, pronoun opens its sentence
    -1.091F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
