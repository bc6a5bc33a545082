#include "quoth/annotate/mentions.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "quoth/annotate/words.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kFunctionWord = kDeterminer | kPossessive | kSubjectPronoun | kObjectPronoun | kRelative |
                                        kPreposition | kCoordinator | kSubordinator | kAuxiliary | kAdverb | kTime |
                                        kQuestionWord | kNumberWord;

// Words between the parts of a name.
constexpr std::array<std::string_view, 16> kParticles = {"al", "bin", "da", "de", "del", "della", "den", "der",
                                                         "di", "dos", "du", "el", "ibn", "la",    "van", "von"};

// Words that make a title longer: "prime minister", "deputy press secretary".
constexpr std::array<std::string_view, 26> kTitleModifiers = {
    "prime", "vice",   "deputy",   "foreign", "defence",  "defense",   "finance",  "trade",   "press",
    "chief", "state",  "interior", "energy",  "commerce", "treasury",  "national", "special", "former",
    "new",   "acting", "first",    "senior",  "cabinet",  "assistant", "attorney", "economy"};

// Last words of names that are no person's.
constexpr std::array<std::string_view, 34> kBodyEndings = {
    "act",  "affairs", "airlines",    "airport", "assembly", "avenue",  "bay",   "bill",   "brothers",
    "city", "coast",   "corporation", "county",  "district", "express", "force", "forces", "fund",
    "hall", "inc",     "island",      "islands", "journal",  "news",    "ocean", "post",   "river",
    "sea",  "street",  "times",       "tower",   "valley",   "war",     "world"};

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class MentionFinder {
 public:
  MentionFinder(const Document& document, const std::vector<std::uint32_t>& classes, const Registry& registry)
      : document_(document), classes_(classes), registry_(registry) {}

  Mentions find() {
    for (const Sentence& sentence : document_.sentences) {
      sentence_ = sentence.tokens;
      for (std::uint32_t i = sentence_.begin; i < sentence_.end;) i = take_mention(i);
    }
    settle_single_names();
    find_ties();
    return std::move(found_);
  }

 private:
  const std::string& lower(std::uint32_t token) {
    lower_word(document_.view(document_.tokens[token].span), lower_);
    return lower_;
  }

  bool adjacent(std::uint32_t token) const {
    return document_.tokens[token].span.begin == document_.tokens[token - 1].span.end;
  }

  // Reads what begins at token i; the token after it.
  std::uint32_t take_mention(std::uint32_t i) {
    const bool capital = (classes_[i] & kCapitalised) != 0;
    const bool foreign = static_cast<unsigned char>(document_.text[document_.tokens[i].span.begin]) >= 0x80;
    if (document_.tokens[i].kind != TokenKind::word || (!capital && !foreign)) return i + 1;
    const Registry::Match match = registry_.match(document_.text, document_.tokens[i].span.begin);
    if (match.entity >= 0) {
      if (const std::uint32_t end = take_registered(i, match)) return end;
    }
    if (!capital || (classes_[i] & (kFunctionWord | kTitle)) != 0 || modifies_title(i)) return i + 1;
    return take_unregistered(i);
  }

  bool modifies_title(std::uint32_t i) {
    return listed(kTitleModifiers, lower(i)) && i + 1 < sentence_.end &&
           ((classes_[i + 1] & (kTitle | kPersonNoun | kOfficeNoun)) != 0 || listed(kTitleModifiers, lower(i + 1)));
  }

  std::uint32_t token_after(std::uint32_t i, std::uint32_t offset) const {
    while (i < sentence_.end && document_.tokens[i].span.begin < offset) ++i;
    return i;
  }

  std::uint32_t take_registered(std::uint32_t i, const Registry::Match& match) {
    const Entity& entity = registry_.entities()[static_cast<std::size_t>(match.entity)];
    const std::uint32_t begin = document_.tokens[i].span.begin;
    const std::uint32_t end = token_after(i, begin + match.length);
    // "Jordan Hale" is no country, "China Daily" no government.
    const bool goes_on =
        end < sentence_.end && (classes_[end] & kCapitalised) != 0 && (classes_[end] & (kFunctionWord | kTitle)) == 0;
    if (entity.kind == EntityKind::country && !match.adjective && goes_on && !modifies_title(end) &&
        registry_.match(document_.text, document_.tokens[end].span.begin).entity < 0) {
      return 0;
    }
    Mention mention{.span = {begin, begin + match.length}, .tokens = {i, end}, .entity = registered(match.entity)};
    mention.capital = match.capital;
    mention.adjective = match.adjective;
    mention.possessive = end > i && document_.tokens[end - 1].span.end > begin + match.length;
    found_.mentions.push_back(mention);
    return std::max(end, i + 1);
  }

  std::int32_t registered(std::int32_t index) {
    const auto [known, fresh] = by_registry_.emplace(index, static_cast<std::int32_t>(found_.entities.size()));
    if (fresh) {
      const Entity& entity = registry_.entities()[static_cast<std::size_t>(index)];
      NamedEntity named{.kind = entity.kind,
                        .sure_person = entity.kind == EntityKind::person,
                        .name = entity.name,
                        .family_name = {},
                        .gender = entity.gender,
                        .country = entity.country,
                        .registry = index};
      lower_word(entity.family_name, named.family_name);
      add(std::move(named));
    }
    return known->second;
  }

  void add(NamedEntity entity) {
    const auto index = static_cast<std::int32_t>(found_.entities.size());
    if (!entity.family_name.empty()) by_family_[entity.family_name].push_back(index);
    by_name_.emplace(entity.name, index);
    found_.entities.push_back(std::move(entity));
  }

  // A run of capitalised words: a full name, or a single one that waits for settle_single_names().
  std::uint32_t take_unregistered(std::uint32_t i) {
    std::uint32_t end = i;
    std::uint32_t words = 0;
    bool possessive = false;
    while (end < sentence_.end && !possessive) {
      const std::string& word = lower(end);
      if ((classes_[end] & kCapitalised) != 0 && (end == i || (classes_[end] & (kFunctionWord & ~kTime)) == 0)) {
        possessive = word.ends_with("'s");
        ++words;
        ++end;
      } else if (end > i && listed(kParticles, word) && end + 1 < sentence_.end &&
                 (classes_[end + 1] & kCapitalised) != 0) {
        ++end;
      } else if (end > i && word == "." && adjacent(end) && document_.tokens[end - 1].span.size() == 1 &&
                 end + 1 < sentence_.end) {
        ++end;
      } else if (end > i && (word == "-" || word == "&") && end + 1 < sentence_.end &&
                 (word == "&" || (adjacent(end) && adjacent(end + 1)))) {
        end += 2;
      } else {
        break;
      }
    }
    Mention mention{.span = {document_.tokens[i].span.begin, document_.tokens[end - 1].span.end}, .tokens = {i, end}};
    mention.possessive = possessive;
    if (possessive) {
      const std::string_view text = document_.view(mention.span);
      const std::size_t mark = std::max(text.rfind('\'') == std::string_view::npos ? 0 : text.rfind('\''),
                                        text.rfind("’") == std::string_view::npos ? 0 : text.rfind("’"));
      mention.span.end = mention.span.begin + static_cast<std::uint32_t>(mark);
    }
    if (mention.span.empty()) return end;
    if (words >= 2) mention.entity = unregistered(mention, i, end);
    found_.mentions.push_back(mention);
    return end;
  }

  std::int32_t unregistered(const Mention& mention, std::uint32_t first, std::uint32_t end) {
    const std::string name(document_.view(mention.span));
    const auto known = by_name_.find(name);
    if (known != by_name_.end()) return known->second;
    NamedEntity entity{.kind = EntityKind::person,
                       .sure_person = false,
                       .name = name,
                       .family_name = {},
                       .gender = Gender::unknown,
                       .country = {},
                       .registry = -1};
    std::string last;
    lower_word(name.substr(name.find_last_of(' ') + 1), last);
    const std::uint32_t last_classes = listed_word_classes(last);
    if ((last_classes & kBodyNoun) != 0 || listed(kBodyEndings, last) || name.find(" & ") != std::string::npos ||
        end - first > 5) {
      entity.kind = EntityKind::body;
    } else {
      // In "Hsu Mei-chun" and "Han Seo-yun" the family name comes first.
      const std::string given = name.substr(name.find_last_of(' ') + 1);
      const std::size_t hyphen = given.find('-');
      const bool family_first = hyphen != std::string::npos && hyphen + 1 < given.size() && given[hyphen + 1] >= 'a' &&
                                given[hyphen + 1] <= 'z';
      entity.family_name = last;
      if (family_first) lower_word(name.substr(0, name.find(' ')), entity.family_name);
      entity.gender = gender_of_first_name(name.substr(0, name.find(' ')));
      entity.sure_person = entity.gender != Gender::unknown;
    }
    const auto index = static_cast<std::int32_t>(found_.entities.size());
    add(std::move(entity));
    return index;
  }

  // "Xi" in a headline may come before "Xi Jinping": single names are looked up when all full ones are known.
  void settle_single_names() {
    for (Mention& mention : found_.mentions) {
      if (mention.entity >= 0) continue;
      const std::string_view word = document_.view(mention.span);
      std::string key;
      lower_word(word, key);
      const auto family = by_family_.find(key);
      if (family != by_family_.end()) {
        mention.entity = latest(family->second, mention.span.begin);
        continue;
      }
      const std::vector<std::int32_t> holders = registry_.family(key);
      if (listed_word_classes(key) == 0) mention.entity = known_by_family_name(holders, mention);
    }
    std::erase_if(found_.mentions, [](const Mention& mention) { return mention.entity < 0; });
  }

  // A family name alone means the one person in the registry who bears it, else the one whose office the text names
  // before it, else the one who leads or led a country.
  std::int32_t known_by_family_name(const std::vector<std::int32_t>& bearers, const Mention& mention) {
    if (bearers.size() == 1) return registered(bearers.front());
    const std::uint32_t first = mention.tokens.begin;
    const std::string title =
        first > 0 && (classes_[first - 1] & (kTitle | kOfficeNoun)) != 0 ? lower(first - 1) : std::string();
    std::int32_t found = -1;
    for (const std::int32_t bearer : bearers) {
      const std::vector<Office>& offices = registry_.entities()[static_cast<std::size_t>(bearer)].offices;
      const bool fits = std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
        std::string name;
        lower_word(office.title, name);
        return title.empty() ? name == "president" || name == "prime minister" || name == "chancellor"
                             : name.ends_with(title);
      });
      if (!fits) continue;
      if (found >= 0) return -1;
      found = bearer;
    }
    return found < 0 ? -1 : registered(found);
  }

  // Of entities that share a family name, the one last named in full before `offset`, else the first.
  std::int32_t latest(const std::vector<std::int32_t>& candidates, std::uint32_t offset) const {
    if (candidates.size() == 1) return candidates.front();
    std::int32_t best = candidates.front();
    for (const Mention& mention : found_.mentions) {
      if (mention.span.begin >= offset) break;
      if (std::find(candidates.begin(), candidates.end(), mention.entity) != candidates.end()) best = mention.entity;
    }
    return best;
  }

  void find_ties() {
    for (std::size_t m = 0; m < found_.mentions.size(); ++m) {
      const Mention& mention = found_.mentions[m];
      NamedEntity& entity = found_.entities[static_cast<std::size_t>(mention.entity)];
      if (entity.kind != EntityKind::person) continue;
      tie_title_before(m, entity);
      tie_apposition_after(m, entity);
    }
  }

  // "Japan's new Prime Minister" before a name.
  void tie_title_before(std::size_t m, NamedEntity& entity) {
    const Mention& mention = found_.mentions[m];
    std::uint32_t at = mention.tokens.begin;
    if (at > 0 && document_.view(document_.tokens[at - 1].span) == ".") --at;
    if (at == 0 || (classes_[at - 1] & (kTitle | kPersonNoun | kOfficeNoun)) == 0) return;
    const std::uint32_t noun = at - 1;
    entity.sure_person = true;
    if (entity.gender == Gender::unknown) {
      entity.gender = (classes_[noun] & kMale) != 0     ? Gender::male
                      : (classes_[noun] & kFemale) != 0 ? Gender::female
                                                        : Gender::unknown;
    }
    add_tie(noun, noun >= 6 ? noun - 6 : 0, m);
  }

  // "a foreign ministry spokesman" after a name and a comma.
  void tie_apposition_after(std::size_t m, NamedEntity& entity) {
    const std::uint32_t comma = found_.mentions[m].tokens.end;
    if (comma + 1 >= classes_.size() || document_.view(document_.tokens[comma].span) != ",") return;
    std::uint32_t noun = comma + 1;
    if ((classes_[noun] & (kDeterminer | kPossessive | kCapitalised)) == 0) return;
    while (noun < classes_.size() && noun < comma + 8 && document_.tokens[noun].kind == TokenKind::word &&
           (classes_[noun] & kPreposition) == 0) {
      if ((classes_[noun] & (kPersonNoun | kOfficeNoun)) != 0 &&
          (classes_[noun + (noun + 1 < classes_.size() ? 1 : 0)] & kOfficeNoun) == 0) {
        entity.sure_person = true;
        if (entity.gender == Gender::unknown) {
          entity.gender = (classes_[noun] & kMale) != 0     ? Gender::male
                          : (classes_[noun] & kFemale) != 0 ? Gender::female
                                                            : Gender::unknown;
        }
        add_tie(noun, comma, m);
        return;
      }
      ++noun;
    }
  }

  void add_tie(std::uint32_t noun, std::uint32_t earliest, std::size_t m) {
    OfficeTie tie{.noun = lower(noun),
                  .modifier = {},
                  .country = {},
                  .entity = found_.mentions[m].entity,
                  .offset = found_.mentions[m].span.begin};
    if (noun > 0 && listed(kTitleModifiers, lower(noun - 1))) tie.modifier = lower_;
    const std::uint32_t from = document_.tokens[earliest].span.begin;
    for (std::size_t i = m;
         i < found_.mentions.size() && found_.mentions[i].span.begin <= document_.tokens[noun].span.begin + 1; ++i)
      note_country(i, from, noun, tie);
    for (std::size_t i = m; i-- > 0 && found_.mentions[i].span.begin >= from;) note_country(i, from, noun, tie);
    const NamedEntity& entity = found_.entities[static_cast<std::size_t>(tie.entity)];
    if (tie.country.empty()) tie.country = entity.country;
    found_.ties.push_back(std::move(tie));
  }

  void note_country(std::size_t i, std::uint32_t from, std::uint32_t noun, OfficeTie& tie) const {
    const Mention& near = found_.mentions[i];
    const NamedEntity& place = found_.entities[static_cast<std::size_t>(near.entity)];
    const bool within = near.span.begin >= from && near.span.begin < document_.tokens[noun].span.begin;
    if (within && place.kind == EntityKind::country && tie.country.empty()) tie.country = place.name;
  }

  const Document& document_;
  const std::vector<std::uint32_t>& classes_;
  const Registry& registry_;
  Mentions found_;
  Range sentence_;
  std::string lower_;
  std::unordered_map<std::int32_t, std::int32_t> by_registry_;
  std::unordered_map<std::string, std::int32_t> by_name_;
  std::unordered_map<std::string, std::vector<std::int32_t>> by_family_;
};

}  // namespace

Mentions find_mentions(const Document& document, const std::vector<std::uint32_t>& word_classes,
                       const Registry& registry) {
  return MentionFinder(document, word_classes, registry).find();
}

}  // namespace quoth
