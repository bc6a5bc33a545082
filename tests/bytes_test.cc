#include "quoth/base/bytes.h"

#include <gtest/gtest.h>

#include "quoth/base/error.h"

namespace quoth {
namespace {

TEST(Bytes, AreLittleEndian) {
  ByteWriter writer;
  writer.u16(0x0102);
  writer.u32(0x03040506);
  writer.f32(1.0F);
  EXPECT_EQ(writer.take(), std::string("\x02\x01\x06\x05\x04\x03\0\0\x80\x3f", 10));
}

TEST(Bytes, ComeBackAsWritten) {
  ByteWriter writer;
  writer.u8(255);
  writer.u64(0xfedcba9876543210ULL);
  writer.f64(-0.1);
  writer.string("Xi \xE4\xB9\xA0");
  const std::string bytes = writer.take();
  ByteReader reader(bytes, "test");
  EXPECT_EQ(reader.u8(), 255);
  EXPECT_EQ(reader.u64(), 0xfedcba9876543210ULL);
  EXPECT_EQ(reader.f64(), -0.1);
  EXPECT_EQ(reader.string(), "Xi \xE4\xB9\xA0");
  EXPECT_NO_THROW(reader.expect_end());
}

TEST(ByteReader, ThrowsRatherThanReadPastTheEnd) {
  ByteReader reader("abc", "a.quoth: section \"heads\"");
  try {
    reader.u32();
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "a.quoth: section \"heads\": ends 1 bytes too early; the file is damaged, copy it again or retrain");
  }
  EXPECT_EQ(reader.left(), 3);
}

TEST(ByteReader, RefusesACountThatCannotBeThere) {
  const std::string bytes(
      "\xff\xff\xff\xff"
      "12345678",
      12);
  EXPECT_THROW(ByteReader(bytes, "test").count(1), Error);
  EXPECT_THROW(ByteReader(bytes, "test").string(), Error);
  const std::string two(
      "\x02\0\0\0"
      "12345678",
      12);
  EXPECT_EQ(ByteReader(two, "test").count(4), 2);
  EXPECT_THROW(ByteReader(two, "test").count(5), Error);
}

TEST(ByteReader, ReportsWhatIsLeftOver) {
  EXPECT_THROW(ByteReader("x", "test").expect_end(), Error);
}

}  // namespace
}  // namespace quoth
