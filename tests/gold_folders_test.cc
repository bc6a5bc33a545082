#include "quoth/io/gold_folders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "quoth/base/error.h"
#include "quoth/io/gold_article_writer.h"
#include "random_articles.h"

namespace quoth {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

namespace fs = std::filesystem;

class GoldFolders : public testing::Test {
 protected:
  GoldFolders() { fs::remove_all(folder_); }
  ~GoldFolders() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  static std::string error_of(const std::string& folder, const std::string& texts = {}) {
    try {
      read_brat_folder(folder, texts, {});
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

 private:
  fs::path folder_ = fs::path(testing::TempDir()) / ("gold_folders_test_" + std::to_string(getpid()));
};

std::string lines_of(std::vector<GoldArticle> articles) {
  std::sort(articles.begin(), articles.end(), [](const GoldArticle& a, const GoldArticle& b) { return a.id < b.id; });
  std::string lines;
  for (const GoldArticle& article : articles) append_gold_article(article, lines);
  return lines;
}

TEST_F(GoldFolders, OfBratGiveTheArticlesThatWereWritten) {
  RandomArticles random(3);
  std::vector<GoldArticle> articles(50);
  for (GoldArticle& article : articles) article = random.next();
  const std::vector<std::string> ids = {"",    "a/b",  "/c", "../d",   ".e",  "50%",
                                        "%41", "f//g", "h/", "i:j\\k", "x\n", "u.v"};
  for (std::size_t i = 0; i < ids.size(); ++i) articles[i].id = ids[i];
  write_brat_folder(articles, path("brat"), {});
  EXPECT_TRUE(is_brat_folder(path("brat")));
  EXPECT_EQ(lines_of(read_brat_folder(path("brat"), "", {})), lines_of(articles));
  EXPECT_FALSE(fs::exists(path("d.ann")));
}

TEST_F(GoldFolders, OfCitronGiveTheSpansThatWereWritten) {
  GoldArticle article;
  article.id = "a/b";
  article.text = "Yes, she said.";
  article.attributions.resize(1);
  article.attributions[0].cue = {{9, 13}};
  article.attributions[0].content = {{0, 3}};
  article.notes.resize(1);
  write_citron_folder({article}, path("citron"));
  EXPECT_FALSE(is_brat_folder(path("citron")));
  EXPECT_EQ(lines_of(read_citron_folder(path("citron"))), lines_of({article}));
}

TEST_F(GoldFolders, FindTextsInAnotherFolderThoughNamesEndInTheAnnotator) {
  write("texts/a_b.txt", "No.");
  write("texts/c.txt", "Yes.");
  write("ann/a_b_4e07.ann", "");
  write("ann/a_b_5fec.ann", "");
  write("ann/c.ann", "");
  write("ann/.hidden/d.ann", "");
  std::vector<std::string> ids;
  for (const GoldArticle& article : read_brat_folder(path("ann"), path("texts"), {})) {
    ids.push_back(article.id + ": " + article.text);
  }
  EXPECT_THAT(ids, ElementsAre("a_b_4e07: No.", "a_b_5fec: No.", "c: Yes."));
}

TEST_F(GoldFolders, KeepAByteOrderMarkWhichBratCounts) {
  write("a.txt", "\xEF\xBB\xBFYes");
  write("a.ann", "T1\tCue 1 4\tYes\nE1\tCue:T1\n");
  EXPECT_THAT(read_brat_folder(path(""), "", {}).at(0).attributions.at(0).cue, ElementsAre(Span{3, 6}));
}

TEST_F(GoldFolders, SayWhichFileIsWrong) {
  EXPECT_THAT(error_of(path("gone")), EndsWith("gone: is no folder, expected a folder of articles"));
  write("a.txt", "Yes \xFF no");
  EXPECT_THAT(error_of(path("")), HasSubstr("has no .ann files"));
  write("a.ann", "T1\tCue 0 3\tYes\n");
  EXPECT_THAT(error_of(path("")), EndsWith("a.txt: has invalid UTF-8 at byte 4, expected a text in UTF-8"));
  write("a.txt", "No, no");
  EXPECT_THAT(error_of(path("")), HasSubstr("a.ann:1: T1 says \"Yes\""));
  write("a.ann", "T1\tCue 0 3\tYe\xFF\n");
  EXPECT_THAT(error_of(path("")), HasSubstr("a.ann: has invalid UTF-8 at byte 13"));
  fs::remove(path("a.txt"));
  EXPECT_THAT(error_of(path("")), HasSubstr("a.ann: has no text, expected "));
}

TEST_F(GoldFolders, AreNeverOverwritten) {
  GoldArticle article;
  article.id = "b";
  article.text = "No.";
  GoldArticle other = article;
  other.id = "a";
  write("b.ann", "the work of weeks");
  EXPECT_THROW(write_brat_folder({other, article}, path(""), {}), Error);
  EXPECT_FALSE(fs::exists(path("a.txt")));
  write("b.json", "{}");
  EXPECT_THROW(write_citron_folder({other, article}, path("")), Error);
  EXPECT_FALSE(fs::exists(path("a.json")));
}

}  // namespace
}  // namespace quoth
