// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    2.063F,   // same sentence
    1.069F,   // sentence before
    0.458F,   // two sentences back
    -0.744F,  // three or four back
    -1.175F,  // five to seven back
    -2.125F,  // eight or more back
    0.365F,   // nearest
    -0.035F,  // second nearest
    -0.195F,  // third nearest
    -0.589F,  // farther
    0.514F,   // last subject of all candidates
    0.059F,   // last to open a sentence of all candidates
    -0.038F,  // last to speak of all candidates
    -0.315F,  // last by name
    0.059F,   // last by description
    -0.198F,  // last by pronoun
    0.297F,   // last as subject
    -0.349F,  // last opening its sentence
    0.237F,   // last as possessive
    -0.047F,  // last after a preposition
    0.026F,   // last after a verb
    -0.958F,  // last in a heading
    -1.011F,  // subject of the same sentence
    -0.886F,  // subject of the sentence before
    -0.156F,  // subject farther back
    0.681F,   // opens the sentence before
    0.796F,   // subject, as the pronoun
    0.321F,   // subject, pronoun its object
    0.922F,   // subject, pronoun possessive
    0.774F,   // both beside verbs of speech, near
    -0.146F,  // last to speak, pronoun beside a verb of speech
    -0.983F,  // same sentence as a trailing pronoun
    1.460F,   // before the sentence of a trailing pronoun
    -0.819F,  // referred to once
    -0.179F,  // two or three times
    -0.015F,  // four to seven times
    0.559F,   // eight times or more
    0.787F,   // same gender
    0.139F,   // gender unknown, a person
    -1.381F,  // gender unknown, perhaps no person
    0.556F,   // in the registry
    -0.845F,  // without a name
    0.414F,   // both outside quotations
    -0.566F,  // pronoun inside a quotation
    -0.327F,  // candidate inside a quotation
    -0.349F,  // same quotation
    0.373F,   // two quotations
    0.632F,   // same paragraph
    -0.386F,  // named at most two sentences back
    -0.068F,  // named farther back
    0.454F,   // nobody
    0.223F,   // nobody, one candidate
    0.542F,   // nobody, pronoun in a quotation
    -0.013F,  // nobody, pronoun opens its sentence
    -1.077F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
