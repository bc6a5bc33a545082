#include <algorithm>
#include <array>

#include "quoth/annotate/words.h"
#include "quoth/attribute/person_nouns_internal.h"
#include "quoth/base/short_word_map.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::string_view kMen =
    "actor boyfriend bridegroom brother-in-law chap congressman dad daddy da duke fisherman fireman gentleman "
    "godfather grandad grandfather grandpa grandson groom guy headmaster husband-to-be lad landlord monk nephew "
    "papa policeman salesman son-in-law stepfather stepson tsar uncle waiter widower wizard father-in-law craftsman "
    "priest bloke dude emperor serviceman tradesman statesman anchorman cameraman clergyman handyman nobleman cowboy";
constexpr std::string_view kWomen =
    "actress aunt bride daughter-in-law duchess empress girlfriend godmother goddess gran grandma granddaughter "
    "grandmother heroine hostess housewife landlady lass ma maid mama midwife mom mommy mother-in-law mum mummy niece "
    "nun policewoman saleswoman schoolgirl stepdaughter stepmother tsarina waitress widow witch anchorwoman "
    "noblewoman ballerina nanny";
constexpr std::string_view kPersons =
    "adult aide apprentice architect artist assassin athlete aunt-in-law baby bandit beggar boss buddy butler captain "
    "cashier champion chef chemist chief child clerk client coach cobbler colleague comedian commander companion "
    "composer cook cop corporal courier cousin coworker co-author co-founder co-star creator cyclist dean dentist "
    "deputy detective developer doctor driver drummer elder emissary employee employer engineer entrepreneur "
    "executive fan fighter filmmaker filmographer fisher fugitive gardener geologist ghost goalkeeper grandchild "
    "grandparent guard guardian guest guide guitarist gunman hacker headteacher heir hero hiker historian hostage host "
    "hunter immigrant infant inmate inspector instructor intern interpreter interviewee interviewer inventor janitor "
    "juror keeper kid killer landowner lecturer librarian lieutenant lover magician major mathematician mechanic "
    "medic member merchant messenger migrant millionaire billionaire miner minister missionary musician narrator "
    "neighbor neighbour novelist nurse nutritionist offender operator orphan owner painter parent partner "
    "passenger patient peasant pediatrician pensioner performer philanthropist philosopher photographer physician "
    "physicist pianist pilot pirate plaintiff player plumber poet potter preacher premier presenter prisoner producer "
    "professor programmer prosecutor protester psychiatrist psychologist publisher pupil queen rancher receptionist "
    "recruit refugee relative reviewer rider roommate runner sailor salesperson scholar sculptor secretary seller "
    "sergeant servant sheriff shopkeeper sibling singer skipper soldier solicitor songwriter "
    "speaker specialist spokesperson spouse spy stranger student supervisor surgeon surveyor suspect swimmer tailor "
    "teammate teenager tenant therapist toddler tourist trainer translator traveler traveller trustee tutor tycoon "
    "vendor victim villager violinist visitor vlogger volunteer waiter warden warrior wrestler youngster youth "
    "ally caller cadet chairperson curator defendant appellant respondent petitioner dancer dockworker dyer "
    "fisherman forester glaciologist grower harbourmaster innkeeper justice laureate lighthouse-keeper mentor "
    "midshipman miller nominee ombudsman opponent organiser organizer pensioner pollster postmaster predecessor "
    "ranger registrar successor superintendent treasurer undersecretary vicar welder winner";

using Genders = ShortWordMap<PersonNoun>;

Genders make_nouns() {
  Genders nouns;
  for_each_word(kPersons, [&](std::string_view word) { nouns[ShortWord(word)] = {true, Gender::unknown}; });
  for_each_word(kMen, [&](std::string_view word) { nouns[ShortWord(word)] = {true, Gender::male}; });
  for_each_word(kWomen, [&](std::string_view word) { nouns[ShortWord(word)] = {true, Gender::female}; });
  return nouns;
}

// "archivist", "electrician": nouns for people that the lists lack. Those in -er and -or are too often things.
bool ends_as_person(std::string_view word) {
  constexpr std::array<std::string_view, 6> kEndings = {"ologist", "ician", "woman", "person", "grapher", "monger"};
  return word.size() > 6 &&
         std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

PersonNoun read_person_noun(std::string_view word, std::uint32_t classes) {
  static const Genders nouns = make_nouns();
  if ((classes & kPlural) != 0) return {};
  if ((classes & (kPersonNoun | kOfficeNoun | kTitle)) != 0) {
    return {true, (classes & kMale) != 0 ? Gender::male : (classes & kFemale) != 0 ? Gender::female : Gender::unknown};
  }
  if (const PersonNoun* noun = nouns.find(ShortWord(word))) return *noun;
  if (!ends_as_person(word)) return {};
  return {true, word.ends_with("woman") ? Gender::female : Gender::unknown};
}

}  // namespace quoth
