#include "quoth/annotate/mentions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "quoth/annotate/words.h"
#include "statements_of.h"

namespace quoth {
namespace {

Mentions mentions_of(const Document& document) {
  return find_mentions(document, classify_words(document), invented_registry());
}

// "words=Name" a mention, with "'s" behind possessives, "^" behind capitals and "~" behind adjectives.
std::vector<std::string> found(std::string_view text) {
  const Document document = document_of(text);
  const Mentions mentions = mentions_of(document);
  std::vector<std::string> out;
  for (const Mention& mention : mentions.mentions) {
    out.push_back(std::string(document.view(mention.span)) + "=" +
                  mentions.entities[static_cast<std::size_t>(mention.entity)].name + (mention.possessive ? "'s" : "") +
                  (mention.capital ? "^" : "") + (mention.adjective ? "~" : ""));
  }
  return out;
}

// "matter role of country: Name" a tie.
std::vector<std::string> ties(std::string_view text) {
  const Mentions mentions = mentions_of(document_of(text));
  std::vector<std::string> out;
  for (const OfficeTie& tie : mentions.ties) {
    out.push_back((tie.office.matter.empty() ? "" : tie.office.matter + " ") + tie.office.role +
                  (tie.country.empty() ? "" : " of " + tie.country) + ": " +
                  mentions.entities[static_cast<std::size_t>(tie.entity)].name);
  }
  return out;
}

NamedEntity entity_named(std::string_view text, const std::string& name) {
  const Mentions mentions = mentions_of(document_of(text));
  const auto entity = std::find_if(mentions.entities.begin(), mentions.entities.end(),
                                   [&](const NamedEntity& known) { return known.name == name; });
  if (entity == mentions.entities.end()) {
    ADD_FAILURE() << "no entity " << name << " in: " << text;
    return {};
  }
  return *entity;
}

using Found = std::vector<std::string>;

TEST(FindMentions, FindsFullNamesTheRegistryDoesNotKnow) {
  EXPECT_EQ(found("The road was built by Karin Holm and Jorge de la Vega."),
            (Found{"Karin Holm=Karin Holm", "Jorge de la Vega=Jorge de la Vega"}));
}

TEST(FindMentions, FamilyNameAfterTheFullNameMeansTheSamePerson) {
  EXPECT_EQ(found("Karin Holm came early. Holm left late."), (Found{"Karin Holm=Karin Holm", "Holm=Karin Holm"}));
}

TEST(FindMentions, FamilyNameBeforeTheFullNameMeansTheSamePerson) {
  EXPECT_EQ(found("Holm wins the vote.\n\nThe engineer Karin Holm won by nine votes."),
            (Found{"Holm=Karin Holm", "Karin Holm=Karin Holm"}));
}

TEST(FindMentions, FamilyNameAloneMeansWhoTheRegistryKnows) {
  EXPECT_EQ(found("On Monday Aldous flew home."), (Found{"Aldous=Maren Aldous"}));
}

TEST(FindMentions, WordsAfterAnArticleAreNoSingleNames) {
  EXPECT_EQ(found("On Monday the Gazette wrote about nobody."), Found{});
}

TEST(FindMentions, LeavesTitlesOut) {
  EXPECT_EQ(found("They met Dr. Karin Holm and President Maren Aldous."),
            (Found{"Karin Holm=Karin Holm", "Maren Aldous=Maren Aldous"}));
}

TEST(FindMentions, LeavesPossessivesOut) {
  EXPECT_EQ(found("Karin Holm's bridge and Aldous’s road."),
            (Found{"Karin Holm=Karin Holm's", "Aldous=Maren Aldous's"}));
}

TEST(FindMentions, TellsCountriesCapitalsAndAdjectives) {
  EXPECT_EQ(found("Sorvia sent a Norlandic crew to Lanpei."),
            (Found{"Sorvia=Sorvia", "Norlandic=Norland~", "Lanpei=Kaoling^"}));
}

TEST(FindMentions, InitialsBelongToTheName) {
  EXPECT_EQ(found("The report names Karin T. Holm."), (Found{"Karin T. Holm=Karin T. Holm"}));
}

TEST(FindMentions, NamesAreFoundInsideQuotationMarks) {
  EXPECT_EQ(found("He said: “Karin Holm built it.”"), (Found{"Karin Holm=Karin Holm"}));
}

TEST(FindMentions, FamilyNameComesFirstBeforeAHyphenatedGivenName) {
  EXPECT_EQ(entity_named("The jury chose Lim Ha-neul.", "Lim Ha-neul").family_name, "lim");
  EXPECT_EQ(entity_named("The jury chose Anna Lim-Hale.", "Anna Lim-Hale").family_name, "lim-hale");
  EXPECT_EQ(found("Lim Ha-neul sang. Lim won."), (Found{"Lim Ha-neul=Lim Ha-neul", "Lim=Lim Ha-neul"}));
}

TEST(FindMentions, NamesThatEndLikeBodiesAreBodies) {
  EXPECT_EQ(entity_named("It ran in the Halden Times.", "Halden Times").kind, EntityKind::body);
  EXPECT_EQ(entity_named("He sued Farrow & Sons.", "Farrow & Sons").kind, EntityKind::body);
  EXPECT_EQ(entity_named("He sued Farrow Sands.", "Farrow Sands").kind, EntityKind::person);
}

TEST(FindMentions, GenderComesFromRegistryFirstNameOrTitle) {
  EXPECT_EQ(entity_named("Aldous spoke.", "Maren Aldous").gender, Gender::female);
  EXPECT_EQ(entity_named("They met Elizabeth Farrow.", "Elizabeth Farrow").gender, Gender::female);
  EXPECT_EQ(entity_named("They met Mr. Ashby Farrow.", "Ashby Farrow").gender, Gender::male);
  EXPECT_EQ(entity_named("They met Ashby Farrow.", "Ashby Farrow").gender, Gender::unknown);
}

TEST(FindMentions, TitlesBeforeANameTieTheOffice) {
  EXPECT_EQ(ties("They met Sorvian Prime Minister Ilse Brandt."), (Found{"prime minister of Sorvia: Ilse Brandt"}));
  EXPECT_EQ(ties("They met Sorvia's new transport minister Elizabeth Farrow."),
            (Found{"transport minister of Sorvia: Elizabeth Farrow"}));
  EXPECT_EQ(ties("They met Secretary of State Elizabeth Farrow."), (Found{"foreign minister: Elizabeth Farrow"}));
}

TEST(FindMentions, NounsForPeopleTieLikeOffices) {
  EXPECT_EQ(ties("They met surveyor Karin Holm."), (Found{"surveyor: Karin Holm"}));
  EXPECT_EQ(ties("They said Karin Holm was late."), Found{});
}

TEST(FindMentions, AppositionsBeforeANameTieTheOffice) {
  EXPECT_EQ(ties("The yard closed. Its director, Karin Holm, wept."), (Found{"director: Karin Holm"}));
}

TEST(FindMentions, OfficesInBracketsTie) {
  EXPECT_EQ(ties("The Minister for Ports (Mrs Leilani Orre) rose."),
            (Found{"mrs: Leilani Orre", "minister: Leilani Orre"}));
}

TEST(FindMentions, AppositionsAfterANameTieTheOffice) {
  EXPECT_EQ(ties("They met Elizabeth Farrow, a Norlandic government spokeswoman, on Monday."),
            (Found{"spokesperson of Norland: Elizabeth Farrow"}));
}

TEST(FindMentions, TiesWithoutACountryTakeThePersons) {
  EXPECT_EQ(ties("They met President Aldous."), (Found{"president of Norland: Maren Aldous"}));
}

TEST(FindMentions, InitialsAndTitlesInCapitalsHideNoName) {
  EXPECT_EQ(found("They met Maren Q. Aldous."), (Found{"Maren Q. Aldous=Maren Aldous"}));
  EXPECT_EQ(found("They met Secretary of State Pavel Okun."), (Found{"Pavel Okun=Pavel Okun"}));
}

TEST(FindMentions, TitlesPartBodiesFromNames) {
  EXPECT_EQ(found("Halden Steel CEO Karin Holm wept."), (Found{"Halden Steel=Halden Steel", "Karin Holm=Karin Holm"}));
  EXPECT_EQ(entity_named("Halden Steel CEO Karin Holm wept.", "Halden Steel").kind, EntityKind::body);
  EXPECT_EQ(found("They read Martin Luther King Jr. aloud."), (Found{"Martin Luther King Jr=Martin Luther King Jr"}));
}

TEST(FindMentions, FirstNamesMeanTheOnlyOneWhoBearsThem) {
  EXPECT_EQ(found("They met Karin Holm. Karin wept."), (Found{"Karin Holm=Karin Holm", "Karin=Karin Holm"}));
}

TEST(FindMentions, TitlesMakePeopleOfSingleNames) {
  const NamedEntity doyle = entity_named("They met Mr. Doyle.", "Doyle");
  EXPECT_TRUE(doyle.sure_person);
  EXPECT_EQ(doyle.gender, Gender::male);
}

TEST(FindMentions, SingleNamesWithinSentencesMayBePeople) {
  EXPECT_EQ(found("Then Warrick came. Warrick wept."), (Found{"Warrick=Warrick", "Warrick=Warrick"}));
  EXPECT_EQ(found("Promises were made. Promises were kept."), Found{});
  EXPECT_EQ(found("They praised the Warrick and some MPs."), Found{});
}

TEST(FindMentions, AdjectivesBelongToNamesOfBodies) {
  EXPECT_EQ(entity_named("They sailed with Sorvian Ferries.", "Sorvian Ferries").kind, EntityKind::body);
}

TEST(FindMentions, WidthOfGapsAndTitlesEndNames) {
  EXPECT_EQ(found("Q    Karin Holm wept."), (Found{"Karin Holm=Karin Holm"}));
}

TEST(FindMentions, EmptyTextNamesNobody) {
  EXPECT_EQ(found(""), Found{});
  EXPECT_EQ(found("…"), Found{});
}

TEST(GenderOfFirstName, KnowsCommonNamesInAnyCase) {
  EXPECT_EQ(gender_of_first_name("Elizabeth"), Gender::female);
  EXPECT_EQ(gender_of_first_name("JOHN"), Gender::male);
  EXPECT_EQ(gender_of_first_name("Zzyzx"), Gender::unknown);
  EXPECT_EQ(gender_of_first_name(""), Gender::unknown);
}

}  // namespace
}  // namespace quoth
