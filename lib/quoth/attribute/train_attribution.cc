#include "quoth/attribute/train_attribution.h"

#include <algorithm>
#include <mutex>

#include "quoth/attribute/attribution_card_internal.h"
#include "quoth/attribute/attribution_model_internal.h"
#include "quoth/attribute/attribution_samples_internal.h"
#include "quoth/attribute/judge_trainer_internal.h"
#include "quoth/attribute/statement_finder_internal.h"
#include "quoth/attribute/training_articles_internal.h"
#include "quoth/base/error.h"
#include "quoth/base/parallel_for.h"
#include "quoth/learn/train_chain.h"
#include "quoth/learn/train_ranker.h"

namespace quoth {
namespace {

// One gold cue's sequence, for the labels of its roles.
void add_role_sequence(const TrainingArticle& article, const CueCandidate& cue, const GoldRoles& gold,
                       ChainCorpus& corpus) {
  const std::vector<Seat> seats = seats_around(article.sheet.words, window_around(article.sheet, cue), cue);
  add_role_features(article.sheet.words, seats, cue, article.candidates, corpus.features);
  append_role_labels(gold, seats, corpus.labels);
  corpus.end_sequence(article.fold, article.weight);
}

ChainCorpus cue_corpus(const std::vector<TrainingArticle>& articles) {
  ChainCorpus corpus;
  for (const TrainingArticle& article : articles) {
    for (const Range sentence : article.sheet.sentences) {
      if (sentence.empty()) continue;
      add_cue_features(article.sheet.words, sentence, corpus.features);
      append_cue_labels(article, sentence, corpus.labels);
      corpus.end_sequence(article.fold, article.weight);
    }
  }
  return corpus;
}

// The cue as it was found, where it was; else as it is in the gold.
CueCandidate candidate_of(const TrainingArticle& article, const GoldRoles& gold) {
  for (const CueCandidate& candidate : article.candidates)
    if (candidate.words.begin < gold.cue.end && gold.cue.begin < candidate.words.end) return candidate;
  return {gold.cue, head_of(article.sheet.words, gold.cue), 0.1F};
}

ChainCorpus role_corpus(const std::vector<TrainingArticle>& articles) {
  ChainCorpus corpus;
  for (const TrainingArticle& article : articles)
    for (const GoldRoles& gold : article.gold) add_role_sequence(article, candidate_of(article, gold), gold, corpus);
  return corpus;
}

// The likeliest roles of a cue as the ranker sees them, and which of them are the best; nothing where all are as good.
void add_ranking(const TrainingArticle& article, const CueCandidate& cue, const GoldRoles& gold,
                 const ChainTable& table, RankScratch& scratch, RankingCorpus& corpus) {
  const Range window = window_around(article.sheet, cue);
  const std::vector<LabelledRoles> all =
      label_roles(article.sheet.words, window, cue, article.candidates, table, kMostLabellings, scratch.roles);
  std::vector<double> likenesses;
  likenesses.reserve(all.size());
  for (const LabelledRoles& roles : all) likenesses.push_back(likeness(article, gold, roles));
  const auto [least, most] = std::minmax_element(likenesses.begin(), likenesses.end());
  if (likenesses.empty() || *least == *most) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    collect_ranker_facts(article.sheet.words, window, cue, article.candidates, all[i], scratch.facts);
    append_row(scratch.facts, corpus.alternatives);
    corpus.best.push_back(likenesses[i] == *most ? 1 : 0);
  }
  corpus.end_list(article.fold, article.weight);
}

class AttributionTrainer {
 public:
  AttributionTrainer(const std::vector<GoldArticle>& training, const std::vector<GoldArticle>& development,
                     const SyntaxModel& syntax, const Registry& registry, const AttributionTrainOptions& options)
      : options_(options) {
    report({"articles", 0, 1, 0, 0});
    articles_ = prepare_articles(training, syntax, registry, options.folds, options.threads);
    development_ = prepare_articles(development, syntax, registry, options.folds, options.threads);
    report({"articles", 1, 1, 0, 0});
  }

  // `where` the articles are from, for messages.
  TrainedAttribution train(const std::string& where) {
    const auto has_cue = [](const TrainingArticle& article) { return !article.gold.empty(); };
    if (std::none_of(articles_.begin(), articles_.end(), has_cue)) {
      throw Error(where, "has no attribution with a cue", "articles whose attributions have cues and contents");
    }
    const std::vector<ChainTable> cues =
        train_tables("cues", cue_corpus(articles_), cue_corpus(development_), cue_shape(), kCueBucketBits);
    find_candidates(cues);
    const std::vector<ChainTable> roles =
        train_tables("roles", role_corpus(articles_), role_corpus(development_), role_shape(), kRoleBucketBits);
    const std::vector<RoleRanker> rankers = train_rankers(roles);
    std::vector<JudgedArticle> judged = find_statements(roles, rankers);
    if (std::all_of(judged.begin(), judged.end(), [](const JudgedArticle& article) { return article.empty(); }))
      throw Error(where, "taught no cue that is found again", "", "give more articles, or more epochs");
    report({"statements", 0, 1, 0, 0});
    const TrainedJudge judge = train_judge(articles_, std::move(judged), options_.folds, options_.threads);
    const AttributionModelParts parts{.cues = cues.back(),
                                      .roles = roles.back(),
                                      .ranker = rankers.back(),
                                      .judge = judge.judge,
                                      .context = judge.context,
                                      .threshold = static_cast<float>(judge.threshold)};
    TrainedAttribution trained;
    trained.articles = articles_.size();
    for (const TrainingArticle& article : articles_) trained.attributions += article.attributions;
    trained.threshold = judge.threshold;
    trained.precision = judge.precision;
    trained.recall = judge.recall;
    trained.f1 = judge.f1;
    trained.model =
        attribution_model_bytes(parts, attribution_card(options_, trained), make_samples(articles_, parts, kSamples));
    report({"statements", 1, 1, 0, trained.f1});
    return trained;
  }

