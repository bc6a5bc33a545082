#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "quoth/annotate/train_parser_internal.h"

namespace quoth {
namespace {

// A random projective tree over nodes from `begin` to `end`, the head of whose root is `head`.
void make_tree(Node begin, Node end, Node head, std::mt19937& random, std::vector<Node>& heads) {
  if (begin == end) return;
  const Node root = begin + static_cast<Node>(random() % (end - begin));
  heads[root - 1] = head;
  for (const auto& [from, to] : {std::pair{begin, root}, {root + 1, end}}) {
    for (Node at = from; at < to;) {
      const Node next = at + 1 + static_cast<Node>(random() % (to - at));
      make_tree(at, next, root, random, heads);
      at = next;
    }
  }
}

ParseState started(std::size_t size) {
  ParseState state;
  state.start();
  for (std::size_t i = 0; i < size; ++i) state.add(i, 0, {});
  state.finish({});
  return state;
}

std::size_t wrong_heads(const ParseState& state, const std::vector<Node>& heads) {
  std::size_t wrong = 0;
  for (Node node = 1; node <= heads.size(); ++node) wrong += state.head_of(node) != heads[node - 1] ? 1 : 0;
  return wrong;
}

std::vector<Transition> allowed(const ParseState& state) {
  std::vector<Transition> transitions;
  for (const Transition each : {kShift, kLeft, kRight}) {
    if (state.allows(each)) transitions.push_back(each);
  }
  return transitions;
}

// The fewest wrong heads that any way on from `state` ends with.
std::size_t fewest_wrong(const ParseState& state, const std::vector<Node>& heads) {
  if (state.is_finished()) return wrong_heads(state, heads);
  std::size_t fewest = heads.size();
  for (const Transition each : allowed(state)) {
    ParseState next = state;
    next.apply(each, 0);
    fewest = std::min(fewest, fewest_wrong(next, heads));
  }
  return fewest;
}

TEST(TransitionCosts, FreeTransitionsLeadToTheGoldTree) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const auto size = static_cast<Node>(1 + random() % 20);
    std::vector<Node> heads(size);
    make_tree(1, size + 1, 0, random, heads);
    ParseState state = started(size);
    while (!state.is_finished()) {
      const auto costs = transition_costs(state, heads);
      std::vector<Transition> free;
      for (const Transition each : allowed(state)) {
        if (costs[each] == 0) free.push_back(each);
      }
      ASSERT_FALSE(free.empty());
      state.apply(free[random() % free.size()], 0);
    }
    ASSERT_EQ(wrong_heads(state, heads), 0U);
  }
}

TEST(TransitionCosts, AreTheHeadsThatATransitionLosesAlsoAfterMistakes) {
  std::mt19937 random(6);
  for (int round = 0; round < 40; ++round) {
    const Node size = 6;
    std::vector<Node> heads(size);
    make_tree(1, size + 1, 0, random, heads);
    ParseState state = started(size);
    while (!state.is_finished()) {
      const std::size_t before = fewest_wrong(state, heads);
      const auto costs = transition_costs(state, heads);
      for (const Transition each : allowed(state)) {
        // The one place where a root may hang is decided by allows(), not by costs.
        if (state.stack().size() == 1 || state.next() > state.size()) continue;
        ParseState next = state;
        next.apply(each, 0);
        ASSERT_LE(fewest_wrong(next, heads), before + costs[each]);
        ASSERT_GE(fewest_wrong(next, heads), before);
      }
      const std::vector<Transition> transitions = allowed(state);
      state.apply(transitions[random() % transitions.size()], 0);
    }
  }
}

TEST(ParseState, GivesOneRootWhateverTheTransitions) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 1 + random() % 12;
    ParseState state = started(size);
    while (!state.is_finished()) {
      const std::vector<Transition> transitions = allowed(state);
      ASSERT_FALSE(transitions.empty());
      state.apply(transitions[random() % transitions.size()], 0);
    }
    std::size_t roots = 0;
    for (Node node = 1; node <= size; ++node) roots += state.head_of(node) == 0 ? 1 : 0;
    ASSERT_EQ(roots, 1U);
  }
}

}  // namespace
}  // namespace quoth
