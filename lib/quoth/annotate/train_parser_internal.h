// Learns the parser.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>

#include "quoth/annotate/syntax_corpus_internal.h"
#include "quoth/annotate/syntax_parts_internal.h"

namespace quoth {

struct ParserTraining {
  std::size_t epochs = 0;
  std::uint64_t seed = 0;
  std::size_t choosing_epochs = 0;  // before, to choose the features with
  std::size_t most_transition_features = 0;
  std::size_t most_relation_features = 0;
  std::size_t relations = 0;  // how many there are
  ParserNames names;
  // Called after each epoch from 1 on with the parser so far; may be empty.
  std::function<void(std::size_t, const ParserParts&)> progress;
};

// How many arcs of the gold tree, reachable until now, each transition that is allowed makes unreachable: the dynamic
// oracle of Goldberg and Nivre (2013) for arc-hybrid transitions. `heads`: of node i + 1; the root's is 0.
std::array<std::uint32_t, kTransitions> transition_costs(const ParseState& state, std::span<const Node> heads);

// `tags`: those that a tagger gave which had not seen the sentence, one list an example.
ParserParts train_parser(std::span<const SyntaxExample* const> examples,
                         std::span<const std::vector<std::uint8_t>> tags, const ParserTraining& options);

}  // namespace quoth
