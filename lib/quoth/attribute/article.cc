#include <algorithm>
#include <optional>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clause_content_internal.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/drafts_internal.h"

namespace quoth {
namespace {

using namespace word_class;

// The source and cue of a line that ends in a colon and owns what is below it.
struct LeadIn {
  std::vector<Span> source;
  std::vector<Span> cue;
  bool says = false;    // its verb is one of saying, so that unquoted items are statements too
  bool quotes = false;  // it owns quotations, so that items without are the writer's own
};

std::optional<LeadIn> lead_in_of(const Reading& reading, const Zone& zone) {
  if (zone.units.empty() || zone.units.back().mark != ':') return std::nullopt;
  LeadIn lead_in;
  const std::vector<CueMatch> cues = find_cues(reading, zone);
  // The last cue is the one that the colon completes: "Xi praised the visit, adding:".
  if (!cues.empty() && !cues.back().according_to && cues.back().frames != cue_frame::kObject) {
    const CueMatch& match = cues.back();
    lead_in.source = {zone.span(match.source.begin, match.source.end)};
    lead_in.cue = {zone.span(match.cue.begin, match.cue.end)};
    lead_in.says = (match.frames & (cue_frame::kClause | cue_frame::kQuotation | cue_frame::kHearer)) != 0;
    return lead_in;
  }
  const MainClause clause = main_clause(reading, zone);
  if (clause.verb.empty()) return std::nullopt;
  bool named = false;
  for (std::size_t at = clause.subject.begin; at < clause.subject.end; ++at)
    named = named || zone[at].is(kCapitalised | kPersonNoun | kBodyNoun | kMale | kFemale);
  if (!named) return std::nullopt;
  lead_in.source = {zone.span(clause.subject.begin, clause.subject.end)};
  lead_in.cue = {zone.span(clause.verb.begin, clause.verb.end)};
  return lead_in;
}

// Does the zone hold nothing from unit `at` on but a source tag such as "(Reuters)" and stops?
bool only_tag_from(const Zone& zone, std::size_t at) {
  if (at < zone.size() && zone[at].mark == '(') {
    while (at < zone.size() && zone[at].mark != ')') ++at;
    ++at;
  }
  while (at < zone.size() && (zone[at].mark == '.' || zone[at].mark == ',' || zone[at].mark == ';')) ++at;
  return at >= zone.size();
}

// Is the paragraph one quotation and nothing else but a source tag or stop?
bool is_whole_quotation(const std::vector<Zone>& zones) {
  if (!zones.front().units.front().is_quote() || !only_tag_from(zones.front(), 1)) return false;
  return std::all_of(zones.begin() + 1, zones.end(), [](const Zone& zone) { return only_tag_from(zone, 0); });
}

bool holds_quotation(const std::vector<Zone>& zones) {
  return std::any_of(zones.begin(), zones.end(), [](const Zone& zone) {
    return std::any_of(zone.units.begin(), zone.units.end(), [](const Unit& unit) { return unit.is_quote(); });
  });
}

Span without_final_stop(const Zone& zone) {
  std::size_t end = zone.size();
  while (end > 1 && (zone[end - 1].mark == '.' || zone[end - 1].mark == ';')) --end;
  return zone.span(0, end);
}

// Goes through the paragraphs in order and keeps what reaches from one into the next: lead-in lines, speech left open,
// and the last direct speaker.
class ArticleDrafter {
 public:
  explicit ArticleDrafter(const Reading& reading) : reading_(reading) {}

  std::vector<Draft> draft() {
    for (std::uint32_t p = 0; p < reading_.document.paragraphs.size(); ++p) draft_next(p);
    order_drafts(drafts_);
    return std::move(drafts_);
  }

 private:
  void draft_next(std::uint32_t p) {
    const std::vector<Zone> zones = narrative_zones(reading_, p);
    if (zones.empty()) return;
    const std::size_t first = drafts_.size();
    draft_paragraph(reading_, p, zones, drafts_);
    const bool owned = lead_in_ && owns(p, zones.front());
    if (continues(p)) {
      continue_speech(first, zones.front());
    } else if (owned && !own_cue(first)) {
      draft_item(p, zones);
    } else if (drafts_.size() == first && last_direct_ >= 0 && last_direct_paragraph_ + 1 == p) {
      follow_on(p, zones);
    }
    if (!owned) {
      lead_in_ = lead_in_of(reading_, zones.back());
      lead_in_paragraph_ = p;
      if (lead_in_ && owns_next(p)) drop_lead_in_object(first);
    }
    remember(p, first);
  }

  // Does the lead-in line own paragraph p? List items and block quotes below it, or the quoted paragraphs right below
  // it.
  bool owns(std::uint32_t p, const Zone& opening) const {
    const ParagraphKind kind = reading_.document.paragraphs[p].kind;
    if (kind == ParagraphKind::list_item || kind == ParagraphKind::block_quote) return true;
    if (kind == ParagraphKind::heading || !opening.units.front().is_quote()) return false;
    return p == lead_in_paragraph_ + 1 || continues(p);
  }

  bool owns_next(std::uint32_t p) const {
    if (p + 1 >= reading_.document.paragraphs.size()) return false;
    const std::vector<Zone> next = narrative_zones(reading_, p + 1);
    return !next.empty() && owns(p + 1, next.front());
  }

  // "Xi hailed the progress made:" says what the items below hold, not that there was progress.
  void drop_lead_in_object(std::size_t first) {
    const auto own = drafts_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto dropped = [&](const Draft& draft) { return draft.by_object && draft.attribution.cue == lead_in_->cue; };
    drafts_.erase(std::remove_if(own, drafts_.end(), dropped), drafts_.end());
  }

