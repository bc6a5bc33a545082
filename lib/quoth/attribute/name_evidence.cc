#include <algorithm>
#include <array>
#include <string_view>

#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/name_evidence_internal.h"

namespace quoth {
namespace {

using namespace word_class;

// "Methodology", "New Culture Movement": names that end as words for things do.
bool names_thing(std::string_view name) {
  constexpr std::array<std::string_view, 22> kEndings = {
      "ship", "ment", "tion", "sion", "ity", "ics", "ism",    "ology", "ence",   "ance",   "ness",
      "ing",  "ings", "tics", "ives", "als", "ure", "graphy", "Award", "Awards", "Church", "Life"};
  return name.size() > 6 &&
         std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

class EvidenceReader {
 public:
  EvidenceReader(const Reading& reading, const Mentions& mentions) : reading_(reading), mentions_(mentions) {}

  std::vector<NameEvidence> read() const {
    std::vector<NameEvidence> evidence(mentions_.entities.size());
    for (std::size_t i = 0; i < evidence.size(); ++i) evidence[i].thing = names_thing(mentions_.entities[i].name);
    for (const Mention& mention : mentions_.mentions) {
      NameEvidence& name = evidence[static_cast<std::size_t>(mention.entity)];
      ++name.times;
      if (mentions_.entities[static_cast<std::size_t>(mention.entity)].kind == EntityKind::person)
        add(mention.tokens, mention.possessive, name);
    }
    return evidence;
  }

 private:
  std::string_view view(std::uint32_t token) const {
    return reading_.document.view(reading_.document.tokens[token].span);
  }
  bool has(std::uint32_t token, std::uint32_t some) const { return (reading_.word_classes[token] & some) != 0; }

  bool cue_verb(std::uint32_t token) const { return !has(token, kCapitalised) && !find_cue_verbs(view(token)).empty(); }

  void add(Range tokens, bool possessive, NameEvidence& name) const {
    if (tokens.begin > 0) {
      const std::uint32_t before = tokens.begin - 1;
      constexpr std::array<std::string_view, 7> kPlaces = {"in", "at", "In", "At", "near", "from", "into"};
      name.placed += std::find(kPlaces.begin(), kPlaces.end(), view(before)) != kPlaces.end() ? 1 : 0;
      name.determined += has(before, kDeterminer | kPossessive) ? 1 : 0;
      const bool inverted =
          before > 0 && cue_verb(before) && reading_.document.tokens[before - 1].kind == TokenKind::punctuation;
      name.speaks += inverted ? 1 : 0;
    }
    const std::uint32_t next = tokens.end;
    if (possessive || next >= reading_.document.tokens.size()) return;
    const std::string_view word = view(next);
    const bool past = word.size() > 3 && word.ends_with("ed") && !has(next, kCapitalised);
    name.acts += past || has(next, kAuxiliary | kVerb | kRelative) ? 1 : 0;
    name.speaks += cue_verb(next) ? 1 : 0;
  }

  const Reading& reading_;
  const Mentions& mentions_;
};

}  // namespace

std::vector<NameEvidence> read_name_evidence(const Reading& reading, const Mentions& mentions) {
  return EvidenceReader(reading, mentions).read();
}

}  // namespace quoth
