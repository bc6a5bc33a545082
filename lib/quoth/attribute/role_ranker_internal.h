// Which of the few likeliest labellings of a cue's source and content is best (Collins 2000).
//
// The labels of a chain see their neighbours alone. Here whole spans are looked at: whether they are whole branches of
// the tree, what they leave out, whether the source is the verb's subject.
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/role_labeller_internal.h"
#include "quoth/attribute/sparse_facts_internal.h"
#include "quoth/base/bytes.h"

namespace quoth {

inline constexpr std::uint32_t kRankerColumns = 1U << 16;

// What is looked at in `roles`, of a cue and the window that it was labelled in, which holds all of them. `others` are
// the candidates of the document, in order. A column may come twice.
void collect_ranker_facts(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                          const std::vector<CueCandidate>& others, const LabelledRoles& roles, SparseFacts& facts);

class RoleRanker {
 public:
  RoleRanker() = default;

  // Of kRankerColumns weights.
  explicit RoleRanker(std::vector<float> weights) : weights_(std::move(weights)) {}

  // As write() wrote it. Throws Error where the bytes are no such ranker.
  explicit RoleRanker(ByteReader& reader);
  void write(ByteWriter& writer) const;

  // The higher the better, against other roles of the same cue.
  float score(const SparseFacts& facts) const;

 private:
  std::vector<float> weights_;
};

// Working memory; keep one a thread.
struct RankScratch {
  RoleScratch roles;
  SparseFacts facts;  // of the roles that were chosen last
  SparseFacts other_facts;
};

// The best by `ranker` of the likeliest roles of a cue, or the likeliest of an unlikely cue; its `share` is set;
// without content where the window is empty. As label_roles for the rest. Leaves their facts in scratch.facts.
LabelledRoles choose_roles(const std::vector<WordFacts>& words, Range window, const CueCandidate& cue,
                           const std::vector<CueCandidate>& others, const ChainTable& table, const RoleRanker& ranker,
                           RankScratch& scratch);

}  // namespace quoth
