#include "quoth/io/gold_article_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "random_articles.h"
#include "statement_corpora.h"

namespace quoth {
namespace {

using nlohmann::json;

GoldArticle article_of_zoe() {
  GoldArticle article;
  article.id = "a";
  article.text = "“Oui,” has Zoë\n said.";
  Attribution one;
  one.source = {{15, 19}};
  one.cue = {{11, 14}, {21, 25}};
  one.content = {{0, 10}};
  one.confidence = 0.87654321;
  article.attributions = {one};
  article.notes = {{false, false, true, false}};
  return article;
}

TEST(AppendGoldArticle, IsReadBackAsItWas) {
  RandomArticles articles(7);
  for (int i = 0; i < 200; ++i) {
    std::string line;
    append_gold_article(articles.next(), line);
    const TemporaryFile file("article.jsonl", line);
    std::string again;
    append_gold_article(read_gold_articles({file.path()}).at(0), again);
    ASSERT_EQ(again, line);
  }
}

TEST(AppendGoldArticle, SaysNothingThatIsNotKnown) {
  GoldArticle article = article_of_zoe();
  article.notes[0].has_confidence = false;
  std::string line;
  append_gold_article(article, line);
  EXPECT_EQ(
      line,
      "{\"id\":\"a\",\"text\":\"“Oui,” has Zoë\\n said.\",\"quotes\":[{\"cue\":[{\"start\":7,\"end\":10,\"text\":"
      "\"has\"},{\"start\":16,\"end\":20,\"text\":\"said\"}],\"sources\":[{\"start\":11,\"end\":14,\"text\":\"Zoë\"}"
      "],\"contents\":[{\"start\":0,\"end\":6,\"text\":\"“Oui,”\"}]}]}\n");
}

TEST(AppendGoldArticle, KeepsANullSpeaker) {
  GoldArticle article = article_of_zoe();
  article.notes[0].has_speaker = true;
  std::string line;
  append_gold_article(article, line);
  EXPECT_TRUE(json::parse(line)["quotes"][0].at("speaker").is_null());
}

TEST(CitronDocument, IsWhatCitronReads) {
  const json document = json::parse(citron_document(article_of_zoe()));
  EXPECT_EQ(document.size(), 2U);
  EXPECT_EQ(document.at("text"), "“Oui,” has Zoë\n said.");
  const json& quote = document.at("quotes").at(0);
  EXPECT_EQ(quote.at("cue"), json::parse(R"({"start": 7, "end": 20, "text": "has Zoë\n said"})"));
  EXPECT_EQ(quote.at("sources"), json::parse(R"([{"start": 11, "end": 14, "text": "Zoë"}])"));
  EXPECT_EQ(quote.at("contents"), json::parse(R"([{"start": 0, "end": 6, "text": "“Oui,”"}])"));
  EXPECT_EQ(quote.at("confidence"), "0.8765");
}

TEST(CitronDocument, LeavesOutAttributionsWithoutCue) {
  GoldArticle article = article_of_zoe();
  article.attributions[0].cue.clear();
  EXPECT_EQ(json::parse(citron_document(article)).at("quotes"), json::array());
}

TEST(CitronDocument, IsReadAsOneArticleCalledByItsFile) {
  const TemporaryFile file("zoe.v2.json", citron_document(article_of_zoe()));
  const GoldArticle article = read_gold_article(file.path());
  EXPECT_EQ(article.id, "zoe.v2");
  EXPECT_EQ(article.attributions.at(0).content, article_of_zoe().attributions[0].content);
  EXPECT_TRUE(article.notes.at(0).has_confidence);
}

TEST(CitronDocument, MayHaveNoQuotes) {
  const TemporaryFile file("zoe.json", R"({"text": "Oui."})");
  EXPECT_EQ(read_gold_article(file.path()).attributions.size(), 0U);
}

}  // namespace
}  // namespace quoth
