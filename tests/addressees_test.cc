// To whom something is said: by name, by office, in readouts and transcripts.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "statements_of.h"

namespace quoth {
namespace {

using Speakers = std::vector<std::string>;

TEST(ResolveAddressees, OfficesAndCapitalsAreNamed) {
  EXPECT_EQ(speakers_of("Maren Aldous told the Sorvian prime minister that the ferry was leaking.", "2025-05-01"),
            (Speakers{"Maren Aldous > Ilse Brandt"}));
  EXPECT_EQ(speakers_of("Maren Aldous urged Brisk to wait."), (Speakers{"Maren Aldous > Sorvian government"}));
}

TEST(ResolveAddressees, GroupsWithoutANameAreNobody) {
  for (const char* text :
       {"Maren Aldous told reporters that the ferry was leaking.", "Maren Aldous told MPs that the ferry was leaking.",
        "Maren Aldous told the cadets that the ferry was leaking.",
        "Maren Aldous told a friend that the ferry was leaking."}) {
    EXPECT_EQ(speakers_of(text), (Speakers{"Maren Aldous"})) << text;
  }
}

TEST(ResolveAddressees, ThePronounIsNeverTheSpeaker) {
  EXPECT_EQ(speakers_of("Pavel Okun met Tomas Kell. Okun told him that the ferry was leaking."),
            (Speakers{"Pavel Okun > Tomas Kell"}));
}

TEST(ResolveAddressees, CallsHaveTwoSides) {
  EXPECT_EQ(speakers_of("In a phone call with Tomas Kell, Maren Aldous said that the ferry was leaking."),
            (Speakers{"Maren Aldous > Tomas Kell"}));
}

TEST(ResolveAddressees, InAReadoutEachSideSpeaksToTheOther) {
  EXPECT_EQ(
      speakers_of("President Maren Aldous had a phone call with Prime Minister Tomas Kell.\n\n"
                  "Maren Aldous said that the ferry was leaking. She noted that it was old.\n\n"
                  "Tomas Kell stressed that it was dry. In a post on Plaza, Kell wrote that it was new.",
                  "2023-05-01"),
      (Speakers{"Maren Aldous > Tomas Kell", "Maren Aldous > Tomas Kell", "Tomas Kell > Maren Aldous", "Tomas Kell"}));
}

TEST(ResolveAddressees, WhereOthersSpeakTooAMeetingIsNoReadout) {
  EXPECT_EQ(speakers_of("President Maren Aldous met Prime Minister Tomas Kell.\n\n"
                        "Maren Aldous said that the ferry was leaking.\n\nPavel Okun said that it was dry.\n\n"
                        "Karin Holm said that it was old."),
            (Speakers{"Maren Aldous", "Pavel Okun", "Karin Holm"}));
}

TEST(ResolveAddressees, AnswersToNoQuestionAreToNobody) {
  EXPECT_EQ(speakers_of("Tomas Kell said that the ferry was leaking. Aldous replied that it was dry."),
            (Speakers{"Tomas Kell", "Maren Aldous"}));
}

TEST(ResolveAddressees, TwoCuesOfOneSentenceShareTheHearer) {
  EXPECT_EQ(speakers_of("Maren Aldous told Tomas Kell that the ferry was leaking and said that it was old."),
            (Speakers{"Maren Aldous > Tomas Kell", "Maren Aldous > Tomas Kell"}));
}

TEST(ResolveAddressees, QuestionersWithoutANameAreTheirLabel) {
  EXPECT_EQ(speakers_of("Q: Does it leak?\nMaren Aldous: No.\nQ: Is it old?\nMaren Aldous: Yes."),
            (Speakers{"- > Maren Aldous", "Maren Aldous > Q", "- > Maren Aldous", "Maren Aldous > Q"}));
}

TEST(ResolveAddressees, WhoIsAskedSpeaksNext) {
  EXPECT_EQ(speakers_of("Asked whether the ferry was leaking, Maren Aldous said that it was dry."),
            (Speakers{"- > Maren Aldous", "Maren Aldous"}));
}

TEST(ResolveAddressees, WhatIsAddedGoesOnToTheSame) {
  EXPECT_EQ(speakers_of("Maren Aldous told Tomas Kell that the ferry was leaking. “It is old,” she added."),
            (Speakers{"Maren Aldous > Tomas Kell", "Maren Aldous > Tomas Kell"}));
  EXPECT_EQ(speakers_of("Maren Aldous told Tomas Kell that the ferry was leaking. “It is old,” she said."),
            (Speakers{"Maren Aldous > Tomas Kell", "Maren Aldous"}));
}

TEST(ResolveAddressees, TheParliamentIsOfTheSpeakersCountry) {
  EXPECT_EQ(speakers_of("Maren Aldous told the parliament that the ferry was leaking."),
            (Speakers{"Maren Aldous > Norlandic parliament"}));
}

TEST(ResolveAddressees, AQuestionIsPutToWhomItIsAbout) {
  EXPECT_EQ(speakers_of("Tomas Kell came in. A cadet wanted to know whether he missed the ferry."),
            (Speakers{"- > Tomas Kell"}));
}

}  // namespace
}  // namespace quoth
