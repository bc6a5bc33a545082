#include "quoth/annotate/mentions.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "quoth/annotate/names_internal.h"
#include "quoth/annotate/words.h"
#include "quoth/base/short_word_map.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

using namespace word_class;

// A name without the initials in its middle.
std::string without_initials(const std::string& name) {
  std::string out;
  for_each_word(name, [&](std::string_view word) {
    const bool initial = word.size() == 2 && word[1] == '.' && !out.empty();
    if (!initial) out += (out.empty() ? "" : " ") + std::string(word);
  });
  return out;
}

class MentionFinder {
 public:
  MentionFinder(const Document& document, const std::vector<std::uint32_t>& classes, const Registry& registry)
      : document_(document), classes_(classes), registry_(registry) {}

  Mentions find() {
    for (const Paragraph& paragraph : document_.paragraphs) {
      heading_ = paragraph.kind == ParagraphKind::heading;
      for (std::uint32_t s = paragraph.sentences.begin; s < paragraph.sentences.end; ++s) {
        sentence_ = document_.sentences[s].tokens;
        for (std::uint32_t i = sentence_.begin; i < sentence_.end;) i = take_mention(i);
      }
    }
    settle_single_names();
    find_office_ties(document_, classes_, found_);
    return std::move(found_);
  }

 private:
  // Reads what begins at token i; the token after it.
  std::uint32_t take_mention(std::uint32_t i) {
    const bool capital = (classes_[i] & kCapitalised) != 0;
    if (const std::uint32_t end = take_particle_name(i)) return end;
    const bool foreign = static_cast<unsigned char>(document_.text[document_.tokens[i].span.begin]) >= 0x80;
    if (document_.tokens[i].kind != TokenKind::word || (!capital && !foreign)) return i + 1;
    const Registry::Match match = registry_.match(document_.text, document_.tokens[i].span.begin);
    if (match.entity >= 0) {
      if (const std::uint32_t end = take_registered(i, match)) return end;
    }
    if (!capital || is_function_word(classes_[i]) || (classes_[i] & kTitle) != 0 || modifies_title(i)) return i + 1;
    return take_unregistered(i);
  }

  // "von der Leyen" within a sentence: a family name that begins in lower case. 0 where there is none.
  std::uint32_t take_particle_name(std::uint32_t i) {
    if ((classes_[i] & kNameParticle) == 0 || (classes_[i] & kCapitalised) != 0) return 0;
    std::uint32_t last = i + 1;
    while (last < sentence_.end && last < i + 3 && (classes_[last] & kNameParticle) != 0) ++last;
    if (last >= sentence_.end || (classes_[last] & kCapitalised) == 0) return 0;
    Mention mention{.span = {document_.tokens[i].span.begin, document_.tokens[last].span.end}, .tokens = {i, last + 1}};
    for (const std::string_view ending : {"'s", "’s"}) {
      if (!document_.view(mention.span).ends_with(ending)) continue;
      mention.possessive = true;
      mention.span.end -= static_cast<std::uint32_t>(ending.size());
    }
    if (registry_.family(document_.view(mention.span)).empty()) return 0;
    found_.mentions.push_back(mention);
    return last + 1;
  }

  bool modifies_title(std::uint32_t i) const {
    return (classes_[i] & kTitleModifier) != 0 && i + 1 < sentence_.end &&
           (classes_[i + 1] & (kTitle | kPersonNoun | kOfficeNoun | kTitleModifier)) != 0;
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
    const bool goes_on = end < sentence_.end && (classes_[end] & kCapitalised) != 0 &&
                         !is_function_word(classes_[end]) && (classes_[end] & kTitle) == 0;
    // But "In Dublin Leo Varadkar said" names a place, then a person.
    const bool first_name =
        end < sentence_.end && gender_of_first_name(document_.view(document_.tokens[end].span)) != Gender::unknown;
    if (entity.kind == EntityKind::country && !match.adjective && goes_on && !(match.capital && first_name) &&
        !modifies_title(end) && registry_.match(document_.text, document_.tokens[end].span.begin).entity < 0) {
      return 0;
    }
    // "Irish Ferries", but not "Irish Prime Minister" or "American Jane Doe".
    if (match.adjective && goes_on && !modifies_title(end) && !first_name && (classes_[end] & kBodyNoun) == 0 &&
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
      NamedEntity named = named_entity(registry_, index);
      by_name_.emplace(named.name, known->second);
      add(std::move(named));
    }
    return known->second;
  }

