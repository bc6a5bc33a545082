// Nouns for people, and what describes one.
#include <gtest/gtest.h>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_nouns_internal.h"

namespace quoth {
namespace {

PersonNoun read(std::string_view word) {
  return read_person_noun(word, listed_word_classes(word));
}

TEST(PersonNouns, TellPeopleAndTheirGender) {
  EXPECT_EQ(read("uncle").gender, Gender::male);
  EXPECT_EQ(read("Grandmother").gender, Gender::female);
  EXPECT_EQ(read("spokeswoman").gender, Gender::female);
  EXPECT_TRUE(read("archaeologist").person);
  EXPECT_TRUE(read("minister").person);
  EXPECT_EQ(read("pilot").gender, Gender::unknown);
}

TEST(PersonNouns, ThingsAndManyPeopleAreNone) {
  for (const std::string_view word : {"computer", "list", "officials", "men", "harbour", "mission"})
    EXPECT_FALSE(read(word).person) << word;
}

}  // namespace
}  // namespace quoth
