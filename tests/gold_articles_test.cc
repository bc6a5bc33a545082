#include "quoth/attribute/gold_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "quoth/base/error.h"
#include "statement_corpora.h"

namespace quoth {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<GoldArticle> read(const std::string& lines) {
  const TemporaryFile file("gold.jsonl", lines);
  return read_gold_articles({file.path()});
}

// The error that `lines` give, from the name of the file on.
std::string error_of(const std::string& lines) {
  try {
    read(lines);
  } catch (const Error& error) {
    const std::string message = error.what();
    return message.substr(message.find("gold.jsonl"));
  }
  return "no error";
}

// An article whose one attribution has the members `members`.
std::string article(const std::string& members, const std::string& text = "“Très bien,” said Zoë.") {
  return R"({"id": "a", "text": ")" + text + R"(", "quotes": [{)" + members + "}]}\n";
}

TEST(ReadGoldArticles, TurnsCodePointsIntoBytes) {
  const std::vector<GoldArticle> articles =
      read(article(R"("cue": [{"start": 13, "end": 17, "text": "said"}], "sources": [{"start": 18, "end": 21}],)"
                   R"("contents": [{"start": 0, "end": 12, "text": "“Très bien,”"}])"));
  ASSERT_EQ(articles.size(), 1U);
  ASSERT_EQ(articles[0].attributions.size(), 1U);
  const Attribution& attribution = articles[0].attributions[0];
  EXPECT_THAT(attribution.content, ElementsAre(Span{0, 17}));
  EXPECT_THAT(attribution.cue, ElementsAre(Span{18, 22}));
  EXPECT_THAT(attribution.source, ElementsAre(Span{23, 27}));
}

TEST(ReadGoldArticles, TakesASpanByItselfAndNullForNone) {
  const std::vector<GoldArticle> articles =
      read(article(R"("cue": {"start": 13, "end": 17}, "sources": null, "contents": [])"));
  const Attribution& attribution = articles[0].attributions[0];
  EXPECT_THAT(attribution.cue, ElementsAre(Span{18, 22}));
  EXPECT_THAT(attribution.source, IsEmpty());
  EXPECT_THAT(attribution.content, IsEmpty());
}

TEST(ReadGoldArticles, PutsTheSpansOfARoleInOrder) {
  const std::vector<GoldArticle> articles = read(
      article(R"("contents": [{"start": 4, "end": 6}, {"start": 0, "end": 2}, {"start": 4, "end": 5}])", "abcdefgh"));
  EXPECT_THAT(articles[0].attributions[0].content, ElementsAre(Span{0, 2}, Span{4, 5}, Span{4, 6}));
}

TEST(ReadGoldArticles, KeepsTheAttributionsInTheOrderOfTheFile) {
  const std::vector<GoldArticle> articles =
      read(R"({"id": "a", "text": "abcdef", "quotes": [{"contents": [{"start": 3, "end": 4}]},)"
           R"({"contents": [{"start": 0, "end": 1}]}]})");
  EXPECT_EQ(articles[0].attributions[0].content.front().begin, 3U);
  EXPECT_EQ(articles[0].attributions[1].content.front().begin, 0U);
}

TEST(ReadGoldArticles, ReadsWhatIsSaidOfAnAttribution) {
  const std::vector<GoldArticle> articles = read(
      R"({"id": "a", "text": "abc", "date": "2025-11-24", "title": "T", "outlet": "O", "quotes": [{"kind": "mixed",)"
      R"("speaker": null, "speakers": ["Ann", "Bob"], "addressee": "Cy", "role": "questioner", "unquoted": true,)"
      R"("nested": true, "metonymy": true, "optional": true, "confidence": 0.25}]})");
  EXPECT_EQ(articles[0].date, "2025-11-24");
  EXPECT_EQ(articles[0].title, "T");
  EXPECT_EQ(articles[0].outlet, "O");
  const Attribution& attribution = articles[0].attributions[0];
  EXPECT_EQ(attribution.kind, AttributionKind::mixed);
  EXPECT_EQ(attribution.speaker, "");
  EXPECT_THAT(attribution.speakers, ElementsAre("Ann", "Bob"));
  EXPECT_EQ(attribution.addressee, "Cy");
  EXPECT_EQ(attribution.role, SpeakerRole::questioner);
  EXPECT_TRUE(attribution.unquoted && attribution.nested && attribution.metonymy);
  EXPECT_EQ(attribution.confidence, 0.25);
  const GoldNote& note = articles[0].notes.at(0);
  EXPECT_TRUE(note.has_kind && note.has_speaker && note.has_confidence && note.optional);
}

TEST(ReadGoldArticles, KnowsWhatIsNotSaid) {
  const GoldNote note = read(article("\"contents\": [{\"start\": 0, \"end\": 12}]"))[0].notes.at(0);
  EXPECT_FALSE(note.has_kind || note.has_speaker || note.has_confidence || note.optional);
}

TEST(ReadGoldArticles, TakesANullSpeakerForNobody) {
  EXPECT_TRUE(read(article("\"speaker\": null"))[0].notes.at(0).has_speaker);
}

TEST(ReadGoldArticles, ReadsGzippedFiles) {
  const TemporaryFile place("gold.jsonl.gz", "");
  gzFile file = gzopen(place.path().c_str(), "wb");
  ASSERT_NE(file, nullptr);
  ASSERT_GT(gzputs(file, article("").c_str()), 0);
  gzclose(file);
  EXPECT_EQ(read_gold_articles({place.path()}).size(), 1U);
}

TEST(ReadGoldArticles, RefusesAGzippedFileThatEndsEarly) {
  const TemporaryFile place("gold.jsonl.gz", "");
  gzFile file = gzopen(place.path().c_str(), "wb");
  gzputs(file, article("").c_str());
  gzclose(file);
  std::filesystem::resize_file(place.path(), std::filesystem::file_size(place.path()) - 9);
  EXPECT_THROW(read_gold_articles({place.path()}), Error);
}

TEST(ReadGoldArticles, SaysWhereAnArticleStands) {
  const TemporaryFile file("gold.jsonl", "\n" + article(""));
  EXPECT_EQ(read_gold_articles({file.path()})[0].where, file.path() + ":2");
}

TEST(ReadGoldArticles, SaysWhichSpanLiesOutsideTheText) {
  EXPECT_EQ(error_of(article(R"("contents": [{"start": 0, "end": 23}])")),
            "gold.jsonl:1: \"contents\" has a span from 0 to 23, expected start < end <= 22, the code points of the "
            "text");
  EXPECT_EQ(error_of(article(R"("cue": {"start": 3, "end": 3})")),
            "gold.jsonl:1: \"cue\" has a span from 3 to 3, expected start < end <= 22, the code points of the text");
}

TEST(ReadGoldArticles, TellsOffsetsInBytesByTheirWords) {
  EXPECT_EQ(
      error_of(article(R"("cue": [{"start": 16, "end": 20, "text": "said"}])")),
      "gold.jsonl:1: \"cue\" says \"said\" where the text has \"d Zo\"; count offsets in code points, from 0, end "
      "exclusive");
}

TEST(ReadGoldArticles, LetsWordsDifferInWhiteSpace) {
  EXPECT_EQ(error_of(article(R"("contents": [{"start": 0, "end": 5, "text": "ab  c"}])", "ab\\n c")), "no error");
}

TEST(ReadGoldArticles, SaysWhichFieldIsWrong) {
  EXPECT_EQ(error_of(R"({"id": 7, "text": "x", "quotes": []})"), "gold.jsonl:1: \"id\" is a number, expected a string");
  EXPECT_EQ(error_of(R"({"id": "a", "text": "x"})"),
            "gold.jsonl:1: has no \"quotes\", expected a list of attributions");
  EXPECT_EQ(error_of(article(R"("kind": "reported")")),
            "gold.jsonl:1: \"kind\" is \"reported\", expected direct, indirect or mixed");
  EXPECT_EQ(error_of(article(R"("nested": 1)")), "gold.jsonl:1: \"nested\" is a number, expected true or false");
  EXPECT_EQ(error_of(article(R"("sources": "Zoë")")), "gold.jsonl:1: \"sources\" is a string, expected spans");
  EXPECT_EQ(error_of(article(R"("sources": [[0, 1]])")),
            "gold.jsonl:1: \"sources\" holds [0,1], expected {\"start\": NUMBER, \"end\": NUMBER}");
  EXPECT_EQ(error_of(article(R"("speakers": [1])")), "gold.jsonl:1: \"speakers\" holds a number, expected names");
  EXPECT_EQ(error_of(article(R"("confidence": 80)")),
            "gold.jsonl:1: \"confidence\" is 80, expected a number from 0 to 1");
}

TEST(ReadGoldArticles, RefusesAnIdThatComesAgain) {
  const std::string message = error_of(article("") + article(""));
  EXPECT_THAT(message, testing::StartsWith("gold.jsonl:2: has the id \"a\" that "));
  EXPECT_THAT(message, testing::EndsWith("gold.jsonl:1 has, expected an id of its own"));
}

TEST(ReadGoldArticles, RefusesFilesWithoutArticles) {
  EXPECT_EQ(error_of("\n\n"), "gold.jsonl: has no articles, expected articles with \"quotes\", one JSON object a line");
  EXPECT_THROW(read_gold_articles({"no-such-file.jsonl"}), Error);
  EXPECT_THROW(read_gold_articles({testing::TempDir()}), Error);
}

}  // namespace
}  // namespace quoth
