#include "quoth/attribute/gold_articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <unordered_map>

#include "quoth/base/error.h"
#include "quoth/base/json_lines_internal.h"
#include "quoth/base/xxh128_internal.h"
#include "quoth/text/code_points.h"

namespace quoth {
namespace {

using Json = nlohmann::json;

constexpr const char* kExpectedObject = "an object with \"id\", \"text\" and \"quotes\"";
constexpr const char* kExpectedFile = "articles with \"quotes\", one JSON object a line";

// The byte at which each code point of the text begins, and its end.
std::vector<std::uint32_t> code_point_bytes(std::string_view text) {
  std::vector<std::uint32_t> bytes;
  bytes.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).length) {
    bytes.push_back(static_cast<std::uint32_t>(i));
  }
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

std::string without_space(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (!is_space(point.value)) out += text.substr(i, point.length);
    i += point.length;
  }
  return out;
}

// Reads the attributions of one article.
class QuoteReader {
 public:
  QuoteReader(const GoldArticle& article, const std::string& where)
      : text_(article.text), where_(where), bytes_(code_point_bytes(article.text)) {}

  void read(const Json& quote, GoldArticle& article) const {
    if (!quote.is_object()) throw Error(where_, fmt::format("\"quotes\" holds {}", kind_of(quote)), "objects");
    Attribution attribution;
    GoldNote note;
    attribution.source = spans(quote, "sources");
    attribution.cue = spans(quote, "cue");
    attribution.content = spans(quote, "contents");
    attribution.unquoted = flag(quote, "unquoted");
    attribution.nested = flag(quote, "nested");
    attribution.metonymy = flag(quote, "metonymy");
    attribution.speaker = optional_string(quote, "speaker", where_);
    attribution.speakers = names(quote, "speakers");
    attribution.addressee = optional_string(quote, "addressee", where_);
    if (optional_string(quote, "role", where_) == "questioner") attribution.role = SpeakerRole::questioner;
    note.has_kind = read_kind(quote, attribution.kind);
    note.has_speaker = quote.contains("speaker") || !attribution.speakers.empty();
    note.has_confidence = read_confidence(quote, attribution.confidence);
    note.optional = flag(quote, "optional");
    article.attributions.push_back(std::move(attribution));
    article.notes.push_back(note);
  }

 private:
  std::vector<Span> spans(const Json& quote, const char* key) const {
    std::vector<Span> out;
    const auto found = quote.find(key);
    if (found == quote.end() || found->is_null()) return out;
    if (found->is_object()) {
      out.push_back(span(*found, key));
    } else if (found->is_array()) {
      for (const Json& item : *found) out.push_back(span(item, key));
    } else {
      throw_kind(*found, key, where_, "spans");
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  Span span(const Json& json, const char* key) const {
    constexpr const char* kExpected = "{\"start\": NUMBER, \"end\": NUMBER}";
    const auto start = json.find("start");
    const auto end = json.find("end");
    if (!json.is_object()) throw Error(where_, fmt::format("\"{}\" holds {}", key, kind_of(json)), kExpected);
    if (start == json.end() || end == json.end() || !start->is_number_unsigned() || !end->is_number_unsigned()) {
      throw Error(where_, fmt::format("\"{}\" holds a span without numbers", key), kExpected);
    }
    const auto from = start->get<std::uint64_t>();
    const auto to = end->get<std::uint64_t>();
    const std::size_t length = bytes_.size() - 1;
    if (from >= to || to > length) {
      throw Error(where_, fmt::format("\"{}\" has a span from {} to {}", key, from, to),
                  fmt::format("start < end <= {}, the code points of the text", length));
    }
    const Span span{bytes_[from], bytes_[to]};
    check_words(json, key, span);
    return span;
  }

  void check_words(const Json& json, const char* key, Span span) const {
    const std::string words = optional_string(json, "text", where_);
    const std::string_view there = std::string_view(text_).substr(span.begin, span.size());
    if (words.empty() || words == there || without_space(words) == without_space(there)) return;
    throw Error(where_, fmt::format("\"{}\" says \"{}\" where the text has \"{}\"", key, words, there), "",
                "count offsets in code points, from 0, end exclusive");
  }

  bool flag(const Json& quote, const char* key) const {
    const auto found = quote.find(key);
    if (found == quote.end() || found->is_null()) return false;
    if (!found->is_boolean()) throw_kind(*found, key, where_, "true or false");
    return found->get<bool>();
  }

  std::vector<std::string> names(const Json& quote, const char* key) const {
    std::vector<std::string> out;
    const auto found = quote.find(key);
    if (found == quote.end() || found->is_null()) return out;
    if (!found->is_array()) throw_kind(*found, key, where_, "a list of names");
    for (const Json& name : *found) {
      if (!name.is_string()) throw Error(where_, fmt::format("\"{}\" holds {}", key, kind_of(name)), "names");
      out.push_back(name.get<std::string>());
    }
    return out;
  }

  bool read_kind(const Json& quote, AttributionKind& kind) const {
    const std::string name = optional_string(quote, "kind", where_);
    if (name.empty()) return false;
    for (const AttributionKind known : {AttributionKind::direct, AttributionKind::indirect, AttributionKind::mixed}) {
      if (name != to_string(known)) continue;
      kind = known;
      return true;
    }
    throw Error(where_, fmt::format("\"kind\" is \"{}\"", name), "direct, indirect or mixed");
  }

  // Citron writes the number as a string.
  bool read_confidence(const Json& quote, double& confidence) const {
    const auto found = quote.find("confidence");
    if (found == quote.end() || found->is_null()) return false;
    if (!found->is_string() && !found->is_number()) throw_kind(*found, "confidence", where_, "a number from 0 to 1");
    const std::string digits = found->is_string() ? found->get<std::string>() : found->dump();
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), confidence);
    const bool whole = fault == std::errc() && end == digits.data() + digits.size();
    if (whole && confidence >= 0 && confidence <= 1) return true;
    throw Error(where_, fmt::format("\"confidence\" is {}", digits), "a number from 0 to 1");
  }

