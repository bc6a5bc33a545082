// Attributions that people marked, and how far the program's agree with them; for tests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/text/document.h"

namespace quoth {

struct GoldAttribution {
  std::vector<Span> source;  // bytes
  std::vector<Span> cue;
  std::vector<Span> content;
  std::string kind;                    // empty where the file does not say
  std::optional<std::string> speaker;  // empty where the file says that nobody is named; nothing where it does not say
  std::vector<std::string> speakers;
  bool unquoted = false;
  bool spans_match = true;  // whether the file's texts of the spans, where it gives them, are what stands there
};

struct GoldDocument {
  std::string id;
  std::string text;
  std::string date;
  std::vector<GoldAttribution> attributions;
};

// Reads lines of {"id","text","date"?,"quotes":[...]} with offsets in code points; the file may be gzipped. Throws
// where it cannot.
std::vector<GoldDocument> read_gold(const std::string& path);

// Counts over documents, pairs matched one to one: contents share half of their tokens (Jaccard) and sources a token.
struct Agreement {
  int gold = 0;
  int predicted = 0;
  int matched = 0;
  int gold_direct = 0;   // whose content opens and closes with quote marks
  int direct_found = 0;  // with the right source

  double f1() const { return gold + predicted == 0 ? 0 : 2.0 * matched / (gold + predicted); }
  double direct_accuracy() const { return gold_direct == 0 ? 0 : static_cast<double>(direct_found) / gold_direct; }
};

void count_agreement(const Document& document, const std::vector<GoldAttribution>& gold,
                     const std::vector<Attribution>& predicted, Agreement& agreement);

}  // namespace quoth
