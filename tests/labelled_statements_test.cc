#include "quoth/classify/labelled_statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "quoth/base/error.h"
#include "statement_corpora.h"

namespace quoth {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

LabelledCorpus read(const std::string& lines) {
  const TemporaryFile file("corpus.jsonl", lines);
  return read_labelled_statements({file.path()});
}

// The error that `lines` give, from the name of the file on.
std::string error_of(const std::string& lines) {
  try {
    read(lines);
  } catch (const Error& error) {
    const std::string message = error.what();
    return message.substr(message.find("corpus.jsonl"));
  }
  return "no error";
}

TEST(ReadLabelledStatements, FindsHeadsAndLabelsInTheCorpus) {
  const LabelledCorpus corpus =
      read(R"({"id": "a", "text": "One", "labels": {"topic": ["wine", "fish"], "tone": "warm"}})"
           "\n\n"
           R"({"id": "b", "text": "Two", "speaker": null, "labels": {"topic": [], "tone": null}})"
           "\n"
           R"({"id": "c", "text": "Three", "more": 1, "labels": {"tone": "cold"}})");
  ASSERT_EQ(corpus.heads.size(), 2);
  EXPECT_EQ(corpus.heads[0].name, "tone");
  EXPECT_FALSE(corpus.heads[0].multi_label);
  EXPECT_THAT(corpus.heads[0].labels, ElementsAre("cold", "warm"));
  EXPECT_EQ(corpus.heads[1].name, "topic");
  EXPECT_TRUE(corpus.heads[1].multi_label);
  EXPECT_THAT(corpus.heads[1].labels, ElementsAre("fish", "wine"));
  ASSERT_EQ(corpus.statements.size(), 3);
  EXPECT_THAT(*corpus.statements[0].labels[1], ElementsAre(0, 1));
  EXPECT_THAT(*corpus.statements[0].labels[0], ElementsAre(1));
  EXPECT_TRUE(corpus.statements[1].labels[1]->empty());
  EXPECT_FALSE(corpus.statements[1].labels[0].has_value());
  EXPECT_FALSE(corpus.statements[2].labels[1].has_value());
  EXPECT_EQ(corpus.statements[1].line, 3);
  EXPECT_EQ(corpus.files[0].statements, 3);
}

TEST(ReadLabelledStatements, SaysWhereAHeadChangesItsForm) {
  const std::string first = R"({"id": "a", "text": "x", "labels": {"tone": "warm"}})"
                            "\n";
  EXPECT_EQ(error_of(first + R"({"id": "b", "text": "x", "labels": {"tone": ["warm"]}})"),
            "corpus.jsonl:2: \"labels.tone\" is a list, but line 1 gave a single label; a head is one or the other "
            "throughout");
}

TEST(ReadLabelledStatements, NamesBothLinesOfADoubledId) {
  const std::string line = R"({"id": "a", "text": "x", "labels": {"tone": "warm"}})"
                           "\n";
  const std::string message = error_of(line + "\n" + line);
  EXPECT_THAT(message, HasSubstr("corpus.jsonl:3: has the id \"a\" that "));
  EXPECT_THAT(message, HasSubstr("corpus.jsonl:1 has, expected an id of its own"));
}

TEST(ReadLabelledStatements, NamesTheLineAndTheFault) {
  EXPECT_EQ(error_of("{\"id\": \"a\""), "corpus.jsonl:1: is no JSON from byte 11 on, expected one JSON object a line");
  EXPECT_THAT(error_of("[1]"), HasSubstr("corpus.jsonl:1: is an array"));
  EXPECT_THAT(error_of(R"({"text": "x", "labels": {}})"),
              HasSubstr("corpus.jsonl:1: has no \"id\", expected a string"));
  EXPECT_THAT(error_of(R"({"id": 3, "text": "x", "labels": {}})"), HasSubstr("\"id\" is a number, expected a string"));
  EXPECT_THAT(error_of(R"({"id": "a", "labels": {}})"), HasSubstr("has no \"text\""));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x"})"), HasSubstr("has no \"labels\", expected an object"));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x", "labels": []})"), HasSubstr("\"labels\" is an array"));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x", "labels": {"tone": 1}})"),
              HasSubstr("\"labels.tone\" holds a number"));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x", "labels": {"t": ["b", 1]}})"),
              HasSubstr("\"labels.t\" holds a number"));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x", "labels": {"t": ["b", "b"]}})"), HasSubstr("names \"b\" twice"));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x", "labels": {"t": ""}})"), HasSubstr("an empty label"));
  EXPECT_THAT(error_of(R"({"id": "a", "text": "x", "date": 2024, "labels": {}})"), HasSubstr("\"date\" is a number"));
  EXPECT_THAT(error_of("{\"id\": \"a\", \"text\": \"\xFF\", \"labels\": {}}"), HasSubstr("is no JSON from byte"));
}

TEST(ReadLabelledStatements, RefusesWhatHoldsNone) {
  EXPECT_THAT(error_of("\n  \n"), HasSubstr("has no statements"));
  EXPECT_THROW(read_labelled_statements({"nowhere/a.jsonl"}), Error);
  EXPECT_THROW(read_labelled_statements({testing::TempDir()}), Error);
}

TEST(ReadLabelledStatements, KnowsAFileByItsContent) {
  const std::string line = R"({"id": "a", "text": "x", "labels": {"tone": "warm"}})";
  EXPECT_EQ(read(line).files[0].xxh128.size(), 32);
  EXPECT_EQ(read(line).files[0].xxh128, read(line).files[0].xxh128);
  EXPECT_NE(read(line).files[0].xxh128, read(line + "\n").files[0].xxh128);
}

}  // namespace
}  // namespace quoth
