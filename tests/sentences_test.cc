#include "quoth/text/sentences.h"

#include <gmock/gmock.h>

#include <fstream>
#include <string>
#include <vector>

#include "quoth/text/enclosures.h"
#include "quoth/text/icu_breaks_internal.h"
#include "quoth/text/segmenter.h"
#include "quoth/text/stops.h"

namespace quoth {
namespace {

using testing::ElementsAre;

constexpr std::string_view kSeparator = " | ";

struct Case {
  int line = 0;
  std::string text;  // with kSeparator between sentences
};

std::vector<Case> read_cases() {
  std::ifstream file(std::string(QUOTH_SOURCE_DIR) + "/tests/data/sentence_boundaries.txt");
  std::vector<Case> cases;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (!text.empty() && !text.starts_with("# ")) cases.push_back({line, text});
  }
  return cases;
}

std::string without_separators(std::string text) {
  for (std::size_t at = text.find(kSeparator); at != std::string::npos; at = text.find(kSeparator)) {
    text.erase(at, kSeparator.size() - 1);
  }
  return text;
}

// The sentences of a text, with kSeparator between them.
std::string cut(std::string_view text) {
  static Segmenter segmenter;
  const Document document = segmenter.segment(text);
  std::string result;
  for (const Sentence& sentence : document.sentences) {
    if (!result.empty()) result += kSeparator;
    result += document.view(sentence.span);
  }
  return result;
}

TEST(Sentences, EndWhereTheBoundarySetSays) {
  const std::vector<Case> cases = read_cases();
  EXPECT_GE(cases.size(), 300U);
  for (const Case& c : cases) EXPECT_EQ(cut(without_separators(c.text)), c.text) << "line " << c.line;
}

TEST(Sentences, OfAParagraphDoNotDependOnItsNeighbours) {
  std::string text;
  std::string expected;
  for (const Case& c : read_cases()) {
    text += without_separators(c.text) + "\n\n";
    if (!expected.empty()) expected += kSeparator;
    expected += c.text;
  }
  EXPECT_EQ(cut(text), expected);
}

TEST(Sentences, RunOverTheLineEndsOfWrappedText) {
  EXPECT_EQ(cut("The two ministers met for three hours on Tuesday, the first such\n"
                "talks since the spring, and agreed that their deputies, led by Mr.\n"
                "Osei, would meet again in the autumn. Nobody said when, or where it\n"
                "would be.\n"),
            "The two ministers met for three hours on Tuesday, the first such\n"
            "talks since the spring, and agreed that their deputies, led by Mr.\n"
            "Osei, would meet again in the autumn. | Nobody said when, or where it\n"
            "would be.");
}

TEST(Sentences, NeverCutAToken) {
  EXPECT_EQ(cut("talks.The end"), "talks.The end");
}

TEST(Sentences, AreNotSwallowedByAQuotationThatNeverCloses) {
  EXPECT_EQ(cut("“We tried. We failed.\n“They won. They left."), "“We tried. | We failed. | “They won. | They left.");
}

// ICU proposes boundaries only where a paragraph holds characters beyond WordClasses; elsewhere stops.h must know every
// place that ICU would have proposed.
TEST(Sentences, AreProposedWhereverIcuWould) {
  IcuBreaks icu(BreakKind::sentence);
  Segmenter segmenter;
  for (const Case& c : read_cases()) {
    const std::string text = without_separators(c.text);
    const Document document = segmenter.segment(text);
    const ParagraphTokens paragraph = {document.text, document.tokens.data(),
                                       static_cast<std::uint32_t>(document.tokens.size())};
    icu.for_each(text, [&](std::uint32_t offset) {
      std::uint32_t i = 0;
      while (i < paragraph.count && paragraph.tokens[i].span.end <= offset) ++i;
      if (i == 0 || i == paragraph.count || paragraph.tokens[i].span.begin < offset) return;
      while (i > 1 && (may_close(paragraph.first(i - 1)) || may_open(paragraph.first(i - 1)))) --i;
      EXPECT_TRUE(is_stop(paragraph, i - 1) || is_sentence_terminal(paragraph.first(i - 1)))
          << text << " at byte " << offset;
    });
  }
}

std::vector<std::string> enclosed(std::string_view text) {
  Segmenter segmenter;
  const Document document = segmenter.segment(text);
  const ParagraphTokens paragraph = {document.text, document.tokens.data(),
                                     static_cast<std::uint32_t>(document.tokens.size())};
  std::vector<Enclosure> enclosures;
  find_enclosures(paragraph, enclosures);
  std::vector<std::string> result;
  result.reserve(enclosures.size());
  for (const Enclosure& enclosure : enclosures) {
    result.emplace_back(
        document.view({paragraph.tokens[enclosure.open].span.begin, paragraph.tokens[enclosure.close].span.end}));
  }
  return result;
}

TEST(Enclosures, PairMarksOfAllStyles) {
  EXPECT_THAT(
      enclosed("“a” \"b\" ‘c’ 'd' «e» „f“ ``g'' ''h'' 「i」 (j) [k] ”l” »m«"),
      ElementsAre("“a”", "\"b\"", "‘c’", "'d'", "«e»", "„f“", "``g''", "''h''", "「i」", "(j)", "[k]", "”l”", "»m«"));
}

TEST(Enclosures, PairMixedMarksAndNestThem) {
  EXPECT_THAT(enclosed("“He said ‘no’ (twice).\" Then"), ElementsAre("“He said ‘no’ (twice).\"", "‘no’", "(twice)"));
}

TEST(Enclosures, PassOverApostrophesPossessivesInchesAndLoneMarks) {
  EXPECT_THAT(enclosed("'Tis the '90s, the workers' and Jones’s 5\" pipe) “so"), ElementsAre());
  EXPECT_THAT(enclosed("‘the workers’ rights’ went"), ElementsAre("‘the workers’ rights’"));
  EXPECT_THAT(enclosed("‘the workers’ went"), ElementsAre("‘the workers’"));
}

TEST(Enclosures, GoNoDeeperThanSixteen) {
  EXPECT_THAT(enclosed(std::string(100, '(') + "a" + std::string(100, ')')), testing::SizeIs(16));
}

}  // namespace
}  // namespace quoth
