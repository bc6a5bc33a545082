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

void ParseState::start() {
  constexpr std::uint64_t kRootHash = spread(1U << 20);
  size_ = 0;
  next_ = 1;
  marks_so_far_ = 0;
  stack_.assign(1, 0);
  nodes_.assign(1, NodeState{});
  nodes_[0].word = nodes_[0].tag = nodes_[0].word_tag = kRootHash;
}

void ParseState::take_marks(NodeState& node, std::span<const Mark> marks) {
  std::uint64_t kinds = 0;
  for (const Mark mark : marks) {
    kinds |= std::uint64_t{1} << static_cast<unsigned>(mark);
    marks_so_far_ += std::uint64_t{1} << (8 * (static_cast<unsigned>(mark) % 8));
  }
  node.marks_before = spread(kinds << 40);
  node.marks_so_far = marks_so_far_;
}

void ParseState::add(std::uint64_t word, std::uint8_t tag, std::span<const Mark> marks_before) {
  NodeState& node = nodes_.emplace_back();
  node.word = word;
  node.tag = spread(std::uint64_t{tag} << 24);
  node.word_tag = hash_step(node.word, node.tag);
  take_marks(node, marks_before);
  ++size_;
}

void ParseState::finish(std::span<const Mark> marks_behind) {
  constexpr std::uint64_t kNoneHash = spread(1U << 21);
  NodeState& last = nodes_.emplace_back();
  last.word = last.tag = last.word_tag = kNoneHash;
  take_marks(last, marks_behind);
  for (NodeState& node : nodes_) node.left = node.right = {none(), none()};
}

