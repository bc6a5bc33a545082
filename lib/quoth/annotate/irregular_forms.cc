#include <algorithm>

#include "quoth/annotate/irregular_forms_internal.h"
#include "quoth/base/short_word_map.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

using Lemmas = ShortWordMap<std::string_view>;

// Groups parted by commas, each a lemma and its forms parted by spaces.
constexpr std::string_view kVerbs =
    "be am is are was were been being 's 'm 're s m re,have has had having 've ve,do does did done doing,"
    "say said,go goes went gone,get got gotten gets getting,make made,take took taken,see saw seen,come came,"
    "know knew known,give gave given,tell told,think thought,find found,become became,show shown,leave left,feel felt,"
    "put put putting,bring brought,begin began begun beginning,keep kept,hold held,write wrote written,stand stood,"
    "hear heard,let let letting,mean meant,set set setting,meet met,run ran running,pay paid,sit sat sitting,"
    "speak spoke spoken,lie lay lain lying lied lies,lead led,grow grew grown,lose lost,fall fell fallen,send sent,"
    "build built,understand understood,draw drew drawn,break broke broken,spend spent,cut cut cutting,rise rose risen,"
    "drive drove driven,buy bought,wear wore worn,choose chose chosen,seek sought,throw threw thrown,catch caught,"
    "deal dealt,win won winning,fight fought,teach taught,eat ate eaten,sell sold,shoot shot,sing sang sung,"
    "forget forgot forgotten forgetting,sleep slept,fly flew flown flies,steal stole stolen,swear swore sworn,"
    "arise arose arisen,bear bore born borne,beat beaten,bend bent,bet betting,bid bade bidden bidding,bind bound,"
    "bite bit bitten,bleed bled,blow blew blown,breed bred,broadcast broadcast,burn burnt,burst burst,cast cast,"
    "cling clung,cost cost,creep crept,dig dug digging,dream dreamt,drink drank drunk,feed fed,flee fled,fling flung,"
    "forbid forbade forbidden forbidding,forecast forecast,foresee foresaw foreseen,forgive forgave forgiven,"
    "forgo forwent forgone,freeze froze frozen,grind ground,hang hung,hide hid hidden,hit hit hitting,hurt hurt,"
    "kneel knelt,lay laid,lean leant,leap leapt,learn learnt,lend lent,light lit,mislead misled,mistake mistook "
    "mistaken,overcome overcame,overtake overtook overtaken,overthrow overthrew overthrown,prove proven,"
    "quit quit quitting,read read,rebuild rebuilt,repay repaid,rid ridding,ride rode ridden,ring rang rung,"
    "seek sought,shake shook shaken,shed shedding,shine shone,shrink shrank shrunk,shut shut shutting,sink sank sunk,"
    "slay slew slain,slide slid,slit slitting,sow sown,speed sped,spell spelt,spill spilt,spin spun spinning,"
    "spit spat spitting,split split splitting,spread spread,spring sprang sprung,stick stuck,sting stung,stink stank "
    "stunk,stride strode,strike struck stricken,string strung,strive strove striven,sweep swept,swell swollen,"
    "swim swam swum swimming,swing swung,tear tore torn,thrust thrust,tread trod trodden,undergo underwent undergone,"
    "undertake undertook undertaken,undo undid undone,uphold upheld,upset upsetting,wake woke woken,weave wove woven,"
    "weep wept,wind wound,withdraw withdrew withdrawn,withhold withheld,withstand withstood,wring wrung,"
    "die dying died dies,tie tying tied ties,vie vying vied vies,use used using,agree agreed,free freed,decree decreed,"
    "guarantee guaranteed,disagree disagreed,flee fleeing,oversee oversaw overseen,foresee foreseeing,"
    "panic panicked panicking,traffic trafficked trafficking,mimic mimicked mimicking,focus focuses focussed focussing,"
    "program programmed programming,pass passed,want wan,go gon,offer offered,frighten frightened,quiz quizzes quizzed,"
    "age aging,owe owed owing,dye dyed,eye eyed eyeing,ensue ensued ensuing,die died,be bein,cause cos,veto vetoes "
    "vetoed,bus buses bused,bias biases biased,canvas canvases,discus discuses,refer referred referring,"
    "prefer preferred preferring,transfer transferred transferring,lose losing,move moving moved,shoe shoes shoed,"
    "toe toes toed,tiptoe tiptoed,hoe hoes hoed,change changing changed,singe singed,whiz whizzes whizzed";

