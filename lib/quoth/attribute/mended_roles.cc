#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clauses_internal.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/mended_roles_internal.h"

namespace quoth {
namespace {

using Words = std::vector<WordFacts>;

constexpr std::uint32_t kLongestRest = 60;  // words of a sentence after a quotation

// The words of one Quote with its marks, no more and no less.
bool is_whole_quotation(const WordSheet& sheet, Range words) {
  const WordFacts& first = sheet.words[words.begin];
  return first.opens_quote && first.outer_quote_end == words.end;
}

// “Clouds. Thanks, Canada,” Trudeau captioned a photograph: what follows the verb is no part of what the comma has
// ended.
std::vector<Range> without_object(const WordSheet& sheet, const FoundStatement& found, std::vector<Range> content) {
  const Range first = content.front();
  if (content.size() < 2 || !is_whole_quotation(sheet, first) || first.end > found.cue.words.begin) return content;
  const bool comma =
      sheet.words[first.end - 1].mark == '"' && first.size() > 2 && sheet.words[first.end - 2].mark == ',';
  if (!comma) return content;
  std::erase_if(content, [&](Range piece) {
    return piece.begin >= found.cue.words.end &&
           std::none_of(sheet.words.begin() + piece.begin, sheet.words.begin() + piece.end,
                        [](const WordFacts& word) { return word.quote >= 0; });
  });
  return content;
}

// "told parliament that ...": whom a verb of telling names before "that" hears it, and is no part of what is said.
void drop_hearer(const Words& words, const FoundStatement& found, Range& first) {
  constexpr std::uint32_t kThat = word_class::kRelative | word_class::kSubordinator;
  if ((words[found.cue.head].frames & cue_frame::kHearer) == 0 || first.begin != found.cue.words.end) return;
  for (std::uint32_t at = first.begin + 1; at < first.end && words[at].quote < 0 && words[at].mark == 0; ++at) {
    if ((words[at].classes & kThat) != kThat) continue;
    first.begin = at;
    return;
  }
}

// "Trump “explained the relations," including his call": a comma inside the marks, after which the clause goes on.
void extend_beyond_comma(const WordSheet& sheet, const FoundStatement& found, Range& last) {
  const Words& words = sheet.words;
  const bool comma = last.size() > 3 && words[last.end - 1].mark == '"' && words[last.end - 2].mark == ',';
  if (!comma || words[last.begin].opens_quote || found.cue.words.begin > last.begin) return;
  std::uint32_t end = std::min(sheet.sentences[words[last.end - 1].sentence].end, last.end + kLongestRest);
  for (std::uint32_t at = last.end; at < end; ++at) {
    if (words[at].mark == '(') end = at;
  }
  const Range rest = without_stops(sheet, {last.end, end});
  if (rest.empty() || words[rest.begin].quote >= 0) return;
  const bool clause = std::any_of(words.begin() + rest.begin, words.begin() + rest.end,
                                  [](const WordFacts& word) { return (word.grammar & grammar::kFinite) != 0; });
  if (!clause) last.end = rest.end;
}

// "... for Japan – potentially triggering a war": what the writer hangs on with a dash and a gerund.
void cut_remark(const Words& words, Range& last) {
  for (std::uint32_t at = last.begin + 1; at + 1 < last.end; ++at) {
    if (words[at].mark != '_' || words[at].quote >= 0) continue;
    const std::uint32_t verb = at + ((words[at + 1].grammar & grammar::kGerund) == 0 ? 2U : 1U);
    if (verb < last.end && (words[verb].grammar & grammar::kGerund) != 0) last.end = at;
    return;
  }
}

// "... his call with Xi (SCMP)": the paper that it is from, not a party and state ("(R-Ohio)").
void cut_source_tag(const Words& words, Range& last) {
  constexpr std::uint32_t kLongestTag = 5;
  constexpr std::uint32_t kShortestName = 3;  // bytes
  if (words[last.end - 1].mark != ')' || words[last.end - 1].quote >= 0) return;
  for (std::uint32_t at = last.end - 1; at-- > last.begin + 1 && last.end - at <= kLongestTag + 2;) {
    if (words[at].mark == '(') {
      last.end = at;
      return;
    }
    if ((words[at].classes & word_class::kCapitalised) == 0 || words[at].span.size() < kShortestName) return;
  }
}

// A thing ("relations") that is taken for a second source beside whoever stands right before the cue.
std::vector<Range> without_things(const WordSheet& sheet, const FoundStatement& found) {
  std::vector<Range> source = found.roles.source;
  if (source.size() < 2 || source.back().end > found.cue.words.begin) return source;
  const WordFacts& noun = sheet.words[source.front().end - 1];
  constexpr std::uint32_t kSomebody = word_class::kCapitalised | word_class::kPersonNoun | word_class::kBodyNoun |
                                      word_class::kOfficeNoun | word_class::kSubjectPronoun | word_class::kRelative;
  if ((noun.classes & kSomebody) == 0 && noun.mark == 0) source.erase(source.begin());
  return source;
}

}  // namespace

MendedRoles mend_roles(const WordSheet& sheet, const FoundStatement& found) {
  MendedRoles roles{.source = without_things(sheet, found),
                    .content = without_object(sheet, found, found.roles.content)};
  drop_hearer(sheet.words, found, roles.content.front());
  extend_beyond_comma(sheet, found, roles.content.back());
  cut_remark(sheet.words, roles.content.back());
  cut_source_tag(sheet.words, roles.content.back());
  return roles;
}

}  // namespace quoth
