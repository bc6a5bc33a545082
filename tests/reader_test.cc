#include "quoth/io/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "quoth/base/error.h"

namespace quoth {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Reading : public ::testing::Test {
 protected:
  Reading() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::path(::testing::TempDir()) / ("quoth_reader_" + std::string(test->name()) + "_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Reading() override { fs::remove_all(folder_); }

  std::string file(const std::string& name, std::string_view content) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  void read(const std::vector<std::string>& paths, InputFormat format = InputFormat::automatic) {
    ReaderOptions options;
    options.format = format;
    read(paths, options);
  }

  void read(const std::vector<std::string>& paths, const ReaderOptions& options) {
    DocumentReader reader(paths, options);
    while (auto record = reader.next()) {
      if (auto* document = std::get_if<InputDocument>(&*record)) {
        documents_.push_back(std::move(*document));
      } else {
        faults_.push_back(std::get<InputFault>(*record));
      }
    }
  }

  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const InputDocument& document : documents_) ids.push_back(document.id);
    return ids;
  }

  fs::path folder_;
  std::vector<InputDocument> documents_;
  std::vector<InputFault> faults_;
};

TEST_F(Reading, TakesATextFileAsOneDocumentNamedAfterIt) {
  read({file("xi-call.txt", "\xEF\xBB\xBFXi said: “Yes.”\nTrump agreed.\n")});
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].id, "xi-call");
  EXPECT_EQ(documents_[0].text, "Xi said: “Yes.”\nTrump agreed.\n");
  EXPECT_EQ(documents_[0].line, 0U);
  EXPECT_FALSE(documents_[0].transcript);
}

TEST_F(Reading, MarksTranscriptsAndStatements) {
  const std::string text = file("press.txt", "Mao Ning: Good afternoon.\n");
  const std::string lines = file("claims.jsonl", R"({"id":"s1","text":"We object.","speaker":"Mao Ning"})");
  read({text}, InputFormat::transcript);
  read({lines}, InputFormat::statements);
  ASSERT_EQ(documents_.size(), 2U);
  EXPECT_TRUE(documents_[0].transcript);
  EXPECT_FALSE(documents_[0].statement);
  EXPECT_TRUE(documents_[1].statement);
  EXPECT_EQ(documents_[1].speaker, "Mao Ning");
}

TEST_F(Reading, TakesJsonLinesFieldByField) {
  read({file(
      "news.jsonl",
      R"({"id":"a","text":"He said \"no\".","title":"No","date":"2025-11-24","outlet":"Post","other":[1,{"x":2}]})"
      "\r\n\n   \n"
      R"({"id":17,"text":"","title":null,"date":null})")});
  ASSERT_EQ(documents_.size(), 2U);
  EXPECT_EQ(documents_[0].text, "He said \"no\".");
  EXPECT_EQ(documents_[0].title, "No");
  EXPECT_EQ(documents_[0].date, "2025-11-24");
  EXPECT_EQ(documents_[0].outlet, "Post");
  EXPECT_EQ(documents_[1].id, "17");
  EXPECT_EQ(documents_[1].line, 4U);
  EXPECT_THAT(faults_, ::testing::IsEmpty());
}

TEST_F(Reading, NamesADocumentWithoutAnIdAfterFileAndLine) {
  read({file("news.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}")});
  EXPECT_THAT(ids(), ElementsAre("news.jsonl:1", "news.jsonl:2"));
}