  void add(NamedEntity entity) {
    const auto index = static_cast<std::int32_t>(found_.entities.size());
    if (!entity.family_name.empty()) by_family_[ShortWord(entity.family_name)].push_back(index);
    found_.entities.push_back(std::move(entity));
  }

  // A run of capitalised words: a full name, or a single one that waits for settle_single_names().
  std::uint32_t take_unregistered(std::uint32_t i) {
    const NameRun run = read_name(document_, classes_, sentence_, i);
    if (run.span.empty()) return run.end;
    for (std::uint32_t at = i + 1; at < run.end; ++at) {
      if (take_person_within(at, run)) return run.end;
    }
    if (run.words >= 3 && completes_title(i)) return i + 1;
    if (const std::uint32_t name = name_behind_title(i, run)) return take_before_title(i, name);
    // "External Affairs Minister" is an office.
    if ((classes_[run.end - 1] & (kOfficeNoun | kTitle)) != 0) return run.end;
    Mention mention{.span = run.span, .tokens = {i, run.end}};
    mention.possessive = run.possessive;
    if (run.words == 1 && within_sentence(i) && may_be_person(mention))
      within_sentences_.insert(std::string(document_.view(run.span)));
    if (run.words >= 2) mention.entity = unregistered(std::string(document_.view(run.span)), run.end - i);
    found_.mentions.push_back(mention);
    return run.end;
  }

  // Where the name begins behind a title, "Karin" of "Halden Steel CEO Karin Holm"; 0 where there is no title.
  std::uint32_t name_behind_title(std::uint32_t i, const NameRun& run) const {
    for (std::uint32_t at = run.end - 1; at > i; --at) {
      const std::uint32_t before = listed_word_classes(document_.view(document_.tokens[at - 1].span));  // "CEO"
      if ((before & (kTitle | kOfficeNoun | kPersonNoun)) == 0) continue;
      const bool first_name = gender_of_first_name(document_.view(document_.tokens[at].span)) != Gender::unknown;
      return (classes_[at] & kCapitalised) != 0 && (first_name || (run.end - at >= 2 && at > i + 1)) ? at : 0;
    }
    return 0;
  }

  // The body named before the title, if it has a name of its own; reading goes on with the name behind it.
  std::uint32_t take_before_title(std::uint32_t i, std::uint32_t behind) {
    const std::uint32_t title = behind - 1;
    if (title < i + 2) return behind;
    const Span span{document_.tokens[i].span.begin, document_.tokens[title - 1].span.end};
    const std::string name(document_.view(span));
    const std::int32_t entity = unregistered(name, title - i);
    if (found_.entities[static_cast<std::size_t>(entity)].registry < 0)
      found_.entities[static_cast<std::size_t>(entity)].kind = EntityKind::body;
    found_.mentions.push_back({.span = span, .tokens = {i, title}, .entity = entity});
    return behind;
  }

  // "State" of "Secretary of State Elizabeth Farrow".
  bool completes_title(std::uint32_t i) const {
    return i >= sentence_.begin + 2 && document_.view(document_.tokens[i - 1].span) == "of" &&
           (classes_[i - 2] & (kTitle | kOfficeNoun | kPersonNoun)) != 0;
  }

  // "Secretary of State Marco Rubio": the run of capitals "State Marco Rubio" ends in a name of the registry.
  bool take_person_within(std::uint32_t at, const NameRun& run) {
    if ((classes_[at] & kCapitalised) == 0) return false;
    const std::uint32_t begin = document_.tokens[at].span.begin;
    const Registry::Match match = registry_.match(document_.text, begin);
    if (match.entity < 0 || begin + match.length != run.span.end) return false;
    if (registry_.entities()[static_cast<std::size_t>(match.entity)].kind != EntityKind::person) return false;
    Mention mention{.span = {begin, run.span.end}, .tokens = {at, run.end}, .entity = registered(match.entity)};
    mention.possessive = run.possessive;
    found_.mentions.push_back(mention);
    return true;
  }

