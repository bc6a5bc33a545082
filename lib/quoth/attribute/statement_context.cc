#include <algorithm>
#include <array>
#include <limits>

#include "quoth/attribute/statement_context_internal.h"

namespace quoth {
namespace {

constexpr std::ptrdiff_t kNeighbours = 12;

constexpr std::array<float, 6> kBounds = {-3, -1.5F, -0.5F, 0.5F, 1.5F, 3};
constexpr std::uint32_t kBuckets = 8;
constexpr float kNone = -std::numeric_limits<float>::infinity();

// 0 of none; 1, unlikely, to 7.
std::uint32_t bucket_of(float log_odds) {
  if (log_odds == kNone) return 0;
  return 1 + static_cast<std::uint32_t>(std::upper_bound(kBounds.begin(), kBounds.end(), log_odds) - kBounds.begin());
}

struct Nesting {
  float around = kNone;  // the likeliest statement whose content the cue lies in
  bool same_sentence = false;
  float inside = kNone;  // and whose cue lies in the content
};

void look_at(const WordSheet& sheet, const FoundStatement& one, const FoundStatement& other, float log_odds,
             Nesting& nesting) {
  if (reports(other, one)) {
    if (log_odds <= nesting.around) return;
    nesting.around = log_odds;
    nesting.same_sentence = sheet.words[other.cue.head].sentence == sheet.words[one.cue.head].sentence;
  } else if (reports(one, other)) {
    nesting.inside = std::max(nesting.inside, log_odds);
  }
}

}  // namespace

void collect_context_facts(const WordSheet& sheet, const std::vector<FoundStatement>& statements,
                           const std::vector<float>& log_odds, std::size_t i, SparseFacts& facts) {
  const FoundStatement& one = statements[i];
  const std::uint32_t paragraph = sheet.words[one.cue.head].paragraph;
  const auto at = static_cast<std::ptrdiff_t>(i);
  const std::ptrdiff_t end = std::min(static_cast<std::ptrdiff_t>(statements.size()), at + kNeighbours + 1);
  Nesting nesting;
  for (std::ptrdiff_t j = std::max<std::ptrdiff_t>(at - kNeighbours, 0); j < end; ++j) {
    const FoundStatement& other = statements[static_cast<std::size_t>(j)];
    if (j == at || sheet.words[other.cue.head].paragraph != paragraph) continue;
    look_at(sheet, one, other, log_odds[static_cast<std::size_t>(j)], nesting);
  }
  const std::uint32_t own = bucket_of(log_odds[i]);
  const std::uint32_t around = 2 * bucket_of(nesting.around) + (nesting.same_sentence ? 1 : 0);
  const std::uint32_t inside = bucket_of(nesting.inside);
  std::uint32_t first = 1;
  facts.columns = {0, first + around};
  first += 2 * kBuckets;
  facts.columns.push_back(first + around * kBuckets + own);
  first += 2 * kBuckets * kBuckets;
  facts.columns.push_back(first + inside);
  first += kBuckets;
  facts.columns.push_back(first + inside * kBuckets + own);
  facts.values = {log_odds[i], 1, 1, 1, 1};
}

}  // namespace quoth
