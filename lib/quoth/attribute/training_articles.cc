#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/training_articles_internal.h"
#include "quoth/base/parallel_for.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

std::vector<Range> word_ranges(const std::vector<WordFacts>& words, const std::vector<Span>& spans) {
  std::vector<Range> ranges;
  for (const Span span : spans) {
    const Range range = words_in(words, span);
    if (!range.empty()) ranges.push_back(range);
  }
  return ranges;
}

TrainingArticle prepare(const GoldArticle& gold, const SyntaxModel& syntax, const Registry& registry) {
  TrainingArticle article;
  Segmenter segmenter;
  SyntaxScratch scratch;
  Syntax parsed;
  WordMemory memory;
  const Document document = segmenter.segment(gold.text);
  syntax.analyse(document, scratch, parsed);
  const std::vector<std::uint32_t> word_classes = classify_words(document);
  article.sheet = collect_word_facts(document, parsed, syntax, find_quotes(document), word_classes,
                                     find_mentions(document, word_classes, registry), memory);
  for (const Attribution& attribution : gold.attributions) {
    GoldRoles roles;
    roles.content = word_ranges(article.sheet.words, attribution.content);
    if (roles.content.empty()) continue;
    ++article.attributions;
    if (attribution.cue.empty()) continue;
    roles.cue = words_in(article.sheet.words, attribution.cue.front());
    roles.source = word_ranges(article.sheet.words, attribution.source);
    if (!roles.cue.empty()) article.gold.push_back(std::move(roles));
  }
  return article;
}

// A label that goes on where nothing began becomes one that begins.
void mend_beginnings(std::vector<std::uint8_t>& labels, std::size_t first) {
  for (std::size_t i = first; i < labels.size(); ++i) {
    const std::uint8_t label = labels[i];
    if (label == 0 || label % 2 != 0) continue;
    const std::uint8_t before = i > first ? labels[i - 1] : 0;
    if (before != label && before + 1 != label) labels[i] = label - 1;
  }
}

void label_seats(Range span, std::uint8_t begins, const std::vector<Seat>& seats, std::uint8_t* labels) {
  bool first = true;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const std::uint32_t begin = std::max(seats[i].words.begin, span.begin);
    const std::uint32_t end = std::min(seats[i].words.end, span.end);
    if (begin >= end || 2 * (end - begin) < seats[i].words.size()) continue;
    labels[i] = first ? begins : begins + 1;
    first = false;
  }
}

struct Shared {
  std::size_t both = 0;
  std::size_t either = 0;

  double jaccard() const { return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either); }
};

Shared shared_words(const std::vector<WordFacts>& words, const std::vector<Range>& a, const std::vector<Range>& b) {
  const auto in = [](const std::vector<Range>& ranges, std::uint32_t word) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range range) { return range.contains(word); });
  };
  Shared shared;
  const std::uint32_t begin = std::min(a.front().begin, b.front().begin);
  const std::uint32_t end = std::max(a.back().end, b.back().end);
  for (std::uint32_t word = begin; word < end; ++word) {
    if (words[word].mark != 0) continue;
    const bool in_a = in(a, word);
    const bool in_b = in(b, word);
    shared.both += in_a && in_b ? 1 : 0;
    shared.either += in_a || in_b ? 1 : 0;
  }
  return shared;
}

}  // namespace

std::vector<TrainingArticle> prepare_articles(const std::vector<GoldArticle>& articles, const SyntaxModel& syntax,
                                              const Registry& registry, std::uint32_t folds, unsigned threads) {
  std::vector<TrainingArticle> prepared(articles.size());
  parallel_for(articles.size(), threads, [&](std::size_t i) {
    prepared[i] = prepare(articles[i], syntax, registry);
    prepared[i].fold = static_cast<std::uint32_t>(i) % folds;
    prepared[i].weight = articles[i].weight;
  });
  return prepared;
}

const GoldRoles* gold_at(const TrainingArticle& article, Range words) {
  for (const GoldRoles& gold : article.gold)
    if (gold.cue.begin < words.end && words.begin < gold.cue.end) return &gold;
  return nullptr;
}

void append_cue_labels(const TrainingArticle& article, Range sentence, std::vector<std::uint8_t>& labels) {
  const std::size_t first = labels.size();
  labels.resize(first + sentence.size(), 0);
  for (const GoldRoles& gold : article.gold) {
    for (std::uint32_t i = std::max(gold.cue.begin, sentence.begin); i < std::min(gold.cue.end, sentence.end); ++i)
      labels[first + i - sentence.begin] = i == gold.cue.begin ? 1 : 2;
  }
  mend_beginnings(labels, first);
}

void append_role_labels(const GoldRoles& gold, const std::vector<Seat>& seats, std::vector<std::uint8_t>& labels) {
  const std::size_t first = labels.size();
  labels.resize(first + seats.size(), 0);
  for (const Range span : gold.source) label_seats(span, role_label::kSourceBegins, seats, labels.data() + first);
  for (const Range span : gold.content) label_seats(span, role_label::kContentBegins, seats, labels.data() + first);
  mend_beginnings(labels, first);
}

double likeness(const TrainingArticle& article, const GoldRoles& gold, const LabelledRoles& roles) {
  // Weighed by what the figures of attribution ask: half of the content, and a word of the source.
  constexpr double kWithoutSource = 0.4;
  constexpr double kSomeOfSource = 0.76;
  constexpr double kSameContent = 0.2;
  const Shared content = shared_words(article.sheet.words, roles.content, gold.content);
  if (content.both == 0) return 0;
  double source = kWithoutSource;
  if (roles.source.empty() || gold.source.empty()) {
    if (roles.source.empty() && gold.source.empty()) source = 1;
  } else {
    const Shared shared = shared_words(article.sheet.words, roles.source, gold.source);
    if (shared.both > 0) source = kSomeOfSource + (1 - kSomeOfSource) * shared.jaccard();
  }
  return content.jaccard() * source + (content.both == content.either ? kSameContent : 0);
}

const GoldRoles* gold_like(const TrainingArticle& article, const CueCandidate& cue, const LabelledRoles& roles) {
  const auto agrees = [&](const GoldRoles& gold) {
    if (gold.content.front().begin >= roles.content.back().end ||
        roles.content.front().begin >= gold.content.back().end)
      return false;
    const Shared content = shared_words(article.sheet.words, roles.content, gold.content);
    if (content.both * 2 < content.either || content.both == 0) return false;
    if (roles.source.empty() || gold.source.empty()) return roles.source.empty() && gold.source.empty();
    return shared_words(article.sheet.words, roles.source, gold.source).both > 0;
  };
  const GoldRoles* own = gold_at(article, cue.words);
  if (own != nullptr && agrees(*own)) return own;
  const auto found = std::find_if(article.gold.begin(), article.gold.end(), agrees);
  return found == article.gold.end() ? nullptr : &*found;
}

}  // namespace quoth