  std::string_view text_;
  const std::string& where_;
  std::vector<std::uint32_t> bytes_;
};

// `json` has the "id" that it is to be called by.
GoldArticle read_article(const Json& json, const std::string& where) {
  GoldArticle article;
  article.where = where;
  article.id = required_string(json, "id", where);
  article.text = required_string(json, "text", where);
  article.date = optional_string(json, "date", where);
  article.title = optional_string(json, "title", where);
  article.outlet = optional_string(json, "outlet", where);
  const auto quotes = json.find("quotes");
  if (quotes == json.end()) throw Error(where, "has no \"quotes\"", "a list of attributions");
  if (!quotes->is_array()) throw_kind(*quotes, "quotes", where, "a list of attributions");
  const QuoteReader reader(article, where);
  for (const Json& quote : *quotes) reader.read(quote, article);
  return article;
}

}  // namespace

std::vector<GoldArticle> read_gold_articles(const std::vector<std::string>& paths, std::vector<GoldFile>* files) {
  std::vector<GoldArticle> articles;
  std::unordered_map<std::string, std::string> by_id;  // "file:line"
  for (const std::string& path : paths) {
    const std::string bytes = read_data_file(path, kExpectedFile);
    GoldFile file{path, 0, 0, {}};
    for_each_line(bytes, [&](std::string_view line, std::uint32_t number) {
      const std::string where = fmt::format("{}:{}", path, number);
      articles.push_back(read_article(parse_object(line, where, kExpectedObject), where));
      const GoldArticle& article = articles.back();
      ++file.articles;
      file.attributions += article.attributions.size();
      const auto [other, is_new] = by_id.try_emplace(article.id, article.where);
      if (is_new) return;
      throw Error(article.where, fmt::format("has the id \"{}\" that {} has", article.id, other->second),
                  "an id of its own");
    });
    if (files == nullptr) continue;
    file.xxh128 = xxh128(bytes);
    files->push_back(std::move(file));
  }
  if (articles.empty()) throw Error(paths.empty() ? "corpus" : paths.front(), "has no articles", kExpectedFile);
  return articles;
}

GoldArticle read_gold_article(const std::string& path) {
  constexpr const char* kExpected = "one JSON object with \"text\" and \"quotes\"";
  Json json;
  try {
    json = Json::parse(read_data_file(path, kExpected));
  } catch (const Json::parse_error& error) {
    throw Error(path, fmt::format("is no JSON from byte {} on", error.byte), kExpected);
  }
  if (!json.is_object()) throw Error(path, fmt::format("is {}", kind_of(json)), kExpected);
  if (!json.contains("id")) json["id"] = std::filesystem::path(path).stem().string();
  if (!json.contains("quotes")) json["quotes"] = Json::array();
  return read_article(json, path);
}

}  // namespace quoth
