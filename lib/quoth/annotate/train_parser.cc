#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>

#include "quoth/annotate/random_internal.h"
#include "quoth/annotate/train_parser_internal.h"
#include "quoth/learn/averaged_perceptron.h"

namespace quoth {
namespace {

// The first features of a choice learn to make it alone where they can, and all together where they cannot: as the
// prefixes of features of Strubell, Vilnis, Silverstein and McCallum (2015), with two stages.

// From the second epoch on, nine transitions of ten are the parser's own choice, right or wrong, so that it learns what
// to do after a mistake (Goldberg and Nivre 2013).
constexpr std::uint64_t kExploreOfTen = 9;

// What is right must beat what is wrong by this much or is learned again: 0.5 points of LAS over a plain perceptron.
constexpr float kMargin = 20;

class ParserTrainer {
 public:
  explicit ParserTrainer(const ParserTraining& options)
      : options_(options),
        random_(options.seed),
        transitions_(kTransitions),
        relations_(static_cast<std::uint32_t>(options.relations)) {}

  void learn(const SyntaxExample& example, const std::vector<std::uint8_t>& tags, bool explore) {
    scratch_.words.clear();
    for (const WordKeys& keys : example.keys) scratch_.words.push_back(keys.lower);
    start_parse(options_.names, tags, scratch_);
    take_gold(example);
    while (!state_.is_finished()) {
      const Transition transition = learn_transition(explore);
      const std::uint8_t relation = transition == kShift ? kNoRelation : learn_relation(transition);
      state_.apply(transition, relation);
    }
  }

  // From the start, with the features alone that were of most use so far.
  void restart() {
    transitions_ =
        AveragedPerceptron(kTransitions, largest_features(transitions_.average(), options_.most_transition_features));
    relations_ = AveragedPerceptron(static_cast<std::uint32_t>(options_.relations),
                                    largest_features(relations_.average(), options_.most_relation_features));
  }

  ParserParts weights() const { return {PackedTriples(transitions_.average()), PackedRows(relations_.average())}; }

 private:
  // The example's tree over the words that are parsed: a word under a mark hangs on what the mark hangs on.
  void take_gold(const SyntaxExample& example) {
    nodes_.assign(example.keys.size() + 1, 0);
    for (std::size_t i = 0; i < scratch_.kept.size(); ++i) nodes_[scratch_.kept[i] + 1] = static_cast<Node>(i + 1);
    gold_heads_.clear();
    gold_relations_.clear();
    for (const std::uint32_t word : scratch_.kept) {
      std::uint32_t head = example.heads[word];
      for (std::size_t steps = 0; head != 0 && nodes_[head] == 0 && steps < nodes_.size(); ++steps) {
        head = example.heads[head - 1];
      }
      gold_heads_.push_back(nodes_[head]);
      gold_relations_.push_back(example.relations[word]);
    }
  }

  using TransitionScores = std::array<float, kTransitions>;
  using Costs = std::array<std::uint32_t, kTransitions>;

  // Of several transitions that are right, or wrong, the one that scores best.
  std::optional<Transition> best_where(bool is_right, const TransitionScores& scores, const Costs& costs) const {
    std::uint32_t least = 0xFFFFFFFFU;
    for (const Transition each : {kShift, kLeft, kRight}) {
      if (state_.allows(each)) least = std::min(least, costs[each]);
    }
    std::optional<Transition> best;
    for (const Transition each : {kShift, kLeft, kRight}) {
      if (!state_.allows(each) || (costs[each] == least) != is_right) continue;
      if (!best || scores[each] > scores[*best]) best = each;
    }
    return best;
  }

  // Learns from what the features given say alone. False where they are right by the margin.
  bool learn_from(std::span<const std::uint32_t> features, const TransitionScores& scores, const Costs& costs) {
    const Transition right = *best_where(true, scores, costs);
    const std::optional<Transition> wrong = best_where(false, scores, costs);
    if (!wrong || scores[right] >= scores[*wrong] + kMargin) return false;
    transitions_.update(features, right, *wrong);
    return true;
  }

  Transition learn_transition(bool explore) {
    if (state_.stack().size() == 1) return kShift;
    if (state_.next() > state_.size()) return kRight;
    std::array<std::uint32_t, ParseState::kFirstFeatures + ParseState::kMoreFeatures> features;
    const std::span first = std::span(features).first<ParseState::kFirstFeatures>();
    state_.first_features(first);
    state_.more_features(std::span(features).last<ParseState::kMoreFeatures>());
    TransitionScores first_scores{};
    TransitionScores scores{};
    transitions_.score(first, first_scores);
    transitions_.score(features, scores);
    const Transition predicted = best_transition(scores, state_);
    const Costs costs = transition_costs(state_, gold_heads_);
    const Transition right = *best_where(true, scores, costs);
    if (!learn_from(features, scores, costs)) learn_from(first, first_scores, costs);
    transitions_.step();
    return explore && random_.below(10) < kExploreOfTen ? predicted : right;
  }

