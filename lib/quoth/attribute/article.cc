#include <algorithm>
#include <optional>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clauses_internal.h"
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

// "**Lula opens the books.** Speaking without notes, the president had a complaint:" — a line's bold opening is a
// title.
std::uint32_t after_bold_title(const Document& document, const WordSheet& sheet, Range words) {
  const Span span = span_of(sheet, words);
  const std::size_t stars = document.view(span).rfind("**");
  if (stars == std::string_view::npos) return words.begin;
  return words_in(sheet.words, {span.begin + static_cast<std::uint32_t>(stars) + 2, span.end}).begin;
}

// The clause whose verb the colon completes. "Miliband has been seen in nine meetings, until he offered this:" is the
// last one's, "Ishiba had chosen his words, in a speech that his party read:" the main one's.
std::optional<Clause> clause_of_colon(const WordSheet& sheet, const Level& level) {
  const std::optional<Clause> main = main_clause(sheet, level);
  const std::optional<Clause> last = last_clause(sheet, level);
  if (!main || !last || last->subject.size() > 1) return main;
  const bool pronoun = (sheet.words[last->subject.begin].classes & kSubjectPronoun) != 0;
  const bool says = sheet.words[last->verb.end - 1].frames != 0;
  return pronoun && says ? last : main;
}

std::optional<LeadIn> lead_in_of(const Document& document, const WordSheet& sheet, const Paragraph& paragraph) {
  const Range words = sheet.sentences[paragraph.sentences.end - 1];
  if (words.empty() || sheet.words[words.end - 1].mark != ':') return std::nullopt;
  const Level level{.words = {after_bold_title(document, sheet, words), words.end - 1}};
  std::optional<Clause> clause = clause_of_colon(sheet, level);
  if (!clause || !is_named(sheet, clause->subject)) clause = opening_clause(sheet, level);
  if (!clause || !is_named(sheet, clause->subject)) return std::nullopt;
  // The verb that the colon completes: "Xi praised the visit, adding:".
  const WordFacts& last = sheet.words[words.end - 2];
  if (last.frames != 0 && last.quote < 0 && clause->verb.end < words.end - 2)
    clause->verb = {words.end - 2, words.end - 1};
  LeadIn lead_in;
  lead_in.source = {span_of(sheet, clause->subject)};
  lead_in.cue = {span_of(sheet, clause->verb)};
  constexpr std::uint16_t kSaying = cue_frame::kClause | cue_frame::kQuotation | cue_frame::kHearer;
  for (std::uint32_t i = clause->verb.begin; i < clause->verb.end; ++i)
    lead_in.says = lead_in.says || (sheet.words[i].frames & kSaying) != 0;
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
  ArticleDrafter(const Reading& reading, const WordSheet& sheet, const FoundDrafts& found)
      : reading_(reading), sheet_(sheet), found_(found) {}

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
    draft_paragraph(reading_, sheet_, p, zones, found_, drafts_);
    const bool owned = lead_in_ && owns(p, zones.front());
    if (continues(p)) {
      continue_speech(first, zones.front());
    } else if (owned && !own_cue(first)) {
      draft_item(p, zones);
    } else if (drafts_.size() == first && last_direct_ >= 0 && last_direct_paragraph_ + 1 == p) {
      follow_on(p, zones);
    }
    if (!owned) {
      lead_in_ = lead_in_of(reading_.document, sheet_, reading_.document.paragraphs[p]);
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
    const auto dropped = [&](const Draft& draft) {
      return draft.attribution.kind == AttributionKind::indirect && !draft.attribution.cue.empty() &&
             draft.attribution.cue.front().overlaps(lead_in_->cue.front());
    };
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
      if (goes_on(p)) {
        drafts_.back().attribution.content.push_back(reading_.document.paragraphs[p].span);
        return;
      }
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

  // The next line of a post or passage set off as a block quote.
  bool goes_on(std::uint32_t p) const {
    if (reading_.document.paragraphs[p].after_blank_line || drafts_.empty() || p == lead_in_paragraph_ + 1)
      return false;
    const Attribution& last = drafts_.back().attribution;
    return last.unquoted && last.cue == lead_in_->cue &&
           last.content.back() == reading_.document.paragraphs[p - 1].span;
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
  const WordSheet& sheet_;
  const FoundDrafts& found_;
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

std::vector<Draft> draft_article(const Reading& reading, const WordSheet& sheet, const FoundDrafts& found) {
  return ArticleDrafter(reading, sheet, found).draft();
}

}  // namespace quoth
