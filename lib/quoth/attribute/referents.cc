#include <algorithm>
#include <array>

#include "quoth/annotate/words.h"
#include "quoth/attribute/referents_internal.h"

namespace quoth {

using namespace word_class;

ReferentReader::ReferentReader(const Reading& reading, Mentions& mentions, const Registry& registry,
                               std::string_view date)
    : reading_(reading), mentions_(mentions), registry_(registry), date_(date), offices_(mentions, registry, date) {
  std::vector<std::uint32_t> counts(mentions.entities.size(), 0);
  for (const Mention& mention : mentions.mentions) ++counts[static_cast<std::size_t>(mention.entity)];
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (mentions.entities[i].registry >= 0)
      by_registry_.emplace(mentions.entities[i].registry, static_cast<std::int32_t>(i));
    if (mentions.entities[i].kind == EntityKind::person && mentions.entities[i].sure_person && counts[i] >= 2)
      by_prominence_.push_back(static_cast<std::int32_t>(i));
  }
  std::stable_sort(by_prominence_.begin(), by_prominence_.end(), [&](std::int32_t a, std::int32_t b) {
    return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
  });
}

std::string ReferentReader::lower(std::uint32_t token) const {
  std::string out;
  lower_word(view(token), out);
  return out;
}

Range ReferentReader::tokens_of(Span span) const {
  const std::vector<Token>& tokens = reading_.document.tokens;
  const auto by_begin = [](const Token& token, std::uint32_t offset) { return token.span.begin < offset; };
  return {
      static_cast<std::uint32_t>(std::lower_bound(tokens.begin(), tokens.end(), span.begin, by_begin) - tokens.begin()),
      static_cast<std::uint32_t>(std::lower_bound(tokens.begin(), tokens.end(), span.end, by_begin) - tokens.begin())};
}

std::size_t ReferentReader::first_mention(std::uint32_t token) const {
  const auto at = std::lower_bound(mentions_.mentions.begin(), mentions_.mentions.end(), token,
                                   [](const Mention& mention, std::uint32_t t) { return mention.tokens.begin < t; });
  return static_cast<std::size_t>(at - mentions_.mentions.begin());
}

std::span<const Mention> ReferentReader::mentions_in(Range tokens) const {
  const std::size_t begin = first_mention(tokens.begin);
  return std::span(mentions_.mentions).subspan(begin, first_mention(std::max(tokens.begin, tokens.end)) - begin);
}

Referent ReferentReader::read(Span span, const Viewpoint& viewpoint) {
  const Range phrase = tokens_of(span);
  const Range head = head_part(phrase);
  if (head.empty()) return {};
  if (Referent list = list_in(phrase); !list.empty()) return list;
  for (const Range part : {head, Range{head.begin, phrase.end}}) {
    // "Minister for Ports (Mrs Leilani Orre)": the name in brackets is the head's.
    if (part != head && view(phrase.end - 1) != ")") continue;
    Referent named = named_in(part, phrase);
    if (!named.empty()) return named;
  }
  Referent named = apposition_name(phrase, head);
  if (named.empty()) named = several(head);
  if (named.empty()) named = leaders_of(phrase, head);
  if (named.empty()) named = author_in(phrase, head, viewpoint);
  if (named.empty()) named = office(head, phrase, viewpoint);
  if (named.empty()) named.name = unknown_name(head, phrase);
  return named;
}

// "Australia, Canada and Japan", "Prime Minister Carney and President Macron": a phrase of names and nothing else.
Referent ReferentReader::list_in(Range phrase) const {
  Referent list;
  std::uint32_t reached = phrase.begin;
  bool coordinated = false;
  for (const Mention& mention : mentions_in(phrase)) {
    if (mention.adjective || mention.possessive) return {};
    for (std::uint32_t at = reached; at < mention.tokens.begin; ++at) {
      const bool coordinator = (classes(at) & kCoordinator) != 0;
      coordinated = coordinated || coordinator;
      const bool title = (classes(at) & (kTitle | kOfficeNoun | kTitleModifier)) != 0 || view(at) == ".";
      if (!coordinator && !title && view(at) != ",") return {};
      if (list.entities.empty() && !title) return {};
    }
    list.entities.push_back(mention.entity);
    reached = mention.tokens.end;
  }
  if (!coordinated || reached != phrase.end || list.entities.size() < 2) return {};
  return list;
}

