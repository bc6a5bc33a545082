// Trains the weights that tell whom a pronoun means, on treebanks whose MISC column holds entities and coreference as
// GUM's does ("Entity=(12-person-...)"), and prints antecedent_weights_internal.h:
//
//   zcat gum-train.conllu.gz > train.conllu; zcat gum-dev.conllu.gz > dev.conllu
//   build/release/tests/train_antecedents models/registry.en.json train.conllu dev.conllu corpus/articles.jsonl
//       > lib/quoth/attribute/antecedent_weights_internal.h
//
// Articles with gold attributions add the pronouns that are sources. Figures go to standard error: five folds by
// document, then the second file. A treebank's pronoun counts where the text refers to its person before, by a name or
// a description; it is right where the person chosen is that one.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "quoth/annotate/quotes.h"
#include "quoth/annotate/treebank.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/attributor.h"
#include "quoth/attribute/gold_articles.h"
#include "quoth/attribute/person_references_internal.h"
#include "quoth/attribute/referents_internal.h"
#include "quoth/learn/trust_region_newton.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

constexpr double kPrior = 0.1;  // of |weights|^2 / 2
constexpr std::size_t kFolds = 5;
constexpr double kArticleWeight = 4;  // of a pronoun of an article against one of the treebank: news is what is wanted

// An entity's mention in a text: bytes.
struct GoldMention {
  Span span;
  std::string entity;
};

struct GoldText {
  std::string text;
  std::vector<GoldMention> mentions;
};

// Opens and closes the mentions that an "Entity=" value begins and ends at a word: "(7-abstract-new(3-person-giv)".
class MentionReader {
 public:
  explicit MentionReader(GoldText& gold) : gold_(gold) {}

  void read(const std::string& misc, Span word) {
    const std::size_t at = misc.find("Entity=");
    if (at == std::string::npos) return;
    const std::string value = misc.substr(at + 7, misc.find('|', at) - at - 7);
    for (std::size_t i = 0; i < value.size();) {
      const bool opens = value[i] == '(';
      const std::size_t begin = opens ? i + 1 : i;
      const std::size_t end = std::min(value.find_first_of("()", begin), value.size());
      const std::string body = value.substr(begin, end - begin);
      const std::string entity = body.substr(0, body.find('-'));
      if (opens) open_[entity].push_back(word.begin);
      const bool closes = end < value.size() && value[end] == ')';
      if (closes && !open_[entity].empty()) {
        gold_.mentions.push_back({{open_[entity].back(), word.end}, entity});
        open_[entity].pop_back();
      }
      i = closes ? end + 1 : end;
    }
  }

 private:
  GoldText& gold_;
  std::map<std::string, std::vector<std::uint32_t>> open_;
};

GoldText text_of(const Treebank& treebank, const TreebankDocument& document) {
  GoldText gold;
  MentionReader mentions(gold);
  for (std::uint32_t s = document.sentences.begin; s < document.sentences.end; ++s) {
    const TreebankSentence& sentence = treebank.sentences[s];
    if (!gold.text.empty()) gold.text += sentence.opens_paragraph ? "\n\n" : " ";
    std::size_t surface = 0;
    for (std::uint32_t w = 0; w < sentence.words.size(); ++w) {
      const TreebankWord& word = sentence.words[w];
      bool space = word.space_after;
      if (surface < sentence.surfaces.size() && sentence.surfaces[surface].words.contains(w)) {
        const bool last = w + 1 == sentence.surfaces[surface].words.end;
        space = last && sentence.surfaces[surface].space_after;
        if (last) ++surface;
      }
      const auto begin = static_cast<std::uint32_t>(gold.text.size());
      gold.text += word.form;
      mentions.read(word.misc, {begin, static_cast<std::uint32_t>(gold.text.size())});
      if (space && w + 1 < sentence.words.size()) gold.text += ' ';
    }
  }
  return gold;
}

// One pronoun: the features of each candidate and, last, of nobody; and which is right.
struct Instance {
  std::vector<AntecedentFeatures> choices;
  std::size_t right = 0;
  std::size_t fold = 0;
  double weight = 1;
};

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

double score(std::span<const double> weights, const AntecedentFeatures& features) {
  double sum = 0;
  for (const std::uint8_t feature : features) sum += weights[feature];
  return sum;
}

