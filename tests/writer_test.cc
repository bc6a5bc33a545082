#include "quoth/io/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "quoth/base/error.h"
#include "quoth/io/faults.h"
#include "quoth/io/reader.h"

namespace quoth {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr std::string_view kText =
    "“Yes,” said Xi — 习近平 — “we \"will\".”\nA spokesman told Mao Ning that\tit rained.";

// Bytes of `words` where they first stand in kText.
Span find(std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(kText.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

// What an analysis of kText might give.
struct Sample {
  InputDocument input;
  Document document;
  std::vector<Attribution> attributions;
  std::vector<std::vector<HeadScore>> scores;
  std::vector<Head> heads = {{"tone", false, {"confrontational", "cooperative", "neutral"}},
                             {"topic", true, {"Taiwan", "trade"}}};

  Sample() {
    input.id = "call \"1\"";
    input.date = "2025-11-24";
    document.text = kText;
    Attribution direct;
    direct.content = {find("“Yes,”"), find("“we \"will\".”")};
    direct.cue = {find("said")};
    direct.source = {find("Xi — 习近平")};
    direct.kind = AttributionKind::direct;
    direct.speaker = "Xi Jinping";
    direct.confidence = 0.876;
    Attribution indirect;
    indirect.content = {find("it rained")};
    indirect.source = {find("A spokesman")};
    indirect.speakers = {"A", "B"};
    indirect.addressee = "Mao Ning";
    indirect.role = SpeakerRole::questioner;
    indirect.nested = true;
    indirect.metonymy = true;
    indirect.unquoted = true;
    indirect.confidence = 0.5;
    attributions = {direct, indirect};
    const HeadScore tone = {{0.12344F, 0.62346F, 0.2531F}, {1}};
    scores = {{tone, {{0.91F, 0.6F}, {0, 1}}}, {tone, {{0.0F, 1e-7F}, {}}}};
  }

  std::string write(OutputFormat format, std::size_t width = 60, bool colour = false) const {
    std::string out;
    const StatementWriter writer({format, width, colour}, heads);
    writer.write_header(false, out);
    writer.write_document({input, document, attributions, scores}, out);
    return out;
  }
};

std::vector<json> parse_lines(const std::string& text) {
  std::vector<json> values;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    values.push_back(json::parse(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return values;
}

TEST(WriteJsonl, GivesTheStatementObjectToTheLetter) {
  const std::string lines = Sample().write(OutputFormat::jsonl);
  EXPECT_EQ(lines.substr(0, lines.find('\n')),
            R"({"doc":"call \"1\"","id":"call \"1\"#1","speaker":"Xi Jinping","kind":"direct",)"
            R"("text":"“Yes,” “we \"will\".”","source":[{"start":12,"end":20,"text":"Xi — 习近平"}],)"
            R"("cue":[{"start":7,"end":11,"text":"said"}],"content":[{"start":0,"end":6,"text":"“Yes,”"},)"
            R"({"start":23,"end":35,"text":"“we \"will\".”"}],"confidence":0.88,"date":"2025-11-24",)"
            R"("scores":{"tone":{"confrontational":0.1234,"cooperative":0.6235,"neutral":0.2531},)"
            R"("topic":{"Taiwan":0.91,"trade":0.6}},"labels":{"tone":"cooperative","topic":["Taiwan","trade"]},)"
            R"("tone_score":0.5})");
}

TEST(WriteJsonl, AddsFlagsAndNamesOnlyWhereThereAreAny) {
  const std::vector<json> statements = parse_lines(Sample().write(OutputFormat::jsonl));
  ASSERT_EQ(statements.size(), 2U);
  for (const char* name : {"speakers", "role", "addressee", "unquoted", "nested", "metonymy", "outlet"}) {
    EXPECT_FALSE(statements[0].contains(name)) << name;
  }
  EXPECT_EQ(statements[1]["speaker"], nullptr);
  EXPECT_EQ(statements[1]["speakers"], json({"A", "B"}));
  EXPECT_EQ(statements[1]["role"], "questioner");
  EXPECT_EQ(statements[1]["addressee"], "Mao Ning");
  for (const char* name : {"unquoted", "nested", "metonymy"}) EXPECT_EQ(statements[1][name], true) << name;
  EXPECT_EQ(statements[1]["labels"]["topic"], json::array());
  EXPECT_EQ(statements[1]["scores"]["topic"]["trade"], 0);
}

