#include <gtest/gtest.h>

#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/noun_phrases_internal.h"
#include "statements_of.h"

namespace quoth {
namespace {

// A sentence with "|" where the phrase is sought.
class Sought {
 public:
  explicit Sought(std::string text)
      : bar_(text.find('|')),
        document_(document_of(text.erase(bar_, 1))),
        quotes_(find_quotes(document_)),
        classes_(classify_words(document_)),
        reading_(document_, quotes_, classes_),
        zone_(narrative_zones(reading_, 0).front()) {}

  std::string before() const { return text(noun_phrase_before(reading_, zone_, at_bar())); }
  std::string before_aside() const { return text(noun_phrase_before_aside(reading_, zone_, at_bar())); }
  std::string after() const { return text(noun_phrase_after(reading_, zone_, at_bar())); }
  std::string clause() const {
    const MainClause found = main_clause(reading_, zone_);
    return text(found.subject) + "|" + text(found.verb);
  }

 private:
  std::size_t at_bar() const {
    std::size_t unit = 0;
    while (unit < zone_.size() && zone_[unit].span.begin < bar_) ++unit;
    return unit;
  }
  std::string text(UnitRange range) const {
    return range.empty() ? std::string() : std::string(document_.view(zone_.span(range.begin, range.end)));
  }

  std::size_t bar_;
  Document document_;
  std::vector<Quote> quotes_;
  std::vector<std::uint32_t> classes_;
  Reading reading_;
  Zone zone_;
};

std::string before(const std::string& text) {
  return Sought(text).before();
}
std::string before_aside(const std::string& text) {
  return Sought(text).before_aside();
}
std::string after(const std::string& text) {
  return Sought(text).after();
}
std::string clause(const std::string& text) {
  return Sought(text + "|").clause();
}

TEST(NounPhraseBefore, TakesTheWholePhrase) {
  EXPECT_EQ(before("Karin Holm| said no."), "Karin Holm");
  EXPECT_EQ(before("The senator from Ohio| said no."), "The senator from Ohio");
  EXPECT_EQ(before("A spokeswoman for the harbour board| said no."), "A spokeswoman for the harbour board");
}

TEST(NounPhraseBefore, StopsAtClauses) {
  EXPECT_EQ(before("When the ferry sank, Karin Holm| said no."), "Karin Holm");
  EXPECT_EQ(before("The ferry sank and Karin Holm| said no."), "Karin Holm");
  EXPECT_EQ(before("Because he| said no."), "he");
}

TEST(NounPhraseBefore, LeavesOutWhatCannotOpenIt) {
  EXPECT_EQ(before("But Karin Holm| said no."), "Karin Holm");
  EXPECT_EQ(before("On Monday Karin Holm| said no."), "Karin Holm");
}

TEST(NounPhraseBefore, KeepsAbbreviatedTitlesAndInitials) {
  EXPECT_EQ(before("Mr. Holm| said no."), "Mr. Holm");
  EXPECT_EQ(before("Karin T. Holm| said no."), "Karin T. Holm");
}

TEST(NounPhraseBefore, KeepsNicknames) {
  EXPECT_EQ(before("Karin “Captain” Holm| said no."), "Karin “Captain” Holm");
}

TEST(NounPhraseBefore, JoinsNamesWithAnd) {
  EXPECT_EQ(before("Karin Holm and Anna Reyes| said no."), "Karin Holm and Anna Reyes");
}

TEST(NounPhraseBefore, IsEmptyAfterAVerbOrPreposition) {
  EXPECT_EQ(before("They went to| say no."), "");
  EXPECT_EQ(before("They took| no."), "");
}

TEST(NounPhraseBeforeAside, KeepsAnAsideThatDescribes) {
  EXPECT_EQ(before_aside("Holm, who replaced Byrne,| said no."), "Holm, who replaced Byrne,");
  EXPECT_EQ(before_aside("Holm, a former mayor,| said no."), "Holm, a former mayor,");
}

TEST(NounPhraseBeforeAside, LeavesOutAnAsideThatTellsHow) {
  EXPECT_EQ(before_aside("Holm, speaking in Rome,| said no."), "Holm");
  EXPECT_EQ(before_aside("Holm, on the other hand,| said no."), "Holm");
}

TEST(NounPhraseAfter, TakesAppositionsAlong) {
  EXPECT_EQ(after("“No,” said |Ed Hale, a former mayor, on Friday."), "Ed Hale, a former mayor");
  EXPECT_EQ(after("“No,” said |Ed Hale."), "Ed Hale");
}

TEST(NounPhraseAfter, StopsAtTimeAndPlace) {
  EXPECT_EQ(after("“No,” said |Ed Hale on Friday."), "Ed Hale");
  EXPECT_EQ(after("“No,” said |she in Rome."), "she");
}

TEST(NounPhraseAfter, StopsBeforeThat) {
  EXPECT_EQ(after("Holm told |the board that it sank."), "the board");
}

TEST(MainClauseOf, PassesFrontedAdverbials) {
  EXPECT_EQ(clause("During the call, Holm cast the matter in legal terms:"), "Holm|cast");
  EXPECT_EQ(clause("In a post, Holm focused on fish:"), "Holm|focused");
}

TEST(MainClauseOf, PassesAsides) {
  EXPECT_EQ(clause("Holm, as ever, focused on fish:"), "Holm|focused");
}

TEST(MainClauseOf, LeavesAdverbsBeforeTheVerbOut) {
  EXPECT_EQ(clause("Holm also hailed the fishermen:"), "Holm|hailed");
}

}  // namespace
}  // namespace quoth
