// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) and what its classifiers see.
//
// A transition moves the next word onto a stack, or takes the top of the stack away under its head: the next word, or
// the word below it on the stack. So a word that is taken away has all its dependents.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quoth/annotate/marks_internal.h"

namespace quoth {

enum Transition : std::uint8_t { kShift, kLeft, kRight };  // kLeft: the head is the next word, to the right
inline constexpr std::size_t kTransitions = 3;

using Node = std::uint32_t;  // 0: the artificial root, 1 to size: words, size + 1: no word

inline constexpr std::uint8_t kNoRelation = 0xFF;

// What leads by this much after its first features is taken without the others, in the units of training, where what is
// right is to lead by 20.
inline constexpr float kTransitionLead = 30;
inline constexpr float kRelationLead = 18;

class ParseState {
 public:
  // Each word of a sentence, one or more, after start().
  void start();
  // `word` is a hash of it, `marks_before` the Marks between it and the word before it.
  void add(std::uint64_t word, std::uint8_t tag, std::span<const Mark> marks_before);
  // After the last, with the Marks behind it.
  void finish(std::span<const Mark> marks_behind);

  bool is_finished() const { return next_ > size_ && stack_.size() == 1; }
  bool allows(Transition transition) const;
  // The dependent and head of the arc that kLeft or kRight makes.
  Node top() const { return stack_.back(); }
  Node head_after(Transition transition) const { return transition == kLeft ? next() : below(1); }
  void apply(Transition transition, std::uint8_t relation);

  std::size_t size() const { return size_; }
  Node next() const { return static_cast<Node>(next_); }
  std::span<const Node> stack() const { return stack_; }
  Node head_of(Node node) const { return nodes_[node].head; }
  std::uint8_t relation_of(Node node) const { return nodes_[node].relation; }

  // What speaks for a transition, in two parts: those that mostly decide it, and all others.
  static constexpr std::size_t kFirstFeatures = 14;
  static constexpr std::size_t kMoreFeatures = 42;
  void first_features(std::span<std::uint32_t, kFirstFeatures> out) const;
  void more_features(std::span<std::uint32_t, kMoreFeatures> out) const;

  // What speaks for the relation of `dependent` to `head`, before the transition that makes it; in two parts as well.
  static constexpr std::size_t kFirstRelationFeatures = 9;
  static constexpr std::size_t kMoreRelationFeatures = 18;
  void first_relation_features(Node dependent, Node head, std::span<std::uint32_t, kFirstRelationFeatures> out) const;
  void more_relation_features(Node dependent, Node head, std::span<std::uint32_t, kMoreRelationFeatures> out) const;

 private:
  struct NodeState {
    std::uint64_t word = 0;  // hashes
    std::uint64_t tag = 0;
    std::uint64_t word_tag = 0;
    std::uint64_t relation_hash = 0;
    std::uint64_t marks_before = 0;    // hash of the marks between it and the word before it
    std::uint64_t marks_so_far = 0;    // how many of each kind stand before it: eight bits a kind
    std::uint64_t left_relations = 0;  // of its dependents on a side: a hash of the set
    std::uint64_t right_relations = 0;
    Node head = 0;
    std::array<Node, 2> left;  // its outermost dependents on a side, the outermost first
    std::array<Node, 2> right;
    std::uint8_t left_count = 0;
    std::uint8_t right_count = 0;
    std::uint8_t relation = kNoRelation;
  };

  struct View;
  struct ArcView;
  View view() const;
  ArcView arc_view(Node dependent, Node head) const;
  void take_marks(NodeState& node, std::span<const Mark> marks);
  std::uint64_t marks_between(Node left, Node right) const;
  Node none() const { return static_cast<Node>(size_ + 1); }
  Node below(std::size_t depth) const { return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : none(); }
  Node ahead(std::size_t distance) const { return static_cast<Node>(std::min(next_ + distance, size_ + 1)); }

  std::size_t size_ = 0;
  std::uint64_t marks_so_far_ = 0;
  std::size_t next_ = 1;
  std::vector<Node> stack_;
  std::vector<NodeState> nodes_;  // size_ + 2
};

}  // namespace quoth