TEST(WriteJsonl, HasNoToneScoreWithoutBothItsLabels) {
  Sample sample;
  sample.heads[0].labels = {"against", "favor", "none"};
  EXPECT_EQ(parse_lines(sample.write(OutputFormat::jsonl))[0]["tone_score"], nullptr);
}

TEST(WriteJsonl, EscapesWhateverJsonMustNotHold) {
  Sample sample;
  std::string all;
  for (char c = 1; c < 0x7f; ++c) all += c;
  all += "\x7f\u2028\u2029\u00e9\U0001F600";
  all += '\0';
  sample.input.outlet = all;
  EXPECT_EQ(parse_lines(sample.write(OutputFormat::jsonl))[0]["outlet"], all);
}

TEST(WriteJsonl, OfAStatementKeepsItsIdAndSpeaker) {
  const Sample sample;
  InputDocument input;
  input.id = "s1";
  input.speaker = "Mao Ning";
  input.text = "We object.";
  std::string line;
  StatementWriter({OutputFormat::jsonl}, sample.heads).write_statement(input, sample.scores[1], line);
  const json statement = json::parse(line);
  EXPECT_EQ(statement["id"], "s1");
  EXPECT_EQ(statement["speaker"], "Mao Ning");
  EXPECT_EQ(statement["text"], "We object.");
  EXPECT_EQ(statement["labels"]["tone"], "cooperative");
  EXPECT_FALSE(statement.contains("content"));
}

TEST(WriteCitron, GivesOneObjectADocumentWithOffsetsThatFitItsText) {
  Sample sample;
  sample.input.title = "A call";
  const json document = json::parse(sample.write(OutputFormat::citron));
  EXPECT_EQ(document["id"], "call \"1\"");
  EXPECT_EQ(document["title"], "A call");
  EXPECT_EQ(document["text"], kText);
  ASSERT_EQ(document["quotes"].size(), 2U);
  const json& quote = document["quotes"][0];
  EXPECT_EQ(quote["sources"][0]["start"], 12);
  EXPECT_EQ(quote["contents"].size(), 2U);
  EXPECT_EQ(quote["kind"], "direct");
  EXPECT_EQ(quote["confidence"], 0.88);
  EXPECT_EQ(document["quotes"][1]["cue"], json::array());
}

TEST(WriteCitron, GivesADocumentWithoutStatementsToo) {
  Sample sample;
  sample.attributions.clear();
  sample.scores.clear();
  EXPECT_EQ(json::parse(sample.write(OutputFormat::citron))["quotes"], json::array());
}

TEST(WriteCitron, HasNoFormForStatements) {
  std::string out;
  EXPECT_THROW(StatementWriter({OutputFormat::citron}, {}).write_statement({}, {}, out), Error);
}

TEST(WriteCsv, ReadsBackAsItWasWritten) {
  const std::string csv = Sample().write(OutputFormat::csv);
  EXPECT_EQ(
      csv.substr(0, csv.find("\r\n")),
      "doc,id,speaker,speakers,role,addressee,kind,unquoted,nested,metonymy,text,source,cue,start,end,confidence,"
      "date,outlet,tone,tone.confrontational,tone.cooperative,tone.neutral,topic,topic.Taiwan,topic.trade,tone_score");
  EXPECT_THAT(csv, HasSubstr("Taiwan; trade,0.91,0.6,0.5\r\n"));
  EXPECT_THAT(csv, HasSubstr(",A; B,questioner,Mao Ning,indirect,true,true,true,"));
  const auto path =
      std::filesystem::path(::testing::TempDir()) / ("quoth_writer_test_" + std::to_string(getpid()) + ".csv");
  std::ofstream(path, std::ios::binary) << csv;
  DocumentReader reader({path.string()}, {});
  const auto record = reader.next();
  std::filesystem::remove(path);
  ASSERT_TRUE(record.has_value());
  const auto& document = std::get<InputDocument>(*record);
  EXPECT_EQ(document.id, "call \"1\"#1");
  EXPECT_EQ(document.text, "“Yes,” “we \"will\".”");
}

