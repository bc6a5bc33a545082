#include <algorithm>
#include <array>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_nouns_internal.h"
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
    if (!named.empty()) return with_complement(at_its_place(std::move(named), part, phrase), part, phrase);
  }
  Referent named = apposition_name(phrase, head);
  if (named.empty()) named = several(head);
  if (named.empty()) named = leaders_of(phrase, head);
  if (named.empty()) named = author_in(phrase, head, viewpoint);
  if (named.empty()) named = office_of_person(head, viewpoint);
  if (named.empty()) named = people_of(head);
  if (named.empty()) named = one_of_them(phrase, head);
  if (named.empty()) named = office(head, phrase, viewpoint);
  if (named.empty()) named.name = unknown_name(head, phrase);
  return named;
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

// "A message from Xi Jinping", "a survey by the Mukden Forum": papers speak for whoever wrote them.
Referent ReferentReader::author_in(Range phrase, Range head, const Viewpoint& viewpoint) const {
  constexpr std::array<std::string_view, 26> kPapers = {
      "message",    "letter",  "post",         "statement", "report", "survey",   "poll",     "study",     "petition",
      "commentary", "tweet",   "editorial",    "column",    "memo",   "analysis", "document", "speech",    "article",
      "note",       "readout", "contribution", "account",   "answer", "reply",    "remark",   "assessment"};
  const std::string noun = lower(head.end - 1);
  const bool own = head.size() == 2 && (classes(head.begin) & kPossessive) != 0;
  if (own && !viewpoint.owner_name.empty() && (noun == "authors" || noun == "petition"))
    return {{}, viewpoint.owner_name, false};
  if (std::find(kPapers.begin(), kPapers.end(), noun) == kPapers.end()) return {};
  if (own && !viewpoint.owner_name.empty()) return {{}, viewpoint.owner_name, false};
  if (head.size() == 2 && (classes(head.begin) & kPossessive) != 0 && viewpoint.person >= 0)
    return {{viewpoint.person}, {}, false};
  for (const Mention& mention : mentions_in(head)) {
    if (mention.possessive && mention.tokens.end + 1 >= head.end)
      return {{mention.entity}, {}, false};  // "Xi's letter"
  }
  if (head.end + 1 >= phrase.end) return {};
  std::uint32_t link = head.end;
  const auto leads_to_author = [&](std::uint32_t at) {
    const std::string word = lower(at);
    return word == "by" || (at == head.end && (word == "from" || (word == "in" && noun == "commentary")));
  };
  // "a study published in June by the Hanbit Institute"
  while (link + 1 < phrase.end && view(link) != "," && (classes(link) & kRelative) == 0 && !leads_to_author(link))
    ++link;
  if (link + 1 >= phrase.end || !leads_to_author(link)) return {};
  const Range author = head_part({link + 1, phrase.end});
  Referent named = named_in(author, phrase);
  if (named.empty() && !author.empty()) named.name = unknown_name(author, phrase);
  return named;
}

// "his office", "Minister Castor's office": a leader's people speak for him.
Referent ReferentReader::office_of_person(Range head, const Viewpoint& viewpoint) const {
  if (head.size() < 2 || lower(head.end - 1) != "office") return {};
  const bool own = head.size() == 2 && (classes(head.begin) & kPossessive) != 0;
  std::int32_t person = own ? viewpoint.person : -1;
  for (const Mention& mention : mentions_in(head)) {
    if (mention.possessive && mention.tokens.end + 1 == head.end) person = mention.entity;
  }
  if (person < 0 || entity(person).kind != EntityKind::person) return {};
  return {{}, entity(person).name + "'s office", false};
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
