// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    2.000F,  // same sentence
    0.973F,  // sentence before
    0.411F,  // two sentences back
    -0.613F,  // three or four back
    -1.343F,  // five to seven back
    -1.927F,  // eight or more back
    0.424F,  // nearest
    0.051F,  // second nearest
    -0.194F,  // third nearest
    -0.779F,  // farther
    0.625F,  // last subject of all candidates
    -0.113F,  // last to open a sentence of all candidates
    -0.018F,  // last to speak of all candidates
    -0.304F,  // last by name
    -0.040F,  // last by description
    -0.154F,  // last by pronoun
    0.417F,  // last as subject
    -0.272F,  // last opening its sentence
    0.329F,  // last as possessive
    0.020F,  // last after a preposition
    0.078F,  // last after a verb
    -0.844F,  // last in a heading
    -1.164F,  // subject of the same sentence
    -1.013F,  // subject of the sentence before
    -0.319F,  // subject farther back
    0.595F,  // opens the sentence before
    0.912F,  // subject, as the pronoun
    0.325F,  // subject, pronoun its object
    0.875F,  // subject, pronoun possessive
    0.689F,  // both beside verbs of speech, near
    -0.198F,  // last to speak, pronoun beside a verb of speech
    -0.977F,  // same sentence as a trailing pronoun
    1.551F,  // before the sentence of a trailing pronoun
    -0.923F,  // referred to once
    -0.234F,  // two or three times
    0.077F,  // four to seven times
    0.582F,  // eight times or more
    0.838F,  // same gender
    0.071F,  // gender unknown, a person
    -1.407F,  // gender unknown, perhaps no person
    0.458F,  // in the registry
    -0.678F,  // without a name
    0.405F,  // both outside quotations
    -0.543F,  // pronoun inside a quotation
    -0.347F,  // candidate inside a quotation
    -0.366F,  // same quotation
    0.352F,  // two quotations
    0.607F,  // same paragraph
    -0.347F,  // named at most two sentences back
    -0.151F,  // named farther back
    0.498F,  // nobody
    0.263F,  // nobody, one candidate
    0.556F,  // nobody, pronoun in a quotation
    -0.016F,  // nobody, pronoun opens its sentence
    -1.081F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
