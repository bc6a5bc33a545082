#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "made_sheet.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::uint32_t kBegins = 1;
constexpr std::uint32_t kGoesOn = 2;

// The candidates of the first sentence by a table that gives its words these labels.
std::vector<CueCandidate> candidates(const MadeSheet& made, const std::vector<WantedLabel>& wanted) {
  ChainFeatures features;
  add_cue_features(made.words(), made.sheet.sentences[0], features);
  CueScratch scratch;
  std::vector<CueCandidate> found;
  find_cue_candidates(made.words(), made.sheet.sentences[0], table_for(features, cue_shape(), kCueBucketBits, wanted),
                      scratch, found);
  return found;
}

// All words but the one at `place` are surely no cues.
std::vector<WantedLabel> one_cue(const MadeSheet& made, std::string_view form, float weight) {
  std::vector<WantedLabel> wanted;
  for (std::size_t i = 0; i < made.sheet.sentences[0].size(); ++i)
    wanted.push_back(i == made.place(form) ? WantedLabel{i, kBegins, weight} : WantedLabel{i, 0, 9});
  return wanted;
}

std::vector<std::string> texts(const MadeSheet& made, const std::vector<CueCandidate>& found) {
  std::vector<std::string> all;
  for (const CueCandidate& cue : found) all.push_back(made.text(cue.words));
  return all;
}

TEST(FindCueCandidates, AreTheWordsWhereACueIsLikelyToBegin) {
  const MadeSheet made("Holm said the ferry leaks.");
  const std::vector<CueCandidate> found = candidates(made, one_cue(made, "said", 1.5F));
  ASSERT_THAT(texts(made, found), ElementsAre("said"));
  EXPECT_EQ(found[0].head, made.place("said"));
  // Against outside alone: what follows is so surely outside that nothing goes on.
  EXPECT_NEAR(found[0].probability, 1 / (1 + std::exp(-1.5)), 0.02);
}

TEST(FindCueCandidates, UnlikelyOnesAreLeftOutUnlessAQuotationAsksForACue) {
  const MadeSheet plain("Holm sighed the ferry leaks.");
  const MadeSheet quoted("“The ferry leaks,” Holm sighed.");
  const float weight = -2.8F;  // a chance of 0.06
  EXPECT_THAT(candidates(plain, one_cue(plain, "sighed", weight)), IsEmpty());
  EXPECT_THAT(texts(quoted, candidates(quoted, one_cue(quoted, "sighed", weight))), ElementsAre("sighed"));
  EXPECT_THAT(candidates(quoted, one_cue(quoted, "sighed", -5)), IsEmpty());
}

TEST(FindCueCandidates, ACueIsAsLongAsGoingOnIsLikelierThanNot) {
  const MadeSheet made("Holm made it clear that the ferry leaks.");
  std::vector<WantedLabel> wanted = one_cue(made, "made", 9);
  for (const char* form : {"it", "clear"}) wanted[made.place(form)] = {made.place(form), kGoesOn, 9};
  EXPECT_THAT(texts(made, candidates(made, wanted)), ElementsAre("made it clear"));
  wanted[made.place("clear")] = {made.place("clear"), 0, 3};
  EXPECT_THAT(texts(made, candidates(made, wanted)), ElementsAre("made it"));
}

TEST(FindCueCandidates, OfTwoThatOverlapTheLikelierIsTaken) {
  const MadeSheet made("Holm was saying the ferry leaks.");
  std::vector<WantedLabel> wanted = one_cue(made, "was", 1);
  const std::size_t saying = made.place("saying");
  wanted[saying] = {saying, kGoesOn, 2};
  EXPECT_THAT(texts(made, candidates(made, wanted)), ElementsAre("was saying"));
}

TEST(FindCueCandidates, ComeInOrderAfterWhatIsThere) {
  const MadeSheet made("Holm said and Aldous denied.");
  std::vector<WantedLabel> wanted = one_cue(made, "said", 2);
  wanted[made.place("denied")] = {made.place("denied"), kBegins, 2};
  EXPECT_THAT(texts(made, candidates(made, wanted)), ElementsAre("said", "denied"));

  CueScratch scratch;
  std::vector<CueCandidate> found = {made.cue("Holm")};
  ChainFeatures features;
  add_cue_features(made.words(), made.sheet.sentences[0], features);
  const ChainTable table = table_for(features, cue_shape(), kCueBucketBits, wanted);
  find_cue_candidates(made.words(), made.sheet.sentences[0], table, scratch, found);
  EXPECT_THAT(texts(made, found), ElementsAre("Holm", "said", "denied"));
  find_cue_candidates(made.words(), {2, 2}, table, scratch, found);
  EXPECT_EQ(found.size(), 3U);
}

TEST(FindCueCandidates, NamesAreNone) {
  const MadeSheet made("“It leaks,” Maren Aldous said.");
  std::vector<WantedLabel> wanted = one_cue(made, "said", 2);
  wanted[made.place("Aldous")] = {made.place("Aldous"), kBegins, 3};
  EXPECT_THAT(texts(made, candidates(made, wanted)), ElementsAre("said"));
}

TEST(AddCueFeatures, AreAPositionAWordOfTheSentenceAlone) {
  const MadeSheet one("Holm said the ferry leaks.");
  const MadeSheet two("Holm said the ferry leaks. Nobody else knew.");
  ChainFeatures alone;
  ChainFeatures first;
  add_cue_features(one.words(), one.sheet.sentences[0], alone);
  add_cue_features(two.words(), two.sheet.sentences[0], first);
  EXPECT_EQ(alone.size(), one.words().size());
  EXPECT_EQ(alone.buckets, first.buckets);
  for (const std::uint32_t bucket : alone.buckets) EXPECT_LT(bucket, 1U << kCueBucketBits);
}

TEST(HeadOf, IsTheWordThatGovernsTheOthersAdverbsAside) {
  // "has also said": said governs.
  const MadeSheet made("Holm has also said so.", {4, 4, 4, 0, 4, 4});
  EXPECT_EQ(head_of(made.words(), {1, 4}), made.place("said"));
  EXPECT_EQ(head_of(made.words(), {2, 3}), made.place("also"));
  // An adverb that a parser hung elsewhere does not take the place of the verb.
  const MadeSheet odd("Holm also said so.", {3, 0, 0, 3, 3});
  EXPECT_EQ(head_of(odd.words(), {1, 3}), odd.place("said"));
}

}  // namespace
}  // namespace quoth
