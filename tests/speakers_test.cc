// From sources to speakers: names, titles, offices, pronouns, capitals; never a wrong name.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "statements_of.h"

namespace quoth {
namespace {

using Speakers = std::vector<std::string>;

TEST(ResolveSpeakers, FamilyNamesAreWholeNames) {
  EXPECT_EQ(speakers_of("Karin Holm came in. “It leaks,” Holm said."), (Speakers{"Karin Holm"}));
  EXPECT_EQ(speakers_of("“It leaks,” Aldous said."), (Speakers{"Maren Aldous"}));
}

TEST(ResolveSpeakers, TitlesBeforeNamesAreNoPartOfThem) {
  EXPECT_EQ(speakers_of("Dr. Karin Holm said the ferry was leaking."), (Speakers{"Karin Holm"}));
  EXPECT_EQ(speakers_of("Sorvian Prime Minister Ilse Brandt said the ferry was leaking."), (Speakers{"Ilse Brandt"}));
}

TEST(ResolveSpeakers, NameThatNothingExplainsStandsAsItIs) {
  EXPECT_EQ(speakers_of("“It leaks,” Mr. Doyle said."), (Speakers{"Doyle"}));
  EXPECT_EQ(speakers_of("“It leaks,” Cargonaut said."), (Speakers{"Cargonaut"}));
}

TEST(ResolveSpeakers, OfficeOfACountryIsItsHolderInTheText) {
  EXPECT_EQ(speakers_of("Sorvian Prime Minister Ilse Brandt flew home. The Sorvian leader said the talks went well."),
            (Speakers{"Ilse Brandt"}));
  EXPECT_EQ(speakers_of(
                "Elizabeth Farrow, Norland’s transport minister, flew home. The minister said the ferry was leaking."),
            (Speakers{"Elizabeth Farrow"}));
}

TEST(ResolveSpeakers, OfficeTheTextDoesNotTieIsItsHolderOnTheDate) {
  EXPECT_EQ(speakers_of("The Sorvian prime minister said the talks went well.", "2023-05-01"),
            (Speakers{"Tomas Kell"}));
  EXPECT_EQ(speakers_of("The Sorvian prime minister said the talks went well.", "2025-05-01"),
            (Speakers{"Ilse Brandt"}));
}

TEST(ResolveSpeakers, OfficeWithoutADateOrTieIsNobody) {
  EXPECT_EQ(speakers_of("The Sorvian prime minister said the talks went well."), (Speakers{"-"}));
  EXPECT_EQ(speakers_of("The minister said the talks went well.", "2025-05-01"), (Speakers{"-"}));
}

TEST(ResolveSpeakers, PronounsFollowGender) {
  EXPECT_EQ(speakers_of("Maren Aldous met Tomas Kell on Monday. “We agree,” she said. “On little,” he said."),
            (Speakers{"Maren Aldous", "Tomas Kell"}));
}

TEST(ResolveSpeakers, PronounsFollowTheLatestSubject) {
  EXPECT_EQ(speakers_of("Pavel Okun spoke first. “It leaks,” he said.\n\nTomas Kell spoke next. “It is dry,” he said."),
            (Speakers{"Pavel Okun", "Tomas Kell"}));
}

TEST(ResolveSpeakers, PronounIsNobodyNamedInsideItsOwnContent) {
  EXPECT_EQ(speakers_of("Pavel Okun came in. “Tomas Kell is wrong,” he said."), (Speakers{"Pavel Okun"}));
}

TEST(ResolveSpeakers, PronounWithoutAPersonIsNobody) {
  EXPECT_EQ(speakers_of("“It leaks,” he said."), (Speakers{"-"}));
  EXPECT_EQ(speakers_of("Maren Aldous left. “It leaks,” he said."), (Speakers{"-"}));
}

TEST(ResolveSpeakers, CapitalsAndCountriesSpeakForGovernments) {
  EXPECT_EQ(speakers_of("Veldhaven said it opposed the sale."), (Speakers{"Norlandic government*"}));
  EXPECT_EQ(speakers_of("Sorvia said it opposed the sale."), (Speakers{"Sorvian government*"}));
}

TEST(ResolveSpeakers, MinistriesAreBodies) {
  EXPECT_EQ(speakers_of("Norland's foreign ministry said the talks were over."),
            (Speakers{"Norlandic Ministry of Foreign Affairs"}));
  EXPECT_EQ(speakers_of("The WGF said prices would rise."), (Speakers{"World Grain Forum"}));
}

TEST(ResolveSpeakers, JointStatementsNameAllSpeakers) {
  EXPECT_EQ(speakers_of("Maren Aldous and Tomas Kell said the talks had been frank."),
            (Speakers{"Maren Aldous & Tomas Kell"}));
  EXPECT_EQ(speakers_of("Veldhaven and Brisk said they backed it."),
            (Speakers{"Norlandic government & Sorvian government"}));
}

TEST(ResolveSpeakers, BothLeadersAreTheForemostPeople) {
  EXPECT_EQ(
      speakers_of("Maren Aldous met Tomas Kell. Aldous smiled at Kell. Both leaders said the talks had been frank."),
      (Speakers{"Maren Aldous & Tomas Kell"}));
}

TEST(ResolveSpeakers, TheyAfterAJointStatementAreItsSpeakers) {
  EXPECT_EQ(speakers_of("Maren Aldous and Tomas Kell said the talks had been frank. They said they would meet again."),
            (Speakers{"Maren Aldous & Tomas Kell", "Maren Aldous & Tomas Kell"}));
}

TEST(ResolveSpeakers, UnnamedSourcesAreNobody) {
  for (const char* text :
       {"A source said the ferry was leaking.", "Officials said the ferry was leaking.",
        "Norlandic officials said the ferry was leaking.", "Aldous's adviser said the ferry was leaking.",
        "Critics of Aldous said the ferry was leaking.", "Sorvia analysts said the ferry was leaking.",
        "A spokesman for Aldous said the ferry was leaking."}) {
    EXPECT_EQ(speakers_of(text), (Speakers{"-"})) << text;
  }
}

TEST(ResolveSpeakers, AddresseesAreNamed) {
  EXPECT_EQ(speakers_of("Maren Aldous told Tomas Kell that the ferry was leaking."),
            (Speakers{"Maren Aldous > Tomas Kell"}));
  EXPECT_EQ(speakers_of("Aldous told Kell that the ferry was leaking. Kell told her that it was dry."),
            (Speakers{"Maren Aldous > Tomas Kell", "Tomas Kell > Maren Aldous"}));
  EXPECT_EQ(speakers_of("Maren Aldous told the harbour board that the ferry was leaking."),
            (Speakers{"Maren Aldous > harbour board"}));
}

TEST(ResolveSpeakers, NobodySpeaksToThemselves) {
  EXPECT_EQ(speakers_of("Pavel Okun told the minister that the ferry was leaking."), (Speakers{"Pavel Okun"}));
  EXPECT_EQ(speakers_of("Tomas Kell wept. Pavel Okun told him that the ferry was leaking."),
            (Speakers{"Pavel Okun > Tomas Kell"}));
}

TEST(ResolveSpeakers, TitleThatDoesNotFitMeansSomebodyElse) {
  EXPECT_EQ(speakers_of("“It leaks,” Mayor Kell said."), (Speakers{"Kell"}));
  EXPECT_EQ(speakers_of("“It leaks,” Mrs. Okun said."), (Speakers{"Okun"}));
  EXPECT_EQ(speakers_of("“It leaks,” Mr. Okun said."), (Speakers{"Pavel Okun"}));
  EXPECT_EQ(speakers_of("“It leaks,” Prime Minister Kell said."), (Speakers{"Tomas Kell"}));
}

TEST(ResolveSpeakers, WhatOneReportsOfAnotherKeepsBothNames) {
  EXPECT_EQ(speakers_of("“Kell told me that the ferry was leaking,” Aldous said."),
            (Speakers{"Maren Aldous", "Tomas Kell > Maren Aldous"}));
}

}  // namespace
}  // namespace quoth
