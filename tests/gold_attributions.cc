#include "gold_attributions.h"

#include <zlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace quoth {
namespace {

using nlohmann::json;

std::string read_unzipped(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error("cannot open " + path);
  std::string bytes;
  char block[65536];
  int got = 0;
  while ((got = gzread(file, block, sizeof block)) > 0) bytes.append(block, static_cast<std::size_t>(got));
  gzclose(file);
  if (got < 0) throw std::runtime_error("cannot read " + path);
  return bytes;
}

// The byte at which each code point begins, and the end.
std::vector<std::uint32_t> code_points(const std::string& text) {
  std::vector<std::uint32_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begins.push_back(static_cast<std::uint32_t>(i));
  }
  begins.push_back(static_cast<std::uint32_t>(text.size()));
  return begins;
}

std::vector<Span> spans(const json& value, const std::string& text, const std::vector<std::uint32_t>& begins,
                        bool& match) {
  std::vector<Span> out;
  if (!value.is_array()) return out;
  for (const json& span : value) {
    out.push_back({begins.at(span.at("start").get<std::size_t>()), begins.at(span.at("end").get<std::size_t>())});
    const auto words = span.find("text");
    if (words != span.end())
      match = match && words->get<std::string>() == text.substr(out.back().begin, out.back().size());
  }
  std::sort(out.begin(), out.end());
  return out;
}

json listed(const json& quote, const char* key) {
  const json value = quote.value(key, json());
  return value.is_object() ? json::array({value}) : value;
}

GoldAttribution read_quote(const json& quote, const std::string& text, const std::vector<std::uint32_t>& begins) {
  GoldAttribution gold;
  gold.source = spans(listed(quote, "sources"), text, begins, gold.spans_match);
  gold.cue = spans(listed(quote, "cue"), text, begins, gold.spans_match);
  gold.content = spans(listed(quote, "contents"), text, begins, gold.spans_match);
  gold.kind = quote.value("kind", std::string());
  gold.unquoted = quote.value("unquoted", false);
  const auto speaker = quote.find("speaker");
  if (speaker != quote.end()) gold.speaker = speaker->is_null() ? std::string() : speaker->get<std::string>();
  gold.speakers = quote.value("speakers", std::vector<std::string>());
  return gold;
}

// Indexes of the words that the spans touch.
std::vector<std::size_t> words_of(const Document& document, const std::vector<Span>& spans) {
  std::vector<std::size_t> out;
  for (const Span span : spans) {
    auto token = std::partition_point(document.tokens.begin(), document.tokens.end(),
                                      [&](const Token& t) { return t.span.end <= span.begin; });
    for (; token != document.tokens.end() && token->span.begin < span.end; ++token) {
      if (token->kind == TokenKind::word || token->kind == TokenKind::number)
        out.push_back(static_cast<std::size_t>(token - document.tokens.begin()));
    }
  }
  return out;
}

std::size_t shared(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::size_t i) { return std::binary_search(b.begin(), b.end(), i); }));
}

bool opens_and_closes(const Document& document, const std::vector<Span>& content) {
  if (content.empty()) return false;
  const std::string_view first = document.view(content.front());
  const std::string_view last = document.view(content.back());
  const bool opens =
      first.starts_with('"') || first.starts_with("“") || first.starts_with("‘") || first.starts_with('\'');
  return opens && (last.ends_with('"') || last.ends_with("”") || last.ends_with("’") || last.ends_with('\''));
}

struct Pair {
  double jaccard = 0;
  std::size_t gold = 0;
  std::size_t predicted = 0;
};

}  // namespace

std::vector<GoldDocument> read_gold(const std::string& path) {
  std::istringstream lines(read_unzipped(path));
  std::vector<GoldDocument> out;
  std::string line;
  while (std::getline(lines, line)) {
    const json object = json::parse(line);
    GoldDocument document{.id = object.at("id").get<std::string>(),
                          .text = object.at("text").get<std::string>(),
                          .date = object.value("date", std::string()),
                          .attributions = {}};
    const std::vector<std::uint32_t> begins = code_points(document.text);
    for (const json& quote : object.at("quotes"))
      document.attributions.push_back(read_quote(quote, document.text, begins));
    out.push_back(std::move(document));
  }
  return out;
}

void count_agreement(const Document& document, const std::vector<GoldAttribution>& gold,
                     const std::vector<Attribution>& predicted, Agreement& agreement) {
  std::vector<Pair> pairs;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    const std::vector<std::size_t> content = words_of(document, gold[g].content);
    const std::vector<std::size_t> source = words_of(document, gold[g].source);
    const bool direct = opens_and_closes(document, gold[g].content);
    bool found = false;
    for (std::size_t p = 0; p < predicted.size(); ++p) {
      const std::vector<std::size_t> other = words_of(document, predicted[p].content);
      const std::vector<std::size_t> other_source = words_of(document, predicted[p].source);
      const std::size_t both = shared(content, other);
      const double jaccard =
          both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(content.size() + other.size() - both);
      const bool same_source = (source.empty() && other_source.empty()) || shared(source, other_source) > 0;
      if (jaccard < 0.5 || !same_source) continue;
      pairs.push_back({jaccard, g, p});
      found = true;
    }
    agreement.gold_direct += direct ? 1 : 0;
    agreement.direct_found += direct && found ? 1 : 0;
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.jaccard > b.jaccard; });
  std::vector<bool> gold_taken(gold.size());
  std::vector<bool> predicted_taken(predicted.size());
  for (const Pair& pair : pairs) {
    if (gold_taken[pair.gold] || predicted_taken[pair.predicted]) continue;
    gold_taken[pair.gold] = predicted_taken[pair.predicted] = true;
    ++agreement.matched;
  }
  agreement.gold += static_cast<int>(gold.size());
  agreement.predicted += static_cast<int>(predicted.size());
}

}  // namespace quoth
