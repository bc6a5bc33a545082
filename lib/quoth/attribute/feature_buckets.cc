#include "quoth/annotate/words.h"
#include "quoth/attribute/feature_buckets_internal.h"

namespace quoth {

std::uint64_t kind_of_noun(const WordFacts& word) {
  using namespace word_class;
  constexpr std::uint32_t kUseful = kPersonNoun | kBodyNoun | kOfficeNoun | kSubjectPronoun | kTime | kRelative |
                                    kCapitalised | kTitle | kQuestionWord;
  return word.mention | static_cast<std::uint64_t>(word.classes & kUseful) << 8;
}

std::uint64_t frame_of(const std::vector<WordFacts>& words, std::uint32_t word) {
  std::uint64_t frame = 0;
  for (std::int32_t c = words[word].first_child; c >= 0; c = words[static_cast<std::size_t>(c)].next_sibling) {
    const WordFacts& child = words[static_cast<std::size_t>(c)];
    const std::uint64_t side = static_cast<std::uint32_t>(c) < word ? 0 : 1;
    if (child.mark == 0) frame = hash_step(frame, child.relation * 2 + side);
  }
  return frame;
}

}  // namespace quoth
