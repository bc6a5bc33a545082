#include "quoth/annotate/quotes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "quoth/annotate/quote_marks_internal.h"

namespace quoth {
namespace {

// Pairs the marks of one paragraph. Openers wait on a stack; a closer takes the nearest opener of its family, and what
// waits above that one was no opener.
class ParagraphPairing {
 public:
  ParagraphPairing(std::vector<QuoteMark> marks, Span paragraph, bool speech_left_open)
      : marks_(std::move(marks)), paragraph_(paragraph), speech_left_open_(speech_left_open) {}

  std::vector<Quote> pair() {
    for (index_ = 0; index_ < marks_.size(); ++index_) {
      if (!close(marks_[index_])) open(marks_[index_]);
    }
    end_paragraph();
    std::sort(quotes_.begin(), quotes_.end(), [](const Quote& a, const Quote& b) {
      return a.outer.begin != b.outer.begin ? a.outer.begin < b.outer.begin : a.outer.end > b.outer.end;
    });
    set_depths();
    return std::move(quotes_);
  }

 private:
  bool later_closer(MarkFamily family) const {
    for (std::size_t i = index_ + 1; i < marks_.size(); ++i) {
      if (marks_[i].family != family) continue;
      if (marks_[i].can_close) return true;
      if (marks_[i].can_open) return false;
    }
    return false;
  }

  // Where on the stack the nearest opener that `mark` can close waits.
  std::optional<std::size_t> opener_for(const QuoteMark& mark) const {
    const std::vector<std::size_t>& own = waiting(mark.family);
    if (own.empty()) return std::nullopt;
    // A single mark is too often an apostrophe to close over a double one that still waits.
    if (mark.family == MarkFamily::single_mark && own.back() + 1 != stack_.size()) return std::nullopt;
    return own.back();
  }

  const std::vector<std::size_t>& waiting(MarkFamily family) const {
    return waiting_[static_cast<std::size_t>(family)];
  }

  void push(const QuoteMark& mark) {
    waiting_[static_cast<std::size_t>(mark.family)].push_back(stack_.size());
    stack_.push_back(mark);
  }

  void pop_to(std::size_t size) {
    while (stack_.size() > size) {
      waiting_[static_cast<std::size_t>(stack_.back().family)].pop_back();
      stack_.pop_back();
    }
  }

  bool close(const QuoteMark& mark) {
    if (!mark.can_close) return false;
    const std::optional<std::size_t> opener = opener_for(mark);
    if (!opener) return take_up_open_speech(mark);
    if ((mark.maybe_apostrophe || mark.maybe_inches) && later_closer(mark.family)) return true;
    add(stack_[*opener], mark.span);
    pop_to(*opener);
    return true;
  }

  // "I came.¶ I saw," he said: the speech of the paragraph before ends here without having been reopened.
  bool take_up_open_speech(const QuoteMark& mark) {
    if (!speech_left_open_ || mark.can_open || mark.family != MarkFamily::double_mark || index_ != 0) return false;
    if (mark.span.begin == paragraph_.begin) return false;
    const Span outer{paragraph_.begin, mark.span.end};
    quotes_.push_back({.outer = outer, .inner = {outer.begin, mark.span.begin}, .continues = true});
    return true;
  }

  void open(const QuoteMark& mark) {
    if (!mark.can_open || (mark.maybe_inches && !mark.can_close && stack_.empty())) return;
    if (mark.family == MarkFamily::single_mark && (mark.maybe_apostrophe || mark.span.size() == 1) &&
        !later_closer(mark.family)) {
      return;
    }
    push(mark);
  }

  void add(const QuoteMark& opening, Span closing) {
    if (opening.span.end == closing.begin) return;
    std::uint32_t& last = last_pair_[static_cast<std::size_t>(opening.family)];
    last = std::max(last, opening.span.begin + 1);
    quotes_.push_back({.outer = {opening.span.begin, closing.end}, .inner = {opening.span.end, closing.begin}});
  }

  // An opener still waiting runs to the end of the paragraph if nothing speaks against that; a later pair of its own
  // family shows that it was a slip, unless it leads the paragraph, as the opener of a speech that goes on in the next
  // one does.
  void end_paragraph() {
    for (const QuoteMark& mark : stack_) {
      const bool later_pair = last_pair_[static_cast<std::size_t>(mark.family)] > mark.span.begin;
      const bool leads = mark.span.begin == paragraph_.begin;
      if (mark.can_close || (later_pair && !leads) || mark.span.end >= paragraph_.end) continue;
      quotes_.push_back(
          {.outer = {mark.span.begin, paragraph_.end}, .inner = {mark.span.end, paragraph_.end}, .closed = false});
      return;
    }
  }

  void set_depths() {
    std::vector<std::uint32_t> ends;
    for (Quote& quote : quotes_) {
      while (!ends.empty() && ends.back() <= quote.outer.begin) ends.pop_back();
      quote.depth = static_cast<int>(ends.size());
      ends.push_back(quote.outer.end);
    }
  }

  std::vector<QuoteMark> marks_;
  Span paragraph_;
  bool speech_left_open_;
  std::size_t index_ = 0;
  std::vector<QuoteMark> stack_;
  std::array<std::vector<std::size_t>, 6> waiting_;  // by family: indexes into stack_, ascending
  std::array<std::uint32_t, 6> last_pair_{};         // by family: one past where the last pair begins, 0 for none
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> find_quotes(const Document& document) {
  std::vector<Quote> quotes;
  bool speech_left_open = false;
  for (const Paragraph& paragraph : document.paragraphs) {
    std::vector<QuoteMark> marks = find_quote_marks(document.text, paragraph.span);
    if (marks.empty()) {
      speech_left_open = false;
      continue;
    }
    std::vector<Quote> found = ParagraphPairing(std::move(marks), paragraph.span, speech_left_open).pair();
    if (speech_left_open && !found.empty() && found.front().outer.begin == paragraph.span.begin) {
      found.front().continues = true;
    }
    speech_left_open =
        std::any_of(found.begin(), found.end(), [](const Quote& quote) { return !quote.closed && quote.depth == 0; });
    quotes.insert(quotes.end(), found.begin(), found.end());
  }
  return quotes;
}

}  // namespace quoth
