// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    0.914F,  // same sentence
    0.637F,  // sentence before
    0.147F,  // two sentences back
    -0.228F,  // three or four back
    -0.719F,  // five to seven back
    -1.235F,  // eight or more back
    0.902F,  // nearest
    0.079F,  // second nearest
    -0.530F,  // third nearest
    -0.935F,  // farther
    -0.147F,  // the only candidate
    -0.226F,  // one of two candidates
    -0.574F,  // last by name
    0.180F,  // last by description
    -0.089F,  // last by pronoun
    0.177F,  // last as subject
    0.131F,  // last opening its sentence
    -0.056F,  // last beside a verb of speech
    0.619F,  // last as possessive
    0.246F,  // last after a preposition
    0.964F,  // last after a verb
    -0.763F,  // last in a heading
    0.142F,  // subject, same sentence
    0.772F,  // no subject, same sentence
    0.377F,  // subject, sentence before
    0.260F,  // no subject, sentence before
    1.220F,  // subject, as the pronoun
    0.424F,  // subject, pronoun its object
    1.227F,  // subject, pronoun possessive
    0.038F,  // both beside verbs of speech
    1.332F,  // both beside verbs of speech, near
    -0.094F,  // spoke, pronoun does not
    1.603F,  // same sentence as a trailing pronoun
    2.070F,  // before the sentence of a trailing pronoun
    -0.042F,  // same pronoun form
    -1.307F,  // referred to once
    -0.280F,  // two or three times
    0.252F,  // four to seven times
    0.851F,  // eight times or more
    0.413F,  // same gender
    0.041F,  // gender unknown, a person
    -0.937F,  // gender unknown, perhaps no person
    -0.594F,  // in the registry
    -0.281F,  // without a name
    0.229F,  // both outside quotations
    -0.668F,  // pronoun inside a quotation
    -0.284F,  // candidate inside a quotation
    -0.358F,  // same quotation
    0.598F,  // two quotations
    0.334F,  // same paragraph
    -0.183F,  // named at most two sentences back
    -0.300F,  // named farther back
    0.483F,  // nobody
    0.000F,  // nobody, no candidate
    0.147F,  // nobody, one candidate
    0.428F,  // nobody, pronoun in a quotation
    -0.417F,  // nobody, pronoun opens its sentence
    -0.257F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
