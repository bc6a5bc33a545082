#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "quoth/annotate/random_internal.h"
#include "quoth/annotate/train_tagger_internal.h"
#include "quoth/learn/averaged_perceptron.h"

namespace quoth {
namespace {

// Forms seen less often say little of the tags that they may have; words of a new text that were never seen are like
// them, so that the tagger learns to do without.
constexpr std::uint32_t kLeastForLexicon = 3;
// A form seen this often, this share of it with one tag, needs no context: the rest are mostly slips of annotators.
constexpr std::uint32_t kLeastForCertain = 25;
constexpr double kCertain = 0.995;

// The right tag must beat every other by this much or is learned again: 0.25 points over a plain perceptron.
constexpr float kMargin = 20;

struct FormCounts {
  std::uint32_t all = 0;
  std::map<std::uint8_t, std::uint32_t> of_tags;
};

TagLexicon make_lexicon(std::span<const SyntaxExample* const> examples) {
  std::map<std::uint64_t, FormCounts> forms;
  for (const SyntaxExample* example : examples) {
    for (std::size_t i = 0; i < example->keys.size(); ++i) {
      if (example->tags[i] == kUnknownName) continue;
      FormCounts& counts = forms[example->keys[i].exact];
      ++counts.all;
      ++counts.of_tags[example->tags[i]];
    }
  }
  std::map<std::uint64_t, std::uint16_t> classes;  // sets of tags as bits
  std::vector<std::pair<std::uint64_t, TagEntry>> entries;
  for (const auto& [form, counts] : forms) {
    if (counts.all < kLeastForLexicon || form == 0) continue;
    std::uint64_t set = 0;
    TagEntry entry;
    std::uint32_t most = 0;
    for (const auto& [tag, count] : counts.of_tags) {
      if (count * 50 >= counts.all) set |= std::uint64_t{1} << tag;
      if (count > most) entry.only_tag = tag;
      most = std::max(most, count);
    }
    entry.is_certain = counts.all >= kLeastForCertain && most >= kCertain * counts.all;
    const auto next = static_cast<std::uint16_t>(classes.size() + 1);
    entry.tag_class = classes.try_emplace(set, next).first->second;
    entries.emplace_back(form, entry);
  }
  return TagLexicon(std::move(entries));
}

class TaggerTrainer {
 public:
  TaggerTrainer(const TagLexicon& lexicon, std::size_t tags)
      : lexicon_(lexicon), tags_(tags), perceptron_(static_cast<std::uint32_t>(tags)) {}

  // From the start, with the features alone that were of most use so far.
  void restart(std::size_t most_features) {
    perceptron_ =
        AveragedPerceptron(static_cast<std::uint32_t>(tags_), largest_features(perceptron_.average(), most_features));
  }

  // The tags before a word are those that the tagger gave, as they will be in use.
  void learn(const SyntaxExample& example) {
    input_.clear();
    for (const WordKeys& keys : example.keys) input_.add(keys, lexicon_);
    input_.finish();
    std::uint8_t last = kNoTag;
    std::uint8_t before = kNoTag;
    for (std::size_t i = 0; i < example.keys.size(); ++i) {
      std::uint8_t tag = input_.entry(i).only_tag;
      if (!input_.entry(i).is_certain) tag = learn_word(i, last, before, example.tags[i]);
      before = last;
      last = tag;
    }
  }

  PackedRows weights() const { return PackedRows(perceptron_.average()); }

 private:
  std::uint8_t learn_word(std::size_t i, std::uint8_t last, std::uint8_t before, std::uint8_t gold) {
    std::array<std::uint32_t, TaggerInput::kFirstFeatures + TaggerInput::kMoreFeatures> features;
    const std::span first = std::span(features).first<TaggerInput::kFirstFeatures>();
    input_.first_features(i, last, before, first);
    input_.more_features(i, last, before, std::span(features).last<TaggerInput::kMoreFeatures>());
    std::array<float, PackedRows::kMostOutputs> scores{};
    perceptron_.score(features, std::span(scores).first(tags_));
    const auto best = [&] {
      const auto end = scores.begin() + static_cast<std::ptrdiff_t>(tags_);
      return static_cast<std::uint8_t>(std::max_element(scores.begin(), end) - scores.begin());
    };
    const std::uint8_t tag = best();
    perceptron_.step();
    if (gold == kUnknownName) return tag;
    const auto learn = [&](std::span<const std::uint32_t> part) {
      const float needed = scores[gold] - kMargin;
      scores[gold] = std::numeric_limits<float>::lowest();
      const std::uint8_t wrong = best();
      const bool errs = scores[wrong] > needed;
      if (errs) perceptron_.update(part, gold, wrong);
      return errs;
    };
    if (!learn(features)) {
      perceptron_.score(first, std::span(scores).first(tags_));
      learn(first);
    }
    return tag;
  }

  const TagLexicon& lexicon_;
  std::size_t tags_;
  AveragedPerceptron perceptron_;
  TaggerInput input_;
};

}  // namespace

TaggerParts train_tagger(std::span<const SyntaxExample* const> examples, const TaggerTraining& options) {
  const TagLexicon lexicon = make_lexicon(examples);
  TaggerTrainer trainer(lexicon, options.tags);
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Random random(options.seed);
  const auto run_epoch = [&](std::size_t epoch) {
    random.shuffle(order);
    for (const std::size_t i : order) {
      if (takes_part(*examples[i], i, epoch)) trainer.learn(*examples[i]);
    }
  };
  for (std::size_t epoch = 1; epoch <= options.choosing_epochs; ++epoch) run_epoch(epoch);
  trainer.restart(options.most_features);
  for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
    run_epoch(epoch);
    if (options.progress) options.progress(epoch, {lexicon, trainer.weights()});
  }
  return {lexicon, trainer.weights()};
}

}  // namespace quoth
