#include <algorithm>

#include "quoth/annotate/marks_internal.h"

namespace quoth {
namespace {

struct NamedMark {
  const char* tag;
  Mark mark;
};

constexpr std::array kMarks = {
    NamedMark{".", Mark::stop},
    NamedMark{",", Mark::comma},
    NamedMark{":", Mark::colon},
    NamedMark{"HYPH", Mark::hyphen},
    NamedMark{"``", Mark::open_quote},
    NamedMark{"''", Mark::close_quote},
    NamedMark{"-LRB-", Mark::open_bracket},
    NamedMark{"-RRB-", Mark::close_bracket},
    NamedMark{"NFP", Mark::other},
};

class MarkAttacher {
 public:
  MarkAttacher(std::span<const Mark> marks, std::span<std::uint32_t> heads) : marks_(marks), heads_(heads) {}

  void attach() {
    find_pairs();
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i] == Mark::none) continue;
      const std::uint32_t enclosed = partners_[i] == kNoHead ? kNoHead : top_between(i, partners_[i]);
      heads_[i] = enclosed != kNoHead ? enclosed : beside(i);
    }
  }

 private:
  // The opening mark of each closing one and the other way round; one within another is lost with it.
  void find_pairs() {
    partners_.assign(marks_.size(), kNoHead);
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < marks_.size(); ++i) {
      const Mark mark = marks_[i];
      if (mark == Mark::open_quote || mark == Mark::open_bracket) open.push_back(i);
      if (mark != Mark::close_quote && mark != Mark::close_bracket) continue;
      const Mark wanted = mark == Mark::close_quote ? Mark::open_quote : Mark::open_bracket;
      const auto found =
          std::find_if(open.rbegin(), open.rend(), [&](std::uint32_t each) { return marks_[each] == wanted; });
      if (found == open.rend()) continue;
      partners_[i] = *found;
      partners_[*found] = i;
      open.erase(found.base() - 1, open.end());
    }
  }

  // The first word between two marks whose head is not between them; kNoHead where there is no word.
  std::uint32_t top_between(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t begin = std::min(a, b) + 1;
    const std::uint32_t end = std::max(a, b);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (marks_[i] == Mark::none && (heads_[i] < begin || heads_[i] >= end)) return i;
    }
    return kNoHead;
  }

  // The highest word above `word` on the way through words from `begin` to `end`.
  std::uint32_t climb(std::uint32_t word, std::uint32_t begin, std::uint32_t end) const {
    while (heads_[word] >= begin && heads_[word] < end) word = heads_[word];
    return word;
  }

  std::uint32_t beside(std::uint32_t mark) const {
    const auto size = static_cast<std::uint32_t>(marks_.size());
    std::uint32_t left = mark;
    while (left > 0 && marks_[left - 1] != Mark::none) --left;
    std::uint32_t right = mark + 1;
    while (right < size && marks_[right] != Mark::none) ++right;
    if (left == 0) return climb(right, mark, size);
    const std::uint32_t before = climb(left - 1, 0, mark);
    if (right == size) return before;
    const bool depends_on_right = heads_[before] > mark && heads_[before] != kNoHead;
    return depends_on_right ? before : climb(right, mark, size);
  }

  std::span<const Mark> marks_;
  std::span<std::uint32_t> heads_;
  std::vector<std::uint32_t> partners_;
};

}  // namespace

TagMarks marks_of_tags(const std::vector<std::string>& tags) {
  TagMarks marks{};
  for (std::size_t i = 0; i < tags.size(); ++i) {
    for (const NamedMark& each : kMarks) {
      if (tags[i] == each.tag) marks[i] = each.mark;
    }
  }
  return marks;
}

void attach_marks(std::span<const Mark> marks, std::span<std::uint32_t> heads) {
  MarkAttacher(marks, heads).attach();
}

}  // namespace quoth
