#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quoth/annotate/quotes.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/hearers_internal.h"
#include "statements_of.h"

namespace quoth {
namespace {

Span span_of(const std::string& text, const std::string& piece) {
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + piece.size())};
}

// The words of the hearers of one statement, "?" for an answer.
std::vector<std::string> hearers(const std::string& text, const std::string& source, const std::string& cue,
                                 const std::string& content) {
  const Document document = document_of(text);
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> classes = classify_words(document);
  const Reading reading(document, quotes, classes);
  Attribution attribution;
  if (!source.empty()) attribution.source = {span_of(text, source)};
  if (!cue.empty()) attribution.cue = {span_of(text, cue)};
  attribution.content = {span_of(text, content)};
  std::vector<std::string> out;
  for (const Hearer& hearer : find_hearers(reading, attribution))
    out.push_back(hearer.words.empty() ? "?" : std::string(document.view(hearer.words)));
  return out;
}

using Words = std::vector<std::string>;

TEST(FindHearers, TheObjectOfTellingHears) {
  EXPECT_EQ(hearers("Aldous told the harbour board that it leaked.", "Aldous", "told", "that it leaked"),
            (Words{"the harbour board"}));
  EXPECT_EQ(hearers("“It leaks,” Aldous told Tomas Kell on Monday.", "Aldous", "told", "“It leaks,”"),
            (Words{"Tomas Kell"}));
}

TEST(FindHearers, ContentMayTakeTheHearerIn) {
  EXPECT_EQ(hearers("Aldous urged Sorvia to wait.", "Aldous", "urged", "Sorvia to wait"), (Words{"Sorvia"}));
  EXPECT_EQ(hearers("Aldous called on the council to wait.", "Aldous", "called on", "the council to wait"),
            (Words{"the council"}));
}

TEST(FindHearers, PronounsAreTheirOwnPhrase) {
  EXPECT_EQ(hearers("Aldous told him that it leaked.", "Aldous", "told", "that it leaked"), (Words{"him"}));
  EXPECT_EQ(hearers("Aldous told her that it leaked.", "Aldous", "told", "that it leaked"), (Words{"her"}));
  EXPECT_EQ(hearers("Aldous told her lawyer that it leaked.", "Aldous", "told", "that it leaked"),
            (Words{"her lawyer"}));
}

TEST(FindHearers, SayingNeedsTo) {
  EXPECT_EQ(hearers("Aldous said to Kell that it leaked.", "Aldous", "said", "that it leaked"), (Words{"Kell"}));
  EXPECT_EQ(hearers("Aldous said Kell was late.", "Aldous", "said", "Kell was late"), Words{});
  EXPECT_EQ(hearers("Aldous asked for a boat.", "Aldous", "asked for", "a boat"), Words{});
  EXPECT_EQ(hearers("Aldous appealed to Sorvia to wait.", "Aldous", "appealed to", "Sorvia to wait"),
            (Words{"Sorvia"}));
}

TEST(FindHearers, PassivesHaveTheirSubjectHear) {
  EXPECT_EQ(hearers("Kell was told that it leaked.", "", "was told", "that it leaked"), (Words{"Kell"}));
}

TEST(FindHearers, CallsAndInterviewsHaveAPartner) {
  EXPECT_EQ(hearers("In a phone call with Kell on Monday, Aldous said it leaked.", "Aldous", "said", "it leaked"),
            (Words{"Kell"}));
  EXPECT_EQ(hearers("It leaks, Aldous said in an interview with Radio Brisk.", "Aldous", "said", "It leaks"),
            (Words{"Radio Brisk"}));
}

TEST(FindHearers, WhatContentTellsOfCallsIsNoPartner) {
  EXPECT_EQ(hearers("Aldous said a call with Kell was due.", "Aldous", "said", "a call with Kell was due"), Words{});
}

TEST(FindHearers, AnswersNameNobody) {
  EXPECT_EQ(hearers("“Eleven,” Aldous replied.", "Aldous", "replied", "“Eleven,”"), (Words{"?"}));
}

TEST(FindHearers, WithoutACueNobodyHears) {
  EXPECT_EQ(hearers("“It leaks.” Kell wept.", "", "", "“It leaks.”"), Words{});
}

TEST(FindHearers, WhoInterviewsHears) {
  EXPECT_EQ(hearers("In a Gazette interview, Aldous said that it leaked.", "Aldous", "said", "that it leaked"),
            (Words{"Gazette"}));
  EXPECT_EQ(hearers("In an interview with Gazette radio she said that it leaked.", "she", "said", "that it leaked"),
            (Words{"Gazette"}));
  EXPECT_EQ(hearers("She offered this to the Gazette: “It leaks.”", "She", "offered", "“It leaks.”"),
            (Words{"the Gazette"}));
}

}  // namespace
}  // namespace quoth
