// Those members of ReferentReader that read names and those of whom a phrase names one.
#include <algorithm>
#include <array>
#include <string_view>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_nouns_internal.h"
#include "quoth/attribute/referents_internal.h"

namespace quoth {

using namespace word_class;

// "The French Embassy in Wellington" is told from other embassies by its country.
Referent ReferentReader::at_its_place(Referent named, Range head, Range phrase) const {
  if (named.entities.size() != 1 || head.end + 1 >= phrase.end || lower(head.end) != "in") return named;
  const std::string& name = entity(named.entities.front()).name;
  if (!name.ends_with(" Embassy")) return named;
  for (const Mention& mention : mentions_in({head.end + 1, phrase.end})) {
    if (entity(mention.entity).kind == EntityKind::country)
      return {{}, name + " in " + entity(mention.entity).name, false};
  }
  return named;
}

// "The National Federation of Fishermen's Organisations": a name that the registry lacks goes on behind its "of".
Referent ReferentReader::with_complement(Referent named, Range head, Range phrase) const {
  if (named.entities.size() != 1 || head.end + 1 >= phrase.end || lower(head.end) != "of") return named;
  const NamedEntity& body = entity(named.entities.front());
  if (body.registry >= 0 || (body.kind == EntityKind::person && body.sure_person)) return named;
  if ((classes(head.end + 1) & kCapitalised) == 0 || mentions_in(head).empty()) return named;
  const Mention& last = mentions_in(head).back();
  std::uint32_t end = head.end + 1;
  while (end < phrase.end && (classes(end) & kCapitalised) != 0) ++end;
  if (last.tokens.end != head.end) return named;
  return {
      {}, std::string(reading_.document.view({last.span.begin, reading_.document.tokens[end - 1].span.end})), false};
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
  if (last == nullptr) return {};
  // "EU leaders" speak for it together.
  const bool leaders = referent.entities.size() == 1 && last->tokens.end + 1 == head.end && leads_body(*last);
  if (!leaders && modifies_noun(*last, head)) return {};
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
      read_person_noun(view(head.end - 1), classes(head.end - 1)).person || (classes(head.begin) & kPossessive) != 0;
  if (!office_first || (classes(comma + 1) & (kCapitalised | kTitle)) == 0) return {};
  const Range name = head_part({comma + 1, phrase.end});
  Referent named = named_in(name, phrase);
  const bool far = comma != head.end;
  if (far && (named.entities.size() != 1 || entity(named.entities.front()).kind != EntityKind::person)) return {};
  if (named.empty()) named.name = unknown_name(name, phrase);
  return named;
}

// "One of them, the Canadian diplomat Peter Lachance,"; "our colleagues at the World Food Programme".
Referent ReferentReader::one_of_them(Range phrase, Range head) const {
  std::uint32_t at = head.end;
  const std::string noun = lower(head.end - 1);
  const bool colleagues = noun == "colleagues" && at < phrase.end && lower(at) == "at";
  if (!colleagues && lower(head.begin) != "one" && lower(head.begin) != "another") return {};
  while (!colleagues && at < phrase.end && view(at) != ",") ++at;
  if (at + 1 >= phrase.end) return {};
  const Referent named = named_in(head_part({at + 1, phrase.end}), phrase);
  if (named.entities.size() != 1) return {};
  const bool person = entity(named.entities.front()).kind == EntityKind::person;
  return person != colleagues ? named : Referent{};
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
  if (head.end - begin == 1 && begin > head.begin && lower(begin) == "opposition") return {};
  if ((noun & (kOfficeNoun | kPersonNoun | kTitle)) != 0 || (head.end - begin == 1 && (noun & kBodyNoun) != 0))
    return {};
  std::uint32_t end = head.end;
  if (end + 1 < phrase.end && lower(end) == "of") {
    if ((classes(end + 1) & kCapitalised) == 0) return {};
    for (++end; end < phrase.end && (classes(end) & kCapitalised) != 0; ++end) continue;
  }
  const std::string_view name =
      reading_.document.view({reading_.document.tokens[begin].span.begin, reading_.document.tokens[end - 1].span.end});
  // "Norway's Directorate of Fisheries" is the Norwegian one.
  for (const Mention& mention : mentions_in({begin, begin + 1})) {
    const std::string government = mention.possessive ? government_name(entity(mention.entity).name) : std::string();
    if (!government.ends_with(" government") || begin + 1 >= end) continue;
    const Span rest{reading_.document.tokens[begin + 1].span.begin, reading_.document.tokens[end - 1].span.end};
    return government.substr(0, government.size() - 10) + std::string(reading_.document.view(rest));
  }
  const bool plural_initials = name.size() < 6 && name.ends_with('s') && name[name.size() - 2] < 'a';  // "MPs"
  return name.size() >= 3 && !plural_initials && !name.ends_with("'s") && !name.ends_with("’s") ? std::string(name)
                                                                                                : std::string();
}

}  // namespace quoth
