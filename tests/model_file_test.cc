#include "quoth/base/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "quoth/base/error.h"

namespace quoth {
namespace {

using testing::HasSubstr;

std::string small_file() {
  return model_file_bytes("statements", {{"card", "{\"name\": \"a\"}"}, {"weights", "0123456789"}});
}

std::string message_of(const std::string& bytes) {
  try {
    ModelFile::parse(bytes, "a.quoth");
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

std::string temporary(const std::string& name) {
  return (std::filesystem::path(testing::TempDir()) / name).string();
}

TEST(ModelFile, GivesBackItsSections) {
  const ModelFile file = ModelFile::parse(small_file(), "a.quoth");
  EXPECT_EQ(file.kind(), "statements");
  EXPECT_EQ(file.section("card"), "{\"name\": \"a\"}");
  EXPECT_EQ(file.section("weights"), "0123456789");
  ASSERT_EQ(file.sections().size(), 2);
  EXPECT_EQ(file.sections()[1].size, 10);
}

TEST(ModelFile, HasTheBytesThatItsDocumentSays) {
  const std::string bytes = model_file_bytes("k", {{"s", "123456789"}});
  ASSERT_EQ(bytes.size(), 48 + 48 + 9);
  EXPECT_EQ(bytes.substr(0, 8), "\x93QUOTH\r\n");
  EXPECT_EQ(bytes.substr(8, 4), std::string("\x01\0\0\0", 4));
  EXPECT_EQ(bytes.substr(12, 4), std::string("\x01\0\0\0", 4));
  EXPECT_EQ(bytes.substr(16, 8), std::string("\x69\0\0\0\0\0\0\0", 8));
  EXPECT_EQ(bytes.substr(24, 16), "k" + std::string(15, '\0'));
  EXPECT_EQ(bytes.substr(48, 24), "s" + std::string(23, '\0'));
  EXPECT_EQ(bytes.substr(72, 8), std::string("\x60\0\0\0\0\0\0\0", 8));
  EXPECT_EQ(bytes.substr(80, 8), std::string("\x09\0\0\0\0\0\0\0", 8));
  // The check value of CRC-32 for "123456789" is CBF43926.
  EXPECT_EQ(bytes.substr(88, 4), "\x26\x39\xF4\xCB");
}

TEST(ModelFile, CutAtAnyByteIsAnError) {
  const std::string bytes = small_file();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(ModelFile::parse(bytes.substr(0, size), "a.quoth"), Error) << size;
  }
  EXPECT_THROW(ModelFile::parse(bytes + '\0', "a.quoth"), Error);
}

TEST(ModelFile, AnyByteChangedIsAnError) {
  const std::string bytes = small_file();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int change : {0x01, 0x80, 0xff}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ change);
      EXPECT_THROW(ModelFile::parse(changed, "a.quoth"), Error) << i << " " << change;
    }
  }
}

TEST(ModelFile, SaysWhichSectionIsDamagedAndItsChecksums) {
  std::string bytes = small_file();
  bytes.back() = 'x';
  const std::string message = message_of(bytes);
  EXPECT_THAT(message,
              testing::MatchesRegex("a.quoth: section \"weights\" has checksum [0-9a-f]+, expected a684c7c6; the file "
                                    "is damaged, copy it again or retrain"));
}

TEST(ModelFile, SaysWhichVersionIsRead) {
  std::string bytes = small_file();
  bytes[8] = 7;
  EXPECT_EQ(
      message_of(bytes),
      "a.quoth: has format version 7, expected version 1, the only one this program reads; retrain, or use the program "
      "that wrote it");
}

TEST(ModelFile, SaysThatATextIsNoModel) {
  EXPECT_EQ(message_of("Dear Sir"), "a.quoth: is no model file of quoth, expected a file written by quoth train");
}

TEST(ModelFile, SaysHowMuchOfItIsMissing) {
  const std::string bytes = small_file();
  EXPECT_THAT(
      message_of(bytes.substr(0, bytes.size() - 3)),
      HasSubstr("has " + std::to_string(bytes.size() - 3) + " bytes, expected " + std::to_string(bytes.size())));
}

TEST(ModelFile, SectionsThatOverlapOrRunPastTheEndAreErrors) {
  // A header made anew by hand, so that its checksum is right and only the table is wrong.
  const auto file_with_offset = [](std::uint64_t offset, std::uint64_t size) {
    std::string bytes = model_file_bytes("k", {{"a", "xx"}, {"b", "yy"}});
    ByteWriter entry;
    entry.u64(offset);
    entry.u64(size);
    bytes.replace(48 + 48 + 24, 16, entry.take());
    return bytes;
  };
  EXPECT_NE(message_of(file_with_offset(144, 2)), "no error");
  EXPECT_NE(message_of(file_with_offset(146, 1000)), "no error");
  EXPECT_NE(message_of(file_with_offset(146, ~std::uint64_t{0})), "no error");
}

TEST(ModelFile, NamesAMissingSectionAndAnotherKind) {
  const ModelFile file = ModelFile::parse(small_file(), "a.quoth");
  EXPECT_THROW(file.section("heads"), Error);
  EXPECT_NO_THROW(file.expect_kind("statements"));
  EXPECT_THROW(file.expect_kind("quotes"), Error);
}

TEST(ModelFile, RefusesNamesThatDoNotFitItsTable) {
  EXPECT_THROW(model_file_bytes("k", {{std::string(24, 's'), ""}}), Error);
  EXPECT_THROW(model_file_bytes("", {}), Error);
}

TEST(ModelFile, IsReadFromDiskAsWritten) {
  const std::string path = temporary("written.quoth");
  write_file_atomically(path, small_file());
  EXPECT_EQ(ModelFile::read(path).section("weights"), "0123456789");
  EXPECT_FALSE(std::filesystem::exists(path + ".part"));
  std::filesystem::remove(path);
}

TEST(ModelFile, ThatIsNotThereIsAnErrorWithItsName) {
  try {
    ModelFile::read("nowhere/a.quoth");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "nowhere/a.quoth: No such file or directory, expected a model file");
  }
  EXPECT_THROW(ModelFile::read(testing::TempDir()), Error);
}

TEST(WriteFileAtomically, LeavesTheOldFileWhereItCannotWrite) {
  EXPECT_THROW(write_file_atomically("nowhere/a.quoth", "x"), Error);
  EXPECT_THROW(write_file_atomically(testing::TempDir(), "x"), Error);
}

}  // namespace
}  // namespace quoth
