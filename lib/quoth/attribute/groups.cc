#include <algorithm>
#include <array>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/groups_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::size_t kMost = 6;

class GroupFinder {
 public:
  GroupFinder(const Reading& reading, const Mentions& mentions) : reading_(reading), mentions_(mentions) {}

  std::vector<Group> find() {
    for (const Mention& mention : mentions_.mentions) {
      const bool person = entity(mention).kind == EntityKind::person;
      if (mention.possessive) continue;
      if (entity(mention).kind == EntityKind::body && entity(mention).registry < 0) continue;
      take(mention, person ? people_ : places_);
    }
    close(people_);
    close(places_);
    std::sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) { return a.token < b.token; });
    return std::move(groups_);
  }

 private:
  const NamedEntity& entity(const Mention& mention) const {
    return mentions_.entities[static_cast<std::size_t>(mention.entity)];
  }
  std::string_view view(std::uint32_t token) const {
    return reading_.document.view(reading_.document.tokens[token].span);
  }
  std::uint32_t classes(std::uint32_t token) const { return reading_.word_classes[token]; }

  // A group that may go on.
  struct Open {
    Group group;
    bool coordinated = false;  // "and" stood before its last name
  };

  void take(const Mention& mention, Open& open) {
    const bool goes_on = !open.group.entities.empty() && !open.coordinated && linked(open.group, mention);
    if (!goes_on) {
      close(open);
      open = {};
    }
    open.coordinated = goes_on && joins(open.group.token, mention.tokens.begin);
    open.group.persons = entity(mention).kind == EntityKind::person;
    add(mention, open.group);
  }

  static void add(const Mention& mention, Group& group) {
    group.token = mention.tokens.end;
    if (std::find(group.entities.begin(), group.entities.end(), mention.entity) == group.entities.end())
      group.entities.push_back(mention.entity);
  }

  bool joins(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t at = begin; at < end; ++at) {
      if (view(at) == "and" || view(at) == "&") return true;
    }
    return false;
  }

  // Nothing but commas, "and", titles and countries' adjectives between the last name and this one.
  bool linked(const Group& group, const Mention& mention) const {
    constexpr std::uint32_t kFarthest = 12;  // "of the Republic of Korea" may follow a name
    if (mention.tokens.begin < group.token || mention.tokens.begin - group.token > kFarthest) return false;
    bool mark = false;
    for (std::uint32_t at = group.token; at < mention.tokens.begin; ++at) {
      const bool comma = view(at) == "," || view(at) == "and" || view(at) == "&";
      mark = mark || comma;
      const bool title = (classes(at) & (kTitle | kOfficeNoun | kTitleModifier | kCapitalised)) != 0 &&
                         (classes(at) & (kVerb | kAuxiliary)) == 0;
      if (!comma && !title && view(at) != "." && view(at) != "of" && view(at) != "the") return false;
    }
    return mark;
  }

  void close(Open& open) {
    if (open.coordinated && open.group.entities.size() >= 2 && open.group.entities.size() <= kMost)
      groups_.push_back(std::move(open.group));
  }

  const Reading& reading_;
  const Mentions& mentions_;
  Open people_;
  Open places_;
  std::vector<Group> groups_;
};

std::size_t number(std::string_view word) {
  constexpr std::array<std::string_view, 7> kNumbers = {"", "", "two", "three", "four", "five", "six"};
  const auto found = std::find(kNumbers.begin() + 2, kNumbers.end(), word);
  if (word == "both") return 2;
  return found == kNumbers.end() ? 0 : static_cast<std::size_t>(found - kNumbers.begin());
}

}  // namespace

std::vector<Group> find_groups(const Reading& reading, const Mentions& mentions) {
  return GroupFinder(reading, mentions).find();
}

GroupPhrase read_group_phrase(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 7> kPeople = {"leaders",     "presidents", "ministers", "premiers",
                                                       "chancellors", "men",        "women"};
  constexpr std::array<std::string_view, 5> kCountries = {"sides", "governments", "countries", "nations", "capitals"};
  constexpr std::array<std::string_view, 5> kOpening = {"the", "both", "all", "our", "these"};
  constexpr std::array<std::string_view, 4> kBetween = {"prime", "foreign", "defence", "defense"};
  GroupPhrase phrase;
  if (words.empty() || words.size() > 4) return phrase;
  if (std::find(kOpening.begin(), kOpening.end(), words.front()) == kOpening.end()) return phrase;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    phrase.size = std::max(phrase.size, number(words[i]));
    const bool known =
        i == 0 || number(words[i]) != 0 || std::find(kBetween.begin(), kBetween.end(), words[i]) != kBetween.end();
    if (!known) return {};
  }
  const std::string& noun = words.back();
  if (words.size() == 2 && words.front() == "the" && number(noun) != 0) return {true, number(noun), false};
  phrase.countries = std::find(kCountries.begin(), kCountries.end(), noun) != kCountries.end();
  phrase.found = phrase.countries || std::find(kPeople.begin(), kPeople.end(), noun) != kPeople.end();
  return phrase;
}

const Group* group_before(const std::vector<Group>& groups, std::uint32_t token, std::size_t size, bool persons) {
  const auto after =
      std::partition_point(groups.begin(), groups.end(), [&](const Group& group) { return group.token <= token; });
  constexpr std::ptrdiff_t kFarthest = 50;
  for (auto group = after; group != groups.begin() && after - group < kFarthest;) {
    --group;
    if (group->persons == persons && (size == 0 || group->entities.size() == size)) return &*group;
  }
  return nullptr;
}

}  // namespace quoth
