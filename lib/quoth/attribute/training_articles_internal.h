// Articles with gold attributions as the models of attribution see them.
#pragma once

#include <vector>

#include "quoth/annotate/registry.h"
#include "quoth/annotate/syntax.h"
#include "quoth/attribute/cue_finder_internal.h"
#include "quoth/attribute/gold_articles.h"
#include "quoth/attribute/role_labeller_internal.h"

namespace quoth {

// Word ranges of one gold attribution.
struct GoldRoles {
  Range cue;  // its first piece
  std::vector<Range> source;
  std::vector<Range> content;  // never empty
};

struct TrainingArticle {
  WordSheet sheet;
  std::vector<GoldRoles> gold;   // those that have a cue
  std::size_t attributions = 0;  // all that have content, with a cue or without
  std::uint32_t fold = 0;
  std::uint32_t weight = 1;
  std::vector<CueCandidate> candidates;
};

// Analyses the articles on `threads` threads and deals them out to `folds` folds by their place.
std::vector<TrainingArticle> prepare_articles(const std::vector<GoldArticle>& articles, const SyntaxModel& syntax,
                                              const Registry& registry, std::uint32_t folds, unsigned threads);

// The gold attribution whose cue shares a word with `words`; null where there is none.
const GoldRoles* gold_at(const TrainingArticle& article, Range words);

// Appends the gold label of each word of `sentence`, as cue_shape() has them.
void append_cue_labels(const TrainingArticle& article, Range sentence, std::vector<std::uint8_t>& labels);

// Appends the gold label of each seat, as role_shape() has them. A seat is in a span when half of its words are.
void append_role_labels(const GoldRoles& gold, const std::vector<Seat>& seats, std::vector<std::uint8_t>& labels);

// How good `roles` are for the cue of `gold`, to choose among several: the share of words of the contents that is
// common (Jaccard, marks aside), less where the sources have little or nothing in common, more where the contents are
// the same.
double likeness(const TrainingArticle& article, const GoldRoles& gold, const LabelledRoles& roles);

// The gold attribution of which the figures would count `roles` as right: half of the content's words shared (Jaccard,
// marks aside) and a word of the source, or no source in both. That of `cue` comes first; null where there is none.
const GoldRoles* gold_like(const TrainingArticle& article, const CueCandidate& cue, const LabelledRoles& roles);

}  // namespace quoth
