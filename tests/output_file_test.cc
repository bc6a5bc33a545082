#include "quoth/io/output_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "quoth/base/error.h"

namespace quoth {
namespace {

std::string what_is_thrown(const std::string& path, const std::string& records) {
  try {
    OutputFile file(path);
    file.write(records);
    file.close();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(OutputFile, HoldsWhatWasWritten) {
  const std::string path = ::testing::TempDir() + "quoth_output_file_test_" + std::to_string(getpid());
  EXPECT_EQ(what_is_thrown(path, "older and longer\n"), "");
  EXPECT_EQ(what_is_thrown(path, "line\n"), "");
  std::ifstream file(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "line\n");
  std::filesystem::remove(path);
}

TEST(OutputFile, SaysWhatToDoWhereItCannotBeWritten) {
  EXPECT_EQ(what_is_thrown("/no/such/folder/out", "a"),
            "/no/such/folder/out: cannot be written: No such file or directory; make the folder first");
  EXPECT_EQ(what_is_thrown(::testing::TempDir(), "a"),
            ::testing::TempDir() + ": cannot be written: Is a directory; name a file, not a folder");
  EXPECT_EQ(what_is_thrown("/dev/full", "a"),
            "/dev/full: cannot be written: No space left on device; free some space and run again");
}

}  // namespace
}  // namespace quoth
