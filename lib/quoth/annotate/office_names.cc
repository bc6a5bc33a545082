#include "quoth/annotate/office_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "quoth/annotate/words.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Words that tell one matter.
constexpr std::array kMatters = std::to_array<Pair>({{"foreign", "foreign"},
                                                     {"external", "foreign"},
                                                     {"diplomacy", "foreign"},
                                                     {"defence", "defence"},
                                                     {"defense", "defence"},
                                                     {"war", "defence"},
                                                     {"pentagon", "defence"},
                                                     {"finance", "finance"},
                                                     {"treasury", "finance"},
                                                     {"exchequer", "finance"},
                                                     {"commerce", "trade"},
                                                     {"trade", "trade"},
                                                     {"business", "trade"},
                                                     {"economy", "economy"},
                                                     {"economic", "economy"},
                                                     {"interior", "interior"},
                                                     {"home", "interior"},
                                                     {"energy", "energy"},
                                                     {"agriculture", "farming"},
                                                     {"farm", "farming"},
                                                     {"farming", "farming"},
                                                     {"health", "health"},
                                                     {"education", "education"},
                                                     {"transport", "transport"},
                                                     {"transportation", "transport"},
                                                     {"environment", "environment"},
                                                     {"climate", "environment"},
                                                     {"labor", "labour"},
                                                     {"labour", "labour"},
                                                     {"justice", "justice"},
                                                     {"industry", "industry"},
                                                     {"culture", "culture"},
                                                     {"digital", "digital"},
                                                     {"homeland", "homeland"},
                                                     {"cabinet", "cabinet"},
                                                     {"opposition", "opposition"},
                                                     {"majority", "majority"},
                                                     {"minority", "minority"},
                                                     {"european", "european"},
                                                     {"navy", "navy"},
                                                     {"army", "army"}});

constexpr std::array kRoles = std::to_array<Pair>({{"premier", "prime minister"},
                                                   {"taoiseach", "prime minister"},
                                                   {"pm", "prime minister"},
                                                   {"secretary", "minister"},
                                                   {"spokesman", "spokesperson"},
                                                   {"spokeswoman", "spokesperson"},
                                                   {"adviser", "advisor"},
                                                   {"chairman", "chair"},
                                                   {"chairwoman", "chair"},
                                                   {"chairperson", "chair"},
                                                   {"vice-president", "vice president"},
                                                   {"department", "ministry"}});

std::string_view mapped(std::span<const Pair> pairs, std::string_view word) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.first == word; });
  return found == pairs.end() ? std::string_view() : found->second;
}

bool filler(std::string_view word) {
  constexpr std::array<std::string_view, 16> kFillers = {"the",     "a",        "an",       "his",    "her",  "its",
                                                         "our",     "their",    "new",      "former", "then", "acting",
                                                         "current", "outgoing", "incoming", "own"};
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

// Ranks below an office make another one of it: a deputy minister is no minister.
bool rank(std::string_view word) {
  constexpr std::array<std::string_view, 9> kRanks = {"vice",   "deputy",    "assistant", "under",        "permanent",
                                                      "senior", "principal", "junior",    "parliamentary"};
  return std::find(kRanks.begin(), kRanks.end(), word) != kRanks.end();
}

std::vector<std::string> words_of(std::string_view text) {
  std::string lowered;
  lower_word(text, lowered);
  for (char& c : lowered) {
    if (c == ',' || c == '\n' || c == '\t') c = ' ';
  }
  if (lowered.ends_with("'s")) lowered.resize(lowered.size() - 2);
  std::vector<std::string> words;
  for_each_word(lowered, [&](std::string_view word) {
    if (!word.empty() && !filler(word)) words.emplace_back(word);
  });
  return words;
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The role that the words before "of" name, the rank before it included.
std::string role_of(const std::vector<std::string>& words, std::size_t end) {
  const std::string& noun = words[end - 1];
  const std::string_view before = end >= 2 ? std::string_view(words[end - 2]) : std::string_view();
  if ((before == "prime" || before == "first") && noun == "minister") return std::string(before) + " minister";
  if (noun == "general" && before == "secretary") return "secretary-general";
  if (noun == "secretary" && (before == "general" || before == "press"))
    return before == "press" ? "spokesperson" : "general secretary";
  if (noun == "lady" || (noun == "leader" && before == "supreme")) return std::string(before) + " " + noun;
  const std::string_view common = mapped(kRoles, noun);
  std::string role = common.empty() ? noun : std::string(common);
  for (std::size_t i = 0; i + 1 < end; ++i) {
    if (rank(words[i])) return words[i] + " " + role;
  }
  return role;
}

}  // namespace

OfficeName read_office_name(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  if (words.empty()) return {};
  const auto of = std::find_if(words.begin() + 1, words.end(),
                               [](const std::string& word) { return word == "of" || word == "for"; });
  const auto end = static_cast<std::size_t>(of - words.begin());
  OfficeName office{role_of(words, end), {}};
  if (end + 1 < words.size() && words[end + 1] == "state") {  // "Head of State", "Secretary of State"
    if (words[end - 1] == "head") return {"head of state", {}};
    office.matter = "foreign";
    return office;
  }
  if (end + 1 < words.size() && words[end - 1] == "head" && words[end + 1] == "government")
    return {"prime minister", {}};
  if ((office.role == "spokesperson" || office.role == "ministry") && holds(words, "state")) office.matter = "foreign";
  for (const std::string& word : words) {
    if (office.matter.empty()) office.matter = mapped(kMatters, word);
  }
  if (office.role == "prime minister" || office.role == "president") office.matter.clear();
  if (office.role == "diplomat" && holds(words, "top")) return {"minister", "foreign"};
  if (office.role == "chief" && !office.matter.empty()) office.role = "minister";  // "the EU's foreign policy chief"
  return office;
}

bool leads_country(const OfficeName& office) {
  constexpr std::array<std::string_view, 7> kLeaders = {"president", "prime minister", "supreme leader", "king",
                                                        "emir",      "sultan",         "crown prince"};
  return std::find(kLeaders.begin(), kLeaders.end(), office.role) != kLeaders.end() ||
         (office.role == "chancellor" && office.matter.empty());
}

}  // namespace quoth
