#include <algorithm>
#include <array>

#include "quoth/annotate/names_internal.h"
#include "quoth/annotate/words.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kTitleReach = 7;       // tokens before a name in which its office is looked for
constexpr std::uint32_t kAppositionReach = 9;  // tokens after the comma in which an office is looked for

// "surveyor", "columnist": nouns for people, on no list.
bool agent_noun(std::string_view word) {
  constexpr std::array<std::string_view, 7> kEndings = {"er", "or", "ist", "ian", "man", "woman", "person"};
  return word.size() > 4 &&
         std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

class OfficeTieFinder {
 public:
  OfficeTieFinder(const Document& document, const std::vector<std::uint32_t>& classes, Mentions& found)
      : document_(document), classes_(classes), found_(found) {}

  void find() {
    for (const Sentence& sentence : document_.sentences) {
      sentence_ = sentence.tokens;
      for (; next_ < found_.mentions.size() && found_.mentions[next_].tokens.begin < sentence_.end; ++next_) {
        if (person(next_).kind != EntityKind::person) continue;
        tie_title_before(next_);
        tie_before_bracket(next_);
        tie_apposition_after(next_);
      }
    }
  }

 private:
  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }
  bool has(std::uint32_t token, std::uint32_t some) const { return (classes_[token] & some) != 0; }

  NamedEntity& person(std::size_t mention) {
    return found_.entities[static_cast<std::size_t>(found_.mentions[mention].entity)];
  }

  bool names_office(std::uint32_t token) const {
    if (has(token, kPersonNoun | kOfficeNoun | kTitle)) return true;
    constexpr std::uint32_t kOther = kVerb | kAdverb | kPreposition | kDeterminer | kTime | kCapitalised |
                                     kCoordinator | kSubordinator | kRelative | kAuxiliary | kNumberWord;
    return !has(token, kOther) && agent_noun(view(token));
  }

  // "Japan's new Prime Minister", "Secretary of State" before a name.
  void tie_title_before(std::size_t m) {
    const std::uint32_t name = found_.mentions[m].tokens.begin;
    std::uint32_t end = name;
    if (end > sentence_.begin && view(end - 1) == ".") --end;
    const bool apposed = end > sentence_.begin && view(end - 1) == ",";  // "its director, Halina Wrona"
    if (apposed) --end;
    if (end < sentence_.begin + 1) return;
    const bool of_state = end >= sentence_.begin + 3 && view(end - 2) == "of" && has(end - 1, kCapitalised);
    const std::uint32_t noun = of_state ? end - 3 : end - 1;
    if (!names_office(noun)) return;
    std::uint32_t begin = noun;
    while (begin > sentence_.begin && name - begin < kTitleReach && part_of_title(begin - 1)) --begin;
    if (apposed && !has(begin, kDeterminer | kPossessive)) return;
    add_tie({begin, end}, noun, m);
  }

  // "the Minister for Ports (Mrs Leilani Orre)".
  void tie_before_bracket(std::size_t m) {
    std::uint32_t bracket = found_.mentions[m].tokens.begin;
    while (bracket > sentence_.begin && (has(bracket - 1, kTitle) || view(bracket - 1) == ".")) --bracket;
    if (bracket < sentence_.begin + 2 || view(bracket - 1) != "(") return;
    --bracket;
    const std::uint32_t earliest = bracket - std::min(bracket - sentence_.begin, kTitleReach);
    for (std::uint32_t noun = earliest; noun < bracket; ++noun) {
      if (!has(noun, kPersonNoun | kOfficeNoun)) continue;
      std::uint32_t begin = noun;
      while (begin > sentence_.begin && part_of_title(begin - 1)) --begin;
      add_tie({begin, bracket}, noun, m);
      return;
    }
  }

  bool part_of_title(std::uint32_t token) const {
    return (document_.tokens[token].kind == TokenKind::word || view(token) == "-") &&
           !has(token, kPreposition | kVerb | kCoordinator | kSubordinator | kAuxiliary | kRelative | kAdverb);
  }

  // "a foreign ministry spokesman" after a name and a comma.
  void tie_apposition_after(std::size_t m) {
    const std::uint32_t comma = found_.mentions[m].tokens.end;
    if (comma + 1 >= sentence_.end || (view(comma) != "," && view(comma) != "(")) return;
    // "Len, who ...", "Emi Kurata, 54,": people.
    const bool bracket = view(comma) == "(";
    const bool aged =
        document_.tokens[comma + 1].kind == TokenKind::number && comma + 2 < sentence_.end && view(comma + 2) == ",";
    if (aged || view(comma + 1) == "who") person(m).sure_person = true;
    if (!has(comma + 1, kDeterminer | kPossessive | kCapitalised) && !bare_office(comma + 1)) return;
    const std::uint32_t last = std::min(sentence_.end, comma + kAppositionReach);
    for (std::uint32_t noun = comma + 1; noun < last; ++noun) {
      if (document_.tokens[noun].kind != TokenKind::word || has(noun, kPreposition)) return;
      const bool longer = noun + 1 < last && names_office(noun + 1);
      if (!names_office(noun) || longer) continue;
      if (bracket && !has(noun, kPersonNoun | kOfficeNoun)) return;
      std::uint32_t end = noun + 1;
      while (end < last && document_.tokens[end].kind == TokenKind::word) ++end;
      add_tie({comma + 1, end}, noun, m);
      return;
    }
  }

  // "chief executive of Nordkai" after a name and a comma.
  bool bare_office(std::uint32_t at) const {
    for (std::uint32_t noun = at; noun + 1 < sentence_.end && noun < at + 4; ++noun) {
      if (names_office(noun) && has(noun + 1, kPreposition)) return !has(noun, kPlural);
      if (!part_of_title(noun)) return false;
    }
    return false;
  }

  // The office whose words are `phrase` and whose noun is `noun` is mention m's.
  void add_tie(Range phrase, std::uint32_t noun, std::size_t m) {
    NamedEntity& entity = person(m);
    entity.sure_person = true;
    if (entity.gender == Gender::unknown && has(noun, kMale)) entity.gender = Gender::male;
    if (entity.gender == Gender::unknown && has(noun, kFemale)) entity.gender = Gender::female;
    OfficeTie tie;
    lower_word(view(noun), tie.noun);
    tie.country = country_in(phrase, m);
    tie.office = read_office_name(
        document_.view({document_.tokens[phrase.begin].span.begin, document_.tokens[phrase.end - 1].span.end}));
    tie.entity = found_.mentions[m].entity;
    tie.offset = found_.mentions[m].span.begin;
    if (tie.country.empty() && tie.noun == "taoiseach") tie.country = "Ireland";
    if (tie.country.empty()) tie.country = entity.country;
    found_.ties.push_back(std::move(tie));
  }

  // Calls look(mention) for the mentions beside m that lie in `phrase`.
  template <typename Look>
  void for_each_mention(Range phrase, std::size_t m, Look look) const {
    std::size_t first = m;
    while (first > 0 && found_.mentions[first - 1].tokens.begin >= phrase.begin) --first;
    for (std::size_t i = first; i < found_.mentions.size() && found_.mentions[i].tokens.begin < phrase.end; ++i) {
      if (i != m) look(found_.mentions[i]);
    }
  }

  std::string country_in(Range phrase, std::size_t m) const {
    std::string country;
    for_each_mention(phrase, m, [&](const Mention& mention) {
      const NamedEntity& place = found_.entities[static_cast<std::size_t>(mention.entity)];
      if (country.empty() && place.kind == EntityKind::country) country = place.name;
    });
    return country;
  }

  const Document& document_;
  const std::vector<std::uint32_t>& classes_;
  Mentions& found_;
  Range sentence_;
  std::size_t next_ = 0;
};

}  // namespace

void find_office_ties(const Document& document, const std::vector<std::uint32_t>& word_classes, Mentions& mentions) {
  OfficeTieFinder(document, word_classes, mentions).find();
}

}  // namespace quoth
