// Articles with gold attributions to an attribution model.
//
// Cues are learned first, then the sources and contents of gold cues. On what these make of articles that they were
// not trained on a ranker learns which of the likeliest sources and contents to take; on what all of them make of such
// articles a judge learns how likely a found statement is right, and a second judge the same where the first one's
// chances for the statements around and inside are known. The same articles and options give the same bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "quoth/annotate/registry.h"
#include "quoth/annotate/syntax.h"
#include "quoth/attribute/gold_articles.h"

namespace quoth {

// What training tells of itself.
struct AttributionTrainProgress {
  std::string stage;  // "articles", "cues", "roles", "statements"
  std::uint32_t epoch = 0;
  std::uint32_t of = 0;
  double log_loss = 0;        // a sequence
  double development_f1 = 0;  // of the stage's spans in the development articles; 0 where there are none
};

struct AttributionTrainOptions {
  std::string name = "attribution";
  std::string language = "en";
  std::string licence;          // of the model
  std::string command;          // that trains it again, for the card
  std::vector<GoldFile> files;  // that the articles were read from, for the card

  std::uint32_t epochs = 5;
  std::uint32_t folds = 4;  // of the articles; 2 or more
  std::uint64_t seed = 1;
  unsigned threads = 1;
  std::function<void(const AttributionTrainProgress&)> progress;  // may be empty; called from one thread at a time
};

struct TrainedAttribution {
  std::string model;  // the bytes of the model file
  std::size_t articles = 0;
  std::size_t attributions = 0;
  double threshold = 0;  // the chance from which on a statement is given
  // Of all attributions, by cross-validation at that threshold.
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

// Throws Error where there are fewer articles than folds, or no attribution with a cue.
TrainedAttribution train_attribution(const std::vector<GoldArticle>& training,
                                     const std::vector<GoldArticle>& development, const SyntaxModel& syntax,
                                     const Registry& registry, const AttributionTrainOptions& options);

}  // namespace quoth
