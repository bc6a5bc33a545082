// Learns the tagger.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "quoth/annotate/syntax_corpus_internal.h"
#include "quoth/annotate/syntax_parts_internal.h"

namespace quoth {

struct TaggerTraining {
  std::size_t epochs = 0;
  std::uint64_t seed = 0;
  std::size_t choosing_epochs = 0;  // before, to choose the features with
  std::size_t most_features = 0;    // that are chosen
  std::size_t tags = 0;             // how many there are
  // Called after each epoch from 1 on with the tagger so far; may be empty.
  std::function<void(std::size_t, const TaggerParts&)> progress;
};

TaggerParts train_tagger(std::span<const SyntaxExample* const> examples, const TaggerTraining& options);

}  // namespace quoth
