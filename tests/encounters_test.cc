#include <gtest/gtest.h>

#include <string>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/quotes.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/encounters_internal.h"
#include "statements_of.h"

namespace quoth {
namespace {

// "host / guest @ home", empty where none is found.
std::string encounter(std::string_view text, std::string_view date = "2025-05-01") {
  const Document document = document_of(text);
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> classes = classify_words(document);
  const Reading reading(document, quotes, classes);
  const Mentions mentions = find_mentions(document, classes, invented_registry());
  const Encounter found = find_encounter(reading, mentions, invented_registry(), date);
  if (!found.found()) return {};
  const auto name = [&](std::int32_t index) { return mentions.entities[static_cast<std::size_t>(index)].name; };
  return (found.host < 0 ? found.host_office : name(found.host)) + " / " + name(found.guest) + " @ " + found.home;
}

TEST(FindEncounter, TwoWhoTalkAreHostAndGuest) {
  EXPECT_EQ(encounter("President Maren Aldous had a phone call with Prime Minister Ilse Brandt."),
            "Maren Aldous / Ilse Brandt @ Norland");
}

TEST(FindEncounter, TheHostMayBeNamedByTheOfficeAlone) {
  EXPECT_EQ(encounter("The Prime Minister spoke with Maren Aldous. Sorvian engineers were proud."),
            "prime minister / Maren Aldous @ Sorvia");
}

TEST(FindEncounter, WithoutAHomeTheOfficeIsNobodys) {
  EXPECT_EQ(encounter("The Prime Minister spoke with Maren Aldous."), "");
}

TEST(FindEncounter, OtherOpeningsTellOfNone) {
  EXPECT_EQ(encounter("Maren Aldous and Ilse Brandt were born in May."), "");
  EXPECT_EQ(encounter("Maren Aldous met nobody."), "");
  EXPECT_EQ(encounter(""), "");
}

}  // namespace
}  // namespace quoth
