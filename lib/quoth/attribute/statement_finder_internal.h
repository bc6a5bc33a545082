// The statements that the trained models see around cues.
#pragma once

#include <vector>

#include "quoth/attribute/attribution_model_internal.h"

namespace quoth {

struct FoundStatement {
  CueCandidate cue;
  LabelledRoles roles;
  float probability = 0;
};

// Working memory; keep one a thread.
struct FinderScratch {
  CueScratch cues;
  RankScratch roles;
  SparseFacts judge;
  std::vector<CueCandidate> candidates;
  std::vector<float> log_odds;
};

// Where the source and content of a cue are looked for: its sentence, and the sentences beside it in its paragraph that
// quotations join to it; of an endless sentence what is near the cue.
Range window_around(const WordSheet& sheet, const CueCandidate& cue);

// Is the cue of `inner` in the content of `outer`?
bool reports(const FoundStatement& outer, const FoundStatement& inner);

// Adds `statement` unless a likelier one, or one as likely before it, claims the same words and neither reports the
// other; drops those that it wins over. Cues come in order.
void add_unless_beaten(FoundStatement statement, const WordSheet& sheet, std::vector<FoundStatement>& found);

// Those that are at least as likely as the model's threshold, in the order of their cues. Of several with the same
// content the likeliest. Linear in the words. Never throws but for lack of memory.
std::vector<FoundStatement> find_statements(const WordSheet& sheet, const AttributionModelParts& model,
                                            FinderScratch& scratch);

}  // namespace quoth
