// How a text uses its names.
#include <gtest/gtest.h>

#include "quoth/annotate/quotes.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/name_evidence_internal.h"
#include "statements_of.h"

namespace quoth {
namespace {

NameEvidence evidence_of(std::string_view name, std::string_view text) {
  const Document document = document_of(text);
  const std::vector<Quote> quotes = find_quotes(document);
  const std::vector<std::uint32_t> classes = classify_words(document);
  const Reading reading(document, quotes, classes);
  const Mentions mentions = find_mentions(document, classes, invented_registry());
  const std::vector<NameEvidence> evidence = read_name_evidence(reading, mentions);
  EXPECT_EQ(evidence.size(), mentions.entities.size());
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (mentions.entities[i].name == name) return evidence[i];
  }
  ADD_FAILURE() << name << " is no entity";
  return {};
}

TEST(NameEvidence, CountsWhoActsAndSpeaks) {
  const NameEvidence name = evidence_of(
      "Quill Varn", "On Monday Quill Varn stayed. Later Quill Varn said it rained. “It did,” said Quill Varn.");
  EXPECT_EQ(name.times, 3U);
  EXPECT_EQ(name.acts, 1U);
  EXPECT_EQ(name.speaks, 2U);
  EXPECT_EQ(name.placed, 0U);
}

TEST(NameEvidence, CountsPlacesAndArticles) {
  const NameEvidence name = evidence_of("Quill Varn", "He taught at Quill Varn. The Quill Varn is old.");
  EXPECT_EQ(name.placed, 1U);
  EXPECT_EQ(name.determined, 1U);
}

TEST(NameEvidence, EndingsTellThings) {
  EXPECT_TRUE(evidence_of("Boxer Scholarship", "He won the Boxer Scholarship.").thing);
  EXPECT_FALSE(evidence_of("Quill Varn", "He met Quill Varn.").thing);
}

}  // namespace
}  // namespace quoth
