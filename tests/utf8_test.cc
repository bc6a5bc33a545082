#include "quoth/text/utf8.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <utility>

namespace quoth {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kNoLimit = SIZE_MAX;

struct Repaired {
  std::string text;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> faults;  // offset, length
};

Repaired repaired(std::string_view bytes, std::size_t limit = kNoLimit) {
  Repaired result;
  std::vector<TextFault> faults;
  repair_utf8(bytes, limit, result.text, faults);
  for (const TextFault& fault : faults) result.faults.emplace_back(fault.offset, fault.length);
  return result;
}

TEST(RepairUtf8, LeavesWellFormedTextAlone) {
  const std::string text = "Xi’s détente 中国 🇨🇳 \xEF\xBF\xBE \xF4\x8F\xBF\xBF\r\n";
  EXPECT_EQ(repaired(text).text, text);
  EXPECT_THAT(repaired(text).faults, IsEmpty());
}

TEST(RepairUtf8, ReplacesEachMaximalSubpartOnce) {
  // Unicode 15, table 3-8.
  const Repaired result = repaired("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64");
  EXPECT_EQ(result.text, "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
  EXPECT_THAT(result.faults, ElementsAre(std::pair(1, 3), std::pair(4, 2), std::pair(6, 1), std::pair(8, 1),
                                         std::pair(10, 1), std::pair(11, 1)));
}

TEST(RepairUtf8, TakesOverlongFormsSurrogatesAndTooHighOnesByteByByte) {
  EXPECT_EQ(repaired("\xC0\xAF").text, "\uFFFD\uFFFD");
  EXPECT_EQ(repaired("\xE0\x80\xAF").text, "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(repaired("\xED\xA0\x80").text, "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(repaired("\xF0\x80\x80\xAF").text, "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(repaired("\xF4\x90\x80\x80").text, "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(repaired("\xFF").text, "\uFFFD");
}

TEST(RepairUtf8, MendsATextThatEndsWithinACharacter) {
  const Repaired result = repaired("Xi\xE2\x80");
  EXPECT_EQ(result.text, "Xi\uFFFD");
  EXPECT_THAT(result.faults, ElementsAre(std::pair(2, 2)));
}

TEST(RepairUtf8, DropsAByteOrderMarkAtTheStartAndCountsItInOffsets) {
  EXPECT_EQ(repaired("\uFEFFTalks").text, "Talks");
  EXPECT_EQ(repaired("Ta\uFEFFlks").text, "Ta\uFEFFlks");
  EXPECT_THAT(repaired("\uFEFFTalks\xFF").faults, ElementsAre(std::pair(8, 1)));
  EXPECT_EQ(repaired("\uFEFF").text, "");
  EXPECT_EQ(repaired("\xEF\xBB").text, "\uFFFD");
}

TEST(RepairUtf8, KeepsNulControlsAndCarriageReturns) {
  const std::string text("a\0b\x01\r\n\x7F", 7);
  EXPECT_EQ(repaired(text).text, text);
}

TEST(RepairUtf8, CutsWhereACharacterStartsAndReportsTheRest) {
  const Repaired result = repaired("Xi’s talks", 4);
  EXPECT_EQ(result.text, "Xi\uFFFD");
  EXPECT_THAT(result.faults, ElementsAre(std::pair(2, 10)));
  EXPECT_THAT(repaired("talks", 5).faults, IsEmpty());
}

TEST(RepairUtf8, ForgetsWhatTheTextHeldBefore) {
  std::string text = "before";
  std::vector<TextFault> faults(3);
  repair_utf8("after", kNoLimit, text, faults);
  EXPECT_EQ(text, "after");
  EXPECT_THAT(faults, IsEmpty());
}

}  // namespace
}  // namespace quoth
