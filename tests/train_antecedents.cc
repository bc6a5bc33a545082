// Trains the weights that tell whom a pronoun means, on treebanks whose MISC column holds entities and coreference as
// GUM's does ("Entity=(12-person-...)"), and prints antecedent_weights_internal.h:
//
//   zcat gum-train.conllu.gz > train.conllu; zcat gum-dev.conllu.gz > dev.conllu
//   build/release/tests/train_antecedents models/registry.en.json train.conllu dev.conllu corpus/articles.jsonl
//       > lib/quoth/attribute/antecedent_weights_internal.h
//
// Articles with gold attributions add the pronouns that are sources. Figures go to standard error: five folds by
// document, then the second file; all pronouns, and those that are sources (coreference_sources.h). A treebank's
// pronoun counts where the text refers to its person before, by a name or a description; it is right where the person
// chosen is that one.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "antecedent_ranker.h"
#include "coreference_sources.h"
#include "coreference_text.h"
#include "quoth/annotate/quotes.h"
#include "quoth/annotate/treebank.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/attributor.h"
#include "quoth/attribute/gold_articles.h"
#include "quoth/attribute/person_references_internal.h"
#include "quoth/attribute/resolution_internal.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

constexpr std::size_t kFolds = 5;
constexpr double kArticleWeight = 4;  // of a pronoun of an article against one of the treebank: news is what is wanted

struct Counts {
  int right = 0;
  int named = 0;  // somebody was chosen
  int all = 0;    // pronouns with a person referred to before

  void add(bool is_right, bool is_named) {
    ++all;
    right += is_right ? 1 : 0;
    named += is_named ? 1 : 0;
  }
};

struct SourcedText {
  GoldText gold;
  std::vector<GoldSource> sources;
};

SourcedText sourced_text(const Treebank& treebank, const TreebankDocument& document) {
  SourcedText text{text_of(treebank, document), {}};
  text.sources = gold_sources(treebank, document, text.gold);
  return text;
}

// A text some of whose pronouns have a known person.
class PronounText {
 public:
  PronounText(const std::string& text, const std::string& date, const Registry& registry, Segmenter& segmenter)
      : document_(segmenter.segment(text)),
        quotes_(find_quotes(document_)),
        classes_(classify_words(document_)),
        reading_(document_, quotes_, classes_),
        mentions_(find_mentions(document_, classes_, registry)),
        reader_(reading_, mentions_, registry, date),
        encounter_(find_encounter(reading_, mentions_, registry, date)),
        viewpoint_(home_of_encounter(encounter_, reader_)) {}
  virtual ~PronounText() = default;

  // Instances, each with the right choices made before it; of pronouns whose person nobody knows, what `likely` weights
  // choose.
  void collect(std::size_t fold, std::span<const double> likely, std::vector<Instance>& instances) {
    walk([&](const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates) {
      const std::string person = person_of(pronoun);
      if (person.empty() && !complete()) return likeliest(scores_of(likely, pronoun, candidates));
      Instance instance{
          .choices = {}, .right = candidates.size(), .fold = fold, .weight = complete() ? 1.0 : kArticleWeight};
      for (std::size_t c = 0; c < candidates.size(); ++c) {
        instance.choices.push_back(candidates[c].features);
        if (!person.empty() && instance.right == candidates.size() && same(candidates[c], person)) instance.right = c;
      }
      instance.choices.push_back(no_antecedent_features(pronoun, candidates));
      const std::size_t right = instance.right;
      instances.push_back(std::move(instance));
      return right;
    });
  }

  // How often the weights choose right, on what they chose before.
  void judge(std::span<const double> weights, Counts& all, Counts& of_statements) {
    walk([&](const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates) {
      const std::size_t best = likeliest(scores_of(weights, pronoun, candidates));
      const std::string person = person_of(pronoun);
      if (!person.empty() && referred_before(person, pronoun)) {
        const bool right = best < candidates.size() && same(candidates[best], person);
        all.add(right, best < candidates.size());
        if (is_source(pronoun)) of_statements.add(right, best < candidates.size());
      }
      return best;
    });
  }

 protected:
  // Empty where nobody knows whom the pronoun means.
  virtual std::string person_of(const PersonReference& pronoun) const = 0;
  virtual bool same(const AntecedentCandidate& candidate, const std::string& person) const = 0;
  virtual bool referred_before(const std::string& person, const PersonReference& pronoun) const = 0;
  virtual bool is_source(const PersonReference& pronoun) const = 0;
  virtual bool complete() const = 0;  // have all pronouns a known person, where they mean anybody?

