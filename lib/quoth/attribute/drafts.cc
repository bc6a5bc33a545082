#include <algorithm>
#include <numeric>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clauses_internal.h"
#include "quoth/attribute/drafts_internal.h"
#include "quoth/attribute/lone_quotations_internal.h"
#include "quoth/attribute/mended_roles_internal.h"

namespace quoth {
namespace {

using namespace word_class;

// Of a statement that a dash alone attributes.
constexpr double kConfidenceOfMarks = 0.65;

Draft make_draft(const Reading& reading, const WordSheet& sheet, const FoundStatement& found) {
  Draft draft;
  draft.paragraph = sheet.words[found.cue.head].paragraph;
  draft.attribution.cue = {span_of(sheet, found.cue.words)};
  const MendedRoles roles = mend_roles(sheet, found);
  for (const Range source : roles.source) draft.attribution.source.push_back(span_of(sheet, source));
  for (const Range content : roles.content) draft.attribution.content.push_back(span_of(sheet, content));
  draft.attribution.kind = kind_of(reading, draft.attribution.content);
  draft.attribution.confidence = found.probability;
  return draft;
}

bool touches(const Draft& draft, Span span) {
  const auto overlaps = [&](Span piece) { return piece.overlaps(span); };
  return std::any_of(draft.attribution.content.begin(), draft.attribution.content.end(), overlaps) ||
         std::any_of(draft.attribution.cue.begin(), draft.attribution.cue.end(), overlaps);
}

// “A,” he said. “B.” — a quotation that opens the next sentence, of which no statement is known, goes on with the
// speech.
void continue_quotation(const Zone& zone, std::vector<Draft>& drafts, std::size_t first) {
  if (zone.units.empty() || !zone.units.front().is_quote()) return;
  const Span quotation = zone.units.front().span;
  const Span whole = zone.span(0, zone.size());
  Draft* last = nullptr;
  for (std::size_t i = first; i < drafts.size(); ++i) {
    if (touches(drafts[i], zone.size() > 1 && zone[1].is_word() ? whole : quotation)) return;
    const Attribution& attribution = drafts[i].attribution;
    const bool before = std::max(attribution.content.back().end, attribution.cue.back().end) <= quotation.begin;
    if (before && attribution.kind != AttributionKind::indirect) last = &drafts[i];
  }
  if (last != nullptr) last->attribution.content.push_back(quotation);
}

// Where the name that signs a quotation ends: “We agree.” ― Xi Jinping. 0 where the zone is nothing else.
std::size_t end_of_signature(const Zone& zone) {
  constexpr std::size_t kLongestName = 8;
  if (zone.size() < 3 || zone.size() > 2 + kLongestName || !zone[0].is_quote() || zone[1].mark != '-') return 0;
  const std::size_t end = zone.units.back().mark == '.' ? zone.size() - 1 : zone.size();
  for (std::size_t i = 2; i < end; ++i)
    if (!zone[i].is(kCapitalised | kNameParticle) && zone[i].mark != '.') return 0;
  return end;
}

void draft_signed(const Zone& zone, std::vector<Draft>& drafts) {
  const std::size_t end = end_of_signature(zone);
  if (end <= 2) return;
  Draft draft;
  draft.paragraph = zone.paragraph;
  draft.attribution.cue = {zone[1].span};
  draft.attribution.source = {zone.span(2, end)};
  draft.attribution.content = {zone[0].span};
  draft.attribution.kind = AttributionKind::direct;
  draft.attribution.confidence = kConfidenceOfMarks;
  drafts.push_back(std::move(draft));
}

}  // namespace

AttributionKind kind_of(const Reading& reading, const std::vector<Span>& content) {
  bool all_quoted = true;
  bool any_quoted = false;
  for (const Span span : content) {
    auto quote = std::lower_bound(reading.quotes.begin(), reading.quotes.end(), span.begin,
                                  [](const Quote& q, std::uint32_t begin) { return q.outer.begin < begin; });
    all_quoted = all_quoted && quote != reading.quotes.end() && quote->outer == span;
    any_quoted = any_quoted || (quote != reading.quotes.end() && quote->outer.begin < span.end);
  }
  if (all_quoted) return AttributionKind::direct;
  return any_quoted ? AttributionKind::mixed : AttributionKind::indirect;
}

FoundDrafts draft_statements(const Reading& reading, const WordSheet& sheet,
                             const std::vector<FoundStatement>& statements) {
  FoundDrafts found;
  found.paragraphs.resize(reading.document.paragraphs.size());
  for (const FoundStatement& statement : statements) {
    found.drafts.push_back(make_draft(reading, sheet, statement));
    Range& paragraph = found.paragraphs[found.drafts.back().paragraph];
    const auto end = static_cast<std::uint32_t>(found.drafts.size());
    paragraph = {paragraph.empty() ? end - 1 : paragraph.begin, end};
  }
  return found;
}

void draft_paragraph(const Reading& reading, const WordSheet& sheet, std::uint32_t paragraph,
                     const std::vector<Zone>& zones, const FoundDrafts& found, std::vector<Draft>& drafts) {
  const std::size_t first = drafts.size();
  const Range own = found.paragraphs[paragraph];
  drafts.insert(drafts.end(), found.drafts.begin() + own.begin, found.drafts.begin() + own.end);
  for (const Zone& zone : zones) {
    const bool known = std::any_of(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(),
                                   [&](const Draft& draft) { return touches(draft, zone.span(0, zone.size())); });
    if (!known) draft_signed(zone, drafts);
  }
  draft_lone_quotations(reading, sheet, paragraph, first, drafts);
  for (const Zone& zone : zones) continue_quotation(zone, drafts, first);
}

void order_drafts(std::vector<Draft>& drafts) {
  std::vector<std::uint32_t> order(drafts.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto extent = [&](std::uint32_t i) {
    return Span{drafts[i].attribution.content.front().begin, drafts[i].attribution.content.back().end};
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return extent(a).begin != extent(b).begin ? extent(a).begin < extent(b).begin : extent(a).end > extent(b).end;
  });
  std::vector<std::int32_t> place(drafts.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<std::int32_t>(i);
  std::vector<Draft> ordered;
  ordered.reserve(drafts.size());
  for (const std::uint32_t i : order) ordered.push_back(std::move(drafts[i]));
  drafts = std::move(ordered);
  std::vector<Span> open;
  for (Draft& draft : drafts) {
    if (draft.same_as >= 0) draft.same_as = place[static_cast<std::size_t>(draft.same_as)];
    if (draft.turn >= 0) draft.turn = place[static_cast<std::size_t>(draft.turn)];
    const std::vector<Span>& content = draft.attribution.content;
    while (!open.empty() && open.back().end <= content.front().begin) open.pop_back();
    draft.attribution.nested = draft.attribution.nested || (!open.empty() && open.back().contains(content.front()));
    open.insert(open.end(), content.rbegin(), content.rend());
  }
}

}  // namespace quoth
