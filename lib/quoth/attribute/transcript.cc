#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/attributor.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/drafts_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kLongestLabel = 20;  // tokens

// "Mao Ning", "MS. LEAVITT", "Mr Veale (Lagoon North)", "Q": what stands before the colon that opens a turn.
struct Label {
  Span span;
  Span colon;       // empty where there is none: "Q    Mr. President, ..."
  std::string key;  // lower case, without brackets; the same for every turn of one speaker
};

bool is_upper(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool may_stand_in_label(std::string_view word, TokenKind kind, bool in_brackets) {
  if (word == "." || word == "-" || word == "&" || word == "’" || word == "'" || word == ",") return true;
  if (in_brackets) return word != "?" && word != "!";
  if (kind == TokenKind::number) return true;
  if (kind != TokenKind::word) return false;
  return is_upper(word) || static_cast<unsigned char>(word[0]) >= 0x80 || word == "of" || word == "for" ||
         word == "the" || word == "and" || word == "hon" || word == "members" || word == "member";
}

// "Hon. Pierre Poilievre (Leader of the Opposition, CPC)" and "Hon. Pierre Poilievre" are one speaker.
std::string label_key(const Document& document, Span label) {
  std::string key;
  lower_word(document.view(label), key);
  const std::size_t bracket = key.find(" (");
  if (bracket != std::string::npos && bracket > 0) key.resize(bracket);
  return key;
}

// "Interview: Lena Hartmann on river ice": a kind of text, where a speaker would stand.
bool names_kind_of_text(std::string_view key) {
  constexpr std::array<std::string_view, 9> kKinds = {
      "interview", "the interview", "transcript", "full transcript", "q&a", "exclusive", "live", "watch", "analysis"};
  return std::find(kKinds.begin(), kKinds.end(), key) != kKinds.end();
}

// The official transcripts of the White House set off "Q" by blanks alone.
std::optional<Label> bare_question_label(const Document& document, const Paragraph& paragraph) {
  const std::string_view text = document.view(paragraph.span);
  if (!text.starts_with("Q  ") && !text.starts_with("Q\t")) return std::nullopt;
  const std::uint32_t end = paragraph.span.begin + 1;
  return Label{.span = {paragraph.span.begin, end}, .colon = {end, end}, .key = "q"};
}

std::optional<Label> label_of(const Document& document, const Paragraph& paragraph) {
  bool in_brackets = false;
  for (std::uint32_t at = paragraph.tokens.begin;
       at < paragraph.tokens.end && at - paragraph.tokens.begin < kLongestLabel; ++at) {
    const Token& token = document.tokens[at];
    const std::string_view word = document.view(token.span);
    if (word == ":" || word == "：") {
      if (at == paragraph.tokens.begin) return std::nullopt;
      // The colon of a time ("END 1:31 P.M.") has a figure right behind it.
      const bool of_time = at + 1 < paragraph.tokens.end && document.tokens[at + 1].kind == TokenKind::number &&
                           document.tokens[at + 1].span.begin == token.span.end;
      if (of_time) return std::nullopt;
      const Span label{paragraph.span.begin, document.tokens[at - 1].span.end};
      std::string key = label_key(document, label);
      if (names_kind_of_text(key)) return std::nullopt;
      return Label{.span = label, .colon = token.span, .key = std::move(key)};
    }
    if (at == paragraph.tokens.begin && !is_upper(word) && static_cast<unsigned char>(word[0]) < 0x80)
      return std::nullopt;
    if (word == "(" || word == "[") {
      in_brackets = true;
    } else if (word == ")" || word == "]") {
      in_brackets = false;
    } else if (!may_stand_in_label(word, token.kind, in_brackets)) {
      return bare_question_label(document, paragraph);
    }
  }
  return bare_question_label(document, paragraph);
}

bool asks(std::string_view key) {
  return key == "q" || key == "question" || key == "reporter" || key == "journalist" || key == "interviewer" ||
         key == "questioner" || key == "moderator";
}

// "(Cross-talk.)", "[Applause]", "END": said by nobody.
bool stage_direction(const Document& document, const Paragraph& paragraph) {
  const std::string_view text = document.view(paragraph.span);
  const bool bracketed = (text.front() == '(' && (text.back() == ')' || text.ends_with(")."))) ||
                         (text.front() == '[' && text.back() == ']');
  return bracketed || paragraph.kind == ParagraphKind::heading || text.starts_with("END") || text.starts_with("# # #");
}

struct Turn {
  Label label;
  std::vector<Span> content;
  std::vector<std::uint32_t> paragraphs;
  bool questions = false;  // puts a question
};

class TranscriptDrafter {
 public:
  TranscriptDrafter(const Reading& reading, const WordSheet& sheet, const FoundDrafts& found)
      : reading_(reading), sheet_(sheet), document_(reading.document), found_(found) {}

  std::vector<Draft> draft() {
    read_turns();
    std::vector<Draft> drafts;
    for (std::uint32_t p = 0; p < first_turn_; ++p)
      draft_paragraph(reading_, sheet_, p, narrative_zones(reading_, p), found_, drafts);
    for (const Turn& turn : turns_) draft_turn(turn, drafts);
    for (const std::uint32_t p : remarks_)
      draft_paragraph(reading_, sheet_, p, narrative_zones(reading_, p), found_, drafts);
    order_drafts(drafts);
    return drafts;
  }

 private:
  void read_turns() {
    bool open = false;
    first_turn_ = static_cast<std::uint32_t>(document_.paragraphs.size());
    for (std::uint32_t p = 0; p < document_.paragraphs.size(); ++p) {
      const Paragraph& paragraph = document_.paragraphs[p];
      if (std::optional<Label> label = label_of(document_, paragraph)) {
        open = true;
        first_turn_ = std::min(first_turn_, p);
        turns_.push_back({.label = *label, .content = {}, .paragraphs = {}});
        add_content({label->colon.end, paragraph.span.end}, p);
      } else if (stage_direction(document_, paragraph)) {
        open = open && paragraph.kind != ParagraphKind::heading && document_.text[paragraph.span.begin] != 'E';
      } else if (open && speaks_of_itself(paragraph)) {
        open = false;
        remarks_.push_back(p);
      } else if (open) {
        add_content(paragraph.span, p);
      } else if (!turns_.empty()) {
        remarks_.push_back(p);
      }
    }
    find_questioners();
  }

  // "The interview was held in English", "Halvorsen is adamant that ...": the editor's words between the turns.
  bool speaks_of_itself(const Paragraph& paragraph) const {
    const std::string_view text = document_.view(paragraph.span);
    for (const std::string_view opening :
         {"The interview ", "This interview ", "The conversation ", "The transcript ", "This transcript "}) {
      if (text.starts_with(opening)) return true;
    }
    return false;
  }

  void add_content(Span span, std::uint32_t paragraph) {
    while (span.begin < span.end && document_.text[span.begin] == ' ') ++span.begin;
    if (span.empty()) return;
    Turn& turn = turns_.back();
    turn.content.push_back(span);
    turn.paragraphs.push_back(paragraph);
    turn.questions = turn.questions || document_.view(span).find('?') != std::string_view::npos;
  }

  // Labels that ask in at least half of their turns, where another label hardly ever asks, belong to questioners.
  void find_questioners() {
    struct Count {
      int turns = 0;
      int questions = 0;
    };
    std::map<std::string, Count> counts;
    for (const Turn& turn : turns_) {
      Count& count = counts[turn.label.key];
      ++count.turns;
      count.questions += turn.questions ? 1 : 0;
    }
    const bool answered = std::any_of(counts.begin(), counts.end(), [](const auto& entry) {
      return entry.second.questions * 4 <= entry.second.turns && entry.second.turns >= 2;
    });
    for (const auto& [key, count] : counts) {
      if (asks(key) || (answered && count.questions * 2 >= count.turns)) questioners_.push_back(key);
    }
  }

  bool questioner(const Turn& turn) const {
    return std::find(questioners_.begin(), questioners_.end(), turn.label.key) != questioners_.end();
  }

  void draft_turn(const Turn& turn, std::vector<Draft>& drafts) const {
    if (turn.content.empty()) return;
    const auto index = static_cast<std::int32_t>(drafts.size());
    Draft draft;
    draft.paragraph = turn.paragraphs.front();
    draft.is_turn = true;
    draft.turn = index;
    draft.attribution.source = {turn.label.span};
    if (!turn.label.colon.empty()) draft.attribution.cue = {turn.label.colon};
    draft.attribution.content = turn.content;
    draft.attribution.kind = AttributionKind::direct;
    draft.attribution.unquoted = true;
    draft.attribution.confidence = 0.95;
    if (questioner(turn)) draft.attribution.role = SpeakerRole::questioner;
    drafts.push_back(std::move(draft));
    for (const std::uint32_t paragraph : turn.paragraphs) draft_inside(turn, paragraph, index, drafts);
  }

  // What the turn reports. "I hope that" is the turn's own words, no report; "I told him that" tells of an earlier act
  // of speech.
  void draft_inside(const Turn& turn, std::uint32_t paragraph, std::int32_t index, std::vector<Draft>& drafts) const {
    const std::size_t first = drafts.size();
    draft_paragraph(reading_, sheet_, paragraph, narrative_zones(reading_, paragraph), found_, drafts);
    const std::uint32_t label_end = turn.label.colon.end;
    const auto out = [&](Draft& draft) {
      Attribution& attribution = draft.attribution;
      const auto reaches_label = [&](const std::vector<Span>& spans) {
        return !spans.empty() && spans.front().begin < label_end;
      };
      if (paragraph == turn.paragraphs.front() &&
          (reaches_label(attribution.content) || reaches_label(attribution.cue))) {
        return true;
      }
      std::erase_if(attribution.source,
                    [&](Span piece) { return piece.begin < label_end && piece.end > turn.label.span.begin; });
      return attribution.source.empty() || (own_words(attribution.source.front()) && !earlier_speech(attribution));
    };
    drafts.erase(std::remove_if(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(), out), drafts.end());
    for (std::size_t i = first; i < drafts.size(); ++i) {
      drafts[i].turn = index;
      drafts[i].attribution.nested = true;
    }
  }

  bool own_words(Span source) const {
    const std::string_view text = document_.view(source);
    return text == "I" || text == "we" || text == "We" || text == "you" || text == "You";
  }

  // A verb of saying in the past.
  bool earlier_speech(const Attribution& attribution) const {
    const Range cue = words_in(sheet_.words, attribution.cue.front());
    constexpr std::uint16_t kSaying = cue_frame::kClause | cue_frame::kQuotation | cue_frame::kHearer |
                                      cue_frame::kAppeal | cue_frame::kQuestion | cue_frame::kCharge;
    return std::any_of(sheet_.words.begin() + cue.begin, sheet_.words.begin() + cue.end, [](const WordFacts& word) {
      return (word.frames & kSaying) != 0 && (word.grammar & grammar::kPast) != 0;
    });
  }

  const Reading& reading_;
  const WordSheet& sheet_;
  const Document& document_;
  const FoundDrafts& found_;
  std::vector<Turn> turns_;
  std::vector<std::uint32_t> remarks_;  // paragraphs after the first turn that nobody in it says
  std::vector<std::string> questioners_;
  std::uint32_t first_turn_ = 0;
};

}  // namespace

bool looks_like_transcript(const Document& document) {
  std::map<std::string, std::size_t> labels;
  std::size_t turns = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (const std::optional<Label> label = label_of(document, paragraph)) {
      ++turns;
      ++labels[label->key];
    }
  }
  const bool recurs = std::any_of(labels.begin(), labels.end(), [](const auto& entry) { return entry.second >= 2; });
  return turns >= 3 && recurs && turns * 5 >= document.paragraphs.size();
}

std::vector<Draft> draft_transcript(const Reading& reading, const WordSheet& sheet, const FoundDrafts& found) {
  return TranscriptDrafter(reading, sheet, found).draft();
}

}  // namespace quoth
