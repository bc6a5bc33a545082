#include "quoth/annotate/words.h"

#include <algorithm>
#include <array>
#include <string>

#include "quoth/base/short_word_map.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

using namespace word_class;

struct WordList {
  std::uint32_t classes;
  std::string_view words;  // parted by spaces
};

constexpr std::array kLists = {
    WordList{
        kDeterminer,
        "the a an this these those some any each every no another both all many several few most such other more half "
        "neither either"},
    WordList{kPossessive, "my your our its"},
    WordList{kPossessive | kMale, "his"},
    WordList{kPossessive | kObjectPronoun | kFemale, "her"},
    WordList{kPossessive | kPlural, "their"},
    WordList{kSubjectPronoun, "i we you it one everyone everybody nobody someone others"},
    WordList{kSubjectPronoun | kMale, "he"},
    WordList{kSubjectPronoun | kFemale, "she"},
    WordList{kSubjectPronoun | kPlural, "they"},
    WordList{kSubjectPronoun | kClipped | kMale, "he's he'd he'll"},
    WordList{kSubjectPronoun | kClipped | kFemale, "she's she'd she'll"},
    WordList{kSubjectPronoun | kClipped,
             "i'm i've i'd i'll we're we've we'd we'll you're you've they're they've they'd they'll it's"},
    WordList{kObjectPronoun, "me us himself herself themselves itself myself"},
    WordList{kObjectPronoun | kMale, "him"},
    WordList{kObjectPronoun | kFemale, "hers"},
    WordList{kObjectPronoun | kPlural, "them"},
    WordList{kRelative, "who which whom whose"},
    WordList{kRelative | kSubordinator | kDeterminer, "that"},
    WordList{kPreposition,
             "of in to for from with at on by about into over under against between among through during without "
             "within near "
             "across behind beyond despite toward towards upon via per amid amidst around outside inside onto off like "
             "unlike "
             "alongside regarding concerning including throughout beside besides except above below along ahead"},
    WordList{kPreposition | kSubordinator, "after before since until till as than"},
    WordList{kCoordinator, "and or nor"},
    WordList{kCoordinator | kSubordinator, "but yet so"},
    WordList{kSubordinator, "because when while although though unless whereas once where whenever whereby lest"},
    WordList{kSubordinator | kQuestionWord, "if whether how why what"},
    WordList{kAuxiliary | kBe, "is are was were be been being am isn't aren't wasn't weren't"},
    WordList{kAuxiliary,
             "has have had having do does did will would can could may might must shall should ought "
             "hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't mustn't shouldn't"},
    WordList{
        kAdverb,
        "also then later earlier again still never ever already just only even now too soon often always sometimes "
        "instead further furthermore moreover however meanwhile therefore thus hence first second finally last once "
        "twice not long recently perhaps maybe indeed rather quite very almost nearly elsewhere there here else "
        "afterward afterwards thereafter nevertheless nonetheless otherwise separately aloud back"},
    WordList{
        kTime,
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february "
        "march april june july august september october november december jan feb aug sept oct nov dec morning "
        "afternoon evening night week weeks month months year years day days hour hours minutes weekend noon midnight "
        "ago decade decades"},
    WordList{kTitle,
             "dr dr. prof prof. professor sen sen. senator rep rep. representative gov gov. governor gen gen. "
             "general lt lt. col col. colonel maj major capt captain sgt adm adm. admiral amb ambassador judge "
             "justice mayor secretary councillor councilman councilwoman congressman congresswoman sheriff rev "
             "rev. reverend hon hon. pope archbishop bishop chief marshal commander commodore brigadier sheikh "
             "presidents ministers "
             "chancellors senators premiers"},
    WordList{kTitle | kMale, "mr mr. sir lord"},
    WordList{kTitle | kFemale, "mrs mrs. ms ms. miss dame lady madam"},
    WordList{
        kTitle | kOfficeNoun,
        "president vice-president minister chancellor premier taoiseach chairman chairwoman chair speaker commissioner "
        "secretary-general director director-general leader envoy undersecretary attorney"},
    WordList{kTitle | kOfficeNoun | kMale, "king prince emir sultan"},
    WordList{kTitle | kOfficeNoun | kFemale, "queen princess"},
    WordList{kPersonNoun | kMale, "spokesman businessman man boy husband father son brother"},
    WordList{kPersonNoun | kFemale, "spokeswoman businesswoman woman girl wife mother daughter sister"},
    WordList{
        kPersonNoun,
        "spokesperson official analyst expert source aide adviser advisor economist historian lawyer critic supporter "
        "opponent researcher reporter journalist diplomat officer strategist pollster voter person negotiator scholar "
        "academic author writer doctor scientist farmer teacher worker resident witness observer commentator columnist "
        "candidate nominee lawmaker legislator politician activist executive manager owner founder veteran counsel "
        "prosecutor investigator editor host anchor coach fellow co-founder ceo newcomer frontrunner rival opponent "
        "organizer trader investor skeptic insider operative consultant"},
    WordList{kPersonNoun | kOfficeNoun,
             "senator governor secretary mayor congressman congresswoman general ambassador judge "
             "professor representative"},
    WordList{
        kPersonNoun | kPlural,
        "spokesmen spokespeople officials analysts experts sources aides advisers advisors economists historians "
        "lawyers "
        "critics supporters opponents researchers reporters journalists diplomats officers strategists pollsters "
        "voters "
        "people negotiators scholars academics authors writers doctors scientists farmers teachers workers residents "
        "witnesses observers commentators columnists candidates lawmakers legislators politicians activists executives "
        "managers owners senators governors republicans democrats leaders ministers conservatives liberals americans "
        "men women prosecutors investigators editors allies friends foes rivals detractors others prosecutors traders "
        "investors skeptics insiders operatives consultants organizers members organisers"},
    WordList{
        kBodyNoun,
        "ministry government campaign department administration agency commission committee council court company firm "
        "group party union bank team office embassy parliament congress senate house statement report study survey "
        "poll "
        "document memo letter email article paper newspaper site website network report newsletter magazine indictment "
        "lawsuit complaint filing release communique readout tweet post organization organisation association "
        "institute foundation center centre police army military board panel institution university"},
    WordList{kBodyNoun | kPlural,
             "polls reports documents records surveys studies emails figures data companies filings"},
    WordList{
        kVerb,
        "made took went came got gave won lost began ran saw kept left led held met paid sent stood put set brought "
        "built "
        "bought broke chose did drew drove fell flew grew knew laid lay made rose sat sold spent spoke stole taught "
        "threw "
        "wore makes takes goes comes gets gives wins loses begins runs sees keeps leaves leads holds meets pays sends "
        "stands puts brings builds buys breaks chooses draws drives falls flies grows lays remains remained became "
        "becomes "
        "seems seemed appears appeared turned turns moved moves used uses tried tries worked works needs needed"},
    WordList{kNameParticle, "al bin da de del della den der di dos du el ibn la van von"},
    WordList{
        kTitleModifier,
        "prime vice deputy foreign defence defense finance trade press chief state interior energy commerce treasury "
        "national special former new acting first senior cabinet assistant attorney economy"},
    WordList{kNumberWord, "two three four five six seven eight nine ten dozen dozens hundreds thousands millions"},
};

