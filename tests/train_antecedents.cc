// Trains the weights that tell whom a pronoun means, on treebanks whose MISC column holds entities and coreference as
// GUM's does ("Entity=(12-person-...)"), and prints antecedent_weights_internal.h:
//
//   zcat gum-train.conllu.gz > train.conllu; zcat gum-dev.conllu.gz > dev.conllu
//   build/release/tests/train_antecedents models/registry.en.json train.conllu dev.conllu
//       > lib/quoth/attribute/antecedent_weights_internal.h
//
// Figures go to standard error: five folds of the first file by document, then the second file. A pronoun counts where
// the text refers to its person before, by a name or a description. It is right where the person chosen is that one.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "quoth/annotate/quotes.h"
#include "quoth/annotate/treebank.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/person_references_internal.h"
#include "quoth/attribute/referents_internal.h"
#include "quoth/learn/trust_region_newton.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

constexpr double kPrior = 0.1;  // of |weights|^2 / 2
constexpr std::size_t kFolds = 5;

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
      sum += most + std::log(total) - right;
    }
    return sum;
  }

  void gradient(std::span<double> gradient) override {
    for (std::size_t f = 0; f < gradient.size(); ++f) gradient[f] = kPrior * point_[f];
    for (std::size_t i = 0; i < instances_.size(); ++i) {
      for (std::size_t c = 0; c < chances_[i].size(); ++c) {
        const double excess = chances_[i][c] - (c == instances_[i]->right ? 1.0 : 0.0);
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
          product[feature] += chances_[i][c] * (along[c] - mean);
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

class CoreferenceText {
 public:
  CoreferenceText(const GoldText& gold, const Registry& registry, Segmenter& segmenter)
      : gold_(gold),
        document_(segmenter.segment(gold.text)),
        quotes_(find_quotes(document_)),
        classes_(classify_words(document_)),
        reading_(document_, quotes_, classes_),
        mentions_(find_mentions(document_, classes_, registry)),
        reader_(reading_, mentions_, registry, {}) {}

  // Instances with the right choices made before them.
  void collect(std::size_t fold, std::vector<Instance>& instances) {
    walk([&](const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates) {
      Instance instance{.choices = {}, .right = right_choice(pronoun, candidates), .fold = fold};
      for (const AntecedentCandidate& candidate : candidates) instance.choices.push_back(candidate.features);
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
      const auto best =
          static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
      const std::string person = entity_at(pronoun.tokens);
      if (!person.empty() && referred_before(person, pronoun)) {
        const bool right = best < candidates.size() && entity_at(candidates[best].known->last_named.tokens) == person;
        all.add(right, best < candidates.size());
        if (pronoun.speaks && !pronoun.possessive) speaking.add(right, best < candidates.size());
      }
      return best;
    });
  }

 private:
  void walk(const AntecedentChooser& choose) {
    refer_persons(reading_, mentions_, [&](Range phrase) { return reader_.described_person(phrase, {}); }, choose);
  }

  Span bytes(Range tokens) const {
    return {document_.tokens[tokens.begin].span.begin, document_.tokens[tokens.end - 1].span.end};
  }

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

  // By words that are no pronoun: longer than one token, or capitalised.
  bool referred_before(const std::string& entity, const PersonReference& pronoun) const {
    const std::uint32_t begin = bytes(pronoun.tokens).begin;
    return std::any_of(gold_.mentions.begin(), gold_.mentions.end(), [&](const GoldMention& mention) {
      const std::string words = gold_.text.substr(mention.span.begin, mention.span.size());
      const bool pronominal = (listed_word_classes(words) & (word_class::kSubjectPronoun | word_class::kObjectPronoun |
                                                             word_class::kPossessive)) != 0;
      return mention.entity == entity && mention.span.end <= begin && !pronominal;
    });
  }

  std::size_t right_choice(const PersonReference& pronoun, const std::vector<AntecedentCandidate>& candidates) const {
    const std::string person = entity_at(pronoun.tokens);
    for (std::size_t c = 0; c < candidates.size() && !person.empty(); ++c) {
      if (entity_at(candidates[c].known->last_named.tokens) == person) return c;
    }
    return candidates.size();
  }

  const GoldText& gold_;
  Document document_;
  std::vector<Quote> quotes_;
  std::vector<std::uint32_t> classes_;
  Reading reading_;
  Mentions mentions_;
  ReferentReader reader_;
};

void report(const char* what, const Counts& counts) {
  std::fprintf(stderr, "%-28s %5d pronouns, %5.1f%% right, %5.1f%% of those given somebody\n", what, counts.all,
               100.0 * counts.right / std::max(1, counts.all), 100.0 * counts.right / std::max(1, counts.named));
}

void print_weights(const std::vector<double>& weights) {
  std::printf(
      "// Weights of the features of antecedent_features.cc, in their order. Made by tests/train_antecedents.cc on the\n"
      "// training part of GUM (UD 2.16).\n"
      "#pragma once\n\n#include <array>\n\n#include \"quoth/attribute/antecedent_features_internal.h\"\n\n"
      "namespace quoth {\n\ninline constexpr std::array<float, kAntecedentFeatures> kAntecedentWeights = {\n");
  for (std::size_t f = 0; f < weights.size(); ++f)
    std::printf("    %.3fF,  // %s\n", weights[f], std::string(antecedent_feature_name(f)).c_str());
  std::printf("};\n\n}  // namespace quoth\n");
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: %s REGISTRY.json TRAIN.conllu [DEV.conllu]\n", argv[0]);
    return 2;
  }
  Registry registry;
  registry.load(argv[1]);
  Segmenter segmenter;
  Treebank treebank;
  read_treebank(argv[2], treebank);
  std::vector<GoldText> texts;
  for (const TreebankDocument& document : treebank.documents) texts.push_back(text_of(treebank, document));
  std::vector<Instance> instances;
  for (std::size_t d = 0; d < texts.size(); ++d)
    CoreferenceText(texts[d], registry, segmenter).collect(d % kFolds, instances);
  Counts all;
  Counts speaking;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Instance*> others;
    for (const Instance& instance : instances) {
      if (instance.fold != fold) others.push_back(&instance);
    }
    const std::vector<double> weights = train(others);
    for (std::size_t d = fold; d < texts.size(); d += kFolds)
      CoreferenceText(texts[d], registry, segmenter).judge(weights, all, speaking);
  }
  report("five folds, all", all);
  report("five folds, subjects of speech", speaking);
  std::vector<const Instance*> every;
  for (const Instance& instance : instances) every.push_back(&instance);
  const std::vector<double> weights = train(every);
  if (argc > 3) {
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
  }
  print_weights(weights);
  return 0;
}

}  // namespace
}  // namespace quoth

int main(int argc, char** argv) {
  return quoth::run(argc, argv);
}
