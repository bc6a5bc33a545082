#include <algorithm>
#include <array>

#include "quoth/annotate/single_names_internal.h"
#include "quoth/annotate/words.h"

namespace quoth {
namespace {

using namespace word_class;

class SingleNames {
 public:
  SingleNames(const Document& document, const std::vector<std::uint32_t>& classes, const Registry& registry,
              const std::unordered_set<std::string>& within_sentences, EntityBook& book, Mentions& found)
      : document_(document),
        classes_(classes),
        registry_(registry),
        within_sentences_(within_sentences),
        book_(book),
        found_(found) {}

  // "Xi" in a headline may come before "Xi Jinping": single names are looked up when all full ones are known.
  void settle() {
    std::vector<std::uint32_t> last_named(found_.entities.size(), 0);  // by entity: one past its last full mention
    for (std::size_t m = 0; m < found_.mentions.size(); ++m) {
      Mention& mention = found_.mentions[m];
      if (mention.entity >= 0) {
        last_named[static_cast<std::size_t>(mention.entity)] = static_cast<std::uint32_t>(m + 1);
        continue;
      }
      const std::string_view word = document_.view(mention.span);
      if (const std::vector<std::int32_t>* bearers = book_.family(word)) {
        mention.entity = latest(*bearers, last_named);
      } else if (listed_word_classes(word) == 0) {
        mention.entity = known_by_family_name(registry_.family(word), mention);
        if (mention.entity < 0) mention.entity = titled(mention);
        last_named.resize(found_.entities.size(), 0);
      }
    }
    // "Scott" may be the Bessent whom the text calls by his family name alone.
    book_.learn_first_names();
    for (Mention& mention : found_.mentions) {
      if (mention.entity < 0 && listed_word_classes(document_.view(mention.span)) == 0)
        mention.entity = by_first_name(mention);
    }
    std::erase_if(found_.mentions, [](const Mention& mention) { return mention.entity < 0; });
  }

 private:
  // "Mr. Doyle": a title makes a person of a name that nothing else explains.
  std::int32_t titled(const Mention& mention) {
    std::uint32_t title = mention.tokens.begin;
    if (title > 1 && document_.view(document_.tokens[title - 1].span) == ".") --title;
    if (title == 0 || (classes_[title - 1] & kTitle) == 0) return -1;
    if (document_.view(document_.tokens[title - 1].span) == "hon") return -1;  // "An hon. Member"
    NamedEntity person;
    person.sure_person = true;
    person.name = document_.view(mention.span);
    lower_word(person.name, person.family_name);
    if ((classes_[title - 1] & kMale) != 0) person.gender = Gender::male;
    if ((classes_[title - 1] & kFemale) != 0) person.gender = Gender::female;
    return book_.single(std::move(person));
  }

  // "Kathryn" for Kathryn Waters; else somebody of whom the text tells no more than a first name.
  std::int32_t by_first_name(const Mention& mention) {
    const std::string name(document_.view(mention.span));
    if (const std::int32_t known = book_.with_first_name(name); known >= 0) return known;
    const Gender gender = gender_of_first_name(name);
    // Words that are capitalised at the beginning of sentences alone need not be names.
    if (gender == Gender::unknown &&
        (!within_sentences_.contains(name) || !may_name_person(document_, classes_, mention)))
      return -1;
    NamedEntity person;
    person.sure_person = gender != Gender::unknown;
    person.name = name;
    person.gender = gender;
    return book_.single(std::move(person));
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
    if (bearers.size() == 1) return somebody_else(mention, bearers.front()) ? -1 : book_.registered(bearers.front());
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
    return found < 0 ? -1 : book_.registered(found);
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
  const std::unordered_set<std::string>& within_sentences_;
  EntityBook& book_;
  Mentions& found_;
};

}  // namespace

bool may_name_person(const Document& document, const std::vector<std::uint32_t>& word_classes, const Mention& mention) {
  const std::uint32_t first = mention.tokens.begin;
  if (first > 0 && (word_classes[first - 1] & (kDeterminer | kPossessive)) != 0) return false;
  if (first > 1 && document.view(document.tokens[first - 2].span) == "hon") return false;
  const std::string_view name = document.view(mention.span);
  if (name.size() < 2 || (name[1] >= 'A' && name[1] <= 'Z')) return false;  // "MPs", "EU"
  if (mention.tokens.end >= document.tokens.size()) return true;
  const std::string_view next = document.view(document.tokens[mention.tokens.end].span);
  return next != "of" && next != "-";
}

void settle_single_names(const Document& document, const std::vector<std::uint32_t>& word_classes,
                         const Registry& registry, const std::unordered_set<std::string>& within_sentences,
                         EntityBook& book, Mentions& mentions) {
  SingleNames(document, word_classes, registry, within_sentences, book, mentions).settle();
}

}  // namespace quoth