// Minus the log chance of what is right, summed over instances, with a Gaussian prior.
class RankingObjective : public SmoothFunction {
 public:
  explicit RankingObjective(const std::vector<const Instance*>& instances) : instances_(instances) {}

  double value(std::span<const double> point) override {
    double sum = 0;
    for (const double weight : point) sum += kPrior * weight * weight / 2;
    point_.assign(point.begin(), point.end());
    chances_.resize(instances_.size());
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      std::vector<double>& chances = chances_[i];
      chances.clear();
      for (const AntecedentFeatures& choice : instances_[i]->choices) chances.push_back(score(point, choice));
      const double right = chances[instances_[i]->right];
      const double most = *std::max_element(chances.begin(), chances.end());
      double total = 0;
      for (double& chance : chances) total += chance = std::exp(chance - most);
      for (double& chance : chances) chance /= total;
      sum += instances_[i]->weight * (most + std::log(total) - right);
    }
    return sum;
  }

  void gradient(std::span<double> gradient) override {
    for (std::size_t f = 0; f < gradient.size(); ++f) gradient[f] = kPrior * point_[f];
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      for (std::size_t c = 0; c < chances_[i].size(); ++c) {
        const double excess = instances_[i]->weight * (chances_[i][c] - (c == instances_[i]->right ? 1.0 : 0.0));
        for (const std::uint8_t feature : instances_[i]->choices[c]) gradient[feature] += excess;
      }
    }
  }

  void hessian_times(std::span<const double> direction, std::span<double> product) override {
    for (std::size_t f = 0; f < product.size(); ++f) product[f] = kPrior * direction[f];
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      std::vector<double> along;
      double mean = 0;
      for (std::size_t c = 0; c < chances_[i].size(); ++c) {
        along.push_back(score(direction, instances_[i]->choices[c]));
        mean += chances_[i][c] * along.back();
      }
      for (std::size_t c = 0; c < along.size(); ++c) {
        for (const std::uint8_t feature : instances_[i]->choices[c])
          product[feature] += instances_[i]->weight * chances_[i][c] * (along[c] - mean);
      }
    }
  }

 private:
  const std::vector<const Instance*>& instances_;
  std::vector<double> point_;
  std::vector<std::vector<double>> chances_;
};

