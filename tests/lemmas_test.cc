#include "quoth/annotate/lemmas.h"

#include <gtest/gtest.h>

#include <array>

namespace quoth {
namespace {

struct Case {
  std::string_view word;
  std::string_view tag;
  std::string_view lemma;
};

void expect_lemmas(std::initializer_list<Case> cases) {
  std::string buffer;
  for (const Case& each : cases) EXPECT_EQ(lemma(each.word, each.tag, buffer), each.lemma) << each.word;
}

TEST(Lemma, IrregularVerbsAreListed) {
  expect_lemmas({{"said", "VBD", "say"},
                 {"told", "VBN", "tell"},
                 {"is", "VBZ", "be"},
                 {"'ve", "VBP", "have"},
                 {"went", "VBD", "go"},
                 {"lying", "VBG", "lie"},
                 {"ca", "MD", "can"},
                 {"wo", "MD", "will"}});
}

TEST(Lemma, AnELostBeforeAnEndingComesBack) {
  expect_lemmas({{"stated", "VBD", "state"},
                 {"argued", "VBD", "argue"},
                 {"urging", "VBG", "urge"},
                 {"described", "VBN", "describe"},
                 {"noted", "VBD", "note"},
                 {"declaring", "VBG", "declare"},
                 {"evaluated", "VBN", "evaluate"},
                 {"acknowledged", "VBD", "acknowledge"},
                 {"promised", "VBD", "promise"},
                 {"imposing", "VBG", "impose"}});
}

TEST(Lemma, VerbsThatHadNoEGetNone) {
  expect_lemmas({{"reported", "VBD", "report"},
                 {"visited", "VBD", "visit"},
                 {"claimed", "VBD", "claim"},
                 {"offered", "VBD", "offer"},
                 {"mentioned", "VBD", "mention"},
                 {"belonging", "VBG", "belong"},
                 {"called", "VBD", "call"},
                 {"stressed", "VBD", "stress"},
                 {"agreed", "VBD", "agree"}});
}

TEST(Lemma, ADoubledConsonantIsSingleAgain) {
  expect_lemmas({{"stopped", "VBD", "stop"}, {"admitting", "VBG", "admit"}, {"controlled", "VBN", "control"}});
}

TEST(Lemma, VerbsInTheThirdPersonLoseTheirS) {
  expect_lemmas({{"says", "VBZ", "say"},
                 {"denies", "VBZ", "deny"},
                 {"stresses", "VBZ", "stress"},
                 {"urges", "VBZ", "urge"},
                 {"goes", "VBZ", "go"}});
}

TEST(Lemma, PluralsBecomeSingular) {
  expect_lemmas({{"ministries", "NNS", "ministry"},
                 {"officials", "NNS", "official"},
                 {"women", "NNS", "woman"},
                 {"spokesmen", "NNS", "spokesman"},
                 {"crises", "NNS", "crisis"},
                 {"speeches", "NNS", "speech"},
                 {"1990s", "NNS", "1990s"},
                 {"causes", "NNS", "cause"},
                 {"headquarters", "NNS", "headquarters"}});
}

TEST(Lemma, OtherWordsAreTheirOwn) {
  expect_lemmas({{"used", "JJ", "used"}, {"news", "NN", "news"}, {"on", "IN", "on"}, {"", "VBD", ""}});
}

}  // namespace
}  // namespace quoth
