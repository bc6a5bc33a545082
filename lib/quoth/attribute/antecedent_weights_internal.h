// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16).
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.982F,  // same sentence
    0.962F,  // sentence before
    0.416F,  // two sentences back
    -0.687F,  // three or four back
    -1.193F,  // five to seven back
    -1.951F,  // eight or more back
    0.446F,  // nearest
    0.011F,  // second nearest
    -0.213F,  // third nearest
    -0.714F,  // farther
    0.614F,  // last subject of all candidates
    -0.028F,  // last to open a sentence of all candidates
    -0.031F,  // last to speak of all candidates
    -0.355F,  // last by name
    0.072F,  // last by description
    -0.188F,  // last by pronoun
    0.237F,  // last as subject
    -0.291F,  // last opening its sentence
    0.276F,  // last as possessive
    -0.077F,  // last after a preposition
    -0.004F,  // last after a verb
    -0.823F,  // last in a heading
    -1.203F,  // subject of the same sentence
    -0.892F,  // subject of the sentence before
    -0.239F,  // subject farther back
    0.600F,  // opens the sentence before
    0.936F,  // subject, as the pronoun
    0.421F,  // subject, pronoun its object
    1.013F,  // subject, pronoun possessive
    0.494F,  // both beside verbs of speech, near
    -0.196F,  // last to speak, pronoun beside a verb of speech
    -0.918F,  // same sentence as a trailing pronoun
    1.526F,  // before the sentence of a trailing pronoun
    -0.897F,  // referred to once
    -0.169F,  // two or three times
    0.054F,  // four to seven times
    0.542F,  // eight times or more
    0.890F,  // same gender
    0.003F,  // gender unknown, a person
    -1.364F,  // gender unknown, perhaps no person
    0.435F,  // in the registry
    -0.762F,  // without a name
    0.428F,  // both outside quotations
    -0.519F,  // pronoun inside a quotation
    -0.355F,  // candidate inside a quotation
    -0.356F,  // same quotation
    0.332F,  // two quotations
    0.623F,  // same paragraph
    -0.354F,  // named at most two sentences back
    -0.117F,  // named farther back
    0.470F,  // nobody
    0.273F,  // nobody, one candidate
    0.543F,  // nobody, pronoun in a quotation
    0.008F,  // nobody, pronoun opens its sentence
    -1.034F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