  Span bytes(Range tokens) const {
    return {document_.tokens[tokens.begin].span.begin, document_.tokens[tokens.end - 1].span.end};
  }
  bool is_transcript() const { return looks_like_transcript(document_); }
  const NamedEntity& entity(std::int32_t index) const { return mentions_.entities[static_cast<std::size_t>(index)]; }

 private:
  // One a candidate and, last, one for nobody.
  static std::vector<double> scores_of(std::span<const double> weights, const PersonReference& pronoun,
                                       const std::vector<AntecedentCandidate>& candidates) {
    std::vector<double> scores;
    scores.reserve(candidates.size() + 1);
    for (const AntecedentCandidate& candidate : candidates) scores.push_back(score(weights, candidate.features));
    scores.push_back(score(weights, no_antecedent_features(pronoun, candidates)));
    return scores;
  }

  static std::size_t likeliest(const std::vector<double>& scores) {
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  void walk(const AntecedentChooser& choose) {
    refer_persons(
        reading_, mentions_,
        [&](Range description, Range phrase) { return reader_.described_person(description, phrase, viewpoint_); },
        choose);
  }

  Document document_;
  std::vector<Quote> quotes_;
  std::vector<std::uint32_t> classes_;
  Reading reading_;
  Mentions mentions_;
  ReferentReader reader_;
  Encounter encounter_;
  Viewpoint viewpoint_;
};

// A treebank's text with gold coreference.
class CoreferenceText : public PronounText {
 public:
  CoreferenceText(const SourcedText& text, const Registry& registry, Segmenter& segmenter)
      : PronounText(text.gold.text, {}, registry, segmenter), gold_(text.gold), sources_(text.sources) {}

 private:
  std::string person_of(const PersonReference& pronoun) const override { return entity_at(pronoun.tokens); }
  bool same(const AntecedentCandidate& candidate, const std::string& person) const override {
    return entity_at(candidate.known->last_named.tokens) == person;
  }
  bool is_source(const PersonReference& pronoun) const override {
    const Span span = bytes(pronoun.tokens);
    return std::any_of(sources_.begin(), sources_.end(), [&](const GoldSource& source) {
      return source.form == GoldSourceForm::he_or_she && span.contains(source.source);
    });
  }
  bool complete() const override { return true; }

  // The gold entity of the smallest mention around the tokens, empty where there is none.
  std::string entity_at(Range tokens) const {
    const GoldMention* smallest = mention_around(gold_, bytes(tokens));
    return smallest == nullptr ? std::string() : smallest->entity;
  }

  // By words that are no pronoun.
  bool referred_before(const std::string& person, const PersonReference& pronoun) const override {
    const std::uint32_t begin = bytes(pronoun.tokens).begin;
    return std::any_of(gold_.mentions.begin(), gold_.mentions.end(), [&](const GoldMention& mention) {
      const std::string words = gold_.text.substr(mention.span.begin, mention.span.size());
      const bool pronominal = (listed_word_classes(words) & (word_class::kSubjectPronoun | word_class::kObjectPronoun |
                                                             word_class::kPossessive)) != 0;
      return mention.entity == person && mention.span.end <= begin && !pronominal;
    });
  }

  const GoldText& gold_;
  const std::vector<GoldSource>& sources_;
};

// An article with gold attributions: the pronouns that are sources have a known person.
class AttributedText : public PronounText {
 public:
  AttributedText(const GoldArticle& article, const Registry& registry, Segmenter& segmenter)
      : PronounText(article.text, article.date, registry, segmenter), article_(article), transcript_(is_transcript()) {}

 private:
  std::string person_of(const PersonReference& pronoun) const override {
    if (transcript_) return {};  // whose home the offices are at is not known here
    const Span span = bytes(pronoun.tokens);
    for (const Attribution& attribution : article_.attributions) {
      if (attribution.source == std::vector<Span>{span}) return attribution.speaker;
    }
    return {};
  }
  bool same(const AntecedentCandidate& candidate, const std::string& person) const override {
    return candidate.known->entity >= 0 && entity(candidate.known->entity).name == person;
  }
  bool referred_before(const std::string&, const PersonReference&) const override { return true; }
  bool is_source(const PersonReference&) const override { return true; }
  bool complete() const override { return false; }

