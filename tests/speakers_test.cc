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

TEST(ResolveSpeakers, OneOfficeHasManyNames) {
  EXPECT_EQ(speakers_of("Norland's top diplomat said the talks went well.", "2023-05-01"), (Speakers{"Pavel Okun"}));
  EXPECT_EQ(speakers_of("The Norlandic foreign secretary said the talks went well.", "2023-05-01"),
            (Speakers{"Pavel Okun"}));
}

TEST(ResolveSpeakers, OwnersTellWhoseOfficeItIs) {
  EXPECT_EQ(speakers_of("Maren Aldous came home. Her foreign minister said the talks went well.", "2023-05-01"),
            (Speakers{"Pavel Okun"}));
  EXPECT_EQ(speakers_of("A woman came home. Her foreign minister said the talks went well.", "2023-05-01"),
            (Speakers{"-"}));
}

TEST(ResolveSpeakers, InAReadoutOfficesAreAtHomeFirst) {
  EXPECT_EQ(speakers_of("The Prime Minister met President Maren Aldous. Sorvian engineers were proud. The Prime "
                        "Minister said that the ferry was dry. The President said that it was leaking.",
                        "2025-05-01"),
            (Speakers{"Ilse Brandt", "Maren Aldous"}));
}

TEST(ResolveSpeakers, PartsOfALeadingPairAreNoCountry) {
  EXPECT_EQ(speakers_of("Leaders of Norland and Sorvia said the talks went well.", "2025-05-01"),
            (Speakers{"Maren Aldous & Ilse Brandt"}));
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

TEST(ResolveSpeakers, ReportedSpeechMayBeOfTheSpeaker) {
  EXPECT_EQ(speakers_of("Tomas Kell said that he wanted to wait.").back(), "Tomas Kell");
}

TEST(ResolveSpeakers, PronounWithoutAPersonIsNobody) {
  EXPECT_EQ(speakers_of("“It leaks,” he said."), (Speakers{"-"}));
  EXPECT_EQ(speakers_of("Maren Aldous left. “It leaks,” he said."), (Speakers{"-"}));
}

TEST(ResolveSpeakers, CapitalsAndCountriesSpeakForGovernments) {
  EXPECT_EQ(speakers_of("Veldhaven said the talks were over."), (Speakers{"Norlandic government*"}));
  EXPECT_EQ(speakers_of("Sorvia said the talks were over."), (Speakers{"Sorvian government*"}));
}

TEST(ResolveSpeakers, MinistriesAreBodies) {
  EXPECT_EQ(speakers_of("Norland's foreign ministry said the talks were over."),
            (Speakers{"Norlandic Ministry of Foreign Affairs"}));
  EXPECT_EQ(speakers_of("The WGF said prices would rise."), (Speakers{"World Grain Forum"}));
}

TEST(ResolveSpeakers, MinistriesOfOwnersAndOfUnknownNameAreBodies) {
  EXPECT_EQ(speakers_of("Norland sold the ferry. Its foreign ministry said the talks were over."),
            (Speakers{"Norlandic Ministry of Foreign Affairs"}));
  EXPECT_EQ(speakers_of("The Sorvian transport ministry said the talks were over."),
            (Speakers{"Sorvian Ministry of Transport"}));
}

TEST(ResolveSpeakers, NounsMeanTheBodyNamedLast) {
  EXPECT_EQ(speakers_of("They toured Halden Zoo. The zoo said the bear was well."), (Speakers{"Halden Zoo"}));
  EXPECT_EQ(speakers_of("Oxley & Daughters blamed the river. The firm said the pier had moved.").back(),
            "Oxley & Daughters");
}

TEST(ResolveSpeakers, ItIsTheBodyThatSpokeLast) {
  EXPECT_EQ(speakers_of("The World Grain Forum said prices would rise. It warned that ships were late."),
            (Speakers{"World Grain Forum", "World Grain Forum"}));
}

TEST(ResolveSpeakers, PapersSpeakForTheirAuthors) {
  EXPECT_EQ(speakers_of("A letter from Tomas Kell said the ferry was leaking."), (Speakers{"Tomas Kell"}));
  EXPECT_EQ(speakers_of("Maren Aldous stayed away. Her letter said the ferry was leaking."),
            (Speakers{"Maren Aldous"}));
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

TEST(ResolveSpeakers, AnswersInAnInterviewAreWhomTheIntroductionNames) {
  const Speakers speakers = speakers_of(
      "Karin Holm has built ferries. Holm met us in Brisk.\nQ: Do they leak?\nA: No.\nQ: Are they old?\nA: Yes.");
  EXPECT_EQ(speakers.at(1), "Karin Holm > Q");
}

TEST(ResolveSpeakers, InitialsAreTheOneWhoHasThem) {
  EXPECT_EQ(speakers_of(
                "Karin Holm builds ferries. Ed Pall met her.\nEP: Do they leak?\nKH: No.\nEP: Are they old?\nKH: Yes.")
                .at(1),
            "Karin Holm > Ed Pall");
}

TEST(ResolveSpeakers, UnnamedSourcesAreNobody) {
  for (const char* text :
       {"A source said the ferry was leaking.", "Officials said the ferry was leaking.",
        "Norlandic officials said the ferry was leaking.", "Aldous's adviser said the ferry was leaking.",
        "Critics of Aldous said the ferry was leaking.", "Sorvia analysts said the ferry was leaking.",
        "A spokesman for Aldous said the ferry was leaking.", "An Aldous backbencher said the ferry was leaking."}) {
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
  EXPECT_EQ(speakers_of("Aldous: He left. Kell told me that the ferry was leaking.\n\nOkun: It was.\n\n"
                        "Aldous: So be it."),
            (Speakers{"Maren Aldous", "Tomas Kell > Maren Aldous", "Pavel Okun", "Maren Aldous"}));
}

TEST(ResolveSpeakers, GroupsAreThoseNamedTogether) {
  EXPECT_EQ(speakers_of("Mr Pavel Okun, Mr Tomas Kell and Ms Maren Aldous met in Brisk. The leaders agreed that the "
                        "ferry was leaking."),
            (Speakers{"Pavel Okun & Tomas Kell & Maren Aldous"}));
  EXPECT_EQ(speakers_of("Norland and Sorvia signed. Both governments said that the ferry was leaking."),
            (Speakers{"Norlandic government & Sorvian government"}));
}

TEST(ResolveSpeakers, TheyAreThoseNamedTogetherOrTheBodyThatSpoke) {
  EXPECT_EQ(speakers_of("Pavel Okun and Tomas Kell met in Brisk. They said that the ferry was leaking."),
            (Speakers{"Pavel Okun & Tomas Kell"}));
  EXPECT_EQ(speakers_of("Some engineers came. They said that the ferry was leaking."), (Speakers{"-"}));
}

TEST(ResolveSpeakers, APronounAndANameAreTwo) {
  EXPECT_EQ(speakers_of("Maren Aldous flew to Brisk. She and Tomas Kell said that the ferry was leaking."),
            (Speakers{"Maren Aldous & Tomas Kell"}));
}

TEST(ResolveSpeakers, OfficesSpeakForWhoseTheyAre) {
  EXPECT_EQ(speakers_of("Maren Aldous flew home. Her office said that the ferry was leaking."),
            (Speakers{"Maren Aldous's office"}));
}

TEST(ResolveSpeakers, APeopleIsItsGovernment) {
  EXPECT_EQ(speakers_of("The Norlandic said that the ferry was leaking."), (Speakers{"Norlandic government*"}));
}

TEST(ResolveSpeakers, TheCompanyIsWhoSpokeBefore) {
  EXPECT_EQ(speakers_of("Bluefields Fruit said that the ferry was leaking. The company said that it was late."),
            (Speakers{"Bluefields Fruit", "Bluefields Fruit"}));
}

TEST(ResolveSpeakers, DescriptionIsTheOnlyPersonOfTheSentenceBefore) {
  EXPECT_EQ(speakers_of("Karin Holm came in. The glaciologist said that the ice was melting."),
            (Speakers{"Karin Holm"}));
  EXPECT_EQ(speakers_of("Karin Holm met Tomas Kell. The glaciologist said that the ice was melting."), (Speakers{"-"}));
  EXPECT_EQ(
      speakers_of("A glaciologist spoke first. Karin Holm came in. The glaciologist said that the ice was melting."),
      (Speakers{"-"}));
}

TEST(ResolveSpeakers, BareAppositionsTieOffices) {
  EXPECT_EQ(
      speakers_of("Karin Holm, chief executive of Nordkai, flew home. Pavel Okun stayed. The chief executive said "
                  "that the quay was dry."),
      (Speakers{"Karin Holm"}));
}

TEST(ResolveSpeakers, StatementsOfSeveralSpeakForThem) {
  EXPECT_EQ(
      speakers_of("Pavel Okun and Tomas Kell said that the ferry was leaking. The statement says that it is old."),
      (Speakers{"Pavel Okun & Tomas Kell", "Pavel Okun & Tomas Kell"}));
}

TEST(ResolveSpeakers, NamesGoOnBehindTheirOf) {
  EXPECT_EQ(speakers_of("The Alliance of Tidal Towns said that the sea was rising. It said that the ice was melting."),
            (Speakers{"Alliance of Tidal Towns", "Alliance of Tidal Towns"}));
}

TEST(ResolveSpeakers, YouIsWhomTheStatementIsSaidTo) {
  const Speakers speakers = speakers_of(
      "Maren Aldous told Tomas Kell that she was angry. “You promised that the ferry would sail,” she told Kell.");
  ASSERT_GE(speakers.size(), 2U);
  EXPECT_EQ(speakers.front(), "Maren Aldous > Tomas Kell");
  EXPECT_EQ(speakers.back(), "Tomas Kell");
}

TEST(ResolveSpeakers, AmbassadorsAreToldApartByWhereTheyAre) {
  EXPECT_EQ(speakers_of("Norland's ambassador in Brisk said that the ferry was leaking.", "2025-05-01"),
            (Speakers{"Runa Vesk"}));
  EXPECT_EQ(speakers_of("Sorvia was calm. The Norlandic ambassador said that the ferry was leaking.", "2025-05-01"),
            (Speakers{"Runa Vesk"}));
  EXPECT_EQ(speakers_of("Sorvia and Kaoling were calm. The Norlandic ambassador said that the ferry was leaking.",
                        "2025-05-01"),
            (Speakers{"-"}));
}

TEST(ResolveSpeakers, FormerHoldersAreNotThoseOfToday) {
  EXPECT_EQ(
      speakers_of("Tomas Kell and Ilse Brandt came in. The former Sorvian prime minister said that it was leaking.",
                  "2025-05-01"),
      (Speakers{"Tomas Kell"}));
  EXPECT_EQ(speakers_of("The former Sorvian prime minister said that it was leaking.", "2025-05-01"), (Speakers{"-"}));
}

TEST(ResolveSpeakers, DatelinesAreNoPartOfWhoSpeaks) {
  EXPECT_EQ(speakers_of("BRISK, Oct. 2 - Norland's foreign minister, Pavel Okun, called the drills reckless."),
            (Speakers{"Pavel Okun"}));
}

TEST(ResolveSpeakers, OneOfThemMayBeNamed) {
  EXPECT_EQ(speakers_of("Three engineers came. One of them, the Norlandic engineer Karin Holm, said that the ferry was "
                        "leaking."),
            (Speakers{"Karin Holm"}));
}

TEST(ResolveSpeakers, MinistryWithoutACountryIsOfTheOneThatTheTextHasInView) {
  EXPECT_EQ(
      speakers_of("Veldhaven dismissed the pact. In a written reply, the foreign ministry said that it was late."),
      (Speakers{"Norlandic government*", "Norlandic Ministry of Foreign Affairs"}));
}

TEST(ResolveSpeakers, AtAPressConferenceOfTwoWeAgreedIsBoth) {
  const Speakers speakers = speakers_of(
      "PRESIDENT ALDOUS: Welcome. We agreed this morning that our companies will build one ferry.\n\n"
      "PRIME MINISTER KELL: I am glad.\n\nQ: Is it dry?\n\nPRESIDENT ALDOUS: It is dry.\n\nQ: Is it?\n\n"
      "PRIME MINISTER KELL: It is.");
  ASSERT_GE(speakers.size(), 2U);
  EXPECT_EQ(speakers[1], "Maren Aldous & Tomas Kell");
}

TEST(ResolveSpeakers, LeadersOfABodySpeakForIt) {
  EXPECT_EQ(speakers_of("Straits League leaders said that the ferry was leaking. The leaders said that it was old."),
            (Speakers{"Straits League", "Straits League"}));
}

TEST(ResolveSpeakers, AdministrationsAndPresidenciesAreOfTheirCountry) {
  EXPECT_EQ(speakers_of("The Aldous administration said that the ferry was leaking."),
            (Speakers{"Norlandic government"}));
  EXPECT_EQ(speakers_of("The Norlandic presidency said that the ferry was leaking."),
            (Speakers{"Norlandic Presidency"}));
}

TEST(ResolveSpeakers, LabelOfAnOfficeIsItsHolderAtTheBodyInTheHeading) {
  EXPECT_EQ(speakers_of("Noon briefing of the Straits League\n\nTHE SPOKESPERSON: It leaks.\n\nQ: Does it?\n\n"
                        "THE SPOKESPERSON: It does.\n\nQ: Since when?\n\nTHE SPOKESPERSON: Since Monday.",
                        "2025-05-01"),
            (Speakers{"Sunniva Brekke", "- > Sunniva Brekke", "Sunniva Brekke > Q", "- > Sunniva Brekke",
                      "Sunniva Brekke > Q"}));
}

}  // namespace
}  // namespace quoth
