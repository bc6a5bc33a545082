// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.539F,  // same sentence
    0.803F,  // sentence before
    -0.030F,  // two sentences back
    -0.387F,  // three or four back
    -0.942F,  // five to seven back
    -1.383F,  // eight or more back
    0.887F,  // nearest
    0.154F,  // second nearest
    -0.542F,  // third nearest
    -0.899F,  // farther
    0.240F,  // last subject of all candidates
    0.157F,  // last to open a sentence of all candidates
    -0.176F,  // last to speak of all candidates
    -0.577F,  // last by name
    0.220F,  // last by description
    -0.042F,  // last by pronoun
    0.128F,  // last as subject
    0.034F,  // last opening its sentence
    0.593F,  // last as possessive
    0.189F,  // last after a preposition
    0.848F,  // last after a verb
    -0.783F,  // last in a heading
    -0.789F,  // subject of the same sentence
    -0.541F,  // subject of the sentence before
    -0.124F,  // subject farther back
    0.447F,  // opens the sentence before
    1.171F,  // subject, as the pronoun
    0.210F,  // subject, pronoun its object
    1.145F,  // subject, pronoun possessive
    1.202F,  // both beside verbs of speech, near
    0.087F,  // last to speak, pronoun beside a verb of speech
    1.439F,  // same sentence as a trailing pronoun
    2.072F,  // before the sentence of a trailing pronoun
    -1.289F,  // referred to once
    -0.270F,  // two or three times
    0.311F,  // four to seven times
    0.848F,  // eight times or more
    0.392F,  // same gender
    0.061F,  // gender unknown, a person
    -0.853F,  // gender unknown, perhaps no person
    -0.619F,  // in the registry
    -0.249F,  // without a name
    0.213F,  // both outside quotations
    -0.754F,  // pronoun inside a quotation
    -0.140F,  // candidate inside a quotation
    -0.328F,  // same quotation
    0.610F,  // two quotations
    0.337F,  // same paragraph
    -0.086F,  // named at most two sentences back
    -0.314F,  // named farther back
    0.399F,  // nobody
    0.273F,  // nobody, one candidate
    0.473F,  // nobody, pronoun in a quotation
    -0.354F,  // nobody, pronoun opens its sentence
    -0.214F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
