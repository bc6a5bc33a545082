// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    2.029F,  // same sentence
    0.979F,  // sentence before
    0.410F,  // two sentences back
    -0.721F,  // three or four back
    -1.214F,  // five to seven back
    -1.961F,  // eight or more back
    0.430F,  // nearest
    0.032F,  // second nearest
    -0.252F,  // third nearest
    -0.687F,  // farther
    0.571F,  // last subject of all candidates
    -0.018F,  // last to open a sentence of all candidates
    -0.005F,  // last to speak of all candidates
    -0.347F,  // last by name
    0.041F,  // last by description
    -0.172F,  // last by pronoun
    0.301F,  // last as subject
    -0.322F,  // last opening its sentence
    0.296F,  // last as possessive
    -0.030F,  // last after a preposition
    0.035F,  // last after a verb
    -0.829F,  // last in a heading
    -1.148F,  // subject of the same sentence
    -0.932F,  // subject of the sentence before
    -0.254F,  // subject farther back
    0.610F,  // opens the sentence before
    0.937F,  // subject, as the pronoun
    0.326F,  // subject, pronoun its object
    0.940F,  // subject, pronoun possessive
    0.666F,  // both beside verbs of speech, near
    -0.285F,  // last to speak, pronoun beside a verb of speech
    -0.955F,  // same sentence as a trailing pronoun
    1.557F,  // before the sentence of a trailing pronoun
    -0.895F,  // referred to once
    -0.192F,  // two or three times
    0.046F,  // four to seven times
    0.564F,  // eight times or more
    0.851F,  // same gender
    0.072F,  // gender unknown, a person
    -1.401F,  // gender unknown, perhaps no person
    0.468F,  // in the registry
    -0.704F,  // without a name
    0.458F,  // both outside quotations
    -0.508F,  // pronoun inside a quotation
    -0.416F,  // candidate inside a quotation
    -0.369F,  // same quotation
    0.357F,  // two quotations
    0.569F,  // same paragraph
    -0.366F,  // named at most two sentences back
    -0.112F,  // named farther back
    0.478F,  // nobody
    0.337F,  // nobody, one candidate
    0.519F,  // nobody, pronoun in a quotation
    -0.013F,  // nobody, pronoun opens its sentence
    -1.025F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