// Which kinds of marks stand between two words.
std::uint64_t ParseState::marks_between(Node left, Node right) const {
  const std::uint64_t counts = nodes_[right].marks_so_far - nodes_[left].marks_so_far;
  std::uint64_t kinds = 0;
  for (unsigned kind = 0; kind < 8; ++kind)
    kinds |= static_cast<std::uint64_t>(((counts >> (8 * kind)) & 0xFF) != 0) << kind;
  return spread(kinds << 48);
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

struct ParseState::View {
  const NodeState& first;  // top of the stack
  const NodeState& second;
  const NodeState& third;
  const NodeState& next;  // word ahead
  const NodeState& after;
  const NodeState& later;
};

ParseState::View ParseState::view() const {
  return {nodes_[top()], nodes_[below(1)], nodes_[below(2)], nodes_[ahead(0)], nodes_[ahead(1)], nodes_[ahead(2)]};
}

void ParseState::first_features(std::span<std::uint32_t, kFirstFeatures> out) const {
  const auto [first, second, third, next, after, later] = view();
  const std::uint64_t distance = distance_hash(top(), ahead(0));
  const std::uint64_t marks = marks_between(top(), ahead(0));
  const std::uint64_t tags = first.tag ^ std::rotl(next.tag, 23);
  const std::uint64_t next_first = nodes_[next.left[0]].word;
  FeatureWriter features(out);
  features.add(next.word_tag);
  features.add(first.word_tag, next.tag);
  features.add(first.tag, next.word_tag);
  features.add(next.tag, after.tag, later.tag);
  features.add(second.tag, first.tag, next.tag, after.tag);
  features.add(second.tag, first.word_tag);
  features.add(first.tag, nodes_[first.left[0]].tag, next.tag);
  features.add(tags, distance);
  features.add(tags, spread(first.right_relations), spread(first.left_relations));
  features.add(tags, spread(next.left_relations));
  features.add(second.tag, first.tag, spread(first.left_relations), spread(first.right_relations));
  features.add(first.tag, next.word_tag, next_first);
  features.add(marks, first.tag, next.tag);
  features.add(first.marks_before, marks, first.tag);
}

void ParseState::more_features(std::span<std::uint32_t, kMoreFeatures> out) const {
  const auto [first, second, third, next, after, later] = view();
  // What a preposition hangs on is a matter of words: "of", "to" of s0 and b0 with the words that they may depend on.
  const std::uint64_t top_first = nodes_[first.left[0]].word;
  const std::uint64_t next_first = nodes_[next.left[0]].word;
  const std::uint64_t marks = marks_between(top(), ahead(0));
  const std::uint64_t marks_below = marks_between(below(1), top());
  FeatureWriter features(out, kFirstFeatures);
  features.add(first.word_tag);
  features.add(second.word_tag);
  features.add(after.word_tag);
  features.add(first.word_tag, next.word_tag);
  features.add(first.word_tag, next.word);
  features.add(first.word, next.word_tag);
  features.add(first.tag, next.tag);
  features.add(next.tag, after.tag);
  features.add(next.word, after.tag, first.tag);
  features.add(second.word_tag, first.word_tag);
  features.add(second.word_tag, first.tag);
  features.add(second.tag, first.tag);
  features.add(second.word_tag, next.tag);
  features.add(second.tag, next.word_tag);
  features.add(second.word_tag, first.tag, next.tag);
  features.add(second.tag, first.tag, next.word_tag);
  features.add(first.tag, next.tag, after.tag);
  features.add(second.tag, first.tag, next.tag);
  features.add(third.tag, second.tag, first.tag);
  features.add(first.tag, nodes_[first.right[0]].tag, next.tag);
  features.add(first.tag, next.tag, nodes_[next.left[0]].tag);
  features.add(second.tag, nodes_[second.right[0]].tag, first.tag);
  features.add(second.tag, first.tag, nodes_[first.left[0]].tag);
  features.add(second.tag, first.tag, distance_hash(below(1), top()));
  features.add(first.word_tag, spread(first.right_count));
  features.add(second.tag, first.tag, spread(second.right_relations), spread(second.left_relations));
  features.add(first.word, next.tag, spread(first.right_relations));
  features.add(second.word_tag, top_first);
  features.add(second.tag, first.tag, top_first);
  features.add(second.tag, first.word_tag, top_first);
  features.add(second.word, first.word, top_first);
  features.add(first.word_tag, next_first);
  features.add(first.tag, next.tag, next_first);
  features.add(second.tag, first.tag, next.tag, top_first);
  features.add(nodes_[below(2)].word, second.word, top_first);
  features.add(third.tag, second.tag, first.tag, top_first);
  features.add(marks, first.tag, next.word);
  features.add(marks, first.word, next.tag);
  features.add(marks, marks_below, second.tag, first.tag);
  features.add(marks_below, second.tag, first.tag, next.tag);
  features.add(after.marks_before, marks, first.tag, next.tag);
  features.add(marks, first.tag, next.tag, spread(first.right_relations));
}

struct ParseState::ArcView {
  const NodeState& child;
  const NodeState& parent;
  std::uint64_t side;
  std::uint64_t tags;  // of both, with the side
  std::uint64_t child_left;
  std::uint64_t child_right;
  std::uint64_t parent_left;
  std::uint64_t parent_right;
  std::uint64_t marks;
};

ParseState::ArcView ParseState::arc_view(Node dependent, Node head) const {
  const NodeState& child = nodes_[dependent];
  const NodeState& parent = nodes_[head];
  const bool left = dependent < head;
  const std::uint64_t side = spread(left ? 3 : 4);
  return {child,
          parent,
          side,
          hash_step(child.tag ^ std::rotl(parent.tag, 17), side),
          spread(child.left_relations),
          spread(child.right_relations),
          spread(parent.left_relations),
          spread(parent.right_relations),
          left ? marks_between(dependent, head) : marks_between(head, dependent)};
}

void ParseState::first_relation_features(Node dependent, Node head,
                                         std::span<std::uint32_t, kFirstRelationFeatures> out) const {
  const ArcView arc = arc_view(dependent, head);
  const NodeState& sibling = nodes_[dependent < head ? arc.parent.left[0] : arc.parent.right[0]];
  FeatureWriter features(out);
  features.add(arc.child.word, arc.parent.tag, arc.side);
  features.add(arc.child.tag, arc.parent.word, arc.side);
  features.add(arc.tags, distance_hash(dependent, head));
  features.add(arc.tags, arc.child_left, arc.child_right);
  features.add(arc.child.tag, arc.side, arc.child_left, arc.parent_left);
  features.add(arc.tags, nodes_[arc.child.left[0]].word);
  features.add(arc.tags, nodes_[dependent - 1].tag, nodes_[dependent + 1].tag);
  features.add(arc.tags, sibling.relation_hash);
  features.add(arc.tags, arc.marks);
}

void ParseState::more_relation_features(Node dependent, Node head,
                                        std::span<std::uint32_t, kMoreRelationFeatures> out) const {
  const ArcView arc = arc_view(dependent, head);
  const auto& [child, parent, side, tags, child_left, child_right, parent_left, parent_right, marks] = arc;
  const NodeState& sibling = nodes_[dependent < head ? parent.left[0] : parent.right[0]];
  FeatureWriter features(out, kFirstRelationFeatures);
  features.add(child.word_tag, side);
  features.add(parent.word_tag, side);
  features.add(child.word, parent.word, side);
  features.add(tags, parent_left, parent_right);
  features.add(parent.word, side, nodes_[child.left[0]].word);
  features.add(child.word, side, nodes_[child.left[0]].word);
  features.add(tags, nodes_[child.left[1]].word);
  features.add(tags, nodes_[child.right[0]].word_tag);
  features.add(tags, nodes_[dependent - 1].tag);
  features.add(tags, nodes_[dependent + 1].tag);
  features.add(tags, nodes_[head - 1].tag);
  features.add(tags, nodes_[head + 1].tag);
  features.add(parent.word, side, sibling.relation_hash);
  features.add(child.word, child_left, side);
  features.add(parent.word, parent_left, parent_right);
  features.add(tags, nodes_[ahead(0)].word);
  features.add(child.tag, side, marks, child_left);
  features.add(child.word, parent.tag, side, marks);
}

}  // namespace quoth