using Lexicon = ShortWordMap<std::uint32_t>;

Lexicon make_lexicon() {
  Lexicon lexicon;
  for (const WordList& list : kLists) {
    for_each_word(list.words, [&](std::string_view word) { lexicon[ShortWord(word)] |= list.classes; });
  }
  return lexicon;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

std::uint32_t capitalisation(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]);
  // Latin-1 capitals (À to Þ) are C3 80 to C3 9E; other scripts' capitals are rare at the start of an English news
  // name.
  const bool latin_capital = first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) <= 0x9E;
  if (!is_upper(word[0]) && !latin_capital) return 0;
  std::size_t upper = 0;
  for (const char c : word) {
    if (is_lower(c)) return kCapitalised;
    upper += is_upper(c) ? 1 : 0;
  }
  return upper >= 2 ? kCapitalised | kAllCapitals : kCapitalised;
}

bool ends_in_ly(std::string_view lower) {
  // Nouns and adjectives in -ly that stand in noun phrases.
  constexpr std::array kNotAdverbs = {"family",  "assembly", "early",    "only",   "italy",  "july",  "ally",
                                      "daily",   "weekly",   "monthly",  "reply",  "supply", "rally", "friendly",
                                      "likely",  "elderly",  "billy",    "kelly",  "sally",  "molly", "emily",
                                      "anomaly", "bully",    "monopoly", "deadly", "costly"};
  if (lower.size() < 5 || !lower.ends_with("ly")) return false;
  return std::find(kNotAdverbs.begin(), kNotAdverbs.end(), lower) == kNotAdverbs.end();
}

// "US" and "WHO" among words in lower case are names; in a post or headline in capitals they are the pronouns.
void clear_acronyms(std::vector<std::uint32_t>& classes) {
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if ((classes[i] & kAllCapitals) == 0) continue;
    const bool shouted = (i > 0 && (classes[i - 1] & kAllCapitals) != 0) ||
                         (i + 1 < classes.size() && (classes[i + 1] & kAllCapitals) != 0);
    if (!shouted) classes[i] &= kCapitalised | kAllCapitals;
  }
}

}  // namespace

std::uint32_t listed_word_classes(std::string_view word) {
  static const Lexicon lexicon = make_lexicon();
  const std::uint32_t* classes = lexicon.find(ShortWord(word));
  return classes == nullptr ? 0 : *classes;
}

void lower_word(std::string_view word, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (word.substr(i, 3) == "’") {
      out += '\'';
      i += 2;
    } else {
      out += is_upper(c) ? static_cast<char>(c | 0x20) : c;
    }
  }
}

std::vector<std::uint32_t> classify_words(const Document& document) {
  std::vector<std::uint32_t> classes(document.tokens.size(), 0);
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (token.kind != TokenKind::word) continue;
    const std::string_view word = document.view(token.span);
    classes[i] = capitalisation(word) | listed_word_classes(word);
    if ((classes[i] & kCapitalised) == 0 && ends_in_ly(word)) classes[i] |= kAdverb;
  }
  clear_acronyms(classes);
  return classes;
}

}  // namespace quoth
