#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parsed_text.h"
#include "quoth/attribute/lone_quotations_internal.h"

namespace quoth {
namespace {

using Strings = std::vector<std::string>;

// "source|cue|content" of the quotations of a text's first paragraph, `known` being a content already.
Strings lone(std::string_view text, std::string_view known = {}) {
  const ParsedText parsed(text);
  const Reading reading(parsed.document, parsed.quotes, parsed.word_classes);
  std::vector<Draft> drafts;
  if (!known.empty()) {
    const auto begin = static_cast<std::uint32_t>(text.find(known));
    drafts.emplace_back().attribution.content = {{begin, begin + static_cast<std::uint32_t>(known.size())}};
  }
  const std::size_t before = drafts.size();
  draft_lone_quotations(reading, parsed.sheet, 0, 0, drafts);
  Strings found;
  for (std::size_t i = before; i < drafts.size(); ++i) {
    const Attribution& attribution = drafts[i].attribution;
    found.push_back(joined(parsed.document, attribution.source) + "|" + joined(parsed.document, attribution.cue) + "|" +
                    joined(parsed.document, attribution.content));
  }
  return found;
}

TEST(LoneQuotations, AnyVerbBesideACommaUtters) {
  EXPECT_EQ(lone("“The ferry has seen more summits than I have,” joked Karin Holm."),
            Strings{"Karin Holm|joked|“The ferry has seen more summits than I have,”"});
}

TEST(LoneQuotations, ColonBelongsToTheMainClause) {
  EXPECT_EQ(lone("Holm defined it only once, in an interview with a student paper: “It leaks and it floats.”"),
            Strings{"Holm|defined|“It leaks and it floats.”"});
  EXPECT_EQ(lone("Her colleague was blunter: “It simply leaks.”"),
            Strings{"Her colleague|was blunter|“It simply leaks.”"});
}

TEST(LoneQuotations, NameBeforeAColonIsTheSource) {
  EXPECT_EQ(lone("Harbour Lines, on its website: “All sailings are cancelled.”"),
            Strings{"Harbour Lines|:|“All sailings are cancelled.”"});
}

TEST(LoneQuotations, SpeechWithinSpeechIsFoundWhereItIsOver) {
  EXPECT_EQ(lone("“I said to Karin, ‘Look at a map,’” the mayor recalled.", "“I said to Karin, ‘Look at a map,’”"),
            Strings{"I|said|‘Look at a map,’"});
  EXPECT_EQ(lone("“People say, ‘Look at a map,’” the mayor recalled.", "“People say, ‘Look at a map,’”"), Strings{});
}

TEST(LoneQuotations, WholeSentencesNeedNoComma) {
  EXPECT_EQ(lone("Hers carried the caption “Good friends never run out of coffee.”"),
            Strings{"Hers|carried|“Good friends never run out of coffee.”"});
}

TEST(LoneQuotations, TermsAndTitlesAreNone) {
  EXPECT_EQ(lone("The mayor praised the “quiet reform” of the port."), Strings{});
  EXPECT_EQ(lone("Her book, “The Slow Wire,” comes out in May."), Strings{});
  EXPECT_EQ(lone("They call him, “Bob,” said nobody."), Strings{});
  EXPECT_EQ(lone("The paper ran a cartoon entitled “One Port, No Ferries.”"), Strings{});
}

TEST(LoneQuotations, KnownContentsAreLeftAlone) {
  EXPECT_EQ(lone("“The ferry leaks,” joked Karin Holm.", "“The ferry leaks,”"), Strings{});
  EXPECT_EQ(lone("Holm wrote: “The ferry leaks.”", "The ferry leaks."), Strings{});
}

TEST(LoneQuotations, ManyQuotationsTakeLinearTime) {
  std::string text = "Karin Holm said: “We ";
  for (int i = 0; i < 20'000; ++i) text += "‘never, ever’ and ";
  text += "that is all.”";
  for (int i = 0; i < 20'000; ++i) text += " “Not now,” and";
  EXPECT_LE(lone(text).size(), 40'002U);
}

}  // namespace
}  // namespace quoth
