#include "quoth/annotate/names_internal.h"
#include "quoth/annotate/words.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kTitleReach = 6;       // tokens before a name in which its country is looked for
constexpr std::uint32_t kAppositionReach = 8;  // tokens after the comma in which an office is looked for

class OfficeTieFinder {
 public:
  OfficeTieFinder(const Document& document, const std::vector<std::uint32_t>& classes, Mentions& found)
      : document_(document), classes_(classes), found_(found) {}

  void find() {
    for (std::size_t m = 0; m < found_.mentions.size(); ++m) {
      if (person(m).kind != EntityKind::person) continue;
      tie_title_before(m);
      tie_apposition_after(m);
    }
  }

 private:
  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }

  NamedEntity& person(std::size_t mention) {
    return found_.entities[static_cast<std::size_t>(found_.mentions[mention].entity)];
  }

  bool office(std::uint32_t token) const { return (classes_[token] & (kPersonNoun | kOfficeNoun)) != 0; }

  // "Japan's new Prime Minister" before a name.
  void tie_title_before(std::size_t m) {
    std::uint32_t at = found_.mentions[m].tokens.begin;
    if (at > 0 && view(at - 1) == ".") --at;
    if (at == 0 || (!office(at - 1) && (classes_[at - 1] & kTitle) == 0)) return;
    add_tie(at - 1, at - 1 - std::min(at - 1, kTitleReach), m);
  }

  // "a foreign ministry spokesman" after a name and a comma.
  void tie_apposition_after(std::size_t m) {
    const std::uint32_t comma = found_.mentions[m].tokens.end;
    const auto tokens = static_cast<std::uint32_t>(classes_.size());
    if (comma + 1 >= tokens || view(comma) != ",") return;
    if ((classes_[comma + 1] & (kDeterminer | kPossessive | kCapitalised)) == 0) return;
    for (std::uint32_t noun = comma + 1; noun < std::min(tokens, comma + kAppositionReach); ++noun) {
      if (document_.tokens[noun].kind != TokenKind::word || (classes_[noun] & kPreposition) != 0) return;
      const bool longer = noun + 1 < tokens && (classes_[noun + 1] & kOfficeNoun) != 0;
      if (!office(noun) || longer) continue;
      add_tie(noun, comma, m);
      return;
    }
  }

  // The office `noun` is mention m's; its country is looked for from token `earliest` on.
  void add_tie(std::uint32_t noun, std::uint32_t earliest, std::size_t m) {
    NamedEntity& entity = person(m);
    entity.sure_person = true;
    if (entity.gender == Gender::unknown && (classes_[noun] & kMale) != 0) entity.gender = Gender::male;
    if (entity.gender == Gender::unknown && (classes_[noun] & kFemale) != 0) entity.gender = Gender::female;
    OfficeTie tie;
    lower_word(view(noun), tie.noun);
    if (noun > 0 && (classes_[noun - 1] & kTitleModifier) != 0) lower_word(view(noun - 1), tie.modifier);
    tie.entity = found_.mentions[m].entity;
    tie.offset = found_.mentions[m].span.begin;
    tie.country = country_between(document_.tokens[earliest].span.begin, document_.tokens[noun].span.begin, m);
    if (tie.country.empty()) tie.country = entity.country;
    found_.ties.push_back(std::move(tie));
  }

  // A country mentioned in bytes [begin, end), near mention m.
  std::string country_between(std::uint32_t begin, std::uint32_t end, std::size_t m) const {
    std::size_t first = m;
    while (first > 0 && found_.mentions[first - 1].span.begin >= begin) --first;
    for (std::size_t i = first; i < found_.mentions.size() && found_.mentions[i].span.begin < end; ++i) {
      const NamedEntity& place = found_.entities[static_cast<std::size_t>(found_.mentions[i].entity)];
      if (found_.mentions[i].span.begin >= begin && place.kind == EntityKind::country) return place.name;
    }
    return {};
  }

  const Document& document_;
  const std::vector<std::uint32_t>& classes_;
  Mentions& found_;
};

}  // namespace

void find_office_ties(const Document& document, const std::vector<std::uint32_t>& word_classes, Mentions& mentions) {
  OfficeTieFinder(document, word_classes, mentions).find();
}

}  // namespace quoth
