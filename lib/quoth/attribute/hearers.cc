#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/hearers_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kLongestPhrase = 14;  // tokens
constexpr std::uint32_t kReach = 80;  // tokens from the cue to a call or a meeting, however long the sentence is

template <std::size_t size>
bool listed(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Verbs whose object hears what is said.
bool takes_hearer(std::string_view lemma) {
  constexpr std::array<std::string_view, 31> kVerbs = {
      "tell",     "remind",   "inform",    "assure", "warn",      "advise", "notify",       "caution",
      "promise",  "brief",    "urge",      "ask",    "press",     "order",  "beg",          "implore",
      "exhort",   "invite",   "challenge", "dare",   "encourage", "thank",  "congratulate", "pressure",
      "persuade", "instruct", "reassure",  "call",   "plead",     "reply",  "answer"};
  return listed(kVerbs, lemma);
}

bool answers(std::string_view lemma) {
  constexpr std::array<std::string_view, 5> kVerbs = {"reply", "answer", "respond", "retort", "counter"};
  return listed(kVerbs, lemma);
}

// What two have together: "in a call with", "during a meeting with".
bool names_encounter(std::string_view noun) {
  constexpr std::array<std::string_view, 20> kNouns = {"call",     "calls",  "conversation", "meeting", "interview",
                                                       "talks",    "letter", "message",      "talk",    "dinner",
                                                       "lunch",    "summit", "session",      "chat",    "exchange",
                                                       "telegram", "visit",  "discussions",  "phone",   "briefing"};
  return listed(kNouns, noun);
}

bool speaks_to(std::string_view word) {
  constexpr std::array<std::string_view, 6> kVerbs = {"speaking", "talking",   "writing",
                                                      "spoke",    "appealing", "testifying"};
  return listed(kVerbs, word);
}

class HearerFinder {
 public:
  HearerFinder(const Reading& reading, const Attribution& attribution)
      : reading_(reading), document_(reading.document), attribution_(attribution) {}

  std::vector<Hearer> find() {
    if (attribution_.cue.empty()) return {};
    cue_ = {token_at(attribution_.cue.front().begin), token_at(attribution_.cue.back().end)};
    if (cue_.empty()) return {};
    const auto after = std::upper_bound(document_.sentences.begin(), document_.sentences.end(), cue_.begin,
                                        [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
    sentence_ = std::prev(after)->tokens;
    read_verb();
    std::vector<Hearer> hearers;
    const auto add = [&](Span words, HearerPlace place) {
      if (!words.empty()) hearers.push_back({words, place});
    };
    if (passive_) {
      add(subject(), HearerPlace::subject);
      return hearers;
    }
    add(object(), HearerPlace::object);
    add(encounter_partner(), HearerPlace::encounter);
    if (answers(lemma_)) hearers.push_back({{}, HearerPlace::answer});
    return hearers;
  }

 private:
  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }
  bool has(std::uint32_t token, std::uint32_t some) const { return (reading_.word_classes[token] & some) != 0; }

  std::string lower(std::uint32_t token) const {
    std::string out;
    lower_word(view(token), out);
    return out;
  }

  std::uint32_t token_at(std::uint32_t offset) const {
    const auto token = std::lower_bound(document_.tokens.begin(), document_.tokens.end(), offset,
                                        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    return static_cast<std::uint32_t>(token - document_.tokens.begin());
  }

  bool in_content(std::uint32_t token) const {
    return std::any_of(attribution_.content.begin(), attribution_.content.end(),
                       [&](Span content) { return content.contains(document_.tokens[token].span); });
  }

  bool in_source(std::uint32_t token) const {
    return std::any_of(attribution_.source.begin(), attribution_.source.end(),
                       [&](Span source) { return source.contains(document_.tokens[token].span); });
  }

  // The last verb of the cue, and whether it is passive.
  void read_verb() {
    bool be = false;
    for (std::uint32_t at = cue_.begin; at < cue_.end; ++at) {
      if (has(at, kBe) && at + 1 < cue_.end) be = true;
      const CueVerbs verbs = find_cue_verbs(view(at));
      if (verbs.empty()) continue;
      lemma_ = verbs.begin()->lemma;
      const auto participle = [](const CueVerb& verb) {
        return verb.form == VerbForm::participle || verb.form == VerbForm::past;
      };
      passive_ = (be || cue_.size() == 1) && std::any_of(verbs.begin(), verbs.end(), participle) &&
                 (be || (attribution_.source.empty() && view(at)[0] < 'a'));
    }
    if (lemma_.empty()) lemma_ = lower(cue_.end - 1);
    passive_ = passive_ && takes_hearer(lemma_);
  }

  // "Wang Yi had been assured by": the noun phrase before the cue.
  Span subject() const {
    std::uint32_t end = cue_.begin;
    while (end > sentence_.begin && has(end - 1, kAdverb | kAuxiliary)) --end;
    if (end > sentence_.begin && view(end - 1) == ",") --end;
    std::uint32_t begin = end;
    while (begin > sentence_.begin && end - begin < kLongestPhrase && part_of_phrase(begin - 1)) --begin;
    return begin == end ? Span{} : span_of({begin, end});
  }

  bool part_of_phrase(std::uint32_t token) const {
    if (has(token, kVerb | kAuxiliary | kSubordinator | kRelative | kCoordinator) && !has(token, kCapitalised))
      return false;
    const std::string_view word = view(token);
    return document_.tokens[token].kind != TokenKind::punctuation || word == "." || word == "-" || word == "'" ||
           word == "’";
  }

  Span object() const {
    std::uint32_t at = cue_.end;
    while (at < sentence_.end && has(at, kAdverb) && !has(at, kCapitalised)) ++at;
    if (at >= sentence_.end) return {};
    const std::string next = lower(at);
    if (lower(cue_.end - 1) == "to" && cue_.size() > 1)
      return opens_phrase(at) ? phrase_from(at) : Span{};  // "appealed to"
    const bool calls = lemma_ == "call" && (next == "on" || lower(cue_.end - 1) == "on");
    if (has(cue_.end - 1, kPreposition) && !calls && lower(cue_.end - 1) != "to") return {};  // "asked for", "spoke of"
    // "offered this to the BBC:"
    if ((next == "this" || next == "these") && at + 2 < sentence_.end && lower(at + 1) == "to" && opens_phrase(at + 2))
      return phrase_from(at + 2);
    const bool to = next == "to" || (next == "with" && (lemma_ == "plead" || lemma_ == "agree" || lemma_ == "argue"));
    if (to && at + 1 < sentence_.end && opens_phrase(at + 1) && !in_content(at)) return phrase_from(at + 1);
    if (next == "on" && lemma_ == "call") ++at;
    if (at >= sentence_.end || !takes_hearer(lemma_) || (lemma_ == "call" && !calls) || in_source(at)) return {};
    return opens_phrase(at) ? phrase_from(at) : Span{};
  }

  bool opens_phrase(std::uint32_t token) const {
    const std::string word = lower(token);
    if (word == "that" || word == "it" || has(token, kRelative)) return false;
    if (has(token, kObjectPronoun) || word == "you") return true;
    if (document_.tokens[token].kind != TokenKind::word) return false;
    return has(token, kDeterminer | kPossessive | kCapitalised | kTitle | kPersonNoun);
  }

  // "him", and "her" where no noun follows.
  bool pronoun_alone(std::uint32_t token) const {
    if (!has(token, kObjectPronoun)) return false;
    if (!has(token, kPossessive) || token + 1 >= sentence_.end) return true;
    constexpr std::uint32_t kNoNoun = kPreposition | kSubordinator | kDeterminer | kSubjectPronoun | kTime | kAdverb;
    return document_.tokens[token + 1].kind != TokenKind::word || has(token + 1, kNoNoun);
  }

  // The noun phrase that begins at the token, without what follows a comma.
  Span phrase_from(std::uint32_t begin) const {
    if (pronoun_alone(begin)) return span_of({begin, begin + 1});
    std::uint32_t end = begin;
    while (end < sentence_.end && end - begin < kLongestPhrase) {
      const std::string word = lower(end);
      const bool mark =
          document_.tokens[end].kind == TokenKind::punctuation || document_.tokens[end].kind == TokenKind::symbol;
      const bool inner = (word == "." || word == "-" || word == "'" || word == "’" || word == "&") && end > begin &&
                         end + 1 < sentence_.end && has(end + 1, kCapitalised);
      if (mark && !inner) break;
      const bool lower_case = !has(end, kCapitalised);
      if (end > begin && lower_case && word != "of" &&
          has(end, kPreposition | kSubordinator | kRelative | kAuxiliary | kVerb | kTime | kSubjectPronoun | kAdverb |
                       kQuestionWord | kDeterminer))
        break;
      if (end > begin && (word == "radio" || word == "television") && has(end - 1, kCapitalised)) break;  // "KBS radio"
      if (end > begin && has(end, kTime) && word.size() > 3 && word.ends_with("day")) break;
      if (end > begin && word == "of" && end + 1 < sentence_.end && !has(end + 1, kCapitalised | kDeterminer)) break;
      if (lower_case && !find_cue_verbs(view(end)).empty() && end > begin && !has(end - 1, kDeterminer | kPossessive))
        break;
      ++end;
    }
    return end > begin ? span_of({begin, end}) : Span{};
  }

  // "in a call with X", outside the content.
  Span encounter_partner() const {
    const std::uint32_t end = std::min(sentence_.end, cue_.end + kReach);
    for (std::uint32_t at = std::max(sentence_.begin, cue_.begin - std::min(cue_.begin, kReach)); at + 1 < end; ++at) {
      if (in_content(at) || in_source(at)) continue;
      const std::string word = lower(at);
      if (word == "interview" && at > sentence_.begin + 1 && names_host(at - 1)) return span_of({at - 1, at});
      if (!names_encounter(word) && !speaks_to(word)) continue;
      for (std::uint32_t link = at + 1; link < std::min(at + 4, sentence_.end - 1); ++link) {
        const std::string preposition = lower(link);
        if (preposition != "with" && preposition != "to") continue;
        if (!opens_phrase(link + 1) || in_content(link + 1)) break;
        return phrase_from(link + 1);
      }
    }
    return {};
  }

  // "CNBC" of "in a CNBC interview".
  bool names_host(std::uint32_t token) const {
    return has(token, kCapitalised) && has(token - 1, kDeterminer) && !in_content(token) &&
           !has(token, kDeterminer | kPossessive | kTime);
  }

  Span span_of(Range tokens) const {
    return {document_.tokens[tokens.begin].span.begin, document_.tokens[tokens.end - 1].span.end};
  }

  const Reading& reading_;
  const Document& document_;
  const Attribution& attribution_;
  Range cue_;       // tokens
  Range sentence_;  // tokens
  std::string lemma_;
  bool passive_ = false;
};

}  // namespace

std::vector<Hearer> find_hearers(const Reading& reading, const Attribution& attribution) {
  return HearerFinder(reading, attribution).find();
}

}  // namespace quoth
