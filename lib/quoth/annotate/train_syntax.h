// Treebanks to a syntax model. The same sentences and options give the same bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "quoth/annotate/evaluate_syntax.h"
#include "quoth/annotate/treebank.h"

namespace quoth {

// What training tells of itself after each epoch.
struct SyntaxTrainProgress {
  std::string stage;  // "tagger", "parser"
  std::size_t epoch = 0;
  std::size_t of = 0;
  SyntaxFigures development;  // of the model so far; heads and relations are 0 in stage "tagger"
};

struct SyntaxTrainOptions {
  std::string name = "syntax";
  std::string language = "en";
  std::string licence;  // of the model
  std::string command;  // that trains it again, for the card

  std::size_t tagger_epochs = 8;
  std::size_t parser_epochs = 11;
  std::size_t choosing_epochs = 4;  // of each, before: they choose the features
  std::size_t folds = 5;            // of the sentences, to tag each by a tagger that has not seen it; 2 or more
  std::uint64_t seed = 1;
  std::size_t tag_features = 35000;  // at most
  std::size_t transition_features = 220000;
  std::size_t relation_features = 40000;

  std::function<void(const SyntaxTrainProgress&)> progress;  // may be empty
};

// A treebank and where it is from.
struct TreebankFile {
  std::string path;
  Treebank treebank;
};

struct TrainedSyntax {
  std::string model;          // the bytes of the model file
  SyntaxFigures development;  // its figures; words is 0 where no development treebank was given
};

// Throws Error where the treebanks hold more than 64 different tags or relations, or fewer sentences than folds.
// Takes about 1 GB and ten seconds an epoch of the shipped model.
TrainedSyntax train_syntax(const std::vector<TreebankFile>& training, const std::vector<TreebankFile>& development,
                           const SyntaxTrainOptions& options);

}  // namespace quoth