TEST_F(Reading, TakesOtherFieldNames) {
  ReaderOptions options;
  options.text_field = "body";
  options.id_field = "url";
  read({file("news.jsonl", R"({"body":"He left.","url":"https://x","text":5,"id":[]})")}, options);
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].text, "He left.");
  EXPECT_EQ(documents_[0].id, "https://x");
}

TEST_F(Reading, ReportsEachBrokenLineAndReadsTheRest) {
  const std::string path = file("bad.jsonl",
                                "{\"id\":\"good\",\"text\":\"a\"}\n"
                                "{\"id\":\"cut\",\"te\n"
                                "{\"id\":\"number\",\"text\":5}\n"
                                "{\"id\":\"none\"}\n"
                                "[1,2]\n"
                                "{\"text\":null}\n"
                                "{\"text\":\"a\",\"id\":true}\n"
                                "{\"text\":\"\\ud800\"}\n"
                                "{\"id\":\"last\",\"text\":\"b\"}\n");
  read({path});
  EXPECT_THAT(ids(), ElementsAre("good", "last"));
  ASSERT_EQ(faults_.size(), 7U);
  for (std::size_t i = 0; i < faults_.size(); ++i) {
    EXPECT_EQ(faults_[i].line, i + 2);
    EXPECT_EQ(faults_[i].file, path);
    EXPECT_FALSE(faults_[i].repaired);
  }
  EXPECT_EQ(faults_[0].reason, "invalid JSON at byte 16, expected one JSON object a line");
  EXPECT_EQ(faults_[1].reason, "\"text\" is a number, expected a string");
  EXPECT_THAT(faults_[2].reason, HasSubstr("no \"text\""));
  EXPECT_EQ(faults_[3].reason, "the line is a list, expected one JSON object a line");
  EXPECT_EQ(faults_[4].reason, "\"text\" is null, expected a string");
  EXPECT_EQ(faults_[5].reason, "\"id\" is true or false, expected a string");
  EXPECT_THAT(faults_[6].reason, HasSubstr("invalid JSON"));
}

TEST_F(Reading, MendsInvalidUtf8InAJsonLineAndSaysSo) {
  read({file("bad.jsonl", "{\"id\":\"a\",\"text\":\"caf\xE9 said\"}\n")});
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].text, "caf\xEF\xBF\xBD said");
  ASSERT_EQ(faults_.size(), 1U);
  EXPECT_TRUE(faults_[0].repaired);
  EXPECT_EQ(faults_[0].reason, "invalid UTF-8 at byte 21, replaced by U+FFFD");
}

TEST_F(Reading, PassesOverALineOverTheLimit) {
  ReaderOptions options;
  options.longest_line = 300'000;
  const std::string longer = "{\"text\":\"" + std::string(400'000, 'a') + "\"}\n";
  read({file("long.jsonl", "{\"id\":\"a\",\"text\":\"\"}\n" + longer + "{\"id\":\"b\",\"text\":\"\"}\n")}, options);
  EXPECT_THAT(ids(), ElementsAre("a", "b"));
  ASSERT_EQ(faults_.size(), 1U);
  EXPECT_EQ(faults_[0].line, 2U);
}

TEST_F(Reading, KeepsLinesWholeAcrossBlocks) {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines +=
        "{\"id\":" + std::to_string(i) + ",\"text\":\"" + std::string(static_cast<std::size_t>(i % 700), 'x') + "\"}\n";
  }
  lines += "{\"id\":\"big\",\"text\":\"" + std::string(3'000'000, 'y') + "\"}\n{\"id\":\"last\",\"text\":\"\"}";
  read({file("many.jsonl", lines)});
  ASSERT_EQ(documents_.size(), 3002U);
  EXPECT_THAT(faults_, ::testing::IsEmpty());
  for (std::size_t i = 0; i < 3000; ++i) {
    ASSERT_EQ(documents_[i].id, std::to_string(i));
    ASSERT_EQ(documents_[i].text.size(), i % 700);
  }
  EXPECT_EQ(documents_[3000].text.size(), 3'000'000U);
}

TEST_F(Reading, TakesCsvAfterRfc4180) {
  read({file("news.csv",
             "\xEF\xBB\xBF"
             "id,text,date\r\n"
             "a,\"He said \"\"no\"\",\r\nand left.\",2025-01-02\r\n"
             "\r\n"
             "b,5\" pipe,\r\n"
             ",plain,")});
  EXPECT_THAT(faults_, ::testing::IsEmpty());
  ASSERT_EQ(documents_.size(), 3U);
  EXPECT_EQ(documents_[0].text, "He said \"no\",\r\nand left.");
  EXPECT_EQ(documents_[0].date, "2025-01-02");
  EXPECT_EQ(documents_[0].line, 2U);
  EXPECT_EQ(documents_[1].text, "5\" pipe");
  EXPECT_EQ(documents_[1].line, 5U);
  EXPECT_EQ(documents_[2].id, "news.csv:6");
}