  const GoldArticle& article_;
  bool transcript_;
};

void report(const char* what, const Counts& counts) {
  std::fprintf(stderr, "%-28s %5d pronouns, %5.1f%% right, %5.1f%% of those given somebody\n", what, counts.all,
               100.0 * counts.right / std::max(1, counts.all), 100.0 * counts.right / std::max(1, counts.named));
}

void print_weights(const std::vector<double>& weights) {
  std::printf(
      "// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on "
      "the\n"
      "// training part of GUM (UD 2.16) and the sources of corpus/articles.jsonl.\n"
      "#pragma once\n\n#include <array>\n\n#include \"quoth/attribute/antecedent_features_internal.h\"\n\n"
      "namespace quoth {\n\ninline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {\n");
  for (std::size_t f = 0; f < weights.size(); ++f) {
    std::printf("    %.3fF,%s  // %s\n", weights[f], weights[f] > -0.0005 ? " " : "",
                std::string(antecedent_feature_name(f)).c_str());
  }
  std::printf("};\n\n}  // namespace quoth\n");
}

// The texts that weights are trained on: those of a treebank and of articles.
struct Corpus {
  std::vector<SourcedText> texts;
  std::vector<GoldArticle> articles;

  std::size_t size() const { return texts.size() + articles.size(); }
  std::unique_ptr<PronounText> text(std::size_t index, const Registry& registry, Segmenter& segmenter) const {
    if (index < texts.size()) return std::make_unique<CoreferenceText>(texts[index], registry, segmenter);
    return std::make_unique<AttributedText>(articles[index - texts.size()], registry, segmenter);
  }
};

Corpus read_corpus(int argc, char** argv) {
  Corpus corpus;
  Treebank treebank;
  read_treebank(argv[2], treebank);
  corpus.texts.reserve(treebank.documents.size());
  for (const TreebankDocument& document : treebank.documents) corpus.texts.push_back(sourced_text(treebank, document));
  if (argc > 4) corpus.articles = read_gold_articles({argv + 4, argv + argc});
  return corpus;
}

std::vector<const Instance*> all_of(const std::vector<Instance>& instances) {
  std::vector<const Instance*> all;
  all.reserve(instances.size());
  for (const Instance& instance : instances) all.push_back(&instance);
  return all;
}

std::vector<Instance> collect(const Corpus& corpus, const Registry& registry, Segmenter& segmenter) {
  std::vector<Instance> instances;
  std::vector<double> likely(kAntecedentFeatures, 0.0);
  for (std::size_t d = 0; d < corpus.size(); ++d) {
    if (d == corpus.texts.size()) likely = train(all_of(instances));  // from here on articles
    corpus.text(d, registry, segmenter)->collect(d % kFolds, likely, instances);
  }
  return instances;
}

void judge_by_folds(const Corpus& corpus, const std::vector<Instance>& instances, const Registry& registry,
                    Segmenter& segmenter) {
  Counts all;
  Counts of_statements;
  Counts sources;
  Counts of_sources;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Instance*> others;
    for (const Instance& instance : instances) {
      if (instance.fold != fold) others.push_back(&instance);
    }
    const std::vector<double> weights = train(others);
    for (std::size_t d = fold; d < corpus.size(); d += kFolds) {
      const bool article = d >= corpus.texts.size();
      corpus.text(d, registry, segmenter)
          ->judge(weights, article ? sources : all, article ? of_sources : of_statements);
    }
  }
  report("five folds, all", all);
  report("five folds, sources", of_statements);
  report("five folds, sources of articles", sources);
}

int run(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: %s REGISTRY.json TRAIN.conllu DEV.conllu [ARTICLES.jsonl...]\n", argv[0]);
    return 2;
  }
  Registry registry;
  registry.load(argv[1]);
  Segmenter segmenter;
  const Corpus corpus = read_corpus(argc, argv);
  const std::vector<Instance> instances = collect(corpus, registry, segmenter);
  judge_by_folds(corpus, instances, registry, segmenter);

  const std::vector<double> weights = train(all_of(instances));
  Treebank dev;
  read_treebank(argv[3], dev);
  Counts dev_all;
  Counts dev_sources;
  for (const TreebankDocument& document : dev.documents) {
    const SourcedText text = sourced_text(dev, document);
    CoreferenceText(text, registry, segmenter).judge(weights, dev_all, dev_sources);
  }
  report("second file, all", dev_all);
  report("second file, sources", dev_sources);
  print_weights(weights);
  return 0;
}

}  // namespace
}  // namespace quoth

int main(int argc, char** argv) {
  return quoth::run(argc, argv);
}
