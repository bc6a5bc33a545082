#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_finder_internal.h"
#include "quoth/attribute/feature_buckets_internal.h"

namespace quoth {
namespace {

constexpr WordFacts kNone;

const WordFacts& at(const std::vector<WordFacts>& words, Range range, std::int64_t i) {
  return i < range.begin || i >= range.end ? kNone : words[static_cast<std::size_t>(i)];
}

// The nearest quotation in the sentence before and after i: what stands between.
std::uint64_t quote_before(const std::vector<WordFacts>& words, Range sentence, std::uint32_t i) {
  std::uint64_t gap = 0;
  for (std::uint32_t j = i; j-- > sentence.begin && gap < 12; ++gap)
    if (words[j].quote != words[i].quote && words[j].closes_quote) return gap < 4 ? gap : gap < 8 ? 4 : 5;
  return 9;
}

std::uint64_t quote_after(const std::vector<WordFacts>& words, Range sentence, std::uint32_t i) {
  std::uint64_t gap = 0;
  for (std::uint32_t j = i + 1; j < sentence.end && gap < 12; ++gap, ++j)
    if (words[j].quote != words[i].quote && words[j].opens_quote) return gap < 4 ? gap : gap < 8 ? 4 : 5;
  return 9;
}

}  // namespace

void add_cue_features(const std::vector<WordFacts>& words, Range sentence, ChainFeatures& features) {
  FeatureBuckets out(features, kCueBucketBits);
  bool any_quote = false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) any_quote = any_quote || words[i].opens_quote;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const WordFacts& w = words[i];
    const WordFacts& p = at(words, sentence, static_cast<std::int64_t>(i) - 1);
    const WordFacts& n = at(words, sentence, i + 1);
    const WordFacts& nn = at(words, sentence, i + 2);
    out.add(1, w.form);
    out.add(2, w.lemma);
    out.add(3, w.tag);
    out.add(4, p.form);
    out.add(5, n.form);
    out.add(8, w.lemma, w.tag);
    out.add(9, p.lemma, w.lemma);
    out.add(10, w.lemma, n.lemma);
    out.add(11, p.tag, w.tag);
    out.add(16, w.lemma, n.tag);
    out.add(17, w.lemma, p.tag);
    out.add(18, w.lemma, n.tag, nn.tag);
    out.add(19, w.lemma, typography(n));
    out.add(20, w.lemma, typography(p));
    out.add(21, w.tag, typography(p), typography(n));
    out.add(22, w.lemma, w.quote_depth);
    out.add(23, w.lemma, any_quote);
    const std::uint64_t before = quote_before(words, sentence, i);
    const std::uint64_t after = quote_after(words, sentence, i);
    out.add(25, w.tag, before);
    out.add(26, w.tag, after);
    out.add(27, w.lemma, before);
    out.add(28, w.lemma, after);
    const WordFacts& head = w.head < 0 ? kNone : words[static_cast<std::size_t>(w.head)];
    out.add(30, w.relation);
    out.add(31, w.relation, w.lemma);
    out.add(32, w.relation, head.lemma);
    out.add(33, head.lemma, w.lemma);
    for (std::int32_t c = w.first_child; c >= 0; c = words[static_cast<std::size_t>(c)].next_sibling) {
      const WordFacts& child = words[static_cast<std::size_t>(c)];
      const std::uint64_t side = static_cast<std::uint32_t>(c) < i ? 0 : 1;
      out.add(36, child.relation, side, w.lemma);
      out.add(38, child.relation, child.lemma);
      out.add(39, child.relation, child.tag, w.lemma);
      out.add(40, child.relation, kind_of_noun(child), w.tag);
      out.add(41, child.relation, kind_of_noun(child), w.lemma);
    }
    const std::uint64_t frame = frame_of(words, i);
    out.add(50, w.frames, w.tag);
    out.add(51, w.frames, n.form, w.tag);
    out.add(52, w.frames, typography(p), typography(n));
    out.add(53, w.frames, frame, w.tag);
    out.add(54, w.frames, p.frames, n.frames);
    out.add(55, w.frames, p.tag, n.tag);
    out.end_position();
  }
}

}  // namespace quoth
