#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "quoth/annotate/words.h"
#include "quoth/attribute/encounters_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::size_t kOpening = 8;           // sentences in which an encounter is looked for
constexpr std::size_t kMostMentions = 5'000;  // counted for the home country

bool tells_of_encounter(std::string_view word) {
  constexpr std::array<std::string_view, 22> kWords = {
      "call",     "phone", "telephone", "telephoned", "spoke",        "speaks",       "talk",     "talks",
      "met",      "meets", "meeting",   "meet",       "conversation", "discussed",    "received", "hosted",
      "welcomed", "hosts", "receives",  "talked",     "conversed",    "consultations"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

class EncounterFinder {
 public:
  EncounterFinder(const Reading& reading, const Mentions& mentions, const Registry& registry, std::string_view date)
      : document_(reading.document), reading_(reading), mentions_(mentions), registry_(registry), date_(date) {}

  Encounter find() {
    Encounter one_sided;
    const std::size_t sentences = std::min(document_.sentences.size(), kOpening);
    for (std::size_t s = 0; s < sentences; ++s) {
      const Range tokens = document_.sentences[s].tokens;
      const std::uint32_t word = encounter_word(tokens);
      if (word == tokens.end) continue;
      const std::vector<std::int32_t> people = people_in(tokens);
      if (people.size() == 2) {
        return {.host = people[0], .guest = people[1], .home = entity(people[0]).country, .host_office = {}};
      }
      if (people.size() == 1 && !one_sided.found()) one_sided = host_by_office(tokens, word, people.front());
    }
    return one_sided;
  }

 private:
  const NamedEntity& entity(std::int32_t index) const { return mentions_.entities[static_cast<std::size_t>(index)]; }

  std::string lower(std::uint32_t token) const {
    std::string out;
    lower_word(document_.view(document_.tokens[token].span), out);
    return out;
  }

  std::uint32_t encounter_word(Range tokens) const {
    for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
      if (tells_of_encounter(lower(at))) return at;
    }
    return tokens.end;
  }

  std::vector<std::int32_t> people_in(Range tokens) const {
    std::vector<std::int32_t> people;
    auto mention = std::lower_bound(mentions_.mentions.begin(), mentions_.mentions.end(), tokens.begin,
                                    [](const Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
    for (; mention != mentions_.mentions.end() && mention->tokens.begin < tokens.end && people.size() < 3; ++mention) {
      const NamedEntity& named = entity(mention->entity);
      if (named.kind != EntityKind::person || !named.sure_person) continue;
      if (std::find(people.begin(), people.end(), mention->entity) == people.end()) people.push_back(mention->entity);
    }
    return people;
  }

  // "The Prime Minister spoke to the President of Egypt, Abdel Fattah El-Sisi": the host is named by his office alone.
  Encounter host_by_office(Range tokens, std::uint32_t word, std::int32_t guest) const {
    std::uint32_t end = tokens.begin;
    while (end < word && (reading_.word_classes[end] & (kPreposition | kAuxiliary)) == 0) ++end;
    std::string words;
    for (std::uint32_t at = tokens.begin; at < std::min(end + 2, word); ++at)
      words += (words.empty() ? "" : " ") + lower(at);
    const OfficeName office = read_office_name(words);
    if (!leads_country(office) && office.role != "head of state" && office.matter != "foreign") return {};
    const std::string title = office.matter.empty() ? office.role : office.matter + " " + office.role;
    Encounter encounter{
        .host = -1, .guest = guest, .home = home_of(title, entity(guest).country), .host_office = title};
    return encounter.home.empty() ? Encounter{} : encounter;
  }

  // The country named most whose office has a holder, but for the guest's.
  std::string home_of(const std::string& title, const std::string& guest_country) const {
    std::map<std::string, int> counts;
    const std::size_t farthest = std::min(mentions_.mentions.size(), kMostMentions);
    for (std::size_t i = 0; i < farthest; ++i) {
      const NamedEntity& place = entity(mentions_.mentions[i].entity);
      if (place.kind == EntityKind::person || place.country.empty() || place.country == guest_country) continue;
      ++counts[place.country];
    }
    std::string home;
    int most = 0;
    for (const auto& [country, count] : counts) {
      const std::vector<std::int32_t> holders =
          registry_.holders(title == "head of state" ? "president" : title, country, date_);
      if (holders.empty() || count < most) continue;
      home = count == most ? std::string() : country;
      most = count;
    }
    return home;
  }

  const Document& document_;
  const Reading& reading_;
  const Mentions& mentions_;
  const Registry& registry_;
  std::string_view date_;
};

}  // namespace

Encounter find_encounter(const Reading& reading, const Mentions& mentions, const Registry& registry,
                         std::string_view date) {
  return EncounterFinder(reading, mentions, registry, date).find();
}

}  // namespace quoth