 private:
  void report(const AttributionTrainProgress& progress) {
    if (options_.progress) options_.progress(progress);
  }

  // A table for each fold, trained on the others, and one trained on all.
  std::vector<ChainTable> train_tables(const std::string& stage, const ChainCorpus& corpus,
                                       const ChainCorpus& development, const ChainShape& shape, std::uint32_t bits) {
    ChainTraining training;
    training.epochs = options_.epochs;
    training.seed = options_.seed;
    std::vector<ChainTable> tables(options_.folds + 1);
    parallel_for(tables.size(), options_.threads, [&](std::size_t fold) {
      const auto after_epoch = [&](std::uint32_t epoch, double log_loss, const ChainWeights& weights) {
        if (fold != options_.folds) return;
        report({stage, epoch + 1, options_.epochs, log_loss, span_f1(development, weights)});
      };
      const ChainWeights weights =
          train_chain(corpus, shape, std::size_t{1} << bits, training, static_cast<std::uint32_t>(fold), after_epoch);
      tables[fold] = ChainTable(shape, weights.stride, weights.weights, weights.transitions);
    });
    return tables;
  }

  void find_candidates(const std::vector<ChainTable>& tables) {
    const auto find = [](TrainingArticle& article, const ChainTable& table) {
      CueScratch scratch;
      for (const Range sentence : article.sheet.sentences)
        find_cue_candidates(article.sheet.words, sentence, table, scratch, article.candidates);
    };
    parallel_for(articles_.size(), options_.threads,
                 [&](std::size_t i) { find(articles_[i], tables[articles_[i].fold]); });
    parallel_for(development_.size(), options_.threads, [&](std::size_t i) { find(development_[i], tables.back()); });
  }

  // A ranker for each fold, of what roles were found by those that were not trained on it, and one of all.
  std::vector<RoleRanker> train_rankers(const std::vector<ChainTable>& tables) const {
    RankingCorpus corpus;
    corpus.alternatives.column_count = kRankerColumns;
    RankScratch scratch;
    for (const TrainingArticle& article : articles_) {
      for (const CueCandidate& cue : article.candidates) {
        const GoldRoles* gold = gold_at(article, cue.words);
        if (gold != nullptr) add_ranking(article, cue, *gold, tables[article.fold], scratch, corpus);
      }
    }
    RankerTraining training;
    training.epochs = options_.epochs;
    training.seed = options_.seed;
    std::vector<RoleRanker> rankers(tables.size());
    parallel_for(rankers.size(), options_.threads, [&](std::size_t fold) {
      rankers[fold] = RoleRanker(train_ranker(corpus, training, static_cast<std::uint32_t>(fold)));
    });
    return rankers;
  }

  // What models that were not trained on an article find in it.
  std::vector<JudgedArticle> find_statements(const std::vector<ChainTable>& tables,
                                             const std::vector<RoleRanker>& rankers) const {
    std::vector<JudgedArticle> judged(articles_.size());
    parallel_for(articles_.size(), options_.threads, [&](std::size_t i) {
      const TrainingArticle& article = articles_[i];
      RankScratch scratch;
      for (const CueCandidate& cue : article.candidates) {
        CheckedStatement one;
        one.found.cue = cue;
        one.found.roles = choose_roles(article.sheet.words, window_around(article.sheet, cue), cue, article.candidates,
                                       tables[article.fold], rankers[article.fold], scratch);
        if (one.found.roles.content.empty()) continue;
        collect_judge_features(article.sheet.words, cue, one.found.roles, scratch.facts, one.facts);
        one.gold = gold_like(article, cue, one.found.roles);
        one.own_cue = one.gold != nullptr && one.gold == gold_at(article, cue.words);
        judged[i].push_back(std::move(one));
      }
      mark_right(judged[i]);
    });
    return judged;
  }

  static constexpr std::size_t kSamples = 6;

  const AttributionTrainOptions& options_;
  std::vector<TrainingArticle> articles_;
  std::vector<TrainingArticle> development_;
};

}  // namespace

TrainedAttribution train_attribution(const std::vector<GoldArticle>& training,
                                     const std::vector<GoldArticle>& development, const SyntaxModel& syntax,
                                     const Registry& registry, const AttributionTrainOptions& options) {
  if (training.size() < options.folds) {
    throw Error(training.empty() ? std::string("training") : training.front().where,
                "too few articles: " + std::to_string(training.size()), std::to_string(options.folds) + " or more",
                "give more articles, or fewer folds");
  }
  return AttributionTrainer(training, development, syntax, registry, options).train(training.front().where);
}

}  // namespace quoth
