// An attribution as its evaluation sees it: pieces without the marks at their ends, tokens, and names without case.
//
// A private part of evaluate_attributions, apart so that each step can be read by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/attribute/gold_articles.h"

namespace quoth {

struct JudgedRole {
  std::vector<Span> pieces;           // in order, apart
  std::vector<std::uint32_t> tokens;  // indexes of those that a piece touches, ascending
};

struct JudgedAttribution {
  JudgedRole source;
  JudgedRole cue;
  JudgedRole content;
  AttributionKind form = AttributionKind::indirect;  // by its quote marks, whatever the file calls it
  // Trimmed and case-folded; empty where not given.
  std::string speaker;
  std::string addressee;
  std::string kind;
  double confidence = 0;
};

// Runs of letters, digits and underscores, also joined by one apostrophe, full stop or hyphen. These are the matches of
// Python's \w+(?:[’'.\-]\w+)* so that figures can be compared with published ones; Document's tokens are cut otherwise.
std::vector<Span> evaluation_tokens(std::string_view text);

// The attributions of `article` that have a token of content. `tokens` are those of its text.
std::vector<JudgedAttribution> judged_attributions(const GoldArticle& article, const std::vector<Span>& tokens);

}  // namespace quoth
