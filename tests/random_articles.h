// Articles with attributions that nobody would write, for tests of formats.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "quoth/attribute/gold_articles.h"
#include "quoth/text/code_points.h"

namespace quoth {

class RandomArticles {
 public:
  explicit RandomArticles(std::uint32_t seed) : chance_(seed) {}

  GoldArticle next() {
    GoldArticle article;
    article.id = "article-" + std::to_string(below(1000000));
    const std::size_t length = below(60);
    for (std::size_t i = 0; i < length; ++i)
      article.text += pick({"a", "B", " ", "\n", "é", "“", "”", "国", "😀", "\t"});
    if (half()) article.date = "2025-11-24";
    if (half()) article.title = "Über “Marks”, \\ and /";
    if (half()) article.outlet = "Post";
    const std::size_t count = length == 0 ? 0 : below(5);
    for (std::size_t i = 0; i < count; ++i) {
      article.attributions.push_back(attribution(article.text));
      article.notes.push_back(note(article.attributions.back()));
    }
    return article;
  }

 private:
  Attribution attribution(const std::string& text) {
    Attribution one;
    one.source = spans(text, 0);
    one.cue = spans(text, 0);
    one.content = spans(text, 1);
    if (half()) one.speaker = name();
    if (one.speaker.empty() && half()) one.speakers = {name(), name()};
    if (half()) one.addressee = name();
    one.role = half() ? SpeakerRole::none : SpeakerRole::questioner;
    one.unquoted = half();
    one.nested = half();
    one.metonymy = half();
    return one;
  }

  // Sets of `one` what the note says is known.
  GoldNote note(Attribution& one) {
    GoldNote said;
    said.has_kind = half();
    if (said.has_kind) one.kind = half() ? AttributionKind::direct : AttributionKind::mixed;
    said.has_speaker = half() || !one.speaker.empty() || !one.speakers.empty();
    said.has_confidence = half();
    if (said.has_confidence) one.confidence = std::uniform_real_distribution<double>()(chance_);
    said.optional = half();
    return said;
  }

  std::vector<Span> spans(const std::string& text, std::size_t least) {
    std::vector<std::uint32_t> bounds;
    for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).length) {
      bounds.push_back(static_cast<std::uint32_t>(i));
    }
    bounds.push_back(static_cast<std::uint32_t>(text.size()));
    std::vector<Span> out;
    const std::size_t count = least + below(3);
    while (out.size() < count) {
      const Span span{bounds[below(bounds.size())], bounds[below(bounds.size())]};
      if (span.begin < span.end) out.push_back(span);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  std::string name() { return pick({"Ann Kerr", "Zoë", "习近平", "A:1 T2 \\ %", "\"Q\"", "U.S. Department of State"}); }

  std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(chance_); }
  bool half() { return below(2) == 0; }
  std::string pick(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }

  std::mt19937 chance_;
};

}  // namespace quoth