constexpr std::string_view kModals = "will wo 'll ll,would 'd d,can ca,shall sha";

constexpr std::string_view kNouns =
    "people people,child children,man men,woman women,foot feet,tooth teeth,goose geese,mouse mice,louse lice,ox oxen,"
    "wife wives,life lives,knife knives,wolf wolves,leaf leaves,half halves,shelf shelves,thief thieves,self selves,"
    "loaf loaves,calf calves,scarf scarves,elf elves,hoof hooves,midwife midwives,housewife housewives,"
    "crisis crises,analysis analyses,basis bases,thesis theses,hypothesis hypotheses,diagnosis diagnoses,oasis oases,"
    "parenthesis parentheses,emphasis emphases,synthesis syntheses,axis axes,phenomenon phenomena,criterion criteria,"
    "medium media,datum data,bacterium bacteria,stimulus stimuli,alumnus alumni,fungus fungi,nucleus nuclei,radius "
    "radii,curriculum curricula,memorandum memoranda,appendix appendices,index indices,matrix matrices,"
    "movie movies,cookie cookies,rookie rookies,zombie zombies,calorie calories,selfie selfies,tie ties,lie lies,"
    "pie pies,die dies,species species,series series,means means,news news,politics politics,headquarters headquarters,"
    "bus buses,virus viruses,campus campuses,bonus bonuses,status statuses,census censuses,surplus surpluses,"
    "caucus caucuses,focus focuses,chorus choruses,circus circuses,genius geniuses,gas gases,bias biases,atlas atlases,"
    "lens lenses,iris irises,canvas canvases,consensus consensuses,prospectus prospectuses,quiz quizzes,"
    "shoe shoes,toe toes,foe foes,canoe canoes,woe woes,ache aches,headache headaches,cache caches,niche niches,"
    "axe axes,spy spies,sky skies,yes yeses,tax taxes,statistics statistics,economics economics,thanks thanks,clothes "
    "clothes,pants pants,jeans jeans,goods goods,"
    "corps corps,chassis chassis,summons summonses,gallows gallows,glass glasses,congress congresses,"
    "aircraft aircraft,sheep sheep,fish fish,deer deer,offspring offspring,personnel personnel,"
    "gentleman gentlemen,policeman policemen,mother-in-law mothers-in-law,attorney-general attorneys-general,"
    "passer-by passers-by,stigma stigmata,genus genera,corpus corpora,forum fora,referendum referenda";

Lemmas make_lemmas(std::string_view groups) {
  Lemmas lemmas;
  while (!groups.empty()) {
    const std::size_t end = std::min(groups.find(','), groups.size());
    std::string_view lemma;
    for_each_word(groups.substr(0, end), [&](std::string_view word) {
      if (lemma.empty()) lemma = word;
      // The first of two that share a form is the commoner one.
      std::string_view& known = lemmas[ShortWord(word)];
      if (known.empty()) known = lemma;
    });
    groups.remove_prefix(std::min(end + 1, groups.size()));
  }
  return lemmas;
}

std::string_view find(const Lemmas& lemmas, std::string_view word) {
  const std::string_view* found = lemmas.find(ShortWord(word));
  return found == nullptr ? std::string_view() : *found;
}

}  // namespace

std::string_view irregular_verb(std::string_view word) {
  static const Lemmas lemmas = make_lemmas(kVerbs);
  return find(lemmas, word);
}

std::string_view irregular_modal(std::string_view word) {
  static const Lemmas lemmas = make_lemmas(kModals);
  return find(lemmas, word);
}

std::string_view irregular_noun(std::string_view word) {
  static const Lemmas lemmas = make_lemmas(kNouns);
  return find(lemmas, word);
}

}  // namespace quoth
