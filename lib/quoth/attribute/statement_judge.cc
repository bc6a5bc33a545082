#include <algorithm>
#include <cmath>

#include "quoth/annotate/words.h"
#include "quoth/attribute/feature_buckets_internal.h"
#include "quoth/attribute/statement_judge_internal.h"
#include "quoth/base/error.h"

namespace quoth {
namespace {

constexpr std::uint32_t kMeasures = 16;  // columns with values; the rest is hashed

constexpr WordFacts kNone;

}  // namespace

void collect_judge_features(const std::vector<WordFacts>& words, const CueCandidate& cue, const LabelledRoles& roles,
                            const SparseFacts& ranked, SparseFacts& facts) {
  facts.clear();
  FactWriter out(facts, kMeasures, kJudgeColumns);
  const auto word = [&](std::int64_t i) -> const WordFacts& {
    return i < 0 || i >= static_cast<std::int64_t>(words.size()) ? kNone : words[static_cast<std::size_t>(i)];
  };
  const WordFacts& head = words[cue.head];
  std::size_t length = 0;
  for (const Range piece : roles.content) length += piece.size();
  out.measure(odds_of(cue.probability));
  out.measure(roles.log_probability / 4);
  out.measure(odds_of(roles.begins) / 2);
  out.measure(odds_of(roles.ends) / 2);
  out.measure(odds_of(roles.inside) / 2);
  out.measure(roles.source.empty() ? 0.0F : odds_of(roles.source_begins) / 2);
  out.measure(roles.source.empty() ? 1.0F : 0.0F);
  out.measure(std::log(1.0F + static_cast<float>(length)));
  out.measure(head.quote >= 0 ? 1.0F : 0.0F);
  out.measure(odds_of(roles.share) / 2);

  const Range content = roles.content.front();
  const WordFacts& first = words[content.begin];
  const WordFacts& second = word(static_cast<std::int64_t>(content.begin) + 1);
  const bool after = content.begin >= cue.words.end;
  const std::uint64_t gap = after ? std::min(content.begin - cue.words.end, 4U)
                                  : 8 + std::min(cue.words.begin - std::min(content.end, cue.words.begin), 4U);
  const std::uint32_t content_head = head_of(words, content);
  const std::uint64_t link = words[content_head].head == static_cast<std::int32_t>(cue.head)
                                 ? words[content_head].relation
                             : head.head == static_cast<std::int32_t>(content_head) ? 200 + head.relation
                                                                                    : 199;
  const std::uint64_t quoted =
      (first.opens_quote ? 1U : 0U) | (words[content.end - 1].closes_quote ? 2U : 0U) | (first.quote >= 0 ? 4U : 0U);
  const std::uint32_t source_head = roles.source.empty() ? 0 : head_of(words, roles.source.front());
  const WordFacts& source = roles.source.empty() ? kNone : words[source_head];
  const WordFacts& before = word(static_cast<std::int64_t>(cue.words.begin) - 1);
  const std::uint64_t pieces = std::min<std::size_t>(roles.content.size(), 3);
  const std::uint64_t size = length < 3 ? length : length < 6 ? 3 : length < 12 ? 4 : length < 25 ? 5 : 6;
  const bool has_source = !roles.source.empty();

  out.fact(1, head.lemma);
  out.fact(2, head.lemma, has_source);
  out.fact(3, head.lemma, head.tag);
  out.fact(4, head.lemma, quoted);
  out.fact(5, head.lemma, link);
  out.fact(6, head.lemma, first.form);
  out.fact(7, head.lemma, first.tag);
  out.fact(8, head.lemma, kind_of_noun(source));
  out.fact(9, head.tag, kind_of_noun(source));
  out.fact(10, source.form);
  out.fact(11, source.form, head.tag);
  out.fact(12, source.relation, head.tag, head.relation);
  out.fact(13, first.form, head.tag, gap);
  out.fact(14, first.tag, second.tag, head.tag);
  out.fact(15, link, head.tag, quoted);
  out.fact(16, gap, quoted, head.tag);
  out.fact(17, head.relation, head.tag);
  out.fact(18, head.relation, head.lemma);
  out.fact(19, before.form, head.tag);
  out.fact(20, before.form, head.lemma);
  out.fact(21, word(static_cast<std::int64_t>(cue.words.begin) - 2).form, before.form);
  out.fact(22, size, head.tag, quoted);
  out.fact(23, size, head.lemma);
  out.fact(24, pieces, quoted, head.tag);
  out.fact(25, words[content_head].lemma, link);
  out.fact(26, words[content_head].tag, link, head.tag);
  out.fact(27, frame_of(words, cue.head), head.tag);
  out.fact(28, cue.words.size(), head.tag);
  out.fact(29, head.quote_depth, source.form);
  out.fact(31, head.frames, quoted, gap);
  out.fact(32, head.frames, first.form, head.tag);
  out.fact(33, head.frames, link, has_source);
  out.fact(34, head.frames, head.tag, kind_of_noun(source));
  out.fact(30, source.tag, has_source && source_head > cue.head, head.tag);
  for (const std::uint32_t column : ranked.columns) out.fact(40, column);
}

StatementJudge::StatementJudge(const LinearModel& model)
    : weights_(model.weights.begin(), model.weights.end()), bias_(static_cast<float>(model.biases.front())) {}

StatementJudge::StatementJudge(ByteReader& reader, std::uint32_t columns) {
  bias_ = reader.f32();
  if (!std::isfinite(bias_)) {
    throw Error(reader.where(), "has a bias that is no number", "", "the file is damaged, copy it again or retrain");
  }
  weights_ = read_weights(reader, columns);
}

void StatementJudge::write(ByteWriter& writer) const {
  writer.f32(bias_);
  write_weights(weights_, writer);
}

float StatementJudge::log_odds(const SparseFacts& facts) const {
  return weighted_sum(facts, weights_, bias_);
}

float StatementJudge::probability(const SparseFacts& facts) const {
  return 1 / (1 + std::exp(-log_odds(facts)));
}

void StatementJudge::calibrate(float slope, float shift) {
  for (float& weight : weights_) weight *= slope;
  bias_ = bias_ * slope + shift;
}

}  // namespace quoth
