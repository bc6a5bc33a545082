// The source and content that the models found, put right where marks and grammar leave no doubt.
#pragma once

#include <vector>

#include "quoth/attribute/statement_finder_internal.h"

namespace quoth {

struct MendedRoles {
  std::vector<Range> source;   // words
  std::vector<Range> content;  // words; never empty
};

MendedRoles mend_roles(const WordSheet& sheet, const FoundStatement& found);

}  // namespace quoth
