#include "quoth/text/words.h"

#include <gmock/gmock.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <random>
#include <string>

#include "quoth/text/code_points.h"
#include "quoth/text/icu_breaks_internal.h"
#include "quoth/text/word_classes.h"

namespace quoth {
namespace {

using testing::ElementsAre;

std::string utf8(char32_t c) {
  std::string bytes(4, '\0');
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

// The tokens of `text` by ICU alone: the slow, obvious way.
std::vector<Span> icu_tokens(IcuBreaks& icu, std::string_view text) {
  std::vector<Span> spans;
  std::uint32_t begin = 0;
  icu.for_each(text, [&](std::uint32_t end) {
    Span span = {begin, end};
    begin = end;
    while (!span.empty() && is_space(code_point_at(text, span.begin).value)) {
      span.begin += code_point_at(text, span.begin).length;
    }
    while (!span.empty() && is_space(code_point_before(text, span.end).value)) {
      span.end -= code_point_before(text, span.end).length;
    }
    if (!span.empty()) spans.push_back(span);
  });
  return spans;
}

class Words : public testing::Test {
 protected:
  std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> result;
    used_icu_ = words_.append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, result);
    return result;
  }

  std::vector<std::string> cut(std::string_view text) {
    std::vector<std::string> result;
    for (const Token& token : tokens(text)) result.emplace_back(text.substr(token.span.begin, token.span.size()));
    return result;
  }

  std::vector<TokenKind> kinds(std::string_view text) {
    std::vector<TokenKind> result;
    for (const Token& token : tokens(text)) result.push_back(token.kind);
    return result;
  }

  // Counts a difference once, with the text that shows it.
  void expect_as_icu(std::string_view text) {
    std::vector<Span> spans;
    for (const Token& token : tokens(text)) spans.push_back(token.span);
    if (spans != icu_tokens(icu_, text) && ++differences_ <= 5) ADD_FAILURE() << "differs from ICU: " << text;
  }

  WordSegmenter words_;
  IcuBreaks icu_{BreakKind::word};
  bool used_icu_ = false;
  int differences_ = 0;
};

TEST_F(Words, KeepContractionsAndNumbersWhole) {
  EXPECT_THAT(cut("Xi’s aides don't own 1,000.5 shares, he said."),
              ElementsAre("Xi’s", "aides", "don't", "own", "1,000.5", "shares", ",", "he", "said", "."));
  EXPECT_FALSE(used_icu_);
}

TEST_F(Words, PartAtHyphensAndDashes) {
  EXPECT_THAT(cut("B-52s — U.S.-made"), ElementsAre("B", "-", "52s", "—", "U.S", ".", "-", "made"));
}

TEST_F(Words, HaveKindsByWhatTheyHold) {
  using enum TokenKind;
  EXPECT_THAT(kinds("Xi 1,000 4th ! $ 中 😀 ½ _"),
              ElementsAre(word, number, word, punctuation, symbol, word, symbol, number, punctuation));
}

TEST_F(Words, OfOtherScriptsComeFromIcu) {
  EXPECT_THAT(cut("Xi met 特朗普 in 北京。"), testing::Contains("in"));
  EXPECT_TRUE(used_icu_);
  expect_as_icu("Xi met 特朗普 in 北京。");
}

TEST_F(Words, LeaveOutWhiteSpaceOfAllKinds) {
  EXPECT_THAT(cut(" \t\u00A0\u2003a\u202F \u3000b\u2028"), ElementsAre("a", "b"));
}

TEST_F(Words, AreIcusForEveryPairOfLatinAndPunctuationCharacters) {
  std::vector<char32_t> fast;
  for (char32_t c = 0; c < 0x180; ++c) fast.push_back(c);
  for (char32_t c = WordClasses::kHighBegin; c < WordClasses::kHighEnd; ++c) fast.push_back(c);
  for (const char32_t first : fast) {
    // One text a row; "a" and "1" around a pair ask for the rules that look two characters ahead.
    std::string row;
    for (const char32_t second : fast) {
      const std::string pair = utf8(first) + utf8(second);
      for (const std::string_view piece :
           std::initializer_list<std::string_view>{"a", pair, "a 1", pair, "1 ", pair, "\n"}) {
        row += piece;
      }
    }
    expect_as_icu(row);
  }
  EXPECT_EQ(differences_, 0);
}

TEST_F(Words, AreIcusForEveryCharacterOfTheTableBesideEveryClass) {
  const std::vector<std::string> sides = {"a",      "1",      "_", "'",  "\"", ".", ",", ":",      " ", "\n",    "-",
                                          "\u0301", "\u200D", "א", "中", "カ", "©", "🇨", "\u00B7", "@", "\u2003"};
  for (char32_t c = 0; c < WordClasses::kLowEnd; ++c) {
    std::string row;
    for (const std::string& side : sides) {
      for (const std::string& other : sides) {
        for (const std::string& piece : {side, utf8(c), other, std::string("a"), utf8(c), side}) row += piece;
        row += "1\n";
      }
    }
    expect_as_icu(row);
  }
  EXPECT_EQ(differences_, 0);
}

TEST_F(Words, AreIcusForMixesOfAllClasses) {
  const std::vector<std::string> pieces = {
      "a",      "Xi",     "é",           "1",    "23", "_",   "'",      "’",      "\"",     ".",
      ",",      ";",      ":",           "·",    "@",  "#",   " ",      " ",      " ",      "  ",
      "\t",     "\n",     "\r",          "\r\n", "-",  "—",   "…",      "“",      "”",      "\u00A0",
      "\u2003", "\u202F", "ß",           "я",    "Ω",  "א",   "״",      "ع",      "٣",      "中",
      "国",     "カ",     "ひ",          "한",   "ก",  "ไทย", "\u0301", "\u200D", "\u200B", "\u00AD",
      "\u2028", "😀",      "👩‍🚀", "🇨🇳",   "©",  "‼",   "\uFFFD", "ｱ",      "１",     "\u3000",
      "(",      ")",      "$",           "€"};
  std::mt19937 random(20);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t length = 1 + random() % 24;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    expect_as_icu(text);
  }
  EXPECT_EQ(differences_, 0);
}

TEST_F(Words, AreIcusForTheProjectsTexts) {
  std::size_t files = 0;
  for (const char* folder : {"/tests/data", "/corpus/articles"}) {
    const std::filesystem::path path = std::string(QUOTH_SOURCE_DIR) + folder;
    if (!std::filesystem::exists(path)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text((std::istreambuf_iterator<char>(file)), {});
      expect_as_icu(text);
      ++files;
    }
  }
  EXPECT_GT(files, 0U);
  EXPECT_EQ(differences_, 0);
}

}  // namespace
}  // namespace quoth