  std::int32_t unregistered(const std::string& name, std::uint32_t tokens) {
    if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
    // "Joseph R. Biden" is whom the registry calls by the first and last of the names.
    const std::string plain = without_initials(name);
    const Registry::Match match = plain.size() < name.size() ? registry_.match(plain, 0) : Registry::Match{};
    const bool same = match.entity >= 0 && match.length == plain.size();
    const std::int32_t entity = same ? registered(match.entity) : static_cast<std::int32_t>(found_.entities.size());
    if (!same) {
      NamedEntity entity_of_name = describe_name(name, tokens);
      if (registry_.match(name, 0).adjective) entity_of_name.kind = EntityKind::body;
      add(std::move(entity_of_name));
    }
    by_name_.emplace(name, entity);
    return entity;
  }

  // "Mr. Doyle": a title makes a person of a name that nothing else explains.
  std::int32_t titled(const Mention& mention) {
    std::uint32_t title = mention.tokens.begin;
    if (title > 1 && document_.view(document_.tokens[title - 1].span) == ".") --title;
    if (title == 0 || (classes_[title - 1] & kTitle) == 0) return -1;
    if (document_.view(document_.tokens[title - 1].span) == "hon") return -1;  // "An hon. Member"
    const std::string name(document_.view(mention.span));
    if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
    NamedEntity person;
    person.sure_person = true;
    person.name = name;
    lower_word(name, person.family_name);
    if ((classes_[title - 1] & kMale) != 0) person.gender = Gender::male;
    if ((classes_[title - 1] & kFemale) != 0) person.gender = Gender::female;
    const auto index = static_cast<std::int32_t>(found_.entities.size());
    by_name_.emplace(name, index);
    add(std::move(person));
    return index;
  }

  // "Xi" in a headline may come before "Xi Jinping": single names are looked up when all full ones are known.
  void settle_single_names() {
    for (std::size_t i = 0; i < found_.entities.size(); ++i) add_given_name(static_cast<std::int32_t>(i));
    std::vector<std::uint32_t> last_named(found_.entities.size(), 0);  // by entity: one past its last full mention
    for (std::size_t m = 0; m < found_.mentions.size(); ++m) {
      Mention& mention = found_.mentions[m];
      if (mention.entity >= 0) {
        last_named[static_cast<std::size_t>(mention.entity)] = static_cast<std::uint32_t>(m + 1);
        continue;
      }
      const ShortWord word(document_.view(mention.span));
      if (const std::vector<std::int32_t>* bearers = by_family_.find(word)) {
        mention.entity = latest(*bearers, last_named);
      } else if (listed_word_classes(document_.view(mention.span)) == 0) {
        mention.entity = known_by_family_name(registry_.family(document_.view(mention.span)), mention);
        if (mention.entity < 0) mention.entity = titled(mention);
        if (mention.entity < 0) mention.entity = by_given_name(mention);
        last_named.resize(found_.entities.size(), 0);
      }
    }
    std::erase_if(found_.mentions, [](const Mention& mention) { return mention.entity < 0; });
  }

  // "the Head of State", "Auditor-General", "his Majesty", "hon. Member" are no single names.
  bool may_be_person(const Mention& mention) const {
    const std::uint32_t first = mention.tokens.begin;
    if (first > 0 && (classes_[first - 1] & (kDeterminer | kPossessive)) != 0) return false;
    if (first > 1 && document_.view(document_.tokens[first - 2].span) == "hon") return false;
    const std::string_view name = document_.view(mention.span);
    if (name.size() < 2 || (name[1] >= 'A' && name[1] <= 'Z')) return false;  // "MPs", "EU"
    if (mention.tokens.end >= document_.tokens.size()) return true;
    const std::string_view next = document_.view(document_.tokens[mention.tokens.end].span);
    return next != "of" && next != "-";
  }

  // A capitalised word after another word, in running text: no mere beginning.
  bool within_sentence(std::uint32_t token) const {
    return token > sentence_.begin && !heading_ && document_.tokens[token - 1].kind == TokenKind::word &&
           (classes_[token] & kAllCapitals) == 0;
  }

  void add_given_name(std::int32_t index) {
    const NamedEntity& entity = found_.entities[static_cast<std::size_t>(index)];
    const std::size_t space = entity.name.find(' ');
    if (entity.kind != EntityKind::person || !entity.sure_person || space == std::string::npos) return;
    const auto [known, fresh] = by_given_.emplace(entity.name.substr(0, space), index);
    if (!fresh && known->second != index) known->second = -1;  // two of the name
  }

