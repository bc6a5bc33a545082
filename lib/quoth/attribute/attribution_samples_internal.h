// Features of a few statements and what a model made of them when it was trained: by them a later program shows that it
// still reads the same weights in the same way.
//
// They hold hashes, not words: a model may be given to those who may not have the texts it was trained on. They tell
// nothing of how features are made; the version in the file's options does.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/attribution_model_internal.h"
#include "quoth/attribute/training_articles_internal.h"

namespace quoth {

struct AttributionSample {
  ChainFeatures cue;               // of the words of a sentence
  std::vector<float> begins;       // one a word: the chance that a cue begins there
  ChainFeatures roles;             // of the seats around a cue of that sentence
  std::vector<std::uint8_t> best;  // one a seat: the best labelling
  SparseFacts ranked;              // of the roles that are chosen
  float score = 0;                 // of those, by the ranker
  SparseFacts judged;              // of the statement that this gives
  float log_odds = 0;              // of the statement, by the first judge
  SparseFacts context;             // of the same, as if there were no other
  float probability = 0;           // by the second judge
};

// One sample an article from the first on, of its first candidate, until there are `count`.
std::vector<AttributionSample> make_samples(const std::vector<TrainingArticle>& articles,
                                            const AttributionModelParts& parts, std::size_t count);

void write_samples(const std::vector<AttributionSample>& samples, ByteWriter& writer);

// Throws Error where the bytes are no samples, or have features that no model can have.
std::vector<AttributionSample> read_samples(ByteReader& reader);

// Does the model make of the sample's features what is stored? Probabilities may be 0.001 apart.
bool gives_what_is_stored(const AttributionSample& sample, const AttributionModelParts& parts);

}  // namespace quoth
