#include "quoth/attribute/attributor.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "statements_of.h"

namespace quoth {
namespace {

// What the rules stumble over: names, cues, marks, colons, list markers, line ends, half a code point.
constexpr std::array kPieces = {"Karin Holm", "Aldous",    "President",   "Veldhaven", "Norlandic", "the minister",
                                "he",         "she",       "they",        "who",       "I",         "said",
                                "told",       "according", "to",          "that",      "urged",     "vowed",
                                "asked",      "whether",   "called",      "for",       "adding",    "in the words",
                                "of",         "and",       "not",         "ferry",     "leaks",     "'s",
                                "’s",         "-",         "--",          "–",         ",",         ".",
                                "?",          "…",         ":",           ";",         "(",         ")",
                                "[",          "]",         "\"",          "“",         "”",         "‘",
                                "’",          "'",         "«",           "»",         "「",        "」",
                                "\n",         "\n\n",      "\n- ",        "\n> ",      "\n1. ",     "\nQ: ",
                                "\nHolm: ",   "\n# ",      "14",          "Mr.",       "J.",        "é",
                                "\xC3",       "\xE2\x80",  "中国",        "\t",        "\u00a0",    "\u2028",
                                "(Reuters)",  "“No,”",     "MS. FARROW:", "END",       "/",         "one of them",
                                "Jr.",        "a",         "Monday"};

std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t length = random() % 120;
  for (std::size_t i = 0; i < length; ++i) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

std::string random_bytes(std::mt19937& random) {
  std::string text(random() % 300, ' ');
  for (char& byte : text) byte = static_cast<char>(random());
  return text;
}

void expect_promises_kept(const std::string& text) {
  const Document document = document_of(text);
  for (const bool transcript : {false, true}) {
    const std::string broken = broken_guarantee(document, attributions_of(document, transcript, "2025-01-01"));
    ASSERT_EQ(broken, "") << (transcript ? "transcript: " : "article: ") << text;
  }
}

TEST(AttributeDocument, KeepsItsPromisesOnRandomMixesOfWordsAndMarks) {
  std::mt19937 random(20260301);
  for (int i = 0; i < 6000 && !HasFatalFailure(); ++i) expect_promises_kept(random_text(random));
}

TEST(AttributeDocument, KeepsItsPromisesOnRandomBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 3000 && !HasFatalFailure(); ++i) expect_promises_kept(random_bytes(random));
}

TEST(AttributeDocument, GivesTheSameEachTime) {
  std::mt19937 random(11);
  for (int i = 0; i < 200; ++i) {
    const std::string text = random_text(random);
    ASSERT_EQ(statements_of(text), statements_of(text));
    ASSERT_EQ(speakers_of(text), speakers_of(text));
  }
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::string numbered_names(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name = "Anna B";
    for (std::size_t rest = i; rest > 0; rest /= 26) name += static_cast<char>('a' + rest % 26);
    text += name + " said it was leaking. " + (i % 2 == 0 ? "" : "\n");
  }
  return text;
}

struct Long {
  const char* name;
  std::string text;
};

// Texts on which a careless loop takes the square of their length, which is hours: the test runner's time limit tells.
TEST(AttributeDocument, KeepsItsPromisesOnLongTexts) {
  const std::array texts = {
      Long{"openings in one paragraph", repeated("He said that \"", 3500)},
      Long{"cues in one sentence", repeated("Holm said that ", 3500)},
      Long{"clauses with commas", repeated("Holm, who said, told Aldous, ", 350)},
      Long{"marks", repeated("“\"'”‘ ", 2000)},
      Long{"nested marks", repeated("“a ‘b ", 2500)},
      Long{"names of different people", numbered_names(3000)},
      Long{"one name", repeated("Anna Holm said it was leaking. ", 2000)},
      Long{"one name in paragraphs", repeated("Anna Holm met Karin Holm. Holm said it was leaking.\n\n", 1000)},
      Long{"pronouns", "Aldous came. " + repeated("He said it was leaking. She said it does not. ", 1250)},
      Long{"pronouns in one sentence",
           "Aldous came, " + repeated("and she said it was leaking and he said it does not, ", 1000)},
      Long{"turns", repeated("Holm: It was leaking, he said.\nAldous: Does it?\n", 1250)},
      Long{"turns of different people",
           [] {
             std::string text;
             for (int i = 0; i < 6000; ++i)
               text += "Speaker " + std::to_string(i % 4000) + ": Why?\nHolm: It was leaking.\n";
             return text;
           }()},
      Long{"one endless turn", "Holm: It was leaking.\n" + repeated("He said it was leaking.\n", 2500)},
      Long{"open speech over paragraphs", repeated("“It was leaking.\n\n", 3000)},
      Long{"open speech with reports",
           "“It was leaking.\n\n" + repeated("“He said it was leaking.\n\n", 2000) + "“No,” Holm said."},
      Long{"speech that runs on", "“It was leaking,” Holm said. " + repeated("“It does.” ", 3000)},
      Long{"items below a lead-in", "Holm said:\n" + repeated("- “It was leaking.”\n", 2500)},
      Long{"offices",
           "Sorvian Prime Minister Ilse Brandt came. " + repeated("The minister said it was leaking. ", 2000)},
      Long{"offices tied again and again",
           repeated("Norlandic minister Anna Holm came. The Sorvian minister said it was leaking. ", 750)},
      Long{"ministries", repeated("Kaoling's trade ministry said it was leaking. The ministry said so. ", 1000)},
      Long{"relatives", repeated("the board, which said that ", 2000)},
      Long{"colons", repeated("Holm: ", 7500)},
      Long{"brackets", repeated("Holm (", 5000) + repeated(")", 5000)},
      Long{"dashes", repeated("Holm said it was leaking - ", 2000) + repeated("– ", 5000)},
      Long{"according to", repeated("according to Holm, ", 3000)},
      Long{"capitals", repeated("Anna ", 10000)},
      Long{"particles", repeated("Anna van ", 5000)},
      Long{"coordinators", repeated("Holm and ", 5000) + " said it was leaking."},
  };
  for (const Long& text : texts) {
    const Document document = document_of(text.text);
    for (const bool transcript : {false, true}) {
      EXPECT_EQ(broken_guarantee(document, attributions_of(document, transcript, "2025-01-01")), "") << text.name;
    }
  }
}

TEST(ToString, NamesTheKinds) {
  EXPECT_EQ(to_string(AttributionKind::direct), "direct");
  EXPECT_EQ(to_string(AttributionKind::indirect), "indirect");
  EXPECT_EQ(to_string(AttributionKind::mixed), "mixed");
}

}  // namespace
}  // namespace quoth
