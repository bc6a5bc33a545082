// Whom "he" and "she" mean.
#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

#include "quoth/annotate/quotes.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/antecedent_features_internal.h"
#include "quoth/attribute/person_references_internal.h"
#include "statements_of.h"

namespace quoth {
namespace {

using Links = std::vector<std::string>;

// "he=Pavel Okun" a pronoun; nobody is "-". Descriptions stand for nobody named, but "the Norlandic leader" for the
// first entity.
Links links(std::string_view text) {
  const Document document = document_of(text);
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> classes = classify_words(document);
  const Reading reading(document, quotes, classes);
  const Mentions mentions = find_mentions(document, classes, invented_registry());
  const auto describe = [&](Range description, Range) {
    const Span span{document.tokens[description.begin].span.begin, document.tokens[description.end - 1].span.end};
    return document.view(span) == "The Norlandic leader" ? 0 : -1;
  };
  Links out;
  for (const PronounLink& link : link_pronouns(reading, mentions, describe)) {
    EXPECT_GT(link.probability, 0);
    EXPECT_LE(link.probability, 1);
    out.push_back(std::string(document.view(document.tokens[link.token].span)) + "=" +
                  (link.entity < 0 ? "-" : mentions.entities[static_cast<std::size_t>(link.entity)].name));
  }
  return out;
}

TEST(LinkPronouns, FollowGender) {
  EXPECT_EQ(links("Maren Aldous met Tomas Kell. She smiled. He wept."), (Links{"She=Maren Aldous", "He=Tomas Kell"}));
}

TEST(LinkPronouns, FollowTheSubjectRatherThanTheNearest) {
  EXPECT_EQ(links("Tomas Kell thanked Pavel Okun for the boats. He said that they were dry."),
            (Links{"He=Tomas Kell"}));
}

TEST(LinkPronouns, AsidesDoNotHideTheSubject) {
  EXPECT_EQ(links("Daniel Osgood, a retired historian who wrote on Pavel Okun, believes it was planned. “Nothing was "
                  "left out,” he says."),
            (Links{"he=Daniel Osgood"}));
}

TEST(LinkPronouns, DescriptionsCountAsReferences) {
  EXPECT_EQ(links("Tomas Kell met Pavel Okun. The Norlandic leader spoke first. He said that it was dry."),
            (Links{"He=Tomas Kell"}));
}

TEST(LinkPronouns, PeopleWithoutANameAreSomebodyElse) {
  EXPECT_EQ(links("Maren Aldous left. A woman came in. She said that it leaked."), (Links{"She=-"}));
}

TEST(LinkPronouns, LabelsOfTurnsAreNobodysHe) {
  EXPECT_EQ(links("Pavel Okun: The boats are late. He knows it.")[0], "He=-");
}

TEST(LinkPronouns, WithoutAnybodyTheyMeanNobody) {
  EXPECT_EQ(links("He wept."), (Links{"He=-"}));
  EXPECT_EQ(links(""), Links{});
}

TEST(LinkPronouns, WhatIsChosenTellsOnTheNext) {
  EXPECT_EQ(links("Pavel Okun came in. He sat down. Then he said that it leaked."),
            (Links{"He=Pavel Okun", "he=Pavel Okun"}));
}

TEST(AntecedentChances, SumToOne) {
  PersonReference pronoun;
  pronoun.sentence = 3;
  std::vector<PersonSoFar> people(4);
  std::vector<AntecedentCandidate> candidates;
  for (std::size_t i = 0; i < people.size(); ++i)
    candidates.push_back({.person = static_cast<std::int32_t>(i), .known = &people[i], .features = {}});
  set_antecedent_features(pronoun, candidates);
  const std::vector<double> chances = antecedent_chances(pronoun, candidates);
  ASSERT_EQ(chances.size(), candidates.size() + 1);
  EXPECT_NEAR(std::accumulate(chances.begin(), chances.end(), 0.0), 1.0, 1e-12);
}

TEST(AntecedentFeatures, HaveNamesAndStayInRange) {
  for (std::size_t f = 0; f < kAntecedentFeatures; ++f) EXPECT_FALSE(antecedent_feature_name(f).empty()) << f;
  const PersonSoFar somebody;
  std::vector<AntecedentCandidate> candidates = {{.person = 0, .known = &somebody, .features = {}}};
  set_antecedent_features({}, candidates);
  for (const std::uint8_t feature : candidates.front().features) EXPECT_LT(feature, kAntecedentFeatures);
}

TEST(LinkPronouns, PeopleOfAnyTradeCountAsReferences) {
  EXPECT_EQ(links("Tomas Kell slept. A violinist came in. She smiled."), (Links{"She=-"}));
}

TEST(LinkPronouns, WhatSomebodyIsCalledIsNobodyNew) {
  EXPECT_EQ(links("Tomas Kell was the cheapest officer there. He wept."), (Links{"He=Tomas Kell"}));
}

TEST(LinkPronouns, AnAsideIsNotItsOwnSubject) {
  EXPECT_EQ(links("Pavel Okun took that as an invitation. The Norlandic leader had asked, he recalled, whether it was "
                  "dry."),
            (Links{"he=Pavel Okun"}));
}

}  // namespace
}  // namespace quoth
