#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "made_sheet.h"
#include "quoth/attribute/role_labeller_internal.h"

namespace quoth {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::uint32_t kSource = role_label::kSourceBegins;
constexpr std::uint32_t kContent = role_label::kContentBegins;
constexpr float kSure = 3.9F;

Range all_of(const MadeSheet& made) {
  return {0, static_cast<std::uint32_t>(made.words().size())};
}

std::vector<std::string> seat_texts(const MadeSheet& made, const CueCandidate& cue) {
  std::vector<std::string> texts;
  for (const Seat& seat : seats_around(made.words(), all_of(made), cue)) texts.push_back(made.text(seat.words));
  return texts;
}

// The roles around `cue` by a table that gives its seats these labels.
LabelledRoles roles_of(const MadeSheet& made, const CueCandidate& cue, const std::vector<WantedLabel>& wanted) {
  ChainFeatures features;
  add_role_features(made.words(), seats_around(made.words(), all_of(made), cue), cue, {cue}, features);
  RoleScratch scratch;
  return label_roles(made.words(), all_of(made), cue, {cue}, table_for(features, role_shape(), kRoleBucketBits, wanted),
                     scratch);
}

TEST(SeatsAround, AQuotationThatTheCueStandsOutsideOfIsOneSeat) {
  const MadeSheet made("“The ‘ferry’ leaks,” Holm said.");
  EXPECT_THAT(seat_texts(made, made.cue("said")), ElementsAre("“The ‘ferry’ leaks,”", "Holm", "said", "."));
  const std::vector<Seat> seats = seats_around(made.words(), all_of(made), made.cue("said"));
  EXPECT_TRUE(seats[0].quotation);
  EXPECT_FALSE(seats[1].quotation);
}

TEST(SeatsAround, AQuotationAroundTheCueIsItsWords) {
  const MadeSheet made("“Holm said it ‘leaks badly’ now,” they wrote.");
  EXPECT_THAT(seat_texts(made, made.cue("said")),
              ElementsAre("“", "Holm", "said", "it", "‘leaks badly’", "now", ",", "”", "they", "wrote", "."));
}

TEST(SeatsAround, TheRootOfAQuotationIsTheWordThatGovernsIt) {
  const MadeSheet made("“The ferry leaks,” Holm said.", {4, 3, 4, 8, 4, 4, 8, 0, 8});
  const std::vector<Seat> seats = seats_around(made.words(), all_of(made), made.cue("said"));
  EXPECT_EQ(seats[0].root, made.place("leaks"));
  EXPECT_EQ(seats[1].root, made.place("Holm"));
}

TEST(SeatsAround, AQuotationIsCutWhereTheWindowEnds) {
  const MadeSheet made("Holm said “the ferry leaks badly.”");
  const std::vector<Seat> seats = seats_around(made.words(), {0, made.place("badly")}, made.cue("said"));
  EXPECT_EQ(made.text(seats.back().words), "“the ferry leaks");
}

TEST(LabelRoles, SpansAreThoseOfTheBestLabelling) {
  const MadeSheet made("Karin Holm said the ferry leaks.");
  const LabelledRoles roles = roles_of(made, made.cue("said"),
                                       {{0, kSource, kSure},
                                        {1, kSource + 1, kSure},
                                        {2, 0, kSure},
                                        {3, kContent, kSure},
                                        {4, kContent + 1, kSure},
                                        {5, kContent + 1, kSure},
                                        {6, 0, kSure}});
  EXPECT_THAT(made.texts(roles.source), ElementsAre("Karin Holm"));
  EXPECT_THAT(made.texts(roles.content), ElementsAre("the ferry leaks"));
  EXPECT_GT(roles.begins, 0.8F);
  EXPECT_GT(roles.ends, 0.8F);
  EXPECT_GT(roles.inside, 0.8F);
  EXPECT_GT(roles.source_begins, 0.8F);
  EXPECT_LT(roles.log_probability, 0);
  EXPECT_GT(roles.log_probability, -1);
}

TEST(LabelRoles, ContentMayHaveSeveralPiecesAndAQuotationIsTakenWhole) {
  const MadeSheet made("“The ferry,” Holm said, “leaks.”");
  const LabelledRoles roles =
      roles_of(made, made.cue("said"),
               {{0, kContent, kSure}, {1, kSource, kSure}, {2, 0, kSure}, {3, 0, kSure}, {4, kContent, kSure}});
  EXPECT_THAT(made.texts(roles.content), ElementsAre("“The ferry,”", "“leaks.”"));
  EXPECT_THAT(made.texts(roles.source), ElementsAre("Holm"));
}

TEST(LabelRoles, ContentIsTakenWhereItIsLikeliestIfTheBestLabellingHasNone) {
  const MadeSheet made("Holm said so twice.");
  const LabelledRoles roles =
      roles_of(made, made.cue("said"),
               {{0, 0, kSure}, {1, 0, kSure}, {2, 0, 2}, {2, kContent, 1}, {3, 0, kSure}, {4, 0, kSure}});
  EXPECT_THAT(made.texts(roles.content), ElementsAre("so"));
  EXPECT_THAT(roles.source, IsEmpty());
  EXPECT_LT(roles.begins, 0.5F);
}

TEST(LabelRoles, UnsureLabelsHaveLowProbabilities) {
  const MadeSheet made("Karin Holm said the ferry leaks.");
  const LabelledRoles roles = roles_of(made, made.cue("said"), {{3, kContent, 0.5F}});
  EXPECT_LT(roles.begins, 0.6F);
  EXPECT_LT(roles.log_probability, -2);
}

TEST(LabelRoles, AnEmptyWindowHasNone) {
  const MadeSheet made("Holm said so.");
  RoleScratch scratch;
  const ChainTable table(role_shape(), 8, std::vector<float>(8, 0.0F), {});
  const LabelledRoles roles = label_roles(made.words(), {2, 2}, made.cue("said"), {}, table, scratch);
  EXPECT_THAT(roles.content, IsEmpty());
  EXPECT_THAT(roles.source, IsEmpty());
}

TEST(AddRoleFeatures, DependOnTheCue) {
  const MadeSheet made("Holm said and wrote so.");
  const auto features_of = [&](std::string_view cue) {
    ChainFeatures features;
    const CueCandidate candidate = made.cue(cue);
    add_role_features(made.words(), seats_around(made.words(), all_of(made), candidate), candidate, {candidate},
                      features);
    EXPECT_EQ(features.size(), made.words().size());
    for (const std::uint32_t bucket : features.buckets) EXPECT_LT(bucket, 1U << kRoleBucketBits);
    return features.buckets;
  };
  EXPECT_EQ(features_of("said"), features_of("said"));
  EXPECT_NE(features_of("said"), features_of("wrote"));
}

}  // namespace
}  // namespace quoth
