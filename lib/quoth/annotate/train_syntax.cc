#include "quoth/annotate/train_syntax.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "quoth/annotate/augment_treebank_internal.h"
#include "quoth/annotate/syntax_card_internal.h"
#include "quoth/annotate/syntax_corpus_internal.h"
#include "quoth/annotate/syntax_file_internal.h"
#include "quoth/annotate/train_parser_internal.h"
#include "quoth/annotate/train_tagger_internal.h"
#include "quoth/base/error.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

// What the model should give again wherever it is used. Words are parted by spaces. Not of any treebank: those may not
// be copied.
constexpr std::array<std::string_view, 8> kSamples = {
    "The minister said on Tuesday that talks with the unions had failed .",
    "“ We have n’t decided anything yet , ” the chairwoman told reporters after the meeting .",
    "According to two officials , the plan would cost $ 40 billion over ten years .",
    "She called the ruling a mistake and urged lawmakers to act before the summer .",
    "Asked whether he would resign , the governor laughed : \" Why should I ? \"",
    "Mr . Ortega 's lawyers deny the charges , which they described as politically motivated .",
    "What voters want to know is who will pay for it .",
    "Ministers agree sanctions , but three capitals object",
};

class SyntaxTrainer {
 public:
  SyntaxTrainer(const Treebank& training, const Treebank& development, const SyntaxTrainOptions& options)
      : development_(development), options_(options), augmented_(augment_treebank(training)) {
    names_ = names_of(augmented_.sentences);
    parser_names_ = parser_names(names_.tags, names_.relations, "treebank");
    for (std::size_t i = 0; i < augmented_.sentences.size(); ++i) {
      examples_.push_back(example_of(augmented_.sentences[i], names_));
      examples_.back().is_made = i > 0 && augmented_.sources[i] == augmented_.sources[i - 1];
    }
  }

  SyntaxParts train() {
    const std::vector<const SyntaxExample*> all = part_of([](std::uint32_t) { return true; });
    TaggerTraining tagger_options = tagger_training();
    tagger_options.progress = [&](std::size_t epoch, const TaggerParts& tagger) {
      if (options_.progress) options_.progress({"tagger", epoch, options_.tagger_epochs, judge_tagger(tagger)});
    };
    TaggerParts tagger = train_tagger(all, tagger_options);
    const std::vector<std::vector<std::uint8_t>> tags = tag_by_others();
    ParserTraining parser_options = parser_training();
    parser_options.progress = [&](std::size_t epoch, const ParserParts& parser) {
      if (options_.progress) options_.progress({"parser", epoch, options_.parser_epochs, judge(tagger, parser)});
    };
    ParserParts parser = train_parser(all, tags, parser_options);
    return parts_of(std::move(tagger), std::move(parser));
  }

  SyntaxFigures judge(const TaggerParts& tagger, const ParserParts& parser) const {
    if (development_.sentences.empty()) return {};
    const std::string bytes = syntax_model_bytes("{}", parts_of(tagger, parser), {});
    return evaluate_syntax(SyntaxModel::from(ModelFile::parse(bytes, options_.name)), development_);
  }

 private:
  SyntaxParts parts_of(TaggerParts tagger, ParserParts parser) const {
    return {names_.tags, names_.relations, parser_names_, std::move(tagger), std::move(parser)};
  }

  TaggerTraining tagger_training() const {
    TaggerTraining training;
    training.epochs = options_.tagger_epochs;
    training.choosing_epochs = options_.choosing_epochs;
    training.most_features = options_.tag_features;
    training.seed = options_.seed;
    training.tags = names_.tags.size();
    return training;
  }

  ParserTraining parser_training() const {
    ParserTraining training;
    training.epochs = options_.parser_epochs;
    training.choosing_epochs = options_.choosing_epochs;
    training.most_transition_features = options_.transition_features;
    training.most_relation_features = options_.relation_features;
    training.seed = options_.seed;
    training.relations = names_.relations.size();
    training.names = parser_names_;
    return training;
  }