TEST_F(Reading, ReportsCsvRecordsThatDoNotFitTheHeader) {
  read({file("news.csv", "id,text\na,b,c\nd,e\n\"open,x\nf,g\n")});
  EXPECT_THAT(ids(), ElementsAre("d"));
  ASSERT_EQ(faults_.size(), 2U);
  EXPECT_EQ(faults_[0].reason, "record of 3 fields, expected 2 as in the header row");
  EXPECT_EQ(faults_[1].line, 4U);
  EXPECT_THAT(faults_[1].reason, HasSubstr("never closed"));
}

TEST_F(Reading, ReportsACsvFileWithoutATextColumn) {
  read({file("news.csv", "id,body\na,b\n")});
  ASSERT_EQ(faults_.size(), 1U);
  EXPECT_THAT(faults_[0].reason, HasSubstr("no column \"text\""));
  EXPECT_THAT(documents_, ::testing::IsEmpty());
}

TEST_F(Reading, WalksAFolderInOrderAndLeavesOutWhatIsNoInput) {
  file("b.txt", "b");
  file("a.jsonl", "{\"id\":\"a\",\"text\":\"\"}");
  file("c/d.md", "d");
  file("c/.hidden.txt", "h");
  file("readme.pdf", "p");
  fs::create_directory_symlink(folder_, folder_ / "c" / "loop");
  read({folder_.string()});
  EXPECT_THAT(ids(), ElementsAre("a", "b", "c/d"));
  EXPECT_THAT(faults_, ::testing::IsEmpty());
}

TEST_F(Reading, CallsDocumentsByTheirPathBelowTheFolderThatWasGiven) {
  file("in/a/x.txt", "1");
  file("in/b/x.txt", "2");
  file("in/b/y.jsonl", "{\"text\":\"3\"}");
  file("in/b/z.csv", "text\n4\n");
  read({(folder_ / "in").string() + "/"});
  EXPECT_THAT(ids(), ElementsAre("a/x", "b/x", "b/y.jsonl:1", "b/z.csv:2"));
}

TEST_F(Reading, GivesNoIdTwice) {
  const std::string first = file("a/x.txt", "1");
  const std::string lines = file("y.jsonl", "{\"text\":\"2\"}");
  read({first, file("x~2.md", "3"), file("b/x.txt", "4"), first, lines, lines});
  EXPECT_THAT(ids(), ElementsAre("x", "x~2", "x~3", "x~4", "y.jsonl:1", "y.jsonl~2:1"));
}

TEST_F(Reading, ReportsAFolderWithoutInputAndAMissingFileAndGoesOn) {
  const std::string good = file("in/a.txt", "a");
  fs::create_directories(folder_ / "empty");
  read({(folder_ / "empty").string(), (folder_ / "none.txt").string(), good});
  EXPECT_THAT(ids(), ElementsAre("a"));
  ASSERT_EQ(faults_.size(), 2U);
  EXPECT_EQ(faults_[0].reason, "the folder holds no input, expected .txt, .md, .jsonl or .csv files");
  EXPECT_EQ(faults_[1].reason, "cannot be opened: No such file or directory; check the path");
  EXPECT_EQ(faults_[1].line, 0U);
}

TEST_F(Reading, TellsTheFormatByContentWhereTheNameTellsNone) {
  read({file("lines", "\n {\"id\":\"j\",\"text\":\"\"}\n"), file("table", "id,text\nc,x\n"),
        file("words", "Hello, text, he said.")});
  EXPECT_THAT(ids(), ElementsAre("j", "c", "words"));
}

TEST_F(Reading, SaysThatUtf16AndBinaryFilesAreNoText) {
  read({file("utf16.txt", std::string_view("\xFF\xFE"
                                           "a\0",
                                           4)),
        file("binary.txt", std::string_view("\x7F"
                                            "ELF\0\0",
                                            6))});
  ASSERT_EQ(faults_.size(), 2U);
  EXPECT_THAT(faults_[0].reason, HasSubstr("UTF-16"));
  EXPECT_THAT(faults_[1].reason, HasSubstr("NUL"));
}