  std::uint8_t learn_relation(Transition transition) {
    const Node dependent = state_.top();
    const Node head = state_.head_after(transition);
    if (head == 0) return options_.names.root_relation;
    std::array<std::uint32_t, ParseState::kFirstRelationFeatures + ParseState::kMoreRelationFeatures> features;
    const std::span first = std::span(features).first<ParseState::kFirstRelationFeatures>();
    state_.first_relation_features(dependent, head, first);
    state_.more_relation_features(dependent, head, std::span(features).last<ParseState::kMoreRelationFeatures>());
    std::array<float, PackedRows::kMostOutputs> scores{};
    // The best relation to a head that is a word: not the root's.
    const auto best = [&] {
      scores[options_.names.root_relation] = std::numeric_limits<float>::lowest();
      const auto end = scores.begin() + static_cast<std::ptrdiff_t>(options_.relations);
      return static_cast<std::uint8_t>(std::max_element(scores.begin(), end) - scores.begin());
    };
    relations_.score(features, std::span(scores).first(options_.relations));
    const std::uint8_t predicted = best();
    const std::uint8_t gold = gold_relations_[dependent - 1];
    if (gold_heads_[dependent - 1] != head || gold == kUnknownName) return predicted;
    const auto learn = [&](std::span<const std::uint32_t> part) {
      const float needed = scores[gold] - kMargin;
      scores[gold] = std::numeric_limits<float>::lowest();
      const std::uint8_t wrong = best();
      const bool errs = scores[wrong] > needed;
      if (errs) relations_.update(part, gold, wrong);
      return errs;
    };
    if (!learn(features)) {
      relations_.score(first, std::span(scores).first(options_.relations));
      learn(first);
    }
    relations_.step();
    return predicted;
  }

  const ParserTraining& options_;
  Random random_;
  AveragedPerceptron transitions_;
  AveragedPerceptron relations_;
  SentenceScratch scratch_;
  ParseState& state_ = scratch_.parse;
  std::vector<Node> nodes_;  // of word number i - 1; 0 for marks
  std::vector<Node> gold_heads_;
  std::vector<std::uint8_t> gold_relations_;
};

}  // namespace

std::array<std::uint32_t, kTransitions> transition_costs(const ParseState& state, std::span<const Node> heads) {
  std::array<std::uint32_t, kTransitions> costs{};
  const auto gold_head = [&](Node node) { return heads[node - 1]; };
  const Node next = state.next();
  const Node last = static_cast<Node>(state.size());
  const std::span<const Node> stack = state.stack();
  const Node top = stack.back();
  if (state.allows(kShift)) {
    // The next word can then have no dependent on the stack, and of that no head but the top.
    for (const Node node : stack) {
      if (node != 0 && gold_head(node) == next) ++costs[kShift];
      if (node != top && gold_head(next) == node) ++costs[kShift];
    }
  }
  if (top == 0) return costs;
  std::uint32_t lost_dependents = 0;
  for (Node node = next; node <= last; ++node) lost_dependents += gold_head(node) == top ? 1 : 0;
  const Node head = gold_head(top);
  const Node below = stack[stack.size() - 2];
  costs[kLeft] = lost_dependents + (head == below || (head > next && head <= last) ? 1 : 0);
  costs[kRight] = lost_dependents + (head >= next ? 1 : 0);
  return costs;
}

ParserParts train_parser(std::span<const SyntaxExample* const> examples,
                         std::span<const std::vector<std::uint8_t>> tags, const ParserTraining& options) {
  ParserTrainer trainer(options);
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Random random(options.seed);
  const auto run_epoch = [&](std::size_t epoch) {
    random.shuffle(order);
    for (const std::size_t i : order) {
      if (takes_part(*examples[i], i, epoch)) trainer.learn(*examples[i], tags[i], epoch > 1);
    }
  };
  for (std::size_t epoch = 1; epoch <= options.choosing_epochs; ++epoch) run_epoch(epoch);
  trainer.restart();
  for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
    run_epoch(epoch);
    if (options.progress) options.progress(epoch, trainer.weights());
  }
  return trainer.weights();
}

}  // namespace quoth