  // Examples whose source, a sentence of the treebank, is wanted.
  template <typename Wanted>
  std::vector<const SyntaxExample*> part_of(Wanted wanted) const {
    std::vector<const SyntaxExample*> part;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (wanted(augmented_.sources[i])) part.push_back(&examples_[i]);
    }
    return part;
  }

  // Tags as the parser will meet them: by taggers that have seen neither a sentence nor another form of it.
  std::vector<std::vector<std::uint8_t>> tag_by_others() const {
    const TaggerTraining training = tagger_training();
    std::vector<std::vector<std::uint8_t>> tags(examples_.size());
    SentenceScratch scratch;
    for (std::size_t fold = 0; fold < options_.folds; ++fold) {
      const auto others = [&](std::uint32_t source) { return source % options_.folds != fold; };
      const TaggerParts tagger = train_tagger(part_of(others), training);
      for (std::size_t i = 0; i < examples_.size(); ++i) {
        if (others(augmented_.sources[i])) continue;
        scratch.clear();
        for (const WordKeys& keys : examples_[i].keys) scratch.add(keys, tagger.lexicon);
        tag_words(tagger, scratch);
        tags[i] = scratch.tags;
      }
    }
    return tags;
  }

  SyntaxFigures judge_tagger(const TaggerParts& tagger) const {
    SyntaxFigures figures;
    std::size_t right = 0;
    SentenceScratch scratch;
    for (const TreebankSentence& sentence : development_.sentences) {
      const SyntaxExample example = example_of(sentence, names_);
      scratch.clear();
      for (const WordKeys& keys : example.keys) scratch.add(keys, tagger.lexicon);
      tag_words(tagger, scratch);
      for (std::size_t i = 0; i < example.tags.size(); ++i) right += scratch.tags[i] == example.tags[i] ? 1 : 0;
      figures.words += example.tags.size();
    }
    if (figures.words > 0) figures.tags = static_cast<double>(right) / static_cast<double>(figures.words);
    return figures;
  }

  const Treebank& development_;
  const SyntaxTrainOptions& options_;
  AugmentedTreebank augmented_;
  SyntaxNames names_;
  ParserNames parser_names_;
  std::vector<SyntaxExample> examples_;
};

Treebank joined(const std::vector<TreebankFile>& files) {
  Treebank all;
  for (const TreebankFile& file : files) {
    all.sentences.insert(all.sentences.end(), file.treebank.sentences.begin(), file.treebank.sentences.end());
  }
  return all;
}

std::vector<SyntaxSample> make_samples(const SyntaxParts& parts) {
  const SyntaxModel model =
      SyntaxModel::from(ModelFile::parse(syntax_model_bytes("{}", parts, {}), "the model just trained"));
  SyntaxScratch scratch;
  std::vector<SyntaxSample> samples;
  for (const std::string_view sentence : kSamples) {
    SyntaxSample& sample = samples.emplace_back();
    for_each_word(sentence, [&](std::string_view word) { sample.words.emplace_back(word); });
    const std::vector<std::string_view> words(sample.words.begin(), sample.words.end());
    model.analyse(words, scratch, sample.parsed);
  }
  return samples;
}

}  // namespace

TrainedSyntax train_syntax(const std::vector<TreebankFile>& training, const std::vector<TreebankFile>& development,
                           const SyntaxTrainOptions& options) {
  const Treebank train = joined(training);
  const Treebank judged = joined(development);
  if (options.folds < 2 || train.sentences.size() < options.folds) {
    throw Error(
        "treebank",
        "has " + std::to_string(train.sentences.size()) + " sentences for " + std::to_string(options.folds) + " folds",
        "2 folds or more and a sentence each");
  }
  SyntaxTrainer trainer(train, judged, options);
  const SyntaxParts parts = trainer.train();
  TrainedSyntax trained;
  trained.development = trainer.judge(parts.tagger, parts.parser);
  const std::string card = syntax_card(training, development, options, parts, trained.development);
  trained.model = syntax_model_bytes(card, parts, make_samples(parts));
  return trained;
}

}  // namespace quoth
