#include <gtest/gtest.h>

#include "quoth/annotate/accents_internal.h"

namespace quoth {
namespace {

TEST(WithoutAccents, LettersBecomePlain) {
  EXPECT_EQ(without_accents("Viktor Orbán"), "Viktor Orban");
  EXPECT_EQ(without_accents("Recep Tayyip Erdoğan"), "Recep Tayyip Erdogan");
  EXPECT_EQ(without_accents("Łukasz Žižek"), "Lukasz Zizek");
}

TEST(WithoutAccents, SomeLettersBecomeTwo) {
  EXPECT_EQ(without_accents("Kærsgård Weiß Œuvre"), "Kaersgard Weiss OEuvre");
}

TEST(WithoutAccents, OtherBytesStay) {
  EXPECT_EQ(without_accents("Xi 习近平 “x” ŋ"), "Xi 习近平 “x” ŋ");
  EXPECT_EQ(without_accents(""), "");
}

}  // namespace
}  // namespace quoth
