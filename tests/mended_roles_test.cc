#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parsed_text.h"
#include "quoth/attribute/mended_roles_internal.h"

namespace quoth {
namespace {

using Parts = std::vector<std::string_view>;

// "source + source|content + content" after mending what was found of a text.
std::string mended(std::string_view text, const Parts& source, std::string_view cue, const Parts& content) {
  const ParsedText parsed(text);
  FoundStatement found;
  found.cue.words = parsed.words(cue);
  found.cue.head = found.cue.words.end - 1;
  for (const std::string_view part : source) found.roles.source.push_back(parsed.words(part));
  for (const std::string_view part : content) found.roles.content.push_back(parsed.words(part));
  const MendedRoles roles = mend_roles(parsed.sheet, found);
  std::string out;
  for (const Range part : roles.source) out += (out.empty() ? "" : " + ") + parsed.text(part);
  out += "|";
  for (const Range part : roles.content) out += (out.back() == '|' ? "" : " + ") + parsed.text(part);
  return out;
}

TEST(MendRoles, WhatAVerbHasForAnObjectIsNoSpeech) {
  constexpr std::string_view kText = "“Clouds. Thanks, Askby,” Holm captioned a photograph.";
  EXPECT_EQ(mended(kText, {"Holm"}, "captioned", {"“Clouds. Thanks, Askby,”", "a photograph"}),
            "Holm|“Clouds. Thanks, Askby,”");
}

TEST(MendRoles, SecondQuotationStays) {
  constexpr std::string_view kText = "“The ferry leaks,” Holm said, “and it floats.”";
  EXPECT_EQ(mended(kText, {"Holm"}, "said", {"“The ferry leaks,”", "“and it floats.”"}),
            "Holm|“The ferry leaks,” + “and it floats.”");
}

TEST(MendRoles, HearerBeforeThatIsNoContent) {
  constexpr std::string_view kText = "Holm told the council that the ferry leaks.";
  EXPECT_EQ(mended(kText, {"Holm"}, "told", {"the council that the ferry leaks"}), "Holm|that the ferry leaks");
}

TEST(MendRoles, CommaInsideTheMarksGoesOn) {
  constexpr std::string_view kText =
      "According to Holm, the mayor “explained the state of the ferries,” including her own (Gazette).";
  EXPECT_EQ(mended(kText, {"Holm"}, "According to", {"the mayor “explained the state of the ferries,”"}),
            "Holm|the mayor “explained the state of the ferries,” including her own");
}

TEST(MendRoles, RemarkAfterADashIsTheWriters) {
  constexpr std::string_view kText = "Holm said that the ferry would stay – potentially ending a long dispute.";
  EXPECT_EQ(mended(kText, {"Holm"}, "said", {"that the ferry would stay – potentially ending a long dispute"}),
            "Holm|that the ferry would stay");
}

TEST(MendRoles, ThingIsNoSecondSource) {
  constexpr std::string_view kText = "Relations took a turn when the mayor said that the ferry leaks.";
  EXPECT_EQ(mended("The relations took a turn when the mayor said that the ferry leaks.",
                   {"The relations", "the mayor"}, "said", {"that the ferry leaks"}),
            "the mayor|that the ferry leaks");
  EXPECT_EQ(mended(kText, {"the mayor"}, "said", {"that the ferry leaks"}), "the mayor|that the ferry leaks");
}

}  // namespace
}  // namespace quoth
