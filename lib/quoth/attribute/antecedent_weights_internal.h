// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.955F,  // same sentence
    0.995F,  // sentence before
    0.290F,  // two sentences back
    -0.735F,  // three or four back
    -1.192F,  // five to seven back
    -1.712F,  // eight or more back
    0.404F,  // nearest
    0.089F,  // second nearest
    -0.190F,  // third nearest
    -0.704F,  // farther
    0.513F,  // last subject of all candidates
    -0.082F,  // last to open a sentence of all candidates
    -0.173F,  // last to speak of all candidates
    -0.529F,  // last by name
    0.225F,  // last by description
    -0.097F,  // last by pronoun
    0.057F,  // last as subject
    -0.035F,  // last opening its sentence
    0.450F,  // last as possessive
    0.054F,  // last after a preposition
    0.520F,  // last after a verb
    -0.848F,  // last in a heading
    -0.771F,  // subject of the same sentence
    -0.584F,  // subject of the sentence before
    -0.277F,  // subject farther back
    0.541F,  // opens the sentence before
    0.816F,  // subject, as the pronoun
    0.485F,  // subject, pronoun its object
    1.180F,  // subject, pronoun possessive
    0.596F,  // both beside verbs of speech, near
    0.268F,  // last to speak, pronoun beside a verb of speech
    0.307F,  // same sentence as a trailing pronoun
    1.901F,  // before the sentence of a trailing pronoun
    -0.992F,  // referred to once
    -0.215F,  // two or three times
    0.163F,  // four to seven times
    0.643F,  // eight times or more
    0.772F,  // same gender
    0.072F,  // gender unknown, a person
    -1.244F,  // gender unknown, perhaps no person
    -0.173F,  // in the registry
    -0.618F,  // without a name
    0.265F,  // both outside quotations
    -0.419F,  // pronoun inside a quotation
    -0.196F,  // candidate inside a quotation
    -0.270F,  // same quotation
    0.219F,  // two quotations
    0.428F,  // same paragraph
    -0.198F,  // named at most two sentences back
    -0.202F,  // named farther back
    0.401F,  // nobody
    0.452F,  // nobody, one candidate
    0.470F,  // nobody, pronoun in a quotation
    -0.205F,  // nobody, pronoun opens its sentence
    -1.048F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
