#include <algorithm>

#include "quoth/attribute/statement_context_internal.h"
#include "quoth/attribute/statement_finder_internal.h"

namespace quoth {
namespace {

constexpr std::uint32_t kSentencesBefore = 8;
constexpr std::uint32_t kSentencesAfter = 8;

// No sentence that people write is longer, and no speech beside a cue; a list or bad input may be, and has a cue in
// every line of it.
constexpr std::uint32_t kMostWordsBeside = 150;
constexpr std::uint32_t kMostWordsOfWindow = 1000;

Range clipped(Range sentence, std::uint32_t head) {
  return {head - std::min(head - sentence.begin, kMostWordsBeside),
          head + std::min(sentence.end - head, kMostWordsBeside)};
}

// Do two cues claim the same words, and neither reports the other ("he said she said that")?
bool compete(const FoundStatement& a, const FoundStatement& b) {
  if (reports(a, b) || reports(b, a)) return false;
  std::size_t all = 0;
  std::size_t both = 0;
  for (const Range piece : a.roles.content) all += piece.size();
  for (const Range piece : b.roles.content) {
    all += piece.size();
    for (const Range other : a.roles.content) {
      const std::uint32_t begin = std::max(piece.begin, other.begin);
      const std::uint32_t end = std::min(piece.end, other.end);
      both += end > begin ? end - begin : 0;
    }
  }
  return both * 2 >= all - both;
}

}  // namespace

bool reports(const FoundStatement& outer, const FoundStatement& inner) {
  const Range cue = inner.cue.words;
  return std::any_of(outer.roles.content.begin(), outer.roles.content.end(),
                     [&](Range piece) { return piece.begin <= cue.begin && cue.end <= piece.end; });
}

void add_unless_beaten(FoundStatement statement, const WordSheet& sheet, std::vector<FoundStatement>& found) {
  const std::uint32_t paragraph = sheet.words[statement.cue.head].paragraph;
  for (std::size_t i = found.size(); i-- > 0 && sheet.words[found[i].cue.head].paragraph == paragraph;) {
    if (!compete(found[i], statement)) continue;
    if (found[i].probability >= statement.probability) return;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
  }
  found.push_back(std::move(statement));
}

Range window_around(const WordSheet& sheet, const CueCandidate& cue) {
  const WordFacts& head = sheet.words[cue.head];
  const Range sentence = sheet.sentences[head.sentence];
  Range window = clipped(sentence, cue.head);
  if (head.quote_depth > 0 || window != sentence) return window;
  const Range paragraph = sheet.paragraphs[head.paragraph];
  for (std::uint32_t s = head.sentence; s > paragraph.begin && head.sentence - s < kSentencesBefore; --s) {
    const Range before = sheet.sentences[s - 1];
    if (before.empty() || sheet.words[before.end - 1].quote_depth == 0) break;
    if (window.end - before.begin > kMostWordsOfWindow) break;
    window.begin = before.begin;
  }
  for (std::uint32_t s = head.sentence + 1; s < paragraph.end && s - head.sentence <= kSentencesAfter; ++s) {
    const Range after = sheet.sentences[s];
    if (after.empty() || sheet.words[after.begin].quote_depth == 0) break;
    if (after.end - window.begin > kMostWordsOfWindow) break;
    window.end = after.end;
  }
  return window;
}

std::vector<FoundStatement> find_statements(const WordSheet& sheet, const AttributionModelParts& model,
                                            FinderScratch& scratch) {
  scratch.candidates.clear();
  for (const Range sentence : sheet.sentences)
    find_cue_candidates(sheet.words, sentence, model.cues, scratch.cues, scratch.candidates);
  std::vector<FoundStatement> all;
  scratch.log_odds.clear();
  for (const CueCandidate& cue : scratch.candidates) {
    FoundStatement statement{cue,
                             choose_roles(sheet.words, window_around(sheet, cue), cue, scratch.candidates, model.roles,
                                          model.ranker, scratch.roles),
                             0};
    if (statement.roles.content.empty()) continue;
    collect_judge_features(sheet.words, cue, statement.roles, scratch.roles.facts, scratch.judge);
    scratch.log_odds.push_back(model.judge.log_odds(scratch.judge));
    all.push_back(std::move(statement));
  }
  std::vector<FoundStatement> found;
  for (std::size_t i = 0; i < all.size(); ++i) {
    collect_context_facts(sheet, all, scratch.log_odds, i, scratch.judge);
    all[i].probability = model.context.probability(scratch.judge);
    if (all[i].probability >= model.threshold) add_unless_beaten(all[i], sheet, found);
  }
  return found;
}

}  // namespace quoth
