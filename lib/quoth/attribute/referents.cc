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

std::int32_t ReferentReader::described_person(Range description, Range phrase, const Viewpoint& viewpoint) {
  if ((classes(phrase.begin) & kPossessive) != 0) return -1;
  const Referent referent = office(description, phrase, viewpoint);
  return referent.entities.size() == 1 ? referent.entities.front() : -1;
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

std::string ReferentReader::country_in(Range phrase) const {
  for (const Mention& mention : mentions_in(phrase)) {
    if (entity(mention.entity).kind == EntityKind::country) return entity(mention.entity).name;
    // "the US treasury secretary": the country of the department.
    if (entity(mention.entity).kind == EntityKind::body && mention.tokens.end < phrase.end) return entity(mention.entity).country;
  }
  return {};
}

// "A message from Xi Jinping", "a survey by the Mukden Forum": papers speak for whoever wrote them.
Referent ReferentReader::author_in(Range phrase, Range head, const Viewpoint& viewpoint) const {
  constexpr std::array<std::string_view, 26> kPapers = {
      "message",  "letter", "post",     "statement", "report", "survey", "poll",    "study",        "petition",
      "commentary", "tweet",  "editorial", "column",    "memo",   "analysis", "document", "speech",   "article",
      "note",     "readout", "contribution", "account", "answer", "reply", "remark", "assessment"};
  const std::string noun = lower(head.end - 1);
  if (std::find(kPapers.begin(), kPapers.end(), noun) == kPapers.end()) return {};
  if (head.size() == 2 && (classes(head.begin) & kPossessive) != 0 && viewpoint.person >= 0)
    return {{viewpoint.person}, {}, false};
  for (const Mention& mention : mentions_in(head)) {
    if (mention.possessive && mention.tokens.end + 1 >= head.end) return {{mention.entity}, {}, false};  // "Xi's letter"
  }
  if (head.end + 1 >= phrase.end) return {};
  const std::string link = lower(head.end);
  if (link != "from" && link != "by" && (link != "in" || noun != "commentary")) return {};
  return named_in(head_part({head.end + 1, phrase.end}), phrase);
}

// "The leaders of France, Germany and Britain": who leads each on the document's date.
Referent ReferentReader::leaders_of(Range phrase, Range head) {
  const std::string noun = lower(head.end - 1);
  if ((noun != "leaders" && noun != "presidents") || head.end >= phrase.end || lower(head.end) != "of") return {};
  Referent leaders;
  for (const Mention& mention : mentions_in({head.end, phrase.end})) {
    if (entity(mention.entity).kind != EntityKind::country) return {};
    const Referent leader =
        office_holder({"leader", {"leader", {}}, entity(mention.entity).name}, mention.span.begin);
    if (leader.entities.size() != 1) return {};
    leaders.entities.push_back(leader.entities.front());
  }
  return leaders.entities.size() < 2 ? Referent{} : leaders;
}

// The office that a phrase names: the words of its head, and "of State", "of Commerce" after it.
OfficePhrase ReferentReader::office_phrase(Range head, Range phrase) const {
  std::uint32_t end = head.end;
  if (end + 1 < phrase.end && lower(end) == "of") {
    while (end < phrase.end && reading_.document.tokens[end].kind == TokenKind::word) ++end;
  }
  const auto words = [&](std::uint32_t last) {
    return reading_.document.view(
        {reading_.document.tokens[head.begin].span.begin, reading_.document.tokens[last - 1].span.end});
  };
  std::string noun;
  const std::string_view all = words(head.end);
  lower_word(all.substr(all.find_last_of(' ') + 1), noun);
  if (noun.ends_with("'s")) noun.resize(noun.size() - 2);
  std::string country = country_in(phrase);
  if (noun == "taoiseach") country = "Ireland";
  if (noun == "department" && lower(head.end - 2) == "state") country = "United States";
  return {std::move(noun), read_office_name(words(end)), std::move(country)};
}

// "the Chinese leader", "the minister", "China's foreign ministry", "the Japanese side".
Referent ReferentReader::office(Range head, Range phrase, const Viewpoint& viewpoint) {
  const std::uint32_t noun = head.end - 1;
  const std::uint32_t opening = classes(head.begin);
  const bool owned = (opening & kPossessive) != 0;
  const bool name_first = (opening & kCapitalised) != 0 && (opening & (kDeterminer | kPossessive)) == 0;
  const bool headline = head.size() == 1 && (opening & (kOfficeNoun | kPersonNoun)) != 0 && in_heading(head.begin);
  if ((!name_first && !owned && !headline && lower(head.begin) != "the") || (classes(noun) & kPlural) != 0) return {};
  OfficePhrase sought = office_phrase(head, phrase);
  if (sought.noun == "side" || sought.noun == "government") return government(head, sought.noun == "side", viewpoint);
  const std::uint32_t offset = reading_.document.tokens[head.begin].span.begin;
  if (sought.noun == "counterpart") return counterpart(sought, offset, viewpoint);
  if (owned && sought.country.empty()) {
    sought.country = viewpoint.owner;
    if (sought.country.empty()) return {};
  }
  const std::uint32_t noun_classes = classes(noun) | listed_word_classes(sought.noun);
  if ((noun_classes & (kPersonNoun | kOfficeNoun | kTitle | kBodyNoun)) == 0) {  // "the zoo"
    if (Referent body{{}, offices_.body(sought, offset), false}; !body.empty()) return body;
  }
  if (sought.office.role == "ministry" || (noun_classes & kBodyNoun) != 0) {
    Referent body{{}, offices_.body(sought, offset), false};
    if (body.empty() && !sought.country.empty()) body.name = ministry_name(head, sought);
    if (!body.empty() || !sought.country.empty()) return body;
    sought.country = viewpoint.country.empty() ? last_country(head.begin) : viewpoint.country;
    return {{}, offices_.body(sought, offset), false};
  }
  return sought.country.empty() ? office_at_home(sought, offset, viewpoint) : office_holder(sought, offset);
}

// "the French transport ministry" that the registry does not know is the French Ministry of Transport.
std::string ReferentReader::ministry_name(Range head, const OfficePhrase& sought) const {
  const std::string noun = lower(head.end - 1);
  if ((noun != "ministry" && noun != "department") || head.size() < 2 || (classes(head.end - 2) & kCapitalised) != 0) return {};
  std::string government = government_name(sought.country);
  std::string matter = lower(head.end - 2);
  if (!government.ends_with(" government") || sought.office.matter.empty()) return {};
  government.resize(government.size() - 10);
  matter[0] = static_cast<char>(matter[0] & ~0x20);
  return government + (noun == "ministry" ? "Ministry of " : "Department of ") + matter;
}

// "The President" without a country: at home, where the text has told whose home is meant.
Referent ReferentReader::office_at_home(const OfficePhrase& sought, std::uint32_t offset, const Viewpoint& viewpoint) {
  OfficePhrase home = sought;
  home.country = viewpoint.country;
  if (!viewpoint.body.empty()) {
    home.country = viewpoint.body;
    if (Referent holder = office_holder(home, offset); !holder.empty()) return holder;
    home.country = viewpoint.country;
  }
  if (home.country.empty() && sought.office.role != "secretary-general") return office_holder(sought, offset);
  if (viewpoint.host >= 0 && offices_.holds(viewpoint.host, sought)) return {{viewpoint.host}, {}, false};
  if (const std::int32_t person = offices_.person(home, offset); person >= 0) return {{person}, {}, false};
  if (!viewpoint.others_speak) {
    if (const std::int32_t holder = offices_.registered_person(home); holder >= 0) return {{add_registered(holder)}, {}, false};
  }
  if (const std::int32_t person = offices_.person(sought, offset); person >= 0) return {{person}, {}, false};
  if (Referent holder = office_holder(home, offset); !holder.empty() || sought.office.role != "secretary-general") return holder;
  home.country = "United Nations";
  return office_holder(home, offset);
}

// "the Japanese side", "its government", and "the Government" in the mouth of whom it is home to.
Referent ReferentReader::government(Range head, bool metonymy, const Viewpoint& viewpoint) {
  for (const Mention& mention : mentions_in(head)) {
    if (entity(mention.entity).kind == EntityKind::country) return {{mention.entity}, {}, metonymy};
  }
  const std::string& country = (classes(head.begin) & kPossessive) != 0 ? viewpoint.owner : viewpoint.country;
  if (country.empty() || metonymy) return {};
  const Registry::Match match = registry_.match(country, 0);
  return match.entity < 0 ? Referent{} : Referent{{add_registered(match.entity)}, {}, false};
}

// The country or capital named last before the token in its sentence.
std::string ReferentReader::last_country(std::uint32_t token) const {
  const std::uint32_t begin = sentence_begin(token);
  for (std::size_t i = first_mention(token); i-- > 0 && mentions_.mentions[i].tokens.begin >= begin;) {
    const NamedEntity& place = entity(mentions_.mentions[i].entity);
    if (place.kind == EntityKind::country) return place.name;
  }
  return {};
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

Referent ReferentReader::office_holder(const OfficePhrase& sought, std::uint32_t offset) {
  if (const std::int32_t person = offices_.person(sought, offset); person >= 0) return {{person}, {}, false};
  const std::int32_t holder = offices_.registered_person(sought);
  return holder < 0 ? Referent{} : Referent{{add_registered(holder)}, {}, false};
}

std::int32_t ReferentReader::registered_holder(const std::string& office, const std::string& country) {
  const std::int32_t holder = offices_.registered_person({office, read_office_name(office), country});
  return holder < 0 ? -1 : add_registered(holder);
}

std::int32_t ReferentReader::add_registered(std::int32_t index) {
  const auto [known, fresh] = by_registry_.emplace(index, static_cast<std::int32_t>(mentions_.entities.size()));
  if (fresh) mentions_.entities.push_back(named_entity(registry_, index));
  return known->second;
}

std::string ReferentReader::body_served(std::int32_t person) const {
  const std::int32_t known = entity(person).registry;
  if (known < 0) return {};
  const Entity& registered = registry_.entities()[static_cast<std::size_t>(known)];
  for (const Office& office : registered.offices) {
    if (held_on(office, date_) && !office.of.empty() && office.of != registered.country) return office.of;
  }
  return {};
}

std::string ReferentReader::government_name(const std::string& country) const {
  const Registry::Match match = country.empty() ? Registry::Match{} : registry_.match(country, 0);
  return match.entity < 0 ? std::string() : registry_.entities()[static_cast<std::size_t>(match.entity)].government;
}

// "His Japanese counterpart": who holds in that country the office that "he" holds in his.
Referent ReferentReader::counterpart(OfficePhrase sought, std::uint32_t offset, const Viewpoint& viewpoint) {
  if (viewpoint.person < 0 || sought.country.empty()) return {};
  for (const std::string_view office : {"leader", "foreign minister", "defence minister", "trade minister"}) {
    if (!holds_office(viewpoint.person, office)) continue;
    sought.office = read_office_name(office);
    return office_holder(sought, offset);
  }
  return {};
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
  if ((noun & (kOfficeNoun | kPersonNoun | kTitle)) != 0 || (head.end - begin == 1 && (noun & kBodyNoun) != 0)) return {};
  std::uint32_t end = head.end;
  if (end + 1 < phrase.end && lower(end) == "of") {
    if ((classes(end + 1) & kCapitalised) == 0) return {};
    for (++end; end < phrase.end && (classes(end) & kCapitalised) != 0; ++end) continue;
  }
  const std::string_view name =
      reading_.document.view({reading_.document.tokens[begin].span.begin, reading_.document.tokens[end - 1].span.end});
  const bool plural_initials = name.size() < 6 && name.ends_with('s') && name[name.size() - 2] < 'a';  // "MPs"
  return name.size() >= 3 && !plural_initials && !name.ends_with("'s") && !name.ends_with("’s") ? std::string(name) : std::string();
}

Referent ReferentReader::antecedent(std::uint32_t relative) {
  const std::uint32_t begin = sentence_begin(relative);
  Referent found;
  for (std::size_t i = first_mention(relative);
       i-- > 0 && mentions_.mentions[i].tokens.begin >= begin;) {
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