TEST(WriteTable, AlignsColumnsAndWrapsTexts) {
  Sample sample;
  sample.heads[0].name = "tone";
  EXPECT_EQ(sample.write(OutputFormat::table, 80),
            "call \"1\" · 2025-11-24 · 2 statements\n"
            "speaker          kind      topic          tone\n"
            "Xi Jinping       direct    Taiwan, trade  cooperative +0.50\n"
            "  “Yes,” … “we \"will\".”\n"
            "A, B → Mao Ning  indirect  –              cooperative +0.50\n"
            "  it rained\n"
            "\n");
}

TEST(WriteTable, HasOneHeaderOverStatements) {
  Sample sample;
  sample.heads[0].name = "tone";
  const StatementWriter writer({OutputFormat::table, 80, false}, sample.heads);
  std::string out;
  writer.write_header(true, out);
  InputDocument input;
  for (const char* id : {"s1", "s2"}) {
    input.id = id;
    input.text = "We object.";
    writer.write_statement(input, sample.scores[0], out);
    input.speaker = "The Ministry of Foreign Affairs of Maroona";
  }
  EXPECT_EQ(out,
            "speaker             id                  topic                tone\n"
            "?                   s1                  Taiwan, trade        cooperative +0.50\n"
            "  We object.\n"
            "The Ministry of F…  s2                  Taiwan, trade        cooperative +0.50\n"
            "  We object.\n");
}

TEST(WriteTable, KeepsWithinItsWidth) {
  Sample sample;
  sample.attributions[0].speaker = "The Ministry of Foreign Affairs of the People's Republic of China";
  const std::string table = sample.write(OutputFormat::table, 50);
  EXPECT_THAT(table, HasSubstr("…"));
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    const std::string line = table.substr(begin, end - begin);
    const auto columns = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
    EXPECT_LE(columns, 50) << line;
    begin = end + 1;
  }
}

TEST(WriteTable, ColoursOnlyWhereAsked) {
  EXPECT_THAT(Sample().write(OutputFormat::table), ::testing::Not(HasSubstr("\x1b")));
  EXPECT_THAT(Sample().write(OutputFormat::table, 60, true), HasSubstr("\x1b[32mcooperative +0.50\x1b[0m"));
}

TEST(WriteTable, LetsNoTextCommandTheTerminal) {
  Sample sample;
  sample.input.title = "\x1b[2Jgone";
  sample.attributions[0].speaker = "\x1b]0;x\x07";
  EXPECT_THAT(sample.write(OutputFormat::table), ::testing::Not(HasSubstr("\x1b")));
}

TEST(AppendFault, GivesALineOfJsonWhateverItQuotes) {
  std::string out;
  append_fault({"in/\xFF.jsonl", 3, "no \"text\"", false}, out);
  append_fault({"a.txt", 0, "invalid UTF-8", true}, out);
  const std::vector<json> faults = parse_lines(out);
  EXPECT_EQ(faults[0], json({{"file", "in/\xEF\xBF\xBD.jsonl"}, {"line", 3}, {"reason", "no \"text\""}}));
  EXPECT_EQ(faults[1]["repaired"], true);
}

TEST(DescribeFault, NamesFileAndLineInOneLine) {
  EXPECT_EQ(describe({"a.jsonl", 3, "no\n\"text\"", false}), "a.jsonl:3: no \"text\"");
  EXPECT_EQ(describe({"a.txt", 0, "gone", false}), "a.txt: gone");
}

}  // namespace
}  // namespace quoth
