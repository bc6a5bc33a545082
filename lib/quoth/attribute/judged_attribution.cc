#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "quoth/attribute/judged_attribution_internal.h"
#include "quoth/text/code_points.h"

namespace quoth {
namespace {

constexpr std::u32string_view kEdges = U" \t\r\n\u00a0\"“”‘’'«»「」『』„.,;:!?…—–-()[]";
constexpr std::u32string_view kOpening = U"\"“«「『„‘'";
constexpr std::u32string_view kClosing = U"\"”»」』“’'";
constexpr std::u32string_view kMarks = U"\"“”«»「」『』„";  // apostrophes could be anything
constexpr std::u32string_view kStops = U".,;:!? ";
constexpr std::u32string_view kJoiners = U"’'.-";

bool holds(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

// Python's \w: letters, anything of a numeric value, the underscore. Combining marks are none.
bool is_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
  const auto point = static_cast<UChar32>(c);
  return (U_GET_GC_MASK(point) & U_GC_L_MASK) != 0 || u_getIntPropertyValue(point, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

// What Python's strip() takes away: White_Space and the four separators among the control characters.
bool is_strippable(char32_t c) {
  return is_space(c) || (c >= 0x1C && c <= 0x1F);
}

// Where the run of word characters from `at` on ends.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!is_word(point.value)) break;
    at += point.length;
  }
  return at;
}

// `span` without what `is_edge` takes from its ends.
template <typename Predicate>
Span trimmed(std::string_view text, Span span, Predicate is_edge) {
  while (!span.empty()) {
    const CodePoint first = code_point_at(text, span.begin);
    if (!is_edge(first.value)) break;
    span.begin += first.length;
  }
  while (!span.empty()) {
    const CodePoint last = code_point_before(text, span.end);
    if (!is_edge(last.value)) break;
    span.end -= last.length;
  }
  return span;
}

std::string_view stripped(std::string_view text) {
  const Span span = trimmed(text, {0, static_cast<std::uint32_t>(text.size())}, is_strippable);
  return text.substr(span.begin, span.size());
}

std::string folded(std::string_view name) {
  const std::string_view bare = stripped(name);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, {bare.data(), static_cast<std::int32_t>(bare.size())}, sink, nullptr,
                         status);
  return out;
}

// Neighbouring pieces that only white space or punctuation parts are one piece.
std::vector<Span> merged_pieces(std::string_view text, const std::vector<Span>& spans) {
  const auto is_edge = [](char32_t c) { return holds(kEdges, c); };
  std::vector<Span> pieces;
  for (const Span span : spans) {
    const Span piece = trimmed(text, span, is_edge);
    if (!piece.empty()) pieces.push_back(piece);
  }
  std::sort(pieces.begin(), pieces.end());
  std::vector<Span> merged;
  for (const Span piece : pieces) {
    const std::uint32_t before = merged.empty() ? 0 : merged.back().end;
    if (!merged.empty() && (piece.begin <= before || trimmed(text, {before, piece.begin}, is_edge).empty())) {
      merged.back().end = std::max(before, piece.end);
    } else {
      merged.push_back(piece);
    }
  }
  return merged;
}

JudgedRole judged_role(std::string_view text, const std::vector<Span>& tokens, const std::vector<Span>& spans) {
  JudgedRole role{merged_pieces(text, spans), {}};
  for (const Span piece : role.pieces) {
    auto token = std::partition_point(tokens.begin(), tokens.end(), [&](Span t) { return t.end <= piece.begin; });
    for (; token != tokens.end() && token->begin < piece.end; ++token) {
      const auto index = static_cast<std::uint32_t>(token - tokens.begin());
      if (role.tokens.empty() || role.tokens.back() != index) role.tokens.push_back(index);
    }
  }
  return role;
}

AttributionKind form_of(std::string_view text, const std::vector<Span>& content) {
  std::string pieces;
  for (const Span span : content) pieces += text.substr(span.begin, span.size());
  std::string_view body = stripped(pieces);
  while (!body.empty() && holds(kStops, code_point_before(body, body.size()).value)) body.remove_suffix(1);
  if (body.empty()) return AttributionKind::indirect;
  bool marks = false;
  for (std::size_t i = 0; i < body.size() && !marks; i += code_point_at(body, i).length) {
    marks = holds(kMarks, code_point_at(body, i).value);
  }
  if (!marks) return AttributionKind::indirect;
  const bool whole =
      holds(kOpening, code_point_at(body, 0).value) && holds(kClosing, code_point_before(body, body.size()).value);
  return whole ? AttributionKind::direct : AttributionKind::mixed;
}

}  // namespace

std::vector<Span> evaluation_tokens(std::string_view text) {
  std::vector<Span> tokens;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = end_of_word(text, begin);
    if (end == begin) {
      begin += code_point_at(text, begin).length;
      continue;
    }
    while (end < text.size()) {
      const CodePoint joiner = code_point_at(text, end);
      if (!holds(kJoiners, joiner.value)) break;
      const std::size_t next = end_of_word(text, end + joiner.length);
      if (next == end + joiner.length) break;
      end = next;
    }
    tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  }
  return tokens;
}

std::vector<JudgedAttribution> judged_attributions(const GoldArticle& article, const std::vector<Span>& tokens) {
  std::vector<JudgedAttribution> judged;
  for (std::size_t i = 0; i < article.attributions.size(); ++i) {
    const Attribution& attribution = article.attributions[i];
    JudgedAttribution one;
    one.content = judged_role(article.text, tokens, attribution.content);
    if (one.content.tokens.empty()) continue;
    one.source = judged_role(article.text, tokens, attribution.source);
    one.cue = judged_role(article.text, tokens, attribution.cue);
    one.form = form_of(article.text, attribution.content);
    one.speaker = folded(attribution.speaker);
    one.addressee = folded(attribution.addressee);
    if (article.notes[i].has_kind) one.kind = to_string(attribution.kind);
    one.confidence = attribution.confidence;
    judged.push_back(std::move(one));
  }
  return judged;
}

}  // namespace quoth
