#include "quoth/attribute/cue_lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quoth {
namespace {

using namespace cue_frame;

// The entry of `form` with this particle; a failure where there is none.
CueVerb verb(std::string_view form, std::string_view particle = {}) {
  for (const CueVerb& entry : find_cue_verbs(form)) {
    if (entry.particle == particle) return entry;
  }
  ADD_FAILURE() << "no cue verb " << form << " " << particle;
  return {};
}

TEST(FindCueVerbs, InflectsRegularVerbs) {
  EXPECT_EQ(verb("announce").form, VerbForm::base);
  EXPECT_EQ(verb("announces").form, VerbForm::third_person);
  EXPECT_EQ(verb("announced").form, VerbForm::past);
  EXPECT_EQ(verb("announcing").form, VerbForm::gerund);
  EXPECT_EQ(verb("announcing").lemma, "announce");
}

TEST(FindCueVerbs, InflectsVerbsInYAndInHisses) {
  EXPECT_EQ(verb("denied").lemma, "deny");
  EXPECT_EQ(verb("denies").lemma, "deny");
  EXPECT_EQ(verb("denying").lemma, "deny");
  EXPECT_EQ(verb("stresses").lemma, "stress");
  EXPECT_EQ(verb("says").lemma, "say");
}

TEST(FindCueVerbs, KnowsIrregularForms) {
  EXPECT_EQ(verb("told").lemma, "tell");
  EXPECT_EQ(verb("wrote").form, VerbForm::past);
  EXPECT_EQ(verb("written").form, VerbForm::participle);
  EXPECT_EQ(verb("admitted").lemma, "admit");
}

TEST(FindCueVerbs, TellsWhatMayFollow) {
  EXPECT_TRUE(verb("said").frames & kClause);
  EXPECT_TRUE(verb("quipped").frames & kQuotation);
  EXPECT_TRUE(verb("told").frames & kHearer);
  EXPECT_TRUE(verb("urged").frames & kAppeal);
  EXPECT_TRUE(verb("vowed").frames & kInfinitive);
  EXPECT_TRUE(verb("rejected").frames & kObject);
  EXPECT_TRUE(verb("accused").frames & kCharge);
  EXPECT_TRUE(verb("asked").frames & kQuestion);
  EXPECT_FALSE(verb("rejected").frames & kHearer);
}

TEST(FindCueVerbs, EntriesWithParticlesComeFirst) {
  const CueVerbs called = find_cue_verbs("called");
  ASSERT_FALSE(called.empty());
  EXPECT_EQ(called.begin()->particle.empty(), false);
  EXPECT_TRUE(verb("called", "for").frames & kObject);
  EXPECT_TRUE(verb("called", "on").frames & kAppeal);
  EXPECT_TRUE(verb("called").frames & kCharge);
}

TEST(FindCueVerbs, OtherWordsAreNoCues) {
  for (const char* word : {"", "walked", "minister", "saided", "sayed", "the"})
    EXPECT_TRUE(find_cue_verbs(word).empty()) << word;
}

}  // namespace
}  // namespace quoth
