// Who is named together, and what plural phrases ask for.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quoth/annotate/quotes.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/groups_internal.h"
#include "statements_of.h"

namespace quoth {
namespace {

using Names = std::vector<std::string>;

Names groups(std::string_view text) {
  const Document document = document_of(text);
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> classes = classify_words(document);
  const Reading reading(document, quotes, classes);
  const Mentions mentions = find_mentions(document, classes, invented_registry());
  Names out;
  for (const Group& group : find_groups(reading, mentions)) {
    std::string names;
    for (const std::int32_t entity : group.entities)
      names += (names.empty() ? "" : " & ") + mentions.entities[static_cast<std::size_t>(entity)].name;
    out.push_back(names);
  }
  return out;
}

TEST(FindGroups, PeopleSideBySideWithTheirTitles) {
  EXPECT_EQ(groups("Mr Pavel Okun, Mr Tomas Kell and Ms Maren Aldous met in Brisk."),
            (Names{"Pavel Okun & Tomas Kell & Maren Aldous"}));
}

TEST(FindGroups, PeopleWithTheirCountries) {
  EXPECT_EQ(groups("President Maren Aldous of Norland, Prime Minister Tomas Kell of Sorvia and President Tan Weimin of "
                   "Kaoling met."),
            (Names{"Maren Aldous & Tomas Kell & Tan Weimin", "Norland & Sorvia & Kaoling"}));
}

TEST(FindGroups, CountriesSideBySide) {
  EXPECT_EQ(groups("Norland and Sorvia signed."), (Names{"Norland & Sorvia"}));
  EXPECT_EQ(groups("Norlandic and Sorvian ministers signed."), (Names{"Norland & Sorvia"}));
}

TEST(FindGroups, OthersAreNone) {
  EXPECT_EQ(groups("Pavel Okun met Tomas Kell."), Names{});
  EXPECT_EQ(groups("Pavel Okun flew home and Tomas Kell stayed."), Names{});
  EXPECT_EQ(groups("Norland and Tomas Kell disagreed."), Names{});
}

TEST(GroupPhrase, LeadersAndSidesWithTheirNumber) {
  EXPECT_TRUE(read_group_phrase({"both", "leaders"}).found);
  EXPECT_EQ(read_group_phrase({"both", "leaders"}).size, 2U);
  EXPECT_EQ(read_group_phrase({"the", "three", "governments"}).size, 3U);
  EXPECT_TRUE(read_group_phrase({"the", "three", "governments"}).countries);
  EXPECT_EQ(read_group_phrase({"the", "prime", "ministers"}).size, 0U);
  EXPECT_TRUE(read_group_phrase({"the", "prime", "ministers"}).found);
  EXPECT_EQ(read_group_phrase({"the", "two"}).size, 2U);
}

TEST(GroupPhrase, OtherWordsAreNone) {
  EXPECT_FALSE(read_group_phrase({"leaders"}).found);
  EXPECT_FALSE(read_group_phrase({"some", "leaders"}).found);
  EXPECT_FALSE(read_group_phrase({"the", "angry", "leaders"}).found);
  EXPECT_FALSE(read_group_phrase({"the", "engineers"}).found);
  EXPECT_FALSE(read_group_phrase({}).found);
}

TEST(GroupBefore, IsTheLastOneThatFits) {
  const std::vector<Group> groups = {{4, true, {0, 1}}, {9, true, {2, 3, 4}}, {12, false, {5, 6}}};
  EXPECT_EQ(group_before(groups, 20, 0, true), &groups[1]);
  EXPECT_EQ(group_before(groups, 20, 2, true), &groups[0]);
  EXPECT_EQ(group_before(groups, 20, 2, false), &groups[2]);
  EXPECT_EQ(group_before(groups, 8, 3, true), nullptr);
}

}  // namespace
}  // namespace quoth
