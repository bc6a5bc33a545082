// Small labelled corpora for tests.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

namespace quoth {

// A file in a temporary folder of this process, as tests run side by side; gone when this goes.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& name, const std::string& bytes)
      : folder_(std::filesystem::path(testing::TempDir()) / ("quoth_test_" + std::to_string(getpid()))),
        path_((folder_ / name).string()) {
    std::filesystem::create_directories(folder_);
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() {
    std::error_code code;
    std::filesystem::remove(path_, code);
    std::filesystem::remove(folder_, code);  // stays while another file is in it
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::filesystem::path folder_;
  std::string path_;
};

// Forty statements with a multi-label head "subject" (fish, wine, or none) and a single-label head "mood" (glad, sour).
inline std::string small_corpus() {
  const std::vector<std::string> fish = {"herring", "mackerel", "cod", "fishing boats", "trawlers"};
  const std::vector<std::string> wine = {"claret", "vineyards", "grapes", "the vintage", "barrels"};
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    const bool about_fish = i % 4 != 3;
    const bool about_wine = i % 4 >= 1 && i % 4 <= 2;
    const bool glad = i % 2 == 0;
    std::string text = glad ? "We gladly welcome the good talks" : "They wrecked the talks with reckless threats";
    if (about_fish) text += " on " + fish[i % 5] + " and the catch";
    if (about_wine) text += " about " + wine[i % 5] + " and the harvest";
    std::string subjects = about_fish ? "\"fish\"" : "";
    if (about_wine) subjects += std::string(about_fish ? ", " : "") + "\"wine\"";
    lines += "{\"id\": \"s" + std::to_string(i) + "\", \"text\": \"" + text + ".\", \"labels\": {\"subject\": [" +
             subjects + "], \"mood\": \"" + (glad ? "glad" : "sour") + "\"}}\n";
  }
  return lines;
}

}  // namespace quoth