// The part of a noun phrase that holds its head: up to a comma, bracket, relative or preposition.
Range ReferentReader::head_part(Range phrase) const {
  std::uint32_t end = phrase.begin;
  while (end < phrase.end) {
    const std::string_view word = view(end);
    const bool part_of_word = word == "." || word == "-" || word == "’" || word == "'" || word == "&";
    const bool stop = reading_.document.tokens[end].kind == TokenKind::punctuation && !part_of_word;
    if (stop || ((classes(end) & (kRelative | kPreposition)) != 0 && (classes(end) & kCapitalised) == 0)) break;
    ++end;
  }
  return {phrase.begin, end};
}

// Names in the head of a phrase: its last one, or several that "and" joins. A possessive is one where it ends the
// phrase: "Tokyo's" of "Tokyo's demand that".
Referent ReferentReader::named_in(Range head, Range phrase) const {
  Referent referent;
  const Mention* last = nullptr;
  for (const Mention& mention : mentions_in(head)) {
    if (mention.adjective || (mention.possessive && mention.tokens.end != head.end)) continue;
    if (mention.tokens.end > phrase.end) continue;  // the phrase ends within the name
    if (last != nullptr && joined(last->tokens.end, mention.tokens.begin)) {
      referent.entities.push_back(mention.entity);
    } else {
      referent.entities = {mention.entity};
    }
    last = &mention;
  }
  if (last == nullptr || modifies_noun(*last, head)) return {};
  referent.metonymy = entity(last->entity).kind == EntityKind::country;
  return referent;
}

// "Clinton supporters", "a Labour backbencher": the name only modifies the noun that follows it.
bool ReferentReader::modifies_noun(const Mention& mention, Range head) const {
  for (std::uint32_t at = mention.tokens.end; at < head.end; ++at) {
    if ((classes(at) & (kPersonNoun | kBodyNoun | kOfficeNoun)) != 0) return true;
    const bool plain_word = reading_.document.tokens[at].kind == TokenKind::word &&
                            (classes(at) & (kCapitalised | kAdverb | kObjectPronoun | kDeterminer)) == 0;
    if (plain_word) return true;
  }
  return false;
}

bool ReferentReader::joined(std::uint32_t left_end, std::uint32_t right_begin) const {
  bool coordinator = false;
  for (std::uint32_t at = left_end; at < right_begin; ++at) {
    coordinator = coordinator || (classes(at) & kCoordinator) != 0;
    const bool link =
        (classes(at) & (kCoordinator | kTitle | kOfficeNoun | kCapitalised)) != 0 || view(at) == "," || view(at) == ".";
    if (!link) return false;
  }
  return coordinator;
}

// "the governor of Okinawa, Denny Tamaki,", "A reader, Tomasi in Suva,": the name follows the title.
Referent ReferentReader::apposition_name(Range phrase, Range head) const {
  std::uint32_t comma = head.end;
  const bool one = (classes(head.end - 1) & kPlural) == 0 && comma < phrase.end && lower(comma) != "for";
  while (one && comma < phrase.end && view(comma) != "," && (classes(comma) & kRelative) == 0) ++comma;
  if (comma + 1 >= phrase.end || view(comma) != ",") return {};
  const bool office_first =
      (classes(head.end - 1) & (kPersonNoun | kOfficeNoun | kTitle)) != 0 || (classes(head.begin) & kPossessive) != 0;
  if (!office_first || (classes(comma + 1) & (kCapitalised | kTitle)) == 0) return {};
  const Range name = head_part({comma + 1, phrase.end});
  Referent named = named_in(name, phrase);
  const bool far = comma != head.end;
  if (far && (named.entities.size() != 1 || entity(named.entities.front()).kind != EntityKind::person)) return {};
  if (named.empty()) named.name = unknown_name(name, phrase);
  return named;
}

// "A message from Xi Jinping", "a survey by the Mukden Forum": papers speak for whoever wrote them.
Referent ReferentReader::author_in(Range phrase, Range head, const Viewpoint& viewpoint) const {
  constexpr std::array<std::string_view, 26> kPapers = {
      "message",    "letter",  "post",         "statement", "report", "survey",   "poll",     "study",     "petition",
      "commentary", "tweet",   "editorial",    "column",    "memo",   "analysis", "document", "speech",    "article",
      "note",       "readout", "contribution", "account",   "answer", "reply",    "remark",   "assessment"};
  const std::string noun = lower(head.end - 1);
  if (std::find(kPapers.begin(), kPapers.end(), noun) == kPapers.end()) return {};
  if (head.size() == 2 && (classes(head.begin) & kPossessive) != 0 && viewpoint.person >= 0)
    return {{viewpoint.person}, {}, false};
  for (const Mention& mention : mentions_in(head)) {
    if (mention.possessive && mention.tokens.end + 1 >= head.end)
      return {{mention.entity}, {}, false};  // "Xi's letter"
  }
  if (head.end + 1 >= phrase.end) return {};
  const std::string link = lower(head.end);
  if (link != "from" && link != "by" && (link != "in" || noun != "commentary")) return {};
  return named_in(head_part({head.end + 1, phrase.end}), phrase);
}