  bool continues(std::uint32_t p) const {
    const Range quotes = reading_.quotes_of(p);
    return !quotes.empty() && reading_.quotes[quotes.begin].continues;
  }

  bool in_quotation(const Draft& draft) const {
    if (draft.attribution.cue.empty()) return false;
    const Range quotes = reading_.quotes_of(draft.paragraph);
    return std::any_of(reading_.quotes.begin() + quotes.begin, reading_.quotes.begin() + quotes.end,
                       [&](const Quote& quote) { return quote.outer.contains(draft.attribution.cue.front()); });
  }

  // Is any draft from `first` on attributed by a cue outside quotation marks?
  bool own_cue(std::size_t first) const {
    return std::any_of(drafts_.begin() + static_cast<std::ptrdiff_t>(first), drafts_.end(),
                       [&](const Draft& draft) { return !in_quotation(draft); });
  }

  // “A.¶ “B,” he said: the cue at the end owns both. “A,” he said. “B.¶ “C.”: the statement goes on.
  void continue_speech(std::size_t first, const Zone& opening) {
    if (!opening.units.front().is_quote()) return;
    const Span piece = opening.units.front().span;
    const auto own = std::find_if(drafts_.begin() + static_cast<std::ptrdiff_t>(first), drafts_.end(),
                                  [&](const Draft& draft) { return draft.attribution.content.front() == piece; });
    if (own != drafts_.end()) {
      own->attribution.content.insert(own->attribution.content.begin(), open_pieces_.begin(), open_pieces_.end());
    } else if (open_owner_ >= 0) {
      drafts_[static_cast<std::size_t>(open_owner_)].attribution.content.push_back(piece);
    } else {
      open_pieces_.push_back(piece);
    }
  }

  void draft_item(std::uint32_t p, const std::vector<Zone>& zones) {
    Draft draft;
    draft.paragraph = p;
    Attribution& attribution = draft.attribution;
    attribution.source = lead_in_->source;
    attribution.cue = lead_in_->cue;
    attribution.confidence = 0.85;
    const ParagraphKind kind = reading_.document.paragraphs[p].kind;
    const Unit& opening = zones.front().units.front();
    if (is_whole_quotation(zones) || (opening.is_quote() && kind == ParagraphKind::body)) {
      attribution.content = {opening.span};
      lead_in_->quotes = true;
    } else if (kind == ParagraphKind::block_quote) {
      attribution.content = {reading_.document.paragraphs[p].span};
      attribution.unquoted = true;
    } else if (!lead_in_->quotes && (lead_in_->says || holds_quotation(zones))) {
      for (const Zone& zone : zones) attribution.content.push_back(without_final_stop(zone));
      attribution.confidence = 0.6;
    } else {
      return;
    }
    attribution.kind = attribution.unquoted ? AttributionKind::direct : kind_of(reading_, attribution.content);
    drafts_.push_back(std::move(draft));
  }

  // A paragraph that is one quotation without a cue is the last direct speaker's.
  void follow_on(std::uint32_t p, const std::vector<Zone>& zones) {
    if (!is_whole_quotation(zones)) return;
    Draft draft;
    draft.paragraph = p;
    const Draft& last = drafts_[static_cast<std::size_t>(last_direct_)];
    draft.attribution.source = last.attribution.source;
    draft.attribution.cue = last.attribution.cue;
    draft.attribution.content = {zones.front().units.front().span};
    draft.attribution.kind = AttributionKind::direct;
    draft.attribution.confidence = 0.6;
    draft.same_as = last_direct_;
    drafts_.push_back(std::move(draft));
  }

  void remember(std::uint32_t p, std::size_t first) {
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (drafts_[i].attribution.kind == AttributionKind::indirect || in_quotation(drafts_[i])) continue;
      last_direct_ = static_cast<std::int32_t>(i);
      last_direct_paragraph_ = p;
    }
    const Range quotes = reading_.quotes_of(p);
    const auto open = std::find_if(reading_.quotes.begin() + quotes.begin, reading_.quotes.begin() + quotes.end,
                                   [](const Quote& quote) { return !quote.closed && quote.depth == 0; });
    if (open == reading_.quotes.begin() + quotes.end) {
      open_pieces_.clear();
      open_owner_ = -1;
      return;
    }
    if (continues(p) && open == reading_.quotes.begin() + quotes.begin) return;
    open_pieces_.clear();
    const auto owner =
        std::find_if(drafts_.begin() + static_cast<std::ptrdiff_t>(first), drafts_.end(),
                     [&](const Draft& draft) { return draft.attribution.content.back().contains(open->outer); });
    open_owner_ = owner == drafts_.end() ? -1 : static_cast<std::int32_t>(owner - drafts_.begin());
    if (open_owner_ < 0) open_pieces_ = {open->outer};
  }

  const Reading& reading_;
  std::vector<Draft> drafts_;
  std::optional<LeadIn> lead_in_;
  std::uint32_t lead_in_paragraph_ = 0;
  std::int32_t last_direct_ = -1;
  std::uint32_t last_direct_paragraph_ = 0;
  // Speech that the last paragraph left open: the draft that holds it, or its pieces while nobody is known to have said
  // it.
  std::int32_t open_owner_ = -1;
  std::vector<Span> open_pieces_;
};

}  // namespace

std::vector<Draft> draft_article(const Reading& reading) {
  return ArticleDrafter(reading).draft();
}

}  // namespace quoth
