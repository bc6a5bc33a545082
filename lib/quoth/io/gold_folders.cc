#include "quoth/io/gold_folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "quoth/base/error.h"
#include "quoth/base/json_lines_internal.h"
#include "quoth/base/model_file.h"
#include "quoth/io/gold_article_writer.h"
#include "quoth/io/json_members_internal.h"
#include "quoth/text/utf8.h"

namespace quoth {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
  std::error_code code;
  return fs::exists(path, code);
}

// `path` with `extension` added to its last name, which may hold dots.
fs::path with_extension(const fs::path& path, const char* extension) {
  return fs::path(path.string() + extension);
}

// The files of that extension in `folder` and below, hidden ones left out, sorted.
std::vector<fs::path> files_below(const std::string& folder, const char* extension) {
  std::vector<fs::path> files;
  std::error_code code;
  if (!fs::is_directory(folder, code)) throw Error(folder, "is no folder", "a folder of articles");
  for (auto entry = fs::recursive_directory_iterator(folder, code);
       !code && entry != fs::recursive_directory_iterator(); entry.increment(code)) {
    if (entry->path().filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
    } else if (entry->path().extension() == extension && entry->is_regular_file()) {
      files.push_back(entry->path());
    }
  }
  if (code) throw Error(folder, "cannot be read: " + code.message());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> some_files_below(const std::string& folder, const char* extension) {
  std::vector<fs::path> files = files_below(folder, extension);
  if (files.empty()) throw Error(folder, fmt::format("has no {} files", extension), "articles with attributions");
  return files;
}

void refuse_to_overwrite(const std::vector<GoldArticle>& articles, const std::string& folder,
                         const std::vector<const char*>& extensions) {
  for (const GoldArticle& article : articles) {
    for (const char* extension : extensions) {
      const fs::path file = with_extension(fs::path(folder) / gold_file_name(article.id), extension);
      if (is_there(file)) throw Error(file.string(), "exists", "", "write to a new folder, so that nothing is lost");
    }
  }
}

// Where the files of the article go, without extension; the folders are there then.
fs::path place_of(const GoldArticle& article, const std::string& folder) {
  fs::path place = fs::path(folder) / gold_file_name(article.id);
  std::error_code code;
  fs::create_directories(place.parent_path(), code);
  if (code) throw Error(place.parent_path().string(), "cannot be made: " + code.message());
  return place;
}

// The bytes of a file, which are valid UTF-8 and may be none at all.
std::string read_utf8(const fs::path& path, const std::string& expected) {
  std::error_code code;
  if (fs::file_size(path, code) == 0 && !code) return {};
  std::string bytes = read_data_file(path.string(), expected);
  std::string mended;
  std::vector<TextFault> faults;
  repair_utf8(bytes, bytes.size(), mended, faults);
  if (faults.empty()) return bytes;
  throw Error(path.string(), fmt::format("has invalid UTF-8 at byte {}", faults.front().offset),
              expected + " in UTF-8");
}

// Where the text of the annotations `stem`.ann is, without its extension.
fs::path text_of(const fs::path& stem, const fs::path& below, const std::string& texts) {
  fs::path place = texts.empty() ? stem : fs::path(texts) / below;
  if (is_there(with_extension(place, ".txt"))) return place;
  const std::string whole = place.string();
  const std::size_t end = whole.rfind('_');
  if (!texts.empty() && end != std::string::npos && whole.find('/', end) == std::string::npos) {
    fs::path shorter(whole.substr(0, end));
    if (is_there(with_extension(shorter, ".txt"))) return shorter;
  }
  throw Error(with_extension(stem, ".ann").string(), "has no text", with_extension(place, ".txt").string(),
              "name the folder of the texts with --texts");
}

std::string id_of(std::string_view name) {
  std::string id;
  for (std::size_t i = 0; i < name.size(); ++i) {
    unsigned byte = 0;
    const char* digits = name.data() + i + 1;
    if (name[i] == '%' && i + 2 < name.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      id += static_cast<char>(byte);
      i += 2;
    } else if (name[i] != '%') {
      id += name[i];
    }
  }
  return id;
}

void read_facts(const fs::path& path, GoldArticle& article) {
  const std::string where = path.string();
  const auto json =
      parse_object(read_utf8(path, "a JSON object"), where, "an object with \"date\", \"title\", \"outlet\"");
  article.date = optional_string(json, "date", where);
  article.title = optional_string(json, "title", where);
  article.outlet = optional_string(json, "outlet", where);
}

std::string facts_of(const GoldArticle& article) {
  std::string members;
  append_optional_member("title", article.title, members);
  append_optional_member("date", article.date, members);
  append_optional_member("outlet", article.outlet, members);
  return members.empty() ? members : "{" + members.substr(1) + "}\n";
}

}  // namespace

std::string gold_file_name(const std::string& id) {
  std::string name;
  for (const char c : id + "/") {
    const bool begins = name.empty() || name.back() == '/';
    const auto byte = static_cast<unsigned char>(c);
    if (c == '/' && begins) name += '%';
    const bool unsafe = byte < 0x20 || byte == 0x7f || c == '%' || c == '\\' || c == ':' || (c == '.' && begins);
    name += unsafe ? fmt::format("%{:02X}", byte) : std::string(1, c);
  }
  name.pop_back();
  return name;
}

std::vector<GoldArticle> read_brat_folder(const std::string& folder, const std::string& texts, const BratTypes& types) {
  std::vector<GoldArticle> articles;
  for (const fs::path& file : some_files_below(folder, ".ann")) {
    const fs::path stem = fs::path(file).replace_extension();
    const fs::path below = stem.lexically_relative(folder);
    const fs::path text = text_of(stem, below, texts);
    GoldArticle article;
    article.id = id_of(below.generic_string());
    article.where = file.string();
    article.text = read_utf8(with_extension(text, ".txt"), "a text");
    if (is_there(with_extension(text, ".json"))) read_facts(with_extension(text, ".json"), article);
    read_brat(read_utf8(file, "annotations of brat"), file.string(), types, article);
    articles.push_back(std::move(article));
  }
  return articles;
}

void write_brat_folder(const std::vector<GoldArticle>& articles, const std::string& folder, const BratTypes& types) {
  refuse_to_overwrite(articles, folder, {".txt", ".ann", ".json"});
  for (const GoldArticle& article : articles) {
    const fs::path place = place_of(article, folder);
    write_file_atomically(with_extension(place, ".txt").string(), article.text);
    write_file_atomically(with_extension(place, ".ann").string(), brat_annotations(article, types));
    const std::string facts = facts_of(article);
    if (!facts.empty()) write_file_atomically(with_extension(place, ".json").string(), facts);
  }
}

std::vector<GoldArticle> read_citron_folder(const std::string& folder) {
  std::vector<GoldArticle> articles;
  for (const fs::path& file : some_files_below(folder, ".json")) {
    articles.push_back(read_gold_article(file.string()));
    articles.back().id = id_of(fs::path(file).replace_extension().lexically_relative(folder).generic_string());
  }
  return articles;
}

void write_citron_folder(const std::vector<GoldArticle>& articles, const std::string& folder) {
  refuse_to_overwrite(articles, folder, {".json"});
  for (const GoldArticle& article : articles) {
    write_file_atomically(with_extension(place_of(article, folder), ".json").string(), citron_document(article));
  }
}

bool is_brat_folder(const std::string& folder) {
  std::error_code code;
  return fs::is_directory(folder, code) && !files_below(folder, ".ann").empty();
}

}  // namespace quoth
