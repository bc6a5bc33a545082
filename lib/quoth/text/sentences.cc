#include "quoth/text/sentences.h"

#include <algorithm>
#include <cstddef>

#include "quoth/text/enclosures.h"
#include "quoth/text/icu_breaks_internal.h"
#include "quoth/text/stops.h"

namespace quoth {
namespace {

// How many marks may stand between a quotation and the beginning or the end of its sentence.
constexpr std::uint32_t kMostMarks = 8;

// Whether token `i` ends sentences in any script.
bool is_any_stop(const ParagraphTokens& paragraph, std::uint32_t i) {
  return is_stop(paragraph, i) || is_sentence_terminal(paragraph.first(i));
}

// The last token before `end` that is no closing mark.
std::uint32_t before_closing(const ParagraphTokens& paragraph, std::uint32_t end) {
  std::uint32_t i = end - 1;
  for (std::uint32_t marks = 0; marks < kMostMarks && i > 0 && may_close(paragraph.first(i)); ++marks) --i;
  return i;
}

bool leads_sentence(char32_t c) {
  return may_open(c) || c == U'—' || c == U'–' || c == U'-' || c == U'…';
}

}  // namespace

struct SentenceFinder::Impl {
  void propose(const ParagraphTokens& paragraph);
  void propose_by_icu(const ParagraphTokens& paragraph);
  void judge_enclosures(const ParagraphTokens& paragraph);
  bool starts_at(std::uint32_t token) const;
  bool opens_sentence(const ParagraphTokens& paragraph, std::uint32_t open) const;
  bool closes_sentence(const ParagraphTokens& paragraph, std::uint32_t close) const;

  IcuBreaks icu{BreakKind::sentence};
  std::vector<std::uint32_t> starts;  // tokens but the first with which a sentence begins, in order
  std::vector<bool> dropped;          // of starts
  std::vector<Enclosure> enclosures;
};

void SentenceFinder::Impl::propose(const ParagraphTokens& paragraph) {
  std::uint32_t start = 0;
  bool has_word = false;
  for (std::uint32_t i = 0; i < paragraph.count; ++i) {
    if (!is_stop(paragraph, i)) {
      has_word = has_word || paragraph.tokens[i].kind != TokenKind::punctuation;
      continue;
    }
    const Stop stop = read_stop(paragraph, i);
    i = stop.last;
    if (stop.next == paragraph.count) break;
    if (!has_word || !ends_sentence(paragraph, start, stop)) continue;
    start = stop.next;
    starts.push_back(start);
    has_word = false;
  }
}

// ICU proposes everywhere; what is_stop() knows has been judged already.
void SentenceFinder::Impl::propose_by_icu(const ParagraphTokens& paragraph) {
  const Token* const end = paragraph.tokens + paragraph.count;
  const std::uint32_t begin = paragraph.tokens[0].span.begin;
  const Token* next = paragraph.tokens;
  icu.for_each(paragraph.text.substr(begin, (end - 1)->span.end - begin), [&](std::uint32_t offset) {
    while (next != end && next->span.begin < begin + offset) ++next;
    if (next == end || next == paragraph.tokens || (next - 1)->span.end > begin + offset) return;
    const auto i = static_cast<std::uint32_t>(next - paragraph.tokens);
    const std::uint32_t before = before_closing(paragraph, i);
    if (!is_stop(paragraph, before) && is_any_stop(paragraph, before)) starts.push_back(i);
  });
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

bool SentenceFinder::Impl::starts_at(std::uint32_t token) const {
  const auto found = std::lower_bound(starts.begin(), starts.end(), token);
  return found != starts.end() && *found == token && !dropped[static_cast<std::size_t>(found - starts.begin())];
}

bool SentenceFinder::Impl::opens_sentence(const ParagraphTokens& paragraph, std::uint32_t open) const {
  for (std::uint32_t i = open, marks = 0; marks < kMostMarks; --i, ++marks) {
    if (i == 0 || starts_at(i)) return true;
    if (!leads_sentence(paragraph.first(i - 1))) return false;
  }
  return false;
}

bool SentenceFinder::Impl::closes_sentence(const ParagraphTokens& paragraph, std::uint32_t close) const {
  std::uint32_t next = close + 1;
  bool stopped = is_any_stop(paragraph, before_closing(paragraph, close));
  while (paragraph.joined_before(next) && (may_close(paragraph.first(next)) || is_any_stop(paragraph, next))) {
    stopped = stopped || is_any_stop(paragraph, next);
    ++next;
  }
  next = skip_closing(paragraph, next);
  return stopped && (next == paragraph.count || starts_at(next));
}

void SentenceFinder::Impl::judge_enclosures(const ParagraphTokens& paragraph) {
  if (starts.empty()) return;
  find_enclosures(paragraph, enclosures);
  dropped.assign(starts.size(), false);
  std::uint32_t judged_to = 0;  // what lies in an enclosure that goes on has gone with it
  for (const Enclosure& enclosure : enclosures) {
    if (enclosure.open < judged_to) continue;
    const auto first = std::upper_bound(starts.begin(), starts.end(), enclosure.open);
    const auto last = std::upper_bound(first, starts.end(), enclosure.close);
    if (first == last) continue;
    if (opens_sentence(paragraph, enclosure.open) && closes_sentence(paragraph, enclosure.close)) continue;
    std::fill(dropped.begin() + (first - starts.begin()), dropped.begin() + (last - starts.begin()), true);
    judged_to = enclosure.close;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (!dropped[i]) starts[kept++] = starts[i];
  }
  starts.resize(kept);
}

SentenceFinder::SentenceFinder() : impl_(std::make_unique<Impl>()) {}
SentenceFinder::~SentenceFinder() = default;
SentenceFinder::SentenceFinder(SentenceFinder&&) noexcept = default;
SentenceFinder& SentenceFinder::operator=(SentenceFinder&&) noexcept = default;

void SentenceFinder::append_sentences(Document& document, Range tokens, bool ask_icu) {
  const ParagraphTokens paragraph = {
      .text = document.text, .tokens = document.tokens.data() + tokens.begin, .count = tokens.size()};
  impl_->starts.clear();
  impl_->propose(paragraph);
  if (ask_icu) impl_->propose_by_icu(paragraph);
  impl_->judge_enclosures(paragraph);
  impl_->starts.push_back(paragraph.count);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : impl_->starts) {
    document.sentences.push_back({{paragraph.tokens[begin].span.begin, paragraph.tokens[end - 1].span.end},
                                  {tokens.begin + begin, tokens.begin + end}});
    begin = end;
  }
}

}  // namespace quoth