// One file's content, and the reason for which it is not read; "" where it is.
struct ForeignCase {
  std::string name;
  std::string_view content;
  std::string reason;  // "@" stands for the path
};

TEST_F(Reading, SaysOnceWhatToDoWithFilesInOtherFormats) {
  const std::string several = "is JSON over several lines, expected one JSON object a line; jq -c . @ makes it so";
  const std::string list = "is one JSON list, expected one JSON object a line; jq -c '.[]' @ makes it so";
  const std::string html =
      "is HTML, which is not read yet, expected text; pandoc -t plain --wrap=none @ | quoth score -";
  const std::vector<ForeignCase> cases = {
      {"pretty.json", "{\n  \"text\": \"a\"\n}\n", several},
      {"tight.jsonl", "{\"id\": \"a\",\r\n \"text\": \"a\"}\r\n", several},
      {"pretty", "\n{\n  \"text\": \"a\"\n}\n", several},
      {"list.json", "[{\"text\": \"a\"}, {\"text\": \"b\"}]\n", list},
      {"lines.json", "[\n{\"text\": \"a\"},\n{\"text\": \"b\"}\n]\n", list},
      {"list", "[ {\"text\": \"a\"} ]", list},
      {"a.txt.gz", "\x1f\x8b\x08", "is compressed by gzip, which is not read; zcat @ | quoth score -"},
      {"a.jsonl.zst", "\x28\xb5\x2f\xfd", "is compressed by zstd, which is not read; zstdcat @ | quoth score -"},
      {"a.jsonl", "\x1f\x8b\x08", "is compressed by gzip, which is not read; zcat @ | quoth score -"},
      {"a.HTML", "<p>He left.</p>", html},
      {"page.txt", "\xEF\xBB\xBF\n<!DOCTYPE html>\n<p>He left.</p>", html},
      {"page", "<HTML><p>He left.</p>", html},
      {"plain.txt", "[Applause] He said: <html> is markup.", ""},
      {"plain", "[Applause] {sic}", ""},
      {"cut.jsonl", "{\"text\": \"a\n{\"text\": \"b\"}\n", "invalid JSON at byte 12, expected one JSON object a line"},
  };
  for (const ForeignCase& one : cases) {
    faults_.clear();
    const std::string path = file(one.name, one.content);
    read({path});
    std::string reason = one.reason;
    if (const std::size_t at = reason.find('@'); at != std::string::npos) reason.replace(at, 1, path);
    ASSERT_EQ(faults_.size(), reason.empty() ? 0 : 1) << one.name;
    for (const InputFault& fault : faults_) EXPECT_EQ(fault.reason, reason) << one.name;
  }
}

TEST_F(Reading, TakesMarkupForTextOnlyWhereAskedTo) {
  read({file("a.html", "He left.")}, InputFormat::text);
  EXPECT_THAT(ids(), ElementsAre("a"));
}

TEST_F(Reading, KnowsItsOwnInputsByAnyName) {
  const std::string path = file("a.txt", "abc");
  const DocumentReader reader({path}, {});
  EXPECT_TRUE(reader.reads((folder_ / "." / "a.txt").string()));
  EXPECT_FALSE(reader.reads((folder_ / "b.txt").string()));
  EXPECT_EQ(reader.bytes_in_all(), 3U);
}

TEST(ParseInputFormat, ListsTheFormatsWhereTheNameIsUnknown) {
  EXPECT_EQ(parse_input_format("auto"), InputFormat::automatic);
  try {
    parse_input_format("xml");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "--input-format: \"xml\" is not known, expected auto|text|jsonl|csv|transcript|statements");
  }
}

TEST(IsoDate, IsTheDateInFrontOfATime) {
  EXPECT_EQ(iso_date("2025-11-24"), "2025-11-24");
  EXPECT_EQ(iso_date("2025-11-24T08:00:00Z"), "2025-11-24");
  EXPECT_EQ(iso_date("November 24, 2025"), "");
  EXPECT_EQ(iso_date("2025-11"), "");
  EXPECT_EQ(iso_date(""), "");
}

}  // namespace
}  // namespace quoth
