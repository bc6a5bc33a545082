#include "quoth/io/brat.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/base/error.h"
#include "quoth/io/gold_article_writer.h"
#include "random_articles.h"

namespace quoth {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kText = "Zoë Kerr said “no,” and Bob, who came late, told her: “Why?”";

GoldArticle read(const std::string& ann, const BratTypes& types = {}) {
  GoldArticle article;
  article.text = kText;
  read_brat(ann, "a.ann", types, article);
  return article;
}

std::string error_of(const std::string& ann) {
  try {
    read(ann);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

// The words that the spans hold.
std::vector<std::string> words(const std::vector<Span>& spans) {
  std::vector<std::string> out;
  out.reserve(spans.size());
  for (const Span span : spans) out.push_back(std::string(kText).substr(span.begin, span.size()));
  return out;
}

TEST(ReadBrat, ReadsEventsAsPolnearHasThem) {
  const GoldArticle article = read(
      "T1\tSource 0 8\tZoë Kerr\n"
      "T2\tCue 9 13\tsaid\n"
      "T3\tContent 14 19\t“no,”\n"
      "T4\tAttribution 9 13\tsaid\n"
      "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
      "T5\tDiscard 20 23\tand\n");
  ASSERT_THAT(article.attributions, SizeIs(1));
  EXPECT_THAT(words(article.attributions[0].source), ElementsAre("Zoë Kerr"));
  EXPECT_THAT(words(article.attributions[0].cue), ElementsAre("said"));
  EXPECT_THAT(words(article.attributions[0].content), ElementsAre("“no,”"));
  EXPECT_FALSE(article.notes[0].has_kind);
}

TEST(ReadBrat, ReadsPiecesAndSharedWordsAndEventsWithoutSource) {
  const GoldArticle article = read(
      "T1\tContent 14 19;54 60\t“no,” “Why?”\r\n"
      "T2\tCue 9 13\tsaid\r\n"
      "T3\tAttribution-no-source 9 13\tsaid\r\n"
      "E1\tAttribution-no-source:T3 Content:T1 Cue:T2\r\n"
      "T4\tAttribution 44 48\ttold\r\n"
      "E2\tAttribution:T4 Content:T1\r\n");
  ASSERT_THAT(article.attributions, SizeIs(2));
  EXPECT_THAT(words(article.attributions[0].content), ElementsAre("“no,”", "“Why?”"));
  EXPECT_THAT(article.attributions[0].source, IsEmpty());
  EXPECT_THAT(article.attributions[1].content, SizeIs(2));
  EXPECT_THAT(article.attributions[1].cue, IsEmpty());
}

TEST(ReadBrat, ReadsNumberedRolesAndACueThatIsTheTrigger) {
  const GoldArticle article = read(
      "T1\tCue 44 48\ttold\n"
      "T2\tContent 54 60\t“Why?”\n"
      "T3\tContent 14 19\t“no,”\n"
      "E1\tCue:T1 Content:T2 Content2:T3\n");
  ASSERT_THAT(article.attributions, SizeIs(1));
  EXPECT_THAT(words(article.attributions[0].cue), ElementsAre("told"));
  EXPECT_THAT(words(article.attributions[0].content), ElementsAre("“no,”", "“Why?”"));
}

TEST(ReadBrat, TakesTheRoleWhereWordsHaveATypeOfTheirOwn) {
  const GoldArticle article = read(
      "T1\tPerson 24 27\tBob\n"
      "T2\tCue 44 48\ttold\n"
      "E1\tCue:T2 Source:T1\n");
  EXPECT_THAT(words(article.attributions.at(0).source), ElementsAre("Bob"));
}

TEST(ReadBrat, ReadsRelationsCueByCue) {
  const GoldArticle article = read(
      "T1\tSource 0 8\tZoë Kerr\n"
      "T2\tCue 9 13\tsaid\n"
      "T3\tContent 14 19\t“no,”\n"
      "T4\tCue 44 48\ttold\n"
      "T5\tContent 54 60\t“Why?”\n"
      "T6\tContent 49 52\ther\n"
      "R1\tSays Arg1:T1 Arg2:T2\t\n"
      "R2\tSaid Arg1:T2 Arg2:T3\t\n"
      "R3\tSaid Arg1:T4 Arg2:T5\t\n"
      "R4\tSays Arg1:T1 Arg2:T4\t\n");
  ASSERT_THAT(article.attributions, SizeIs(2));
  EXPECT_THAT(words(article.attributions[0].source), ElementsAre("Zoë Kerr"));
  EXPECT_THAT(words(article.attributions[0].content), ElementsAre("“no,”"));
  EXPECT_THAT(words(article.attributions[1].cue), ElementsAre("told"));
  EXPECT_THAT(words(article.attributions[1].source), ElementsAre("Zoë Kerr"));
  EXPECT_THAT(words(article.attributions[1].content), ElementsAre("“Why?”"));
}

TEST(ReadBrat, ReadsRelationsOfASourceToAContent) {
  const GoldArticle article = read(
      "T1\tSource 24 27\tBob\n"
      "T2\tCue 44 48\ttold\n"
      "T3\tContent 54 60\t“Why?”\n"
      "T4\tContent 14 19\t“no,”\n"
      "T5\tSource 0 8\tZoë Kerr\n"
      "R1\tSaid Arg1:T2 Arg2:T3\n"
      "R2\tBy Arg1:T3 Arg2:T1\n"
      "R3\tBy Arg1:T4 Arg2:T5\n"
      "A1\tkind T4 direct\n");
  ASSERT_THAT(article.attributions, SizeIs(2));
  EXPECT_THAT(words(article.attributions[0].source), ElementsAre("Bob"));
  EXPECT_THAT(words(article.attributions[1].source), ElementsAre("Zoë Kerr"));
  EXPECT_THAT(article.attributions[1].cue, IsEmpty());
  EXPECT_EQ(article.attributions[1].kind, AttributionKind::direct);
}

TEST(ReadBrat, ReadsAttributes) {
  const GoldArticle article = read(
      "T1\tCue 9 13\tsaid\n"
      "E1\tCue:T1\n"
      "A1\tkind E1 mixed\n"
      "A2\tspeaker E1 Zoë van der Kerr\n"
      "A3\tnested E1\n"
      "M1\toptional E1\n"
      "A4\tconfidence E1 0.25\n"
      "A5\tmood E1 glad\n"
      "#1\tAnnotatorNotes E1\tnot sure\n");
  const Attribution& attribution = article.attributions.at(0);
  EXPECT_TRUE(article.notes[0].has_kind && article.notes[0].has_speaker && article.notes[0].optional);
  EXPECT_EQ(attribution.kind, AttributionKind::mixed);
  EXPECT_EQ(attribution.speaker, "Zoë van der Kerr");
  EXPECT_TRUE(attribution.nested);
  EXPECT_FALSE(attribution.metonymy);
  EXPECT_EQ(attribution.confidence, 0.25);
}

TEST(ReadBrat, CallsTypesAsItIsTold) {
  const GoldArticle article = read("T1\tSpeech 14 19\nT2\tSay 9 13\nE1\tQuote:T2 What:T1\n",
                                   {.source = "Who", .cue = "Verb", .content = "Speech", .event = "Quote"});
  EXPECT_THAT(words(article.attributions.at(0).content), ElementsAre("“no,”"));
}

TEST(ReadBrat, SaysWhichLineIsWrong) {
  EXPECT_EQ(error_of("\nT1 Source 0 3\tZoë\n"),
            "a.ann:2: \"T1 Source 0 3\tZoë\" is no annotation, expected an id such as T1 and a tab");
  EXPECT_EQ(error_of("T1\tSource 0 61\tZoë\n"),
            "a.ann:1: has a span from 0 to 61, expected START < END <= 60, the code points of the text");
  EXPECT_EQ(error_of("T1\tSource 0 x\tZoë\n"), "a.ann:1: \"0 x\" is no span, expected START END");
  EXPECT_EQ(error_of("T1\tSource 1 4\tZoë\n"),
            "a.ann:1: T1 says \"Zoë\" where the text has \"oë\"; annotations and text do not belong together");
  EXPECT_EQ(error_of("T1\tCue 9 13\tsaid\nT1\tCue 9 13\tsaid\n"),
            "a.ann:2: \"T1\" comes again, expected an id of its own");
  EXPECT_EQ(error_of("T1\tCue 9 13\tsaid\nE1\tCue:T1 Source:T9\n"),
            "a.ann:2: names \"T9\", expected the id of annotated words (T) of this file");
  EXPECT_EQ(error_of("E1\tCue\n"), "a.ann:1: \"Cue\" is no event, expected TYPE:T1 ROLE:T2 ...");
  EXPECT_EQ(error_of("R1\tBy Arg1:T1\n"), "a.ann:1: \"By\" is no relation, expected TYPE Arg1:T1 Arg2:T2");
  EXPECT_EQ(error_of("A1\tkind\n"), "a.ann:1: \"kind\" is no attribute, expected TYPE E1 VALUE");
  EXPECT_EQ(error_of("T1\tCue 9 13\tsaid\nE1\tCue:T1\nA1\tkind E1 odd\n"),
            "a.ann:3: \"kind\" is \"odd\", expected direct, indirect or mixed");
}

TEST(ReadBrat, ReadsOrRefusesWhateverItIsGiven) {
  const std::string whole =
      "T1\tSource 0 8\tZoë Kerr\nT2\tCue 9 13;44 48\tsaid told\nE1\tCue:T2 Source:T1\nR1\tBy Arg1:T1 Arg2:T2\n"
      "A1\tkind E1 direct\nA2\tconfidence E1 0.5\n";
  std::mt19937 chance(1);
  const std::string pieces = "TERAM#*N019 \t\n;:-.";
  for (int i = 0; i < 20000; ++i) {
    std::string ann = whole;
    for (int change = 0; change < 3; ++change) {
      const std::size_t at = chance() % ann.size();
      if (static_cast<signed char>(ann[at]) < 0) continue;  // stays UTF-8
      if (chance() % 2 == 0) {
        ann[at] = pieces[chance() % pieces.size()];
      } else {
        ann.erase(at, 1);
      }
    }
    EXPECT_THAT(error_of(ann), testing::AnyOf("no error", testing::StartsWith("a.ann:"))) << ann;
  }
}

TEST(BratAnnotations, AreLinesOfWordsEventsAndAttributes) {
  GoldArticle article;
  article.text = kText;
  Attribution one;
  one.source = {{0, 9}};
  one.cue = {{10, 14}};
  one.content = {{15, 24}, {59, 69}};
  one.speaker = "Zoë\tKerr";
  article.attributions = {one, one};
  article.attributions[1].cue = {};
  article.notes = {{true, true, false, false}, {}};
  EXPECT_EQ(brat_annotations(article, {}),
            "T1\tSource 0 8\tZoë Kerr\n"
            "T2\tCue 9 13\tsaid\n"
            "T3\tContent 14 19;54 60\t“no,” “Why?”\n"
            "T4\tAttribution 9 13\tsaid\n"
            "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
            "A1\tkind E1 indirect\n"
            "A2\tspeaker E1 Zoë Kerr\n"
            "T5\tAttribution 14 19;54 60\t“no,” “Why?”\n"
            "E2\tAttribution:T5 Source:T1 Content:T3\n"
            "A3\tspeaker E2 Zoë Kerr\n");
}

TEST(BratAnnotations, GiveOverlappingPiecesToAnnotationsOfTheirOwn) {
  GoldArticle article;
  article.text = kText;
  Attribution one;
  one.cue = {{10, 14}};
  one.content = {{0, 9}, {5, 14}, {9, 12}};
  article.attributions = {one};
  article.notes.resize(1);
  const std::string ann = brat_annotations(article, {});
  EXPECT_THAT(ann, testing::HasSubstr("Content 0 8;8 11\t"));
  EXPECT_THAT(ann, testing::HasSubstr("Content 4 13\t"));
  EXPECT_THAT(ann, testing::HasSubstr(" Content:T2 Content2:T3\n"));
}

TEST(BratAnnotations, LeaveOutAttributionsWithoutAnySpan) {
  GoldArticle article;
  article.text = kText;
  article.attributions.resize(1);
  article.notes.resize(1);
  EXPECT_EQ(brat_annotations(article, {}), "");
}

TEST(BratAnnotations, AreReadBackAsTheyWere) {
  RandomArticles articles(20251124);
  for (int i = 0; i < 2000; ++i) {
    const GoldArticle article = articles.next();
    GoldArticle back = article;
    back.attributions.clear();
    back.notes.clear();
    const std::string ann = brat_annotations(article, {});
    read_brat(ann, "a.ann", {}, back);
    std::string wanted;
    std::string found;
    append_gold_article(article, wanted);
    append_gold_article(back, found);
    ASSERT_EQ(found, wanted) << ann;
  }
}

}  // namespace
}  // namespace quoth