std::vector<double> train(const std::vector<const Instance*>& instances) {
  std::vector<double> weights(kAntecedentFeatures, 0.0);
  RankingObjective objective(instances);
  minimise(objective, weights, {.gradient_length = 1e-4, .most_steps = 200});
  return weights;
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
        reader_(reading_, mentions_, registry, date) {}
  virtual ~PronounText() = default;

  // Instances, each with the right choices made before it.
  void collect(std::size_t fold, std::vector<Instance>& instances) {
    walk([&](const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates) {
      const std::string person = person_of(pronoun);
      if (person.empty() && !complete()) return likeliest(antecedent_chances(pronoun, candidates));
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
  void judge(std::span<const double> weights, Counts& all, Counts& speaking) {
    walk([&](const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates) {
      std::vector<double> scores;
      for (const AntecedentCandidate& candidate : candidates) scores.push_back(score(weights, candidate.features));
      scores.push_back(score(weights, no_antecedent_features(pronoun, candidates)));
      const std::size_t best = likeliest(scores);
      const std::string person = person_of(pronoun);
      if (!person.empty() && referred_before(person, pronoun)) {
        const bool right = best < candidates.size() && same(candidates[best], person);
        all.add(right, best < candidates.size());
        if (pronoun.speaks && !pronoun.possessive) speaking.add(right, best < candidates.size());
      }
      return best;
    });
  }

 protected:
  // Empty where nobody knows whom the pronoun means.
  virtual std::string person_of(const PersonReference& pronoun) const = 0;
  virtual bool same(const AntecedentCandidate& candidate, const std::string& person) const = 0;
  virtual bool referred_before(const std::string& person, const PersonReference& pronoun) const = 0;
  virtual bool complete() const = 0;  // have all pronouns a known person, where they mean anybody?

  Span bytes(Range tokens) const {
    return {document_.tokens[tokens.begin].span.begin, document_.tokens[tokens.end - 1].span.end};
  }
  bool is_transcript() const { return looks_like_transcript(document_); }
  const NamedEntity& entity(std::int32_t index) const { return mentions_.entities[static_cast<std::size_t>(index)]; }

 private:
  static std::size_t likeliest(const std::vector<double>& scores) {
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  void walk(const AntecedentChooser& choose) {
    refer_persons(
        reading_, mentions_,
        [&](Range description, Range phrase) { return reader_.described_person(description, phrase, {}); }, choose);
  }

  Document document_;
  std::vector<Quote> quotes_;
  std::vector<std::uint32_t> classes_;
  Reading reading_;
  Mentions mentions_;
  ReferentReader reader_;
};

// A treebank's text with gold coreference.
class CoreferenceText : public PronounText {
 public:
  CoreferenceText(const GoldText& gold, const Registry& registry, Segmenter& segmenter)
      : PronounText(gold.text, {}, registry, segmenter), gold_(gold) {}

 private:
  std::string person_of(const PersonReference& pronoun) const override { return entity_at(pronoun.tokens); }
  bool same(const AntecedentCandidate& candidate, const std::string& person) const override {
    return entity_at(candidate.known->last_named.tokens) == person;
  }
  bool complete() const override { return true; }

  // The gold entity of the smallest mention around the tokens, empty where there is none.
  std::string entity_at(Range tokens) const {
    const Span span = bytes(tokens);
    const GoldMention* smallest = nullptr;
    for (const GoldMention& mention : gold_.mentions) {
      if (mention.span.contains(span) && (smallest == nullptr || mention.span.size() < smallest->span.size()))
        smallest = &mention;
    }
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
      "// training part of GUM (UD 2.16).\n"
      "#pragma once\n\n#include <array>\n\n#include \"quoth/attribute/antecedent_features_internal.h\"\n\n"
      "namespace quoth {\n\ninline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {\n");
  for (std::size_t f = 0; f < weights.size(); ++f)
    std::printf("    %.3fF,  // %s\n", weights[f], std::string(antecedent_feature_name(f)).c_str());
  std::printf("};\n\n}  // namespace quoth\n");
}

// The texts that weights are trained on: those of a treebank and of articles.
struct Corpus {
  std::vector<GoldText> texts;
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
  for (const TreebankDocument& document : treebank.documents) corpus.texts.push_back(text_of(treebank, document));
  if (argc > 4) corpus.articles = read_gold_articles({argv + 4, argv + argc});
  return corpus;
}

void judge_by_folds(const Corpus& corpus, const std::vector<Instance>& instances, const Registry& registry,
                    Segmenter& segmenter) {
  Counts all;
  Counts speaking;
  Counts sources;
  Counts speaking_sources;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Instance*> others;
    for (const Instance& instance : instances) {
      if (instance.fold != fold) others.push_back(&instance);
    }
    const std::vector<double> weights = train(others);
    for (std::size_t d = fold; d < corpus.size(); d += kFolds) {
      const bool article = d >= corpus.texts.size();
      corpus.text(d, registry, segmenter)
          ->judge(weights, article ? sources : all, article ? speaking_sources : speaking);
    }
  }
  report("five folds, all", all);
  report("five folds, subjects of speech", speaking);
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
  std::vector<Instance> instances;
  for (std::size_t d = 0; d < corpus.size(); ++d) corpus.text(d, registry, segmenter)->collect(d % kFolds, instances);
  judge_by_folds(corpus, instances, registry, segmenter);

  std::vector<const Instance*> every;
  for (const Instance& instance : instances) every.push_back(&instance);
  const std::vector<double> weights = train(every);
  Treebank dev;
  read_treebank(argv[3], dev);
  Counts dev_all;
  Counts dev_speaking;
  for (const TreebankDocument& document : dev.documents) {
    const GoldText text = text_of(dev, document);
    CoreferenceText(text, registry, segmenter).judge(weights, dev_all, dev_speaking);
  }
  report("second file, all", dev_all);
  report("second file, subjects of speech", dev_speaking);
  print_weights(weights);
  return 0;
}

}  // namespace
}  // namespace quoth

int main(int argc, char** argv) {
  return quoth::run(argc, argv);
}
