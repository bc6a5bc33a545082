#include "quoth/io/code_point_offsets.h"

#include <gtest/gtest.h>

#include <string>

namespace quoth {
namespace {

TEST(CodePointOffsets, AreTheBytesOfAsciiText) {
  const std::string text(1000, 'a');
  const CodePointOffsets offsets(text);
  EXPECT_EQ(offsets.at(0), 0U);
  EXPECT_EQ(offsets.at(999), 999U);
  EXPECT_EQ(offsets.at(1000), 1000U);
}

TEST(CodePointOffsets, CountCodePointsOfOneToFourBytes) {
  const std::string text = "a“é中😀z";
  const CodePointOffsets offsets(text);
  EXPECT_EQ(offsets.at(1), 1U);
  EXPECT_EQ(offsets.at(4), 2U);
  EXPECT_EQ(offsets.at(6), 3U);
  EXPECT_EQ(offsets.at(9), 4U);
  EXPECT_EQ(offsets.at(13), 5U);
  EXPECT_EQ(offsets.at(14), 6U);
}

TEST(CodePointOffsets, AreRightAtEveryBoundaryAndInAnyOrder) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 3 == 0 ? "“ab" : i % 3 == 1 ? "中" : "😀 x";
  const CodePointOffsets offsets(text);
  std::uint32_t points = 0;
  for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80) continue;
    ASSERT_EQ(offsets.at(byte), points) << "at byte " << byte;
    ++points;
  }
  EXPECT_EQ(offsets.at(static_cast<std::uint32_t>(text.size())), points);
  EXPECT_EQ(offsets.at(0), 0U);
}

TEST(CodePointOffsets, OfAnEmptyTextAreZero) {
  EXPECT_EQ(CodePointOffsets("").at(0), 0U);
}

}  // namespace
}  // namespace quoth
