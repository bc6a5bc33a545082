// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.966F,  // same sentence
    0.945F,  // sentence before
    0.156F,  // two sentences back
    -0.681F,  // three or four back
    -1.159F,  // five to seven back
    -1.602F,  // eight or more back
    0.544F,  // nearest
    0.086F,  // second nearest
    -0.251F,  // third nearest
    -0.755F,  // farther
    0.417F,  // last subject of all candidates
    0.077F,  // last to open a sentence of all candidates
    -0.286F,  // last to speak of all candidates
    -0.694F,  // last by name
    0.428F,  // last by description
    -0.110F,  // last by pronoun
    0.090F,  // last as subject
    -0.047F,  // last opening its sentence
    0.483F,  // last as possessive
    0.031F,  // last after a preposition
    0.773F,  // last after a verb
    -0.681F,  // last in a heading
    -0.765F,  // subject of the same sentence
    -0.434F,  // subject of the sentence before
    -0.105F,  // subject farther back
    0.483F,  // opens the sentence before
    0.977F,  // subject, as the pronoun
    0.194F,  // subject, pronoun its object
    1.300F,  // subject, pronoun possessive
    0.877F,  // both beside verbs of speech, near
    0.308F,  // last to speak, pronoun beside a verb of speech
    0.458F,  // same sentence as a trailing pronoun
    1.796F,  // before the sentence of a trailing pronoun
    -1.019F,  // referred to once
    -0.193F,  // two or three times
    0.232F,  // four to seven times
    0.605F,  // eight times or more
    0.648F,  // same gender
    0.202F,  // gender unknown, a person
    -1.225F,  // gender unknown, perhaps no person
    -0.758F,  // in the registry
    -0.616F,  // without a name
    0.321F,  // both outside quotations
    -0.435F,  // pronoun inside a quotation
    -0.176F,  // candidate inside a quotation
    -0.362F,  // same quotation
    0.278F,  // two quotations
    0.350F,  // same paragraph
    -0.180F,  // named at most two sentences back
    -0.195F,  // named farther back
    0.375F,  // nobody
    0.582F,  // nobody, one candidate
    0.520F,  // nobody, pronoun in a quotation
    -0.340F,  // nobody, pronoun opens its sentence
    -0.829F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
