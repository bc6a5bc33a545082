#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "parsed_text.h"
#include "quoth/attribute/clauses_internal.h"

namespace quoth {
namespace {

using Find = std::optional<Clause> (*)(const WordSheet&, const Level&);

// "subject|verb" of the clause that `find` sees in a sentence's words outside quotation marks.
std::string clause_of(Find find, std::string_view sentence) {
  const ParsedText parsed(sentence);
  const std::optional<Clause> clause =
      find(parsed.sheet, {.words = {0, static_cast<std::uint32_t>(parsed.sheet.words.size())}});
  return clause ? parsed.text(clause->subject) + "|" + parsed.text(clause->verb) : "none";
}

TEST(MainClause, GovernsTheOthers) {
  EXPECT_EQ(clause_of(main_clause, "Holm had chosen her words with care, in a speech that her own party disliked."),
            "Holm|had chosen");
}

TEST(MainClause, OpeningPhraseIsNoPartOfTheSubject) {
  EXPECT_EQ(clause_of(main_clause, "During the visit, the mayor of Askby praised the new ferry."),
            "the mayor of Askby|praised");
}

TEST(MainClause, PredicateWithoutFullVerbIsOne) {
  EXPECT_EQ(clause_of(main_clause, "Her colleague was blunter."), "Her colleague|was blunter");
}

TEST(MainClause, WordsInsideQuotationMarksAreOthers) {
  EXPECT_EQ(clause_of(main_clause, "“The ferry leaks, as everyone knows,” the captain said."), "the captain|said");
}

TEST(MainClause, NoneWithoutASubject) {
  EXPECT_EQ(clause_of(main_clause, "Two bridges and a ferry."), "none");
}

TEST(LastClause, VerbWithoutSubjectHasThatOfTheVerbBefore) {
  EXPECT_EQ(clause_of(last_clause, "The captain laughed and said."), "The captain|said");
}

TEST(LastClause, RelativePronounStandsForItsNoun) {
  EXPECT_EQ(clause_of(last_clause, "They quoted the captain, who said."), "the captain|said");
}

TEST(FirstClause, SubjectMayStandBehindTheVerb) {
  EXPECT_EQ(clause_of(first_clause, "“The ferry leaks,” joked Karin Holm."), "Karin Holm|joked");
}

TEST(OpeningClause, TakesWhatStandsBeforeTheFirstVerb) {
  EXPECT_EQ(clause_of(opening_clause, "In a post on X, Holm, as ever, dwelt on ferries."), "Holm|dwelt");
}

TEST(OpeningClause, NoneWithoutAVerb) {
  EXPECT_EQ(clause_of(opening_clause, "The doorsteps, in order."), "none");
}

}  // namespace
}  // namespace quoth