std::uint32_t ReferentReader::sentence_begin(std::uint32_t token) const {
  const std::vector<Sentence>& sentences = reading_.document.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return std::prev(after)->tokens.begin;
}

bool ReferentReader::in_heading(std::uint32_t token) const {
  const std::vector<Paragraph>& paragraphs = reading_.document.paragraphs;
  const auto after = std::upper_bound(paragraphs.begin(), paragraphs.end(), token,
                                      [](std::uint32_t t, const Paragraph& p) { return t < p.tokens.begin; });
  return std::prev(after)->kind == ParagraphKind::heading;
}

// "both leaders", "the two ministers": the document's foremost people.
Referent ReferentReader::several(Range head) const {
  const std::string noun = lower(head.end - 1);
  if (noun != "leaders" && noun != "ministers" && noun != "presidents" && noun != "men") return {};
  const std::string first = lower(head.begin);
  if (first != "both" && first != "the" && first != "all") return {};
  std::size_t wanted = 0;
  for (std::uint32_t at = head.begin; at < head.end; ++at) {
    const std::string word = lower(at);
    if (word == "both" || word == "two") wanted = 2;
    if (word == "three") wanted = 3;
  }
  if (wanted == 0 || by_prominence_.size() < wanted) return {};
  std::vector<std::int32_t> people(by_prominence_.begin(),
                                   by_prominence_.begin() + static_cast<std::ptrdiff_t>(wanted));
  std::sort(people.begin(), people.end());
  return {people, {}, false};
}

// "Cargonaut", "The Hakodate Institute", "the Federation of Gearmakers": a name that neither the registry nor the text
// explains is given as it stands.
std::string ReferentReader::unknown_name(Range head, Range phrase) const {
  std::uint32_t begin = head.begin;
  if (head.size() > 1 && (lower(begin) == "the" || (classes(begin) & kTitle) != 0)) ++begin;
  if (begin > head.begin && begin + 1 < head.end && view(begin) == ".") ++begin;  // "Mr. Doyle"
  for (std::uint32_t at = begin; at < head.end; ++at) {
    const bool name_part = (classes(at) & kCapitalised) != 0 &&
                           (classes(at) & (kDeterminer | kPossessive | kSubjectPronoun | kTime | kAdverb)) == 0;
    const bool inner_mark = at > begin && reading_.document.tokens[at].kind != TokenKind::word;
    if (!name_part && !inner_mark) return {};
  }
  if (begin >= head.end) return {};
  // "The Prime Minister", "High Commissioner", "Council": nouns for many.
  const std::uint32_t noun = classes(head.end - 1);
  if ((noun & (kOfficeNoun | kPersonNoun | kTitle)) != 0 || (head.end - begin == 1 && (noun & kBodyNoun) != 0))
    return {};
  std::uint32_t end = head.end;
  if (end + 1 < phrase.end && lower(end) == "of") {
    if ((classes(end + 1) & kCapitalised) == 0) return {};
    for (++end; end < phrase.end && (classes(end) & kCapitalised) != 0; ++end) continue;
  }
  const std::string_view name =
      reading_.document.view({reading_.document.tokens[begin].span.begin, reading_.document.tokens[end - 1].span.end});
  const bool plural_initials = name.size() < 6 && name.ends_with('s') && name[name.size() - 2] < 'a';  // "MPs"
  return name.size() >= 3 && !plural_initials && !name.ends_with("'s") && !name.ends_with("’s") ? std::string(name)
                                                                                                : std::string();
}

Referent ReferentReader::antecedent(std::uint32_t relative) {
  const std::uint32_t begin = sentence_begin(relative);
  Referent found;
  for (std::size_t i = first_mention(relative); i-- > 0 && mentions_.mentions[i].tokens.begin >= begin;) {
    const Mention& mention = mentions_.mentions[i];
    if (mention.adjective || mention.possessive) continue;
    if (relative - mention.tokens.end <= 1) return {{mention.entity}, {}, false};
    if (entity(mention.entity).kind == EntityKind::person) found.entities = {mention.entity};
  }
  if (!found.empty() || relative < begin + 2) return found;
  // "The Japanese government, which": the phrase before the comma.
  std::uint32_t first = relative - 1;
  while (first > begin && reading_.document.tokens[first - 1].kind != TokenKind::punctuation) --first;
  const std::uint32_t end = view(relative - 1) == "," ? relative - 1 : relative;
  if (first >= end) return {};
  return office({first, end}, {first, end}, {});
}

}  // namespace quoth
