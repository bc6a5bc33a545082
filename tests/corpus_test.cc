// corpus/: its articles with their gold, its statements, and what the program makes of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "quoth/attribute/evaluate_attributions.h"
#include "quoth/pipeline.h"
#include "statements_of.h"

namespace quoth {
namespace {

using nlohmann::json;

const std::string kCorpus = QUOTH_SOURCE_DIR "/corpus";

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Those that models may learn from, then those that they may not.
const std::vector<GoldArticle>& articles() {
  static const std::vector<GoldArticle> all =
      read_gold_articles({kCorpus + "/articles.jsonl", kCorpus + "/articles-held-out.jsonl"});
  return all;
}

bool has_mark(std::string_view text) {
  return text.find('"') != std::string_view::npos || text.find("“") != std::string_view::npos ||
         text.find("‘") != std::string_view::npos || text.find("「") != std::string_view::npos ||
         text.find("«") != std::string_view::npos || text.find(" '") != std::string_view::npos ||
         text.starts_with('\'');
}

bool opens_with_mark(std::string_view text) {
  constexpr std::string_view kMarks[] = {"\"", "“", "‘", "'", "「", "«", "„"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

TEST(CorpusArticles, AreTheFilesOfTheFolder) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kCorpus + "/articles"))
    files.insert(entry.path().stem().string());
  std::set<std::string> ids;
  for (const GoldArticle& article : articles()) {
    ids.insert(article.id);
    EXPECT_EQ(article.text, read_file(kCorpus + "/articles/" + article.id + ".txt")) << article.id;
  }
  EXPECT_EQ(ids, files);
  EXPECT_GE(ids.size(), 80U);
}

TEST(CorpusArticles, KindsAreWhatTheirMarksSay) {
  for (const GoldArticle& article : articles()) {
    for (std::size_t i = 0; i < article.attributions.size(); ++i) {
      const Attribution& gold = article.attributions[i];
      ASSERT_FALSE(gold.content.empty()) << article.id;
      std::string content;
      bool all_open = true;
      for (const Span span : gold.content) {
        const std::string piece = article.text.substr(span.begin, span.size());
        all_open = all_open && opens_with_mark(piece);
        content += piece + " ";
      }
      const std::string where = article.id + ": " + content;
      ASSERT_TRUE(article.notes[i].has_kind) << where;
      if (gold.kind == AttributionKind::direct) {
        EXPECT_TRUE(gold.unquoted || all_open) << where;
      } else {
        EXPECT_EQ(has_mark(content), gold.kind == AttributionKind::mixed) << where;
      }
    }
  }
}

TEST(CorpusArticles, SayForEveryStatementWhoSpeaks) {
  for (const GoldArticle& article : articles()) {
    for (std::size_t i = 0; i < article.attributions.size(); ++i) {
      const Attribution& gold = article.attributions[i];
      ASSERT_TRUE(article.notes[i].has_speaker) << article.id;
      EXPECT_NE(gold.speakers.size(), 1U) << article.id;
      if (!gold.speakers.empty()) {
        EXPECT_EQ(gold.speaker, "") << article.id;
      }
    }
  }
}

std::vector<json> statements() {
  std::istringstream lines(read_file(kCorpus + "/statements.jsonl"));
  std::vector<json> out;
  std::string line;
  while (std::getline(lines, line)) out.push_back(json::parse(line));
  return out;
}

TEST(CorpusStatements, HaveTheShapeOfTheGuide) {
  const std::set<std::string> topics = {"taiwan",     "trade",     "ww2_history", "security",
                                        "technology", "diplomacy", "ukraine",     "drugs"};
  const std::set<std::string> tones = {"cooperative", "confrontational", "neutral"};
  std::set<std::string> ids;
  std::map<std::string, int> counts;
  for (const json& statement : statements()) {
    const std::string id = statement.at("id").get<std::string>();
    EXPECT_TRUE(ids.insert(id).second) << id << " comes twice";
    EXPECT_FALSE(statement.at("text").get<std::string>().empty()) << id;
    const json& labels = statement.at("labels");
    EXPECT_EQ(labels.size(), 2U) << id;
    std::set<std::string> seen;
    for (const json& topic : labels.at("topic")) {
      EXPECT_TRUE(topics.contains(topic.get<std::string>())) << id << ": " << topic;
      EXPECT_TRUE(seen.insert(topic.get<std::string>()).second) << id << ": " << topic << " comes twice";
      ++counts[topic.get<std::string>()];
    }
    const std::string tone = labels.at("tone").get<std::string>();
    EXPECT_TRUE(tones.contains(tone)) << id << ": " << tone;
    ++counts[tone];
  }
  EXPECT_GE(ids.size(), 1000U);
  for (const std::string& label : topics) EXPECT_GE(counts[label], 60) << label;
  for (const std::string& label : tones) EXPECT_GE(counts[label], 60) << label;
}

// The 4-grams of lower-case words.
std::set<std::string> four_grams(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      words.back() += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  std::set<std::string> grams;
  for (std::size_t i = 0; i + 4 <= words.size(); ++i)
    grams.insert(words[i] + " " + words[i + 1] + " " + words[i + 2] + " " + words[i + 3]);
  return grams;
}

TEST(CorpusStatements, NoTwoAreNearlyTheSame) {
  struct Grams {
    std::string id;
    std::set<std::string> grams;
  };
  std::vector<Grams> earlier;
  std::map<std::string, std::vector<std::size_t>> holders;
  for (const json& statement : statements()) {
    Grams grams{statement.at("id").get<std::string>(), four_grams(statement.at("text").get<std::string>())};
    std::map<std::size_t, std::size_t> common;
    for (const std::string& gram : grams.grams) {
      for (const std::size_t other : holders[gram]) ++common[other];
      holders[gram].push_back(earlier.size());
    }
    for (const auto& [other, count] : common) {
      const auto all = static_cast<double>(grams.grams.size() + earlier[other].grams.size() - count);
      EXPECT_LE(static_cast<double>(count) / all, 0.35) << grams.id << " and " << earlier[other].id;
    }
    earlier.push_back(std::move(grams));
  }
}

const Pipeline& shipped_pipeline() {
  static const Pipeline pipeline(PipelineOptions{.models = QUOTH_SOURCE_DIR "/models"});
  return pipeline;
}

json texts(const Document& document, const std::vector<Span>& spans) {
  json out = json::array();
  for (const Span span : spans) out.push_back(std::string(document.view(span)));
  return out;
}

// A line a statement, without scores, so that training again leaves it as it is.
std::string golden_lines(const Analysis& analysis) {
  std::string out;
  for (const Attribution& attribution : analysis.attributions) {
    nlohmann::ordered_json line;
    line["kind"] = to_string(attribution.kind);
    if (attribution.speakers.empty()) {
      line["speaker"] = attribution.speaker;
    } else {
      line["speakers"] = attribution.speakers;
    }
    if (!attribution.addressee.empty()) line["addressee"] = attribution.addressee;
    if (attribution.role == SpeakerRole::questioner) line["role"] = "questioner";
    if (attribution.unquoted) line["unquoted"] = true;
    if (attribution.nested) line["nested"] = true;
    if (attribution.metonymy) line["metonymy"] = true;
    line["source"] = texts(analysis.document, attribution.source);
    line["cue"] = texts(analysis.document, attribution.cue);
    line["content"] = texts(analysis.document, attribution.content);
    out += line.dump() + "\n";
  }
  return out;
}

// QUOTH_WRITE_GOLDEN=1 build/release/tests/corpus_test --gtest_filter='Golden*' writes the files anew; review their
// diff.
TEST(Golden, ArticlesGiveTheStatementsOfTheirFiles) {
  PipelineContext context;
  for (const GoldArticle& article : articles()) {
    const std::string path = QUOTH_SOURCE_DIR "/tests/golden/" + article.id + ".jsonl";
    if (!std::filesystem::exists(path)) continue;  // a few articles of each form are enough to read in a diff
    const std::string lines = golden_lines(shipped_pipeline().analyse(article.text, {.date = article.date}, context));
    if (std::getenv("QUOTH_WRITE_GOLDEN") != nullptr) {
      std::ofstream(path, std::ios::binary) << lines;
    } else {
      EXPECT_EQ(lines, read_file(path)) << path;
    }
  }
}

AttributionFigures figures_on(const std::vector<GoldArticle>& gold) {
  AttributionFigures figures;
  PipelineContext context;
  for (const GoldArticle& article : gold) {
    Analysis analysis = shipped_pipeline().analyse(article.text, {.date = article.date}, context);
    EXPECT_EQ(analysis.document.text, article.text) << article.id;
    figures.add(evaluate_article(article, as_prediction(article, std::move(analysis.attributions))));
  }
  return figures;
}

TEST(Quality, CorpusAttributionsStayAsGoodAsTheyAre) {
  const AttributionFigures figures = figures_on(articles());
  RecordProperty("f1", std::to_string(figures.attribution.f1()));
  EXPECT_GE(figures.attribution.f1(), 0.78);
  EXPECT_GE(figures.direct_speaker.share(), 0.78);
}

// The folder of the evaluation data, empty where the environment does not name one.
std::string evaluation_folder() {
  const char* folder = std::getenv("QUOTH_EVAL_DATA");
  return folder == nullptr ? std::string() : std::string(folder);
}

TEST(Quality, PolnearDevStaysAsGoodAsItIs) {
  if (evaluation_folder().empty())
    GTEST_SKIP() << "NOT RUN: set QUOTH_EVAL_DATA to the folder that holds data/polnear/dev.jsonl.gz";
  const AttributionFigures figures =
      figures_on(read_gold_articles({evaluation_folder() + "/data/polnear/dev.jsonl.gz"}));
  EXPECT_GE(figures.attribution.f1(), 0.55);
  EXPECT_GE(figures.direct_speaker.share(), 0.80);
}

TEST(Quality, FoundingArticleComesOutWhole) {
  if (evaluation_folder().empty())
    GTEST_SKIP() << "NOT RUN: set QUOTH_EVAL_DATA to the folder that holds seed/xi-trump-call.gold.json";
  const std::vector<GoldArticle> seed = read_gold_articles({evaluation_folder() + "/seed/xi-trump-call.gold.json"});
  ASSERT_EQ(seed.size(), 1U);
  PipelineContext context;
  const Analysis analysis = shipped_pipeline().analyse(seed.front().text, {.date = seed.front().date}, context);
  for (const Attribution& gold : seed.front().attributions) {
    const auto same = std::find_if(analysis.attributions.begin(), analysis.attributions.end(),
                                   [&](const Attribution& found) { return found.content == gold.content; });
    const std::string content = joined(analysis.document, gold.content);
    ASSERT_NE(same, analysis.attributions.end()) << content;
    EXPECT_EQ(same->kind, gold.kind) << content;
    EXPECT_EQ(same->speaker, gold.speaker) << content;
  }
  const auto is_direct = [](const Attribution& one) { return one.kind == AttributionKind::direct; };
  EXPECT_EQ(std::count_if(analysis.attributions.begin(), analysis.attributions.end(), is_direct),
            std::count_if(seed.front().attributions.begin(), seed.front().attributions.end(), is_direct));
}

}  // namespace
}  // namespace quoth
