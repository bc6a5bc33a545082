// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the
// training part of GUM (UD 2.16) and the sources of corpus/articles.jsonl.
#pragma once

#include <array>

#include "quoth/attribute/antecedent_features_internal.h"

namespace quoth {

inline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {
    1.641F,   // same sentence
    0.735F,   // sentence before
    0.348F,   // two sentences back
    -0.503F,  // three or four back
    -1.096F,  // five to seven back
    -1.581F,  // eight or more back
    0.593F,   // nearest
    0.045F,   // second nearest
    -0.227F,  // third nearest
    -0.865F,  // farther
    0.347F,   // last subject of all candidates
    0.275F,   // last to open a sentence of all candidates
    -0.004F,  // last to speak of all candidates
    -0.536F,  // last by name
    -0.156F,  // last by description
    0.237F,   // last by pronoun
    -0.210F,  // last as subject
    -0.164F,  // last opening its sentence
    0.220F,   // last as possessive
    -0.254F,  // last after a preposition
    -0.155F,  // last after a verb
    -0.412F,  // last in a heading
    -0.559F,  // subject of the same sentence
    -0.594F,  // subject of the sentence before
    -0.218F,  // subject farther back
    0.762F,   // opens the sentence before
    0.840F,   // subject, as the pronoun
    0.101F,   // subject, pronoun its object
    1.064F,   // subject, pronoun possessive
    1.308F,   // both beside verbs of speech, near
    0.430F,   // last to speak, pronoun beside a verb of speech
    -0.401F,  // same sentence as a trailing pronoun
    1.744F,   // before the sentence of a trailing pronoun
    -0.670F,  // referred to once
    -0.102F,  // two or three times
    0.052F,   // four to seven times
    0.265F,   // eight times or more
    0.793F,   // same gender
    0.225F,   // gender unknown, a person
    -1.474F,  // gender unknown, perhaps no person
    0.858F,   // in the registry
    -0.519F,  // without a name
    0.269F,   // both outside quotations
    -0.607F,  // pronoun inside a quotation
    -0.081F,  // candidate inside a quotation
    -0.226F,  // same quotation
    0.190F,   // two quotations
    0.738F,   // same paragraph
    -0.214F,  // named at most two sentences back
    -0.241F,  // named farther back
    0.094F,   // named most of all candidates
    0.753F,   // perhaps no person, but acts somewhere
    0.207F,   // perhaps no person, but speaks somewhere
    -0.604F,  // perhaps no person, stands as a place somewhere
    0.018F,   // perhaps no person, with an article somewhere
    -1.474F,  // perhaps no person, ends as a word for a thing
    0.193F,   // no pronoun before
    -0.644F,  // one pronoun before
    -0.004F,  // several pronouns before
    0.186F,   // last by pronoun of all candidates
    -0.461F,  // a pronoun in this sentence or the one before
    0.020F,   // last but one to speak
    -0.415F,  // last but one to speak, pronoun after a quotation
    -0.986F,  // last to speak, pronoun after a quotation
    -1.171F,  // speaks beside the quotation that the pronoun is in
    -0.977F,  // same sentence as a trailing pronoun, no pronoun itself
    0.455F,   // nobody
    0.458F,   // nobody, one candidate
    0.643F,   // nobody, pronoun in a quotation
    -0.297F,  // nobody, pronoun opens its sentence
    -0.778F,  // nobody, candidates three or more sentences back
};

}  // namespace quoth
