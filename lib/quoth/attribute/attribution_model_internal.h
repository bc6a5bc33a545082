// What an attribution model holds, and its bytes. docs/model_format.md has the layout.
#pragma once

#include <string>
#include <vector>

#include "quoth/attribute/attribution_model.h"
#include "quoth/attribute/role_ranker_internal.h"
#include "quoth/attribute/statement_judge_internal.h"
#include "quoth/learn/chain_table.h"

namespace quoth {

struct AttributionSample;

struct AttributionModelParts {
  ChainTable cues;
  ChainTable roles;
  RoleRanker ranker;
  StatementJudge judge;
  StatementJudge context;  // after the first one
  float threshold = 0.5F;  // statements that are less likely are not given
};

std::string attribution_model_bytes(const AttributionModelParts& parts, const std::string& card,
                                    const std::vector<AttributionSample>& samples);

}  // namespace quoth
