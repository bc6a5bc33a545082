#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

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

// The `count` likeliest roles around `cue` by a table that gives its seats these labels.
std::vector<LabelledRoles> likeliest(const MadeSheet& made, const CueCandidate& cue,
                                     const std::vector<WantedLabel>& wanted, std::uint32_t count) {
  ChainFeatures features;
  add_role_features(made.words(), seats_around(made.words(), all_of(made), cue), cue, {cue}, features);
  RoleScratch scratch;
  return label_roles(made.words(), all_of(made), cue, {cue}, table_for(features, role_shape(), kRoleBucketBits, wanted),
                     count, scratch);
}

LabelledRoles roles_of(const MadeSheet& made, const CueCandidate& cue, const std::vector<WantedLabel>& wanted) {
  return likeliest(made, cue, wanted, 1).front();
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

// What is surely outside is left out of the search for the best; that it scores must show all the same.
TEST(LabelRoles, ChancesCountWhatIsSurelyOutside) {
  const MadeSheet made("Aldous came late by boat, Holm said so, while rain fell on every roof.");
  const std::uint32_t source = made.place("Holm");
  std::vector<WantedLabel> wanted = {{source, kSource, 2}, {source + 1, 0, kSure}, {source + 2, kContent, 3}};
  for (std::uint32_t i = 0; i < made.words().size(); ++i)
    if (i < source || i > source + 2) wanted.push_back({i, 0, 12});
  const std::vector<LabelledRoles> roles = likeliest(made, made.cue("said"), wanted, 4);
  EXPECT_THAT(made.texts(roles.front().source), ElementsAre("Holm"));
  EXPECT_THAT(made.texts(roles.front().content), ElementsAre("so"));
  double all = 0;
  for (const LabelledRoles& one : roles) all += std::exp(one.log_probability);
  EXPECT_GT(all, 0.8);
  EXPECT_LE(all, 1.001);
}

TEST(LabelRoles, AnEmptyWindowHasNone) {
  const MadeSheet made("Holm said so.");
  RoleScratch scratch;
  const ChainTable table(role_shape(), 8, std::vector<float>(8, 0.0F), {});
  EXPECT_THAT(label_roles(made.words(), {2, 2}, made.cue("said"), {}, table, 4, scratch), IsEmpty());
}

TEST(LabelRoles, TheLikeliestComeFirstAndEachHasAContent) {
  const MadeSheet made("Holm said so.");
  const std::vector<LabelledRoles> roles =
      likeliest(made, made.cue("said"), {{0, kSource, 1}, {1, 0, kSure}, {2, kContent, kSure}, {3, 0, kSure}}, 4);
  ASSERT_GT(roles.size(), 1U);
  EXPECT_THAT(made.texts(roles[0].source), ElementsAre("Holm"));
  EXPECT_THAT(made.texts(roles[0].content), ElementsAre("so"));
  for (std::size_t i = 1; i < roles.size(); ++i) {
    EXPECT_LE(roles[i].log_probability, roles[i - 1].log_probability);
    EXPECT_FALSE(roles[i].content.empty());
  }
}

TEST(LabelRoles, ALabellingThatIsSureStandsAlone) {
  const MadeSheet made("Holm said so.");
  const std::vector<WantedLabel> wanted = {{0, kSource, 9}, {1, 0, 9}, {2, kContent, 9}, {3, 0, 9}};
  EXPECT_EQ(likeliest(made, made.cue("said"), wanted, 4).size(), 1U);
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
