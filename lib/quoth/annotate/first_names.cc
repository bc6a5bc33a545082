#include "quoth/annotate/mentions.h"
#include "quoth/base/short_word_map.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

constexpr std::string_view kMale =
    "aaron abdul adam ahmed alan albert alexander ali anders andrew andrzej anthony antonio arthur ben "
    "benjamin bernard bernie bill bob boris brad brendan brian bruce carl carlos charles chris christopher "
    "chuck colin craig dale daniel david dennis dmitry donald douglas edward eric erik ernest eugene evan "
    "felix fernando francis francisco frank fred gareth gary geoffrey george gerald giovanni graham greg "
    "gregory hans harold harry hassan henry hiroshi howard hugo ian ibrahim igor ivan ivo jack jacob james jan "
    "jason javier jeff jeffrey jeremy jerry jim joe johann john johnny jonathan jorge jose joseph josh juan "
    "karl keith ken kenji kenneth kevin larry lars lee leo leon luis luke marco mario mark martin matthew "
    "michael mike miguel mohamed mohammed muhammad nathan neil nicholas nigel oleg oliver oscar oskar pablo "
    "patrick paul pedro peter philip pierre ralph raymond richard rick robert roger ron ronald rory ryan sam "
    "samuel scott sean sergei simon stephen steve steven takashi ted terry thomas tim timothy tobias tom tony "
    "victor vladimir walter wayne william yusuf";

constexpr std::string_view kFemale =
    "agnes akiko alice alison amanda amy ana andrea angela anita ann anna anne barbara beatrice beth betty "
    "brenda carmen carol caroline catherine charlotte christina christine claire claudia cynthia deborah "
    "denise diana diane dilys donna dorothy eleanor eleri elena elizabeth ellen emi emily emma erin esther eva "
    "evelyn fatima fiona frances giulia gloria grace hannah heather helen hilary hillary ingrid irene iryna "
    "isabel ivanka jane janet jean jennifer jessica joan joanna joyce judith judy julia julie karen karoline "
    "kate katherine kathleen kathy kelly kimberly laura lauren leila linda lisa liz lucy margaret maria marie "
    "martha mary megan mei melania melissa mercedes michelle miriam monica nancy naomi natalie natasha nicole "
    "nina olga olivia pamela patricia paula rachel rebecca rita rose ruth samantha sandra sarah sharon sofia "
    "sonia sophie susan tatiana teresa theresa ursula victoria";

using Genders = ShortWordMap<Gender>;

Genders make_genders() {
  Genders genders;
  for_each_word(kMale, [&](std::string_view name) { genders[ShortWord(name)] = Gender::male; });
  for_each_word(kFemale, [&](std::string_view name) { genders[ShortWord(name)] = Gender::female; });
  return genders;
}

}  // namespace

Gender gender_of_first_name(std::string_view first_name) {
  static const Genders genders = make_genders();
  const Gender* gender = genders.find(ShortWord(first_name));
  return gender == nullptr ? Gender::unknown : *gender;
}

}  // namespace quoth
