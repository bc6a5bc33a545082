#include "quoth/annotate/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "quoth/base/error.h"
#include "statements_of.h"

namespace quoth {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string matched_name(std::string_view text, std::uint32_t offset = 0) {
  const Registry::Match match = invented_registry().match(text, offset);
  return match.entity < 0 ? std::string() : invented_registry().entities()[static_cast<std::size_t>(match.entity)].name;
}

std::string matched_text(std::string_view text) {
  return std::string(text.substr(0, invented_registry().match(text, 0).length));
}

// A registry file with this text, gone when the test ends.
class RegistryFile {
 public:
  explicit RegistryFile(const std::string& text) : path_(testing::TempDir() + "quoth_registry_test.json") {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~RegistryFile() { std::remove(path_.c_str()); }
  RegistryFile(const RegistryFile&) = delete;
  RegistryFile& operator=(const RegistryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string load_fault(const std::string& text) {
  const RegistryFile file(text);
  Registry registry;
  try {
    registry.load(file.path());
  } catch (const Error& error) {
    return error.what();
  }
  return "no fault";
}

std::vector<std::string> names(const std::vector<std::int32_t>& entities) {
  std::vector<std::string> out;
  for (const std::int32_t index : entities)
    out.push_back(invented_registry().entities()[static_cast<std::size_t>(index)].name);
  return out;
}

using Names = std::vector<std::string>;

TEST(Registry, KnowsNamesAndAliases) {
  EXPECT_EQ(matched_name("Maren Aldous"), "Maren Aldous");
  EXPECT_EQ(matched_name("Maren E. Aldous spoke"), "Maren Aldous");
  EXPECT_EQ(matched_name("the Grain Forum", 4), "World Grain Forum");
  EXPECT_EQ(matched_name("Marek Aldous"), "");
}

TEST(Registry, TakesTheLongestName) {
  EXPECT_EQ(matched_text("Norlandic Foreign Ministry officials"), "Norlandic Foreign Ministry");
  EXPECT_EQ(matched_text("Norlandic farmers"), "Norlandic");
  EXPECT_EQ(matched_text("Norland's farmers"), "Norland");
}

TEST(Registry, NamesEndWhereWordsEnd) {
  EXPECT_EQ(matched_name("Norlanders marched"), "");
  EXPECT_EQ(matched_name("Brisker trade"), "");
  EXPECT_EQ(matched_name("Brisk, cold"), "Sorvia");
  EXPECT_EQ(matched_name("Tan Weimin’s visit"), "Tan Weimin");
}

TEST(Registry, CaseIsFreeButForTheFirstLetter) {
  EXPECT_EQ(matched_name("MAREN ALDOUS"), "Maren Aldous");
  EXPECT_EQ(matched_name("maren aldous"), "");
  EXPECT_EQ(matched_name("World grain forum"), "World Grain Forum");
}

TEST(Registry, NamesInCapitalsMatchAsWrittenOnly) {
  EXPECT_EQ(matched_name("WGF members"), "World Grain Forum");
  EXPECT_EQ(matched_name("Wgf members"), "");
}

TEST(Registry, CurlyApostrophesAndHardSpacesCountAsPlainOnes) {
  EXPECT_EQ(matched_name("Jan O’Rell"), "Jan O'Rell");
  EXPECT_EQ(matched_name("Jan\u00a0O'Rell"), "Jan O'Rell");
}

TEST(Registry, TellsCapitalsAndAdjectivesFromCountries) {
  const Registry::Match capital = invented_registry().match("Veldhaven protested", 0);
  EXPECT_TRUE(capital.capital);
  EXPECT_FALSE(capital.adjective);
  const Registry::Match adjective = invented_registry().match("Sorvian troops", 0);
  EXPECT_TRUE(adjective.adjective);
  EXPECT_FALSE(adjective.capital);
  const Registry::Match country = invented_registry().match("Sorvia protested", 0);
  EXPECT_FALSE(country.adjective || country.capital);
  EXPECT_EQ(country.entity, adjective.entity);
}

TEST(Registry, FindsPeopleByFamilyName) {
  EXPECT_EQ(names(invented_registry().family("kell")), (Names{"Tomas Kell"}));
  EXPECT_EQ(names(invented_registry().family("KELL")), (Names{"Tomas Kell"}));
  EXPECT_EQ(names(invented_registry().family("Órell")), Names{});
  EXPECT_EQ(names(invented_registry().family("Weimin")), Names{});
}

TEST(Registry, HoldersOfAnOfficeDependOnTheDate) {
  const Registry& registry = invented_registry();
  EXPECT_EQ(names(registry.holders("prime minister", "Sorvia", "2023-11-30")), (Names{"Tomas Kell"}));
  EXPECT_EQ(names(registry.holders("prime minister", "Sorvia", "2024-05-02")), (Names{"Tomas Kell"}));
  EXPECT_EQ(names(registry.holders("prime minister", "Sorvia", "2024-05-03")), (Names{"Ilse Brandt"}));
  EXPECT_EQ(names(registry.holders("prime minister", "Sorvia", "2018-12-31")), Names{});
  EXPECT_EQ(names(registry.holders("prime minister", "Sorvia", "")), (Names{"Tomas Kell", "Ilse Brandt"}));
  EXPECT_EQ(names(registry.holders("prime minister", "Norland", "")), Names{});
}

TEST(Registry, YearsCountAsAWhole) {
  EXPECT_EQ(names(invented_registry().holders("president", "Kaoling", "2020-01-01")), (Names{"Tan Weimin"}));
  EXPECT_EQ(names(invented_registry().holders("president", "Kaoling", "2019-12-31")), Names{});
}

TEST(Registry, TheFileLoadedFirstDecidesWhatANameMeans) {
  const RegistryFile file(
      R"({"format": "quoth-registry-1", "bodies": [{"name": "Brisk Harbour Board", "aliases": {"en": ["Brisk"]}}]})");
  Registry registry;
  registry.load(file.path());
  registry.load(QUOTH_SOURCE_DIR "/tests/data/registry.json");
  const Registry::Match match = registry.match("Brisk protested", 0);
  ASSERT_GE(match.entity, 0);
  EXPECT_EQ(registry.entities()[static_cast<std::size_t>(match.entity)].name, "Brisk Harbour Board");
  EXPECT_GE(registry.match("Sorvia protested", 0).entity, 0);
}

TEST(Registry, MissingFileIsNamedInTheError) {
  Registry registry;
  try {
    registry.load("no/such/registry.json");
    FAIL() << "loaded a file that does not exist";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("no/such/registry.json"));
  }
}

TEST(Registry, WhatIsNoRegistryIsNamedInTheError) {
  for (const char* text :
       {"", "{", "[]", "42", R"({"people": []})", R"({"format": "quoth-registry-1", "people": {"name": "A"}})",
        R"({"format": "quoth-registry-1", "people": [{"family_name": "Kell"}]})",
        R"({"format": "quoth-registry-1", "people": [{"name": 7}]})",
        R"({"format": "quoth-registry-1", "people": ["Kell"]})",
        R"({"format": "quoth-registry-1", "people": [{"name": "A", "aliases": [[3]]}]})",
        R"({"format": "quoth-registry-1", "countries": [{"name": "A", "adjectives": [{}]}]})",
        R"({"format": "quoth-registry-9", "people": []})"}) {
    EXPECT_THAT(load_fault(text), AllOf(HasSubstr("quoth_registry_test.json"), HasSubstr("registry"))) << text;
  }
}

}  // namespace
}  // namespace quoth
