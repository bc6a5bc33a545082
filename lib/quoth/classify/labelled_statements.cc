#include "quoth/classify/labelled_statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "quoth/base/error.h"
#include "quoth/base/json_lines_internal.h"
#include "quoth/base/xxh128_internal.h"

namespace quoth {
namespace {

using Json = nlohmann::json;

constexpr const char* kExpectedFile = "labelled statements, one JSON object a line";

// A head while its labels are still being found: statements hold their names.
struct GrowingHead {
  bool multi_label = false;
  std::string first_seen;  // "file:line"
  std::set<std::string> labels;
};

struct NamedLabels {
  std::map<std::string, std::vector<std::string>> heads;
};

std::string label_of(const Json& json, const std::string& head, const std::string& where) {
  if (!json.is_string()) {
    throw Error(where, fmt::format("\"labels.{}\" holds {}", head, kind_of(json)), "labels, which are strings");
  }
  auto label = json.get<std::string>();
  if (label.empty()) throw Error(where, fmt::format("\"labels.{}\" holds an empty label", head));
  return label;
}

// A line of the STYLE of errors: the head was of one form before and is of the other one here.
[[noreturn]] void throw_mixed(const std::string& where, const std::string& name, const GrowingHead& head,
                              bool is_list) {
  const char* here = is_list ? "a list" : "a single label";
  const char* before = head.multi_label ? "a list" : "a single label";
  const std::string file = where.substr(0, where.rfind(':'));
  const std::size_t colon = head.first_seen.rfind(':');
  const std::string there =
      head.first_seen.substr(0, colon) == file ? "line " + head.first_seen.substr(colon + 1) : head.first_seen;
  throw Error(where, fmt::format("\"labels.{}\" is {}, but {} gave {}", name, here, there, before), "",
              "a head is one or the other throughout");
}

NamedLabels read_labels(const Json& json, const std::string& where, std::map<std::string, GrowingHead>& heads) {
  const auto found = json.find("labels");
  if (found == json.end() || !found->is_object()) {
    throw Error(where, found == json.end() ? "has no \"labels\"" : fmt::format("\"labels\" is {}", kind_of(*found)),
                "an object of heads");
  }
  NamedLabels result;
  for (const auto& [name, value] : found->items()) {
    if (value.is_null()) continue;
    if (name.empty()) throw Error(where, "\"labels\" has a head without a name");
    const bool is_list = value.is_array();
    const auto [entry, is_new] = heads.try_emplace(name);
    GrowingHead& head = entry->second;
    if (is_new) {
      head.multi_label = is_list;
      head.first_seen = where;
    } else if (head.multi_label != is_list) {
      throw_mixed(where, name, head, is_list);
    }
    std::vector<std::string>& labels = result.heads[name];
    if (is_list) {
      for (const Json& item : value) labels.push_back(label_of(item, name, where));
    } else {
      labels.push_back(label_of(value, name, where));
    }
    std::sort(labels.begin(), labels.end());
    if (const auto twice = std::adjacent_find(labels.begin(), labels.end()); twice != labels.end()) {
      throw Error(where, fmt::format("\"labels.{}\" names \"{}\" twice", name, *twice));
    }
    head.labels.insert(labels.begin(), labels.end());
  }
  return result;
}

// Reads the lines of one file after another; finish() then gives labels their numbers.
class CorpusReader {
 public:
  void read(const std::string& path) {
    const std::string bytes = read_data_file(path, kExpectedFile);
    corpus_.files.push_back({path, 0, xxh128(bytes)});
    for_each_line(bytes, [this](std::string_view line, std::uint32_t number) { read_line(line, number); });
  }

  LabelledCorpus finish() {
    if (corpus_.statements.empty()) {
      throw Error(corpus_.files.empty() ? "corpus" : corpus_.files.front().path, "has no statements", kExpectedFile);
    }
    for (const auto& [name, head] : heads_) {
      corpus_.heads.push_back({name, head.multi_label, {head.labels.begin(), head.labels.end()}});
    }
    for (std::size_t i = 0; i < corpus_.statements.size(); ++i) number_labels(labels_[i], corpus_.statements[i]);
    return std::move(corpus_);
  }

 private:
  void read_line(std::string_view line, std::uint32_t number) {
    CorpusFile& file = corpus_.files.back();
    const std::string where = fmt::format("{}:{}", file.path, number);
    const Json json = parse_object(line, where, "an object with \"id\", \"text\" and \"labels\"");
    LabelledStatement statement;
    statement.id = required_string(json, "id", where);
    statement.text = required_string(json, "text", where);
    for (const char* key : {"speaker", "date", "target"}) optional_string(json, key, where);
    statement.file = static_cast<std::uint32_t>(corpus_.files.size() - 1);
    statement.line = number;
    const auto [other, is_new] = by_id_.try_emplace(statement.id, where);
    if (!is_new) {
      throw Error(where, fmt::format("has the id \"{}\" that {} has", statement.id, other->second), "an id of its own");
    }
    labels_.push_back(read_labels(json, where, heads_));
    corpus_.statements.push_back(std::move(statement));
    ++file.statements;
  }

  void number_labels(const NamedLabels& named, LabelledStatement& statement) const {
    statement.labels.resize(corpus_.heads.size());
    for (std::size_t h = 0; h < corpus_.heads.size(); ++h) {
      const std::vector<std::string>& known = corpus_.heads[h].labels;
      const auto given = named.heads.find(corpus_.heads[h].name);
      if (given == named.heads.end()) continue;
      auto& numbers = statement.labels[h].emplace();
      for (const std::string& label : given->second) {
        const auto place = std::lower_bound(known.begin(), known.end(), label);
        numbers.push_back(static_cast<std::uint32_t>(place - known.begin()));
      }
    }
  }

  LabelledCorpus corpus_;
  std::map<std::string, GrowingHead> heads_;
  std::vector<NamedLabels> labels_;                     // one a statement
  std::unordered_map<std::string, std::string> by_id_;  // "file:line"
};

}  // namespace

std::string LabelledCorpus::where(const LabelledStatement& statement) const {
  return fmt::format("{}:{}", files[statement.file].path, statement.line);
}

LabelledCorpus read_labelled_statements(const std::vector<std::string>& paths) {
  CorpusReader reader;
  for (const std::string& path : paths) reader.read(path);
  return reader.finish();
}

}  // namespace quoth
