#include <algorithm>
#include <numeric>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clause_content_internal.h"
#include "quoth/attribute/drafts_internal.h"

namespace quoth {
namespace {

Draft make_draft(const Reading& reading, const Zone& zone, const ClauseAttribution& found) {
  Draft draft;
  draft.paragraph = zone.paragraph;
  draft.by_object = found.form == ContentForm::object;
  const CueMatch& match = found.match;
  draft.attribution.cue = {zone.span(match.cue.begin, match.cue.end)};
  if (!match.source.empty()) draft.attribution.source = {zone.span(match.source.begin, match.source.end)};
  for (const UnitRange& content : found.content)
    draft.attribution.content.push_back(zone.span(content.begin, content.end));
  std::sort(draft.attribution.content.begin(), draft.attribution.content.end());
  if (!found.addressee.empty()) draft.addressee = zone.span(found.addressee.begin, found.addressee.end);
  draft.attribution.kind = kind_of(reading, draft.attribution.content);
  draft.attribution.confidence = confidence_of(found.form);
  return draft;
}

// “A,” he said. “B.” — a quotation that opens the next sentence and has no cue of its own goes on with the speech.
bool goes_on(const Draft& last, const Zone& zone, const std::vector<ClauseAttribution>& found) {
  if (zone.units.empty() || !zone.units.front().is_quote() || last.attribution.kind == AttributionKind::indirect)
    return false;
  if (zone.size() > 1 && zone[1].is_word() && !found.empty()) return false;
  const Span quotation = zone.units.front().span;
  return std::none_of(found.begin(), found.end(), [&](const ClauseAttribution& other) {
    return std::any_of(other.content.begin(), other.content.end(),
                       [&](UnitRange content) { return zone.span(content.begin, content.end).overlaps(quotation); });
  });
}

// "Xi: “We agree.”" — a colon between a short name and a quotation, with nothing else.
void draft_colon(const Reading& reading, const Zone& zone, std::vector<Draft>& drafts) {
  std::size_t colon = 0;
  while (colon < zone.size() && zone[colon].mark != ':') ++colon;
  if (colon == 0 || colon > 8 || colon + 2 > zone.size() || !zone[colon + 1].is_quote()) return;
  const UnitRange source = noun_phrase_before(reading, zone, colon);
  if (source.begin != 0 || source.empty() || !zone[source.begin].is(word_class::kCapitalised)) return;
  Draft draft;
  draft.paragraph = zone.paragraph;
  draft.attribution.cue = {zone[colon].span};
  draft.attribution.source = {zone.span(source.begin, source.end)};
  draft.attribution.content = {zone[colon + 1].span};
  draft.attribution.kind = AttributionKind::direct;
  draft.attribution.confidence = 0.65;
  drafts.push_back(std::move(draft));
}

void draft_quoted(const Reading& reading, std::uint32_t paragraph, std::vector<Draft>& drafts) {
  const Range quotes = reading.quotes_of(paragraph);
  for (std::uint32_t quote = quotes.begin; quote < quotes.end; ++quote) {
    for (const Zone& zone : quoted_zones(reading, paragraph, quote)) {
      for (const ClauseAttribution& found : attribute_clauses(reading, zone))
        drafts.push_back(make_draft(reading, zone, found));
    }
  }
}

}  // namespace

double confidence_of(ContentForm form) {
  switch (form) {
    case ContentForm::quotation:
      return 0.88;
    case ContentForm::that_clause:
      return 0.74;
    case ContentForm::according_to:
      return 0.75;
    case ContentForm::trailing:
      return 0.67;
    case ContentForm::bare_clause:
      return 0.58;
    case ContentForm::question:
      return 0.5;
    case ContentForm::infinitive:
      return 0.35;
    case ContentForm::object:
      return 0.5;
  }
  return 0;
}

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

void draft_paragraph(const Reading& reading, std::uint32_t paragraph, const std::vector<Zone>& zones,
                     std::vector<Draft>& drafts) {
  const std::size_t first = drafts.size();
  for (const Zone& zone : zones) {
    const std::vector<ClauseAttribution> found = attribute_clauses(reading, zone);
    if (drafts.size() > first && goes_on(drafts.back(), zone, found)) {
      drafts.back().attribution.content.push_back(zone.units.front().span);
    }
    if (found.empty()) draft_colon(reading, zone, drafts);
    for (const ClauseAttribution& attribution : found) drafts.push_back(make_draft(reading, zone, attribution));
  }
  draft_quoted(reading, paragraph, drafts);
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
