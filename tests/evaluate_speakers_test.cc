#include "quoth/attribute/evaluate_speakers.h"

#include <gtest/gtest.h>

#include <string>

#include "statements_of.h"

namespace quoth {
namespace {

Span span_of(const std::string& text, const std::string& piece) {
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + piece.size())};
}

void add(GoldArticle& article, const std::string& source, const std::string& cue, const std::string& content,
         const std::string& speaker, const std::string& addressee = {}) {
  Attribution attribution;
  attribution.source = {span_of(article.text, source)};
  attribution.cue = {span_of(article.text, cue)};
  attribution.content = {span_of(article.text, content)};
  attribution.speaker = speaker;
  attribution.addressee = addressee;
  article.attributions.push_back(attribution);
  GoldNote note;
  note.has_speaker = true;
  article.notes.push_back(note);
}

GoldArticle two_statements() {
  GoldArticle article;
  article.id = "a";
  article.text = "Pavel Okun told Tomas Kell that it leaked. A sailor replied that it was dry.";
  add(article, "Pavel Okun", "told", "that it leaked", "pavel okun", "Tomas Kell");
  add(article, "A sailor", "replied", "that it was dry", "Ilse Brandt");
  return article;
}

TEST(EvaluateSpeakers, CountsNamesGivenAndNamesWanted) {
  const SpeakerFigures figures = evaluate_speakers({two_statements()}, invented_registry());
  EXPECT_EQ(figures.articles, 1U);
  EXPECT_EQ(figures.speakers.all, 2U);
  EXPECT_EQ(figures.speakers.gold, 2U);
  EXPECT_EQ(figures.speakers.given, 1U);
  EXPECT_EQ(figures.speakers.right, 1U);  // case aside
  EXPECT_DOUBLE_EQ(figures.speakers.precision(), 1.0);
  EXPECT_DOUBLE_EQ(figures.speakers.recall(), 0.5);
  EXPECT_EQ(figures.addressees.right, 1U);
  EXPECT_EQ(figures.addressees.agreed, 2U);
}

TEST(EvaluateSpeakers, TellsFormsOfSourcesApart) {
  const SpeakerFigures figures = evaluate_speakers({two_statements()}, invented_registry());
  EXPECT_EQ(figures.by_form[static_cast<std::size_t>(SourceForm::name)].all, 1U);
  EXPECT_EQ(figures.by_form[static_cast<std::size_t>(SourceForm::description)].all, 1U);
}

TEST(EvaluateSpeakers, ListsMistakes) {
  const SpeakerFigures figures = evaluate_speakers({two_statements()}, invented_registry());
  ASSERT_EQ(figures.mistakes.size(), 1U);
  EXPECT_EQ(figures.mistakes.front().source, "A sailor | replied");
  EXPECT_EQ(figures.mistakes.front().expected, "Ilse Brandt");
  EXPECT_EQ(figures.mistakes.front().found, "");
}

TEST(EvaluateSpeakers, AnswersGoToWhoAsked) {
  GoldArticle article;
  article.text = "Tomas Kell wanted to know whether it leaked. Maren Aldous replied that it was dry.";
  add(article, "Tomas Kell", "wanted to know", "whether it leaked", "Tomas Kell");
  add(article, "Maren Aldous", "replied", "that it was dry", "Maren Aldous", "Tomas Kell");
  EXPECT_TRUE(evaluate_speakers({article}, invented_registry()).mistakes.empty());
}

TEST(EvaluateSpeakers, ListsOfThreeSpeakJointly) {
  GoldArticle article;
  article.text = "Maren Aldous, Tomas Kell and Pavel Okun said the talks had been frank.";
  add(article, "Maren Aldous, Tomas Kell and Pavel Okun", "said", "the talks had been frank", "");
  article.attributions.front().speakers = {"Tomas Kell", "Maren Aldous", "Pavel Okun"};
  EXPECT_TRUE(evaluate_speakers({article}, invented_registry()).mistakes.empty());
}

TEST(EvaluateSpeakers, CuesWithoutASourceTakeThatOfTheCueBefore) {
  GoldArticle article;
  article.text = "Tomas Kell said it leaked and accused Sorvia of waiting.";
  add(article, "Tomas Kell", "said", "it leaked", "Tomas Kell");
  add(article, "Tomas Kell", "accused", "Sorvia of waiting", "Tomas Kell");
  article.attributions.back().source.clear();
  EXPECT_TRUE(evaluate_speakers({article}, invented_registry()).mistakes.empty());
}

TEST(EvaluateSpeakers, StatementsWithoutASpeakerInTheFileAreLetBe) {
  GoldArticle article = two_statements();
  article.notes[1].has_speaker = false;
  EXPECT_EQ(evaluate_speakers({article}, invented_registry()).speakers.all, 1U);
}

TEST(EvaluateSpeakers, NothingToJudgeGivesZeros) {
  const SpeakerFigures figures = evaluate_speakers({}, invented_registry());
  EXPECT_EQ(figures.speakers.f1(), 0);
  EXPECT_EQ(figures.speakers.precision(), 0);
}

}  // namespace
}  // namespace quoth
