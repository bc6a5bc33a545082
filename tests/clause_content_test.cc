#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clause_content_internal.h"
#include "statements_of.h"

namespace quoth {
namespace {

std::string text_of(const Document& document, const Zone& zone, UnitRange range) {
  return range.empty() ? std::string() : std::string(document.view(zone.span(range.begin, range.end)));
}

std::string name_of(ContentForm form) {
  switch (form) {
    case ContentForm::quotation:
      return "quotation";
    case ContentForm::that_clause:
      return "that-clause";
    case ContentForm::bare_clause:
      return "bare clause";
    case ContentForm::trailing:
      return "trailing";
    case ContentForm::according_to:
      return "according to";
    case ContentForm::question:
      return "question";
    case ContentForm::infinitive:
      return "infinitive";
    case ContentForm::object:
      return "object";
  }
  return {};
}

// "form [source|cue] content + content > addressee" for every clause of the first paragraph, outside quotation marks.
std::vector<std::string> clauses(std::string_view text) {
  const Document document = document_of(text);
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> classes = classify_words(document);
  const Reading reading(document, quotes, classes);
  std::vector<std::string> out;
  for (const Zone& zone : narrative_zones(reading, 0)) {
    for (const ClauseAttribution& clause : attribute_clauses(reading, zone)) {
      std::string line = name_of(clause.form) + " [" + text_of(document, zone, clause.match.source) + "|" +
                         text_of(document, zone, clause.match.cue) + "]";
      for (std::size_t i = 0; i < clause.content.size(); ++i)
        line += (i == 0 ? " " : " + ") + text_of(document, zone, clause.content[i]);
      if (!clause.addressee.empty()) line += " > " + text_of(document, zone, clause.addressee);
      out.push_back(line);
    }
  }
  return out;
}

using Clauses = std::vector<std::string>;

TEST(AttributeClauses, QuotationBeforeTheCue) {
  EXPECT_EQ(clauses("“The ferry is safe,” Karin Holm said on Friday."),
            (Clauses{"quotation [Karin Holm|said] “The ferry is safe,”"}));
}

TEST(AttributeClauses, QuotationAfterTheCue) {
  EXPECT_EQ(clauses("Karin Holm said, “The ferry is safe.”"),
            (Clauses{"quotation [Karin Holm|said] “The ferry is safe.”"}));
  EXPECT_EQ(clauses("Karin Holm replied: “The ferry is safe.”"),
            (Clauses{"quotation [Karin Holm|replied] “The ferry is safe.”"}));
}

TEST(AttributeClauses, CueInsideTheQuotation) {
  EXPECT_EQ(clauses("“The ferry,” Holm said, “is safe.”"),
            (Clauses{"quotation [Holm|said] “The ferry,” + “is safe.”"}));
}

TEST(AttributeClauses, InvertedCue) {
  EXPECT_EQ(clauses("“The ferry is safe,” said Karin Holm, the harbour master."),
            (Clauses{"quotation [Karin Holm, the harbour master|said] “The ferry is safe,”"}));
  EXPECT_EQ(clauses("The ferry is safe, said Holm."), (Clauses{"trailing [Holm|said] The ferry is safe"}));
}

TEST(AttributeClauses, QuestionMarkEndsAQuotationToo) {
  EXPECT_EQ(clauses("“Why now?” asked Holm."), (Clauses{"quotation [Holm|asked] “Why now?”"}));
}

TEST(AttributeClauses, ThatClauseKeepsItsThat) {
  EXPECT_EQ(clauses("Karin Holm said that the ferry would sail in May."),
            (Clauses{"that-clause [Karin Holm|said] that the ferry would sail in May"}));
}

TEST(AttributeClauses, BareClause) {
  EXPECT_EQ(clauses("Karin Holm said the ferry would sail in May."),
            (Clauses{"bare clause [Karin Holm|said] the ferry would sail in May"}));
}

TEST(AttributeClauses, TimeAndPlaceOfSpeakingAreNoContent) {
  EXPECT_EQ(clauses("Karin Holm said on Tuesday that the ferry would sail."),
            (Clauses{"that-clause [Karin Holm|said] that the ferry would sail"}));
  EXPECT_EQ(clauses("Karin Holm said in a letter to the board that the ferry would sail."),
            (Clauses{"that-clause [Karin Holm|said] that the ferry would sail"}));
}

TEST(AttributeClauses, TrailingCue) {
  EXPECT_EQ(clauses("The ferry will sail in May, Karin Holm said."),
            (Clauses{"trailing [Karin Holm|said] The ferry will sail in May"}));
}

TEST(AttributeClauses, ParentheticalCue) {
  EXPECT_EQ(clauses("The treaty, he said, is dead."), (Clauses{"trailing [he|said] The treaty + is dead"}));
}

TEST(AttributeClauses, AccordingToBeforeAndAfter) {
  EXPECT_EQ(clauses("According to Karin Holm, the ferry will sail in May."),
            (Clauses{"according to [Karin Holm|According to] the ferry will sail in May"}));
  EXPECT_EQ(clauses("The ferry will sail in May, according to the harbour board."),
            (Clauses{"according to [the harbour board|according to] The ferry will sail in May"}));
}

TEST(AttributeClauses, AccordingToInTheMiddle) {
  EXPECT_EQ(clauses("The ferry, according to Karin Holm, will sail in May."),
            (Clauses{"according to [Karin Holm|according to] The ferry + will sail in May"}));
}

TEST(AttributeClauses, AccordingToKeepsAnApposition) {
  EXPECT_EQ(clauses("According to Karin Holm, the town’s mayor, the ferry will sail in May."),
            (Clauses{"according to [Karin Holm, the town’s mayor|According to] the ferry will sail in May"}));
}

TEST(AttributeClauses, InTheWordsOf) {
  EXPECT_EQ(clauses("In the words of Karin Holm, the ferry is “a bathtub.”"),
            (Clauses{"according to [Karin Holm|In the words of] the ferry is “a bathtub.”"}));
}

TEST(AttributeClauses, WhoIsToldIsTheAddressee) {
  EXPECT_EQ(clauses("Karin Holm told the board that the ferry would sail."),
            (Clauses{"that-clause [Karin Holm|told] that the ferry would sail > the board"}));
  EXPECT_EQ(clauses("“It is safe,” Holm told reporters."),
            (Clauses{"quotation [Holm|told] “It is safe,” > reporters"}));
}

TEST(AttributeClauses, WhoIsUrgedOrAccusedIsContent) {
  EXPECT_EQ(clauses("Karin Holm urged the board to keep the ferry."),
            (Clauses{"infinitive [Karin Holm|urged] the board to keep the ferry"}));
  EXPECT_EQ(clauses("Karin Holm accused the board of hiding a report."),
            (Clauses{"object [Karin Holm|accused] the board of hiding a report"}));
}

TEST(AttributeClauses, Infinitive) {
  EXPECT_EQ(clauses("Karin Holm vowed to keep the ferry."),
            (Clauses{"infinitive [Karin Holm|vowed] to keep the ferry"}));
}

TEST(AttributeClauses, ObjectOfAStance) {
  EXPECT_EQ(clauses("Karin Holm rejected the new timetable."),
            (Clauses{"object [Karin Holm|rejected] the new timetable"}));
  EXPECT_EQ(clauses("Karin Holm called for a new survey."), (Clauses{"object [Karin Holm|called for] a new survey"}));
}

TEST(AttributeClauses, Question) {
  EXPECT_EQ(clauses("Karin Holm asked whether the ferry would sail."),
            (Clauses{"question [Karin Holm|asked] whether the ferry would sail"}));
}

TEST(AttributeClauses, AuxiliariesAndAdverbsBelongToTheCue) {
  EXPECT_EQ(clauses("Holm has repeatedly said that the ferry was leaking."),
            (Clauses{"that-clause [Holm|has repeatedly said] that the ferry was leaking"}));
}

TEST(AttributeClauses, AsideThatDescribesBelongsToTheSource) {
  EXPECT_EQ(clauses("Holm, who replaced Byrne in May, said the ferry was leaking."),
            (Clauses{"bare clause [Holm, who replaced Byrne in May,|said] the ferry was leaking"}));
}

TEST(AttributeClauses, AsideThatTellsHowDoesNot) {
  EXPECT_EQ(clauses("Holm, speaking in Bergen, said the ferry was leaking."),
            (Clauses{"bare clause [Holm|said] the ferry was leaking"}));
  EXPECT_EQ(clauses("Holm, as ever, said the ferry was leaking."),
            (Clauses{"bare clause [Holm|said] the ferry was leaking"}));
}

TEST(AttributeClauses, TwoSpeakersInASentenceKeepTheirOwn) {
  EXPECT_EQ(clauses("“It is safe,” said Holm, but Anna Reyes warned that “nobody should board it.”"),
            (Clauses{"quotation [Holm|said] “It is safe,”",
                     "that-clause [Anna Reyes|warned] that “nobody should board it.”"}));
}

TEST(AttributeClauses, SecondVerbSharesTheSubject) {
  EXPECT_EQ(
      clauses("Karin Holm called the plan “a disgrace” and said it would fail."),
      (Clauses{"object [Karin Holm|called] the plan “a disgrace”", "bare clause [Karin Holm|said] it would fail"}));
}

TEST(AttributeClauses, ReportInsideAReportGivesBoth) {
  EXPECT_EQ(clauses("Karin Holm said Anna Reyes told her that the ferry was leaking."),
            (Clauses{"bare clause [Karin Holm|said] Anna Reyes told her that the ferry was leaking",
                     "that-clause [Anna Reyes|told] that the ferry was leaking > her"}));
}

TEST(AttributeClauses, SourceTagIsNoContent) {
  EXPECT_EQ(clauses("Holm said the ferry would sail in May (Reuters)."),
            (Clauses{"bare clause [Holm|said] the ferry would sail in May"}));
}

TEST(AttributeClauses, NounsAndPassivesAreNoCues) {
  EXPECT_EQ(clauses("The claims of the board fill two folders."), Clauses{});
  EXPECT_EQ(clauses("The ferry was announced in May."), Clauses{});
  EXPECT_EQ(clauses("It was a life-threatening storm."), Clauses{});
}

TEST(AttributeClauses, DecliningToCommentIsNoStatement) {
  EXPECT_EQ(clauses("Karin Holm declined to comment."), Clauses{});
}

TEST(AttributeClauses, TopicsAreNoStatements) {
  EXPECT_EQ(clauses("Karin Holm briefed the board on the ferry."), Clauses{});
}

TEST(ConfidenceOf, QuotationsAreTrustedMost) {
  for (const ContentForm form :
       {ContentForm::that_clause, ContentForm::bare_clause, ContentForm::trailing, ContentForm::according_to,
        ContentForm::question, ContentForm::infinitive, ContentForm::object}) {
    EXPECT_LT(confidence_of(form), confidence_of(ContentForm::quotation)) << name_of(form);
    EXPECT_GT(confidence_of(form), 0) << name_of(form);
  }
}

}  // namespace
}  // namespace quoth
