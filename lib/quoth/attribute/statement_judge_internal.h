// Whether what stands around a cue is a statement with that source and content: the chance that people would say so.
//
// Logistic regression over the cue's chance, the roles' chances, and hashed facts of cue, source and content. What a
// cue's words alone do not tell, its arguments do: "it looks bad" against "he looks forward to".
#pragma once

#include <cstdint>
#include <vector>

#include "quoth/attribute/role_labeller_internal.h"
#include "quoth/attribute/sparse_facts_internal.h"
#include "quoth/base/bytes.h"
#include "quoth/learn/logistic.h"

namespace quoth {

inline constexpr std::uint32_t kJudgeColumns = 1U << 16;

// What is judged; a column may come twice. `ranked` are the ranker's facts of `roles`.
void collect_judge_features(const std::vector<WordFacts>& words, const CueCandidate& cue, const LabelledRoles& roles,
                            const SparseFacts& ranked, SparseFacts& facts);

class StatementJudge {
 public:
  StatementJudge() = default;

  // Of a model with one output.
  explicit StatementJudge(const LinearModel& model);

  // As write() wrote it, over so many columns. Throws Error where the bytes are no such judge.
  StatementJudge(ByteReader& reader, std::uint32_t columns);
  void write(ByteWriter& writer) const;

  // The log-odds, and the probability, 0 to 1.
  float log_odds(const SparseFacts& facts) const;
  float probability(const SparseFacts& facts) const;

  // From here on log-odds are `slope` times what they were, and `shift` more (Platt 1999).
  void calibrate(float slope, float shift);

 private:
  std::vector<float> weights_;
  float bias_ = 0;
};

}  // namespace quoth