  // "Kathryn" for Kathryn Waters; else somebody of whom the text tells no more than a first name.
  std::int32_t by_given_name(const Mention& mention) {
    const std::string name(document_.view(mention.span));
    if (const auto known = by_given_.find(name); known != by_given_.end() && known->second >= 0) return known->second;
    const Gender gender = gender_of_first_name(name);
    // Words that are capitalised at the beginning of sentences alone need not be names.
    if (gender == Gender::unknown && (!within_sentences_.contains(name) || !may_be_person(mention))) return -1;
    if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
    NamedEntity person;
    person.sure_person = gender != Gender::unknown;
    person.name = name;
    person.gender = gender;
    const auto index = static_cast<std::int32_t>(found_.entities.size());
    by_name_.emplace(name, index);
    add(std::move(person));
    return index;
  }

  // Of the first few entities that share a family name, the one last named in full, else the first.
  static std::int32_t latest(const std::vector<std::int32_t>& bearers, const std::vector<std::uint32_t>& last_named) {
    constexpr std::ptrdiff_t kMostBearers = 16;
    const auto end = bearers.begin() + std::min<std::ptrdiff_t>(std::ssize(bearers), kMostBearers);
    return *std::max_element(bearers.begin(), end, [&](std::int32_t a, std::int32_t b) {
      return last_named[static_cast<std::size_t>(a)] < last_named[static_cast<std::size_t>(b)];
    });
  }

  // A family name alone means the one person in the registry who bears it, else the one whose office the text names
  // before it, else the one who leads or led a country.
  std::int32_t known_by_family_name(const std::vector<std::int32_t>& bearers, const Mention& mention) {
    if (bearers.size() == 1) return somebody_else(mention, bearers.front()) ? -1 : registered(bearers.front());
    const std::uint32_t first = mention.tokens.begin;
    std::string title;
    if (first > 0 && (classes_[first - 1] & (kTitle | kOfficeNoun)) != 0) {
      lower_word(document_.view(document_.tokens[first - 1].span), title);
    }
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

  // "Ms. Xi", "Mayor Costa": a title that the registry's only bearer of the name cannot have. Seats in parliaments and
  // states' offices do not tell: the registry leaves out what its people held before.
  bool somebody_else(const Mention& mention, std::int32_t bearer) const {
    std::uint32_t title = mention.tokens.begin;
    if (title > 1 && document_.view(document_.tokens[title - 1].span) == ".") --title;
    if (title == 0 || (classes_[title - 1] & kTitle) == 0) return false;
    const std::uint32_t classes = classes_[title - 1];
    const Gender gender = registry_.entities()[static_cast<std::size_t>(bearer)].gender;
    if ((classes & kMale) != 0 && gender == Gender::female) return true;
    if ((classes & kFemale) != 0 && gender == Gender::male) return true;
    constexpr std::array<std::string_view, 8> kLocal = {"mayor",      "judge",      "justice",      "sheriff",
                                                        "councillor", "councilman", "councilwoman", "bishop"};
    std::string word;
    lower_word(document_.view(document_.tokens[title - 1].span), word);
    return std::find(kLocal.begin(), kLocal.end(), word) != kLocal.end();
  }

  const Document& document_;
  const std::vector<std::uint32_t>& classes_;
  const Registry& registry_;
  Mentions found_;
  Range sentence_;
  bool heading_ = false;
  std::unordered_map<std::int32_t, std::int32_t> by_registry_;
  std::unordered_map<std::string, std::int32_t> by_name_;
  std::unordered_map<std::string, std::int32_t> by_given_;  // -1 where several bear it
  std::unordered_set<std::string> within_sentences_;        // single names
  ShortWordMap<std::vector<std::int32_t>> by_family_;
};

}  // namespace

NamedEntity named_entity(const Registry& registry, std::int32_t index) {
  const Entity& entity = registry.entities()[static_cast<std::size_t>(index)];
  NamedEntity named{.kind = entity.kind,
                    .sure_person = entity.kind == EntityKind::person,
                    .name = entity.name,
                    .family_name = {},
                    .gender = entity.gender,
                    .country = entity.country,
                    .registry = index};
  lower_word(entity.family_name, named.family_name);
  return named;
}

Mentions find_mentions(const Document& document, const std::vector<std::uint32_t>& word_classes,
                       const Registry& registry) {
  return MentionFinder(document, word_classes, registry).find();
}

}  // namespace quoth
