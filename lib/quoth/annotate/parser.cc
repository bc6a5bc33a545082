#include <algorithm>

#include "quoth/annotate/feature_writer_internal.h"
#include "quoth/annotate/parser_internal.h"

namespace quoth {
namespace {

// Distances of words are alike from some length on.
std::uint64_t distance_hash(Node a, Node b) {
  const Node distance = a < b ? b - a : a - b;
  return spread(distance < 5 ? distance : distance < 10 ? 5 : 6);
}

}  // namespace

void ParseState::start(std::span<const std::uint64_t> words, std::span<const std::uint8_t> tags) {
  constexpr std::uint64_t kRootHash = spread(1U << 20);
  constexpr std::uint64_t kNoneHash = spread(1U << 21);
  size_ = words.size();
  next_ = 1;
  stack_.assign(1, 0);
  NodeState blank;
  blank.left = blank.right = {none(), none()};
  nodes_.assign(size_ + 2, blank);
  nodes_.front().word = nodes_.front().tag = nodes_.front().word_tag = kRootHash;
  nodes_.back().word = nodes_.back().tag = nodes_.back().word_tag = kNoneHash;
  for (std::size_t i = 0; i < size_; ++i) {
    NodeState& node = nodes_[i + 1];
    node.word = words[i];
    node.tag = spread(std::uint64_t{tags[i]} << 24);
    node.word_tag = hash_step(node.word, node.tag);
  }
}

bool ParseState::allows(Transition transition) const {
  const bool has_next = next_ <= size_;
  if (transition == kShift) return has_next;
  if (transition == kLeft) return has_next && stack_.size() > 1;
  // The root takes one word, when no other is left.
  return stack_.size() > 2 || (stack_.size() == 2 && !has_next);
}

void ParseState::apply(Transition transition, std::uint8_t relation) {
  if (transition == kShift) {
    stack_.push_back(static_cast<Node>(next_++));
    return;
  }
  const Node dependent = top();
  const Node head = head_after(transition);
  stack_.pop_back();
  NodeState& child = nodes_[dependent];
  child.head = head;
  child.relation = relation;
  child.relation_hash = spread(std::uint64_t{relation} << 32);
  NodeState& parent = nodes_[head];
  const bool left = dependent < head;
  std::array<Node, 2>& side = left ? parent.left : parent.right;
  side = {dependent, side[0]};
  std::uint8_t& count = left ? parent.left_count : parent.right_count;
  count = static_cast<std::uint8_t>(std::min(count + 1, 7));
  // A set has each relation once, in no order.
  const std::uint64_t bit = std::uint64_t{1} << (relation % 64);
  (left ? parent.left_relations : parent.right_relations) |= bit;
}

void ParseState::transition_features(std::array<std::uint32_t, kTransitionFeatures>& out) const {
  const Node s0 = top();
  const Node s1 = below(1);
  const Node b0 = ahead(0);
  const NodeState& first = nodes_[s0];
  const NodeState& second = nodes_[s1];
  const NodeState& third = nodes_[below(2)];
  const NodeState& next = nodes_[b0];
  const NodeState& after = nodes_[ahead(1)];
  const NodeState& later = nodes_[ahead(2)];
  FeatureWriter features(out.data());
  features.add(first.word);
  features.add(first.tag);
  features.add(first.word_tag);
  features.add(second.word);
  features.add(second.tag);
  features.add(second.word_tag);
  features.add(next.word);
  features.add(next.tag);
  features.add(next.word_tag);
  features.add(after.word);
  features.add(after.tag);
  features.add(after.word_tag);
  features.add(later.tag);
  features.add(third.tag);

  features.add(first.word_tag, next.word_tag);
  features.add(first.word_tag, next.word);
  features.add(first.word, next.word_tag);
  features.add(first.word_tag, next.tag);
  features.add(first.tag, next.word_tag);
  features.add(first.tag, next.tag);
  features.add(next.tag, after.tag);
  features.add(next.word, after.tag, first.tag);
  features.add(second.word_tag, first.word_tag);
  features.add(second.word_tag, first.tag);
  features.add(second.tag, first.word_tag);
  features.add(second.tag, first.tag);
  features.add(second.word_tag, next.tag);
  features.add(second.tag, next.word_tag);
  features.add(second.word_tag, first.tag, next.tag);
  features.add(second.tag, first.tag, next.word_tag);

  features.add(next.tag, after.tag, later.tag);
  features.add(first.tag, next.tag, after.tag);
  features.add(second.tag, first.tag, next.tag);
  features.add(third.tag, second.tag, first.tag);
  features.add(second.tag, first.tag, next.tag, after.tag);
  features.add(first.tag, nodes_[first.right[0]].tag, next.tag);
  features.add(first.tag, nodes_[first.left[0]].tag, next.tag);
  features.add(first.tag, next.tag, nodes_[next.left[0]].tag);
  features.add(second.tag, nodes_[second.right[0]].tag, first.tag);
  features.add(second.tag, first.tag, nodes_[first.left[0]].tag);

  features.add(first.tag, next.tag, distance_hash(s0, b0));
  features.add(second.tag, first.tag, distance_hash(s1, s0));
  features.add(first.word_tag, spread(first.right_count));
  features.add(first.tag, next.tag, spread(first.right_relations), spread(first.left_relations));
  features.add(next.tag, first.tag, spread(next.left_relations));
  features.add(second.tag, first.tag, spread(second.right_relations), spread(second.left_relations));
  features.add(second.tag, first.tag, spread(first.left_relations), spread(first.right_relations));
  features.add(first.word, next.tag, spread(first.right_relations));
}

void ParseState::relation_features(Node dependent, Node head,
                                   std::array<std::uint32_t, kRelationFeatures>& out) const {
  const NodeState& child = nodes_[dependent];
  const NodeState& parent = nodes_[head];
  const bool left = dependent < head;
  const NodeState& sibling = nodes_[left ? parent.left[0] : parent.right[0]];
  const std::uint64_t side = spread(left ? 3 : 4);
  const std::uint64_t tags = hash_step(child.tag ^ std::rotl(parent.tag, 17), side);
  const std::uint64_t child_left = spread(child.left_relations);
  const std::uint64_t child_right = spread(child.right_relations);
  const std::uint64_t parent_left = spread(parent.left_relations);
  const std::uint64_t parent_right = spread(parent.right_relations);
  FeatureWriter features(out.data());
  features.add(tags);
  features.add(child.word, side);
  features.add(child.word, parent.tag, side);
  features.add(child.tag, parent.word, side);
  features.add(child.word_tag, side);
  features.add(parent.word_tag, side);
  features.add(child.word, parent.word, side);
  features.add(tags, distance_hash(dependent, head));
  features.add(tags, child_left);
  features.add(tags, child_right);
  features.add(tags, child_left, child_right);
  features.add(tags, parent_left);
  features.add(tags, parent_right);
  features.add(tags, parent_left, parent_right);
  features.add(child.tag, side, child_left, parent_left);
  features.add(tags, nodes_[child.left[0]].word);
  features.add(parent.word, side, nodes_[child.left[0]].word);
  features.add(child.word, side, nodes_[child.left[0]].word);
  features.add(tags, nodes_[child.left[1]].word);
  features.add(tags, nodes_[child.right[0]].word_tag);
  features.add(tags, nodes_[dependent - 1].tag);
  features.add(tags, nodes_[dependent + 1].tag);
  features.add(tags, nodes_[head - 1].tag);
  features.add(tags, nodes_[head + 1].tag);
  features.add(tags, nodes_[dependent - 1].tag, nodes_[dependent + 1].tag);
  features.add(tags, sibling.relation_hash);
  features.add(parent.word, side, sibling.relation_hash);
  features.add(child.word, child_left, side);
  features.add(parent.word, parent_left, parent_right);
  features.add(tags, nodes_[ahead(0)].word);
}

}  // namespace quoth
