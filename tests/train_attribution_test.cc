#include "quoth/attribute/train_attribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "quoth/attribute/attribution_model_file.h"
#include "quoth/attribute/attributor.h"
#include "quoth/base/error.h"
#include "quoth/base/model_file.h"
#include "statements_of.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::size_t kArticles = 8;

struct Corpus {
  std::vector<GoldFile> files;
  std::vector<GoldArticle> articles;  // the shortest of the project's own with a few attributions
};

const Corpus& corpus() {
  static const Corpus read = [] {
    Corpus made;
    made.articles = read_gold_articles({QUOTH_SOURCE_DIR "/corpus/articles.jsonl"}, &made.files);
    std::erase_if(made.articles, [](const GoldArticle& article) { return article.attributions.size() < 6; });
    std::stable_sort(made.articles.begin(), made.articles.end(),
                     [](const auto& a, const auto& b) { return a.text.size() < b.text.size(); });
    made.articles.resize(kArticles);
    return made;
  }();
  return read;
}

AttributionTrainOptions small_options() {
  AttributionTrainOptions options;
  options.name = "small";
  options.licence = "CC0-1.0";
  options.command = "quoth train attribution articles.jsonl -o small.quoth";
  options.files = corpus().files;
  options.epochs = 3;
  options.folds = 2;
  return options;
}

TrainedAttribution train(const AttributionTrainOptions& options,
                         const std::vector<GoldArticle>& articles = corpus().articles) {
  return train_attribution(articles, {}, shipped_syntax(), invented_registry(), options);
}

const TrainedAttribution& small_model() {
  static const TrainedAttribution trained = train(small_options());
  return trained;
}

bool same_content(const Attribution& a, const Attribution& b) {
  return a.content.front().begin == b.content.front().begin && a.content.back().end == b.content.back().end;
}

TEST(TrainAttribution, FindsStatementsOfTheArticlesItLearnedFrom) {
  const AttributionModel model = AttributionModel::from(ModelFile::parse(small_model().model, "small"));
  AttributionScratch scratch;
  std::size_t found = 0;
  for (const GoldArticle& article : corpus().articles) {
    const std::vector<Attribution> attributions = attribute_document(
        document_of(article.text), false, {}, {invented_registry(), shipped_syntax(), model}, scratch);
    for (const Attribution& gold : article.attributions) {
      found += std::any_of(attributions.begin(), attributions.end(),
                           [&](const Attribution& one) { return same_content(one, gold); });
    }
  }
  EXPECT_GE(found, kArticles);
}

TEST(TrainAttribution, TheSameArticlesGiveTheSameBytes) {
  EXPECT_TRUE(train(small_options()).model == small_model().model);
}

TEST(TrainAttribution, ThreadsDoNotChangeTheBytes) {
  AttributionTrainOptions options = small_options();
  options.threads = 2;
  EXPECT_TRUE(train(options).model == small_model().model);
}

TEST(TrainAttribution, FiguresAreOfAllAttributions) {
  std::size_t attributions = 0;
  for (const GoldArticle& article : corpus().articles) attributions += article.attributions.size();
  const TrainedAttribution& trained = small_model();
  EXPECT_EQ(trained.articles, kArticles);
  EXPECT_EQ(trained.attributions, attributions);
  EXPECT_GE(trained.threshold, 0.15);
  EXPECT_LE(trained.threshold, 0.6);
  EXPECT_GT(trained.f1, 0);
  EXPECT_NEAR(trained.f1, 2 * trained.precision * trained.recall / (trained.precision + trained.recall), 1e-9);
}

TEST(TrainAttribution, TellsOfItsStagesAndEpochs) {
  AttributionTrainOptions options = small_options();
  options.epochs = 2;
  std::vector<std::string> stages;
  double development_f1 = 0;
  options.progress = [&](const AttributionTrainProgress& progress) {
    stages.push_back(progress.stage + std::to_string(progress.epoch) + "/" + std::to_string(progress.of));
    if (progress.stage == "cues") development_f1 = progress.development_f1;
  };
  const std::vector<GoldArticle> articles(corpus().articles.begin(), corpus().articles.begin() + 4);
  train_attribution(articles, articles, shipped_syntax(), invented_registry(), options);
  EXPECT_THAT(stages, ElementsAre("articles0/1", "articles1/1", "cues1/2", "cues2/2", "roles1/2", "roles2/2",
                                  "statements0/1", "statements1/1"));
  EXPECT_GT(development_f1, 0);
}

TEST(TrainAttribution, NeedsAnArticleAFold) {
  AttributionTrainOptions options = small_options();
  options.folds = 3;
  const std::vector<GoldArticle> two(corpus().articles.begin(), corpus().articles.begin() + 2);
  try {
    train(options, two);
    FAIL() << "trained";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("articles.jsonl:"));
    EXPECT_THAT(error.what(), HasSubstr("too few articles: 2, expected 3 or more"));
  }
  EXPECT_THROW(train(options, {}), Error);
}

TEST(TrainAttribution, NeedsAnAttributionWithACue) {
  std::vector<GoldArticle> without = corpus().articles;
  for (GoldArticle& article : without) {
    article.attributions.clear();
    article.notes.clear();
  }
  try {
    train(small_options(), without);
    FAIL() << "trained";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("no attribution with a cue"));
  }
}

TEST(TrainAttribution, TheCardSaysOnWhatItWasTrained) {
  const ModelFile file = ModelFile::parse(small_model().model, "small");
  const auto card = nlohmann::json::parse(file.section("card"));
  EXPECT_EQ(card["name"], "small");
  EXPECT_EQ(card["kind"], "attribution");
  EXPECT_EQ(card["licence"], "CC0-1.0");
  EXPECT_EQ(card["train_again"], small_options().command);
  ASSERT_EQ(card["trained_on"].size(), 1U);
  EXPECT_EQ(card["trained_on"][0]["name"], "articles.jsonl");
  EXPECT_EQ(card["trained_on"][0]["xxh128"].get<std::string>().size(), 32U);
  EXPECT_GT(card["trained_on"][0]["articles"], 50);
  EXPECT_GT(card["trained_on"][0]["attributions"], 500);
  EXPECT_EQ(card["options"]["epochs"], 3);
  EXPECT_EQ(card["options"]["folds"], 2);
  EXPECT_NEAR(card["cross_validation"]["f1"].get<double>(), small_model().f1, 1e-4);
  EXPECT_EQ(std::string(file.section("card")).find(QUOTH_SOURCE_DIR), std::string::npos);
}

TEST(TrainAttribution, SamplesGiveWhatIsStored) {
  const AttributionSampleCheck check = check_attribution_samples(ModelFile::parse(small_model().model, "small"));
  EXPECT_EQ(check.samples, 6U);
  EXPECT_EQ(check.same, check.samples);
}

}  // namespace
}  // namespace quoth
