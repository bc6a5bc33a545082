#include "quoth/annotate/office_names.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth {
namespace {

std::string read(std::string_view words) {
  const OfficeName office = read_office_name(words);
  return office.role + "/" + office.matter;
}

TEST(ReadOfficeName, OneOfficeHasManyNames) {
  for (const char* title :
       {"Foreign Minister", "Secretary of State", "Minister of Foreign Affairs", "foreign secretary",
        "Minister for External Affairs", "External Affairs Minister", "top diplomat"}) {
    EXPECT_EQ(read(title), "minister/foreign") << title;
  }
  for (const char* title : {"Defense Secretary", "Minister of Defence", "Secretary of War"})
    EXPECT_EQ(read(title), "minister/defence") << title;
}

TEST(ReadOfficeName, PrimeMinistersAndRanksAreOfficesOfTheirOwn) {
  EXPECT_EQ(read("the prime minister"), "prime minister/");
  EXPECT_EQ(read("Premier"), "prime minister/");
  EXPECT_EQ(read("the deputy foreign minister"), "deputy minister/foreign");
  EXPECT_EQ(read("Vice President"), "vice president/");
  EXPECT_EQ(read("Secretary-General"), "secretary-general/");
  EXPECT_EQ(read("General Secretary"), "general secretary/");
}

TEST(ReadOfficeName, ArticlesOwnersAndCountriesAreNoPartOfIt) {
  EXPECT_EQ(read("her new finance minister"), "minister/finance");
  EXPECT_EQ(read("Norland's trade minister's"), "minister/trade");
  EXPECT_EQ(read("President of the Republic of Norland"), "president/");
}

TEST(ReadOfficeName, HeadsAreWhatTheyAreHeadsOf) {
  EXPECT_EQ(read("Head of State"), "head of state/");
  EXPECT_EQ(read("head of government"), "prime minister/");
}

TEST(ReadOfficeName, BodiesAreReadLikewise) {
  EXPECT_EQ(read("Ministry of Foreign Affairs"), "ministry/foreign");
  EXPECT_EQ(read("the commerce ministry"), "ministry/trade");
  EXPECT_EQ(read("Department of State"), "ministry/foreign");
}

TEST(ReadOfficeName, AnyWordsGiveSomething) {
  EXPECT_EQ(read("surveyor"), "surveyor/");
  EXPECT_EQ(read(""), "/");
  EXPECT_EQ(read(" , the "), "/");
  EXPECT_EQ(read("of"), "of/");
}

TEST(LeadsCountry, ChancellorsDoButNotOfTheExchequer) {
  EXPECT_TRUE(leads_country(read_office_name("Chancellor")));
  EXPECT_FALSE(leads_country(read_office_name("Chancellor of the Exchequer")));
  EXPECT_FALSE(leads_country(read_office_name("Foreign Minister")));
}

}  // namespace
}  // namespace quoth
