#include "quoth/annotate/treebank.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "quoth/base/error.h"

namespace quoth {
namespace {

constexpr std::size_t kColumns = 10;
enum Column { kId, kForm, kLemma, kUpos, kXpos, kFeatures, kHead, kRelation, kDependencies, kMisc };

bool is_number(std::string_view text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// "_" stands for an empty column.
std::string value_of(std::string_view column) {
  return column == "_" ? std::string() : std::string(column);
}

bool space_follows(std::string_view misc) {
  constexpr std::string_view kNoSpace = "SpaceAfter=No";
  for (std::size_t begin = 0; begin < misc.size();) {
    const std::size_t end = std::min(misc.find('|', begin), misc.size());
    if (misc.substr(begin, end - begin) == kNoSpace) return false;
    begin = end + 1;
  }
  return true;
}

class Parser {
 public:
  Parser(std::string where, Treebank& treebank) : where_(std::move(where)), treebank_(treebank) {}

  void read(std::string_view bytes) {
    const std::size_t sentences_before = treebank_.sentences.size();
    document_open_ = false;
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      std::string_view line = bytes.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      read_line(line);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    end_sentence();
    if (treebank_.sentences.size() == sentences_before) fail("holds no sentence", "CoNLL-U");
  }

 private:
  [[noreturn]] void fail(const std::string& found, const std::string& expected = {}) const {
    throw Error(where_ + ":" + std::to_string(line_), found, expected);
  }

  void read_line(std::string_view line) {
    if (line.empty()) {
      end_sentence();
    } else if (line.front() == '#') {
      read_comment(line);
    } else {
      read_columns(line);
    }
  }

  // The value of a comment "# name = value" of that name; false where it is another.
  static bool is_comment(std::string_view line, std::string_view name, std::string& value) {
    line.remove_prefix(1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!line.starts_with(name)) return false;
    line.remove_prefix(name.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!line.starts_with('=')) return false;
    line.remove_prefix(1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    value = line;
    return true;
  }

  void read_comment(std::string_view line) {
    std::string id;
    if (is_comment(line, "newdoc id", id)) open_document(std::move(id));
    if (line.starts_with("# newpar") || line.starts_with("# newdoc")) sentence_.opens_paragraph = true;
    if (is_comment(line, "sent_id", sentence_.id) || is_comment(line, "text", sentence_.text)) return;
  }

  void open_document(std::string id) {
    const auto begin = static_cast<std::uint32_t>(treebank_.sentences.size());
    treebank_.documents.push_back({std::move(id), {begin, begin}});
    document_open_ = true;
  }

  void read_columns(std::string_view line) {
    std::array<std::string_view, kColumns> columns;
    std::size_t count = 0;
    for (std::string_view rest = line;; ++count) {
      const std::size_t end = rest.find('\t');
      if (count < kColumns) columns[count] = rest.substr(0, end);
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    if (count + 1 != kColumns) fail("has " + std::to_string(count + 1) + " columns", "10 with tabs between");
    const std::string_view id = columns[kId];
    if (id.find('.') != std::string_view::npos) return;  // an empty node: no word of the text
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      add_surface(columns, id.substr(0, dash), id.substr(dash + 1));
    } else {
      add_word(columns);
    }
  }

  void add_surface(const std::array<std::string_view, kColumns>& columns, std::string_view first,
                   std::string_view last) {
    Range words;
    if (!is_number(first, words.begin) || !is_number(last, words.end) || words.begin != sentence_.words.size() + 1 ||
        words.end <= words.begin) {
      fail("covers the words \"" + std::string(columns[kId]) + "\"",
           "two or more from " + std::to_string(sentence_.words.size() + 1) + " on");
    }
    --words.begin;
    sentence_.surfaces.push_back(
        {words, std::string(columns[kForm]), value_of(columns[kMisc]), space_follows(columns[kMisc])});
  }

  void add_word(const std::array<std::string_view, kColumns>& columns) {
    std::uint32_t number = 0;
    if (!is_number(columns[kId], number) || number != sentence_.words.size() + 1) {
      fail("has the word number \"" + std::string(columns[kId]) + "\"", std::to_string(sentence_.words.size() + 1));
    }
    TreebankWord word;
    if (!is_number(columns[kHead], word.head)) fail("has the head \"" + std::string(columns[kHead]) + "\"", "a number");
    if (columns[kForm].empty()) fail("has a word without a form");
    word.form = columns[kForm];
    word.lemma = columns[kLemma];
    word.upos = value_of(columns[kUpos]);
    word.xpos = value_of(columns[kXpos]);
    word.relation = value_of(columns[kRelation]);
    word.misc = value_of(columns[kMisc]);
    word.space_after = space_follows(columns[kMisc]);
    sentence_.words.push_back(std::move(word));
  }

  void end_sentence() {
    if (sentence_.words.empty()) return;
    const std::size_t size = sentence_.words.size();
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint32_t head = sentence_.words[i].head;
      if (head > size || head == i + 1) {
        fail("ends a sentence of " + std::to_string(size) + " words of which number " + std::to_string(i + 1) +
             " has the head " + std::to_string(head));
      }
    }
    if (!sentence_.surfaces.empty() && sentence_.surfaces.back().words.end > size) {
      fail("ends a sentence within the words that \"" + sentence_.surfaces.back().form + "\" covers");
    }
    if (!document_open_) open_document({});
    sentence_.document = static_cast<std::uint32_t>(treebank_.documents.size() - 1);
    treebank_.sentences.push_back(std::move(sentence_));
    treebank_.documents.back().sentences.end = static_cast<std::uint32_t>(treebank_.sentences.size());
    sentence_ = {};
  }

  std::string where_;
  Treebank& treebank_;
  TreebankSentence sentence_;
  std::size_t line_ = 0;
  bool document_open_ = false;
};

}  // namespace

void read_treebank(const std::string& path, Treebank& treebank) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path, "cannot be read", "a treebank in CoNLL-U");
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  parse_treebank(bytes, path, treebank);
}

void parse_treebank(std::string_view bytes, const std::string& where, Treebank& treebank) {
  Parser(where, treebank).read(bytes);
}

}  // namespace quoth
