#include "quoth/attribute/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "quoth/base/short_word_map.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

using namespace cue_frame;

struct VerbList {
  std::uint16_t frames;
  std::string_view verbs;  // lemmas parted by spaces; "call+for" has a particle
};

constexpr std::array kVerbs = {
    VerbList{
        kClause,
        "say add note argue insist maintain contend assert allege state conclude point+out stress emphasize emphasise "
        "underscore underline acknowledge concede admit explain suggest predict reiterate affirm reaffirm imply hint "
        "clarify elaborate stipulate intimate caution estimate report reveal disclose write indicate claim testify "
        "complain observe"},
    VerbList{kClause,
             "believe think hope fear suspect assume recall remark lament boast brag joke tweet post opine posit "
             "reckon speculate worry guess reason repeat comment mention quip muse marvel confide grumble fume protest "
             "retort reply "
             "respond counter declare proclaim announce confirm deny agree vow pledge promise swear"},
    VerbList{kClause, "show find warn caution"},
    VerbList{kClause | kObject, "announce confirm deny propose recommend demand request express voice reject dismiss"},
    VerbList{kQuotation,
             "continue go+on quip shout yell exclaim scream chant sigh whisper cry laugh interject snap blast "
             "ask answer read scoff tease intone deadpan conclude joke text email blog put+it sum+up begin "
             "recount gloat volunteer demur enthuse crow urge plead describe offer warn greet demand order"},
    VerbList{kHearer | kClause, "tell remind inform assure warn advise notify caution promise brief"},
    VerbList{kAppeal,
             "urge ask call+on press pressure encourage advise order request warn beg implore exhort direct invite "
             "challenge dare tell want"},
    VerbList{kInfinitive,
             "vow pledge promise swear threaten want hope plan refuse offer agree propose demand ask intend "
             "decline wish seek claim"},
    VerbList{kObject,
             "call+for push+for ask+for plead+for appeal+for advocate denounce condemn welcome criticize criticise "
             "praise hail decry slam "
             "defend endorse applaud laud commend salute deride dispute echo bemoan regret refute rebut blast question "
             "cite tout highlight acknowledge "
             "promise vow threaten suggest admit advise warn+of warn+against complain+about express "
             "voice lament describe predict explain mock ridicule rebuke blame thank congratulate deplore demand "
             "reiterate stress emphasize emphasise underline apologize+for speak+of insist+on"},
    VerbList{kCharge,
             "accuse call label brand dub describe characterize characterise portray blame criticize criticise fault "
             "denounce praise hail regard deem"},
    VerbList{kQuestion, "ask wonder question explain know inquire say tell debate"},
};

struct Irregular {
  std::string_view lemma;
  std::string_view third_person;
  std::string_view past;
  std::string_view participle;
  std::string_view gerund;
};

// Whatever the rules of inflect() get wrong.
constexpr std::array kIrregular = {
    Irregular{"say", "says", "said", "said", "saying"},
    Irregular{"tell", "tells", "told", "told", "telling"},
    Irregular{"think", "thinks", "thought", "thought", "thinking"},
    Irregular{"find", "finds", "found", "found", "finding"},
    Irregular{"show", "shows", "showed", "shown", "showing"},
    Irregular{"write", "writes", "wrote", "written", "writing"},
    Irregular{"swear", "swears", "swore", "sworn", "swearing"},
    Irregular{"go", "goes", "went", "gone", "going"},
    Irregular{"read", "reads", "read", "read", "reading"},
    Irregular{"put", "puts", "put", "put", "putting"},
    Irregular{"begin", "begins", "began", "begun", "beginning"},
    Irregular{"beg", "begs", "begged", "begged", "begging"},
    Irregular{"seek", "seeks", "sought", "sought", "seeking"},
    Irregular{"know", "knows", "knew", "known", "knowing"},
    Irregular{"speak", "speaks", "spoke", "spoken", "speaking"},
    Irregular{"plan", "plans", "planned", "planned", "planning"},
    Irregular{"quip", "quips", "quipped", "quipped", "quipping"},
    Irregular{"slam", "slams", "slammed", "slammed", "slamming"},
    Irregular{"snap", "snaps", "snapped", "snapped", "snapping"},
    Irregular{"sum", "sums", "summed", "summed", "summing"},
    Irregular{"brag", "brags", "bragged", "bragged", "bragging"},
    Irregular{"admit", "admits", "admitted", "admitted", "admitting"},
    Irregular{"dub", "dubs", "dubbed", "dubbed", "dubbing"},
    Irregular{"blog", "blogs", "blogged", "blogged", "blogging"},
    Irregular{"reply", "replies", "replied", "replied", "replying"},
    Irregular{"testify", "testifies", "testified", "testified", "testifying"},
};

bool ends_in_consonant_y(std::string_view lemma) {
  return lemma.size() > 1 && lemma.back() == 'y' &&
         std::string_view("aeiou").find(lemma[lemma.size() - 2]) == std::string_view::npos;
}

struct Inflection {
  VerbForm form;
  std::string text;
};

std::vector<Inflection> inflect(const std::string& lemma) {
  const auto irregular =
      std::find_if(kIrregular.begin(), kIrregular.end(), [&](const Irregular& i) { return i.lemma == lemma; });
  if (irregular != kIrregular.end()) {
    std::vector<Inflection> forms = {{VerbForm::base, lemma},
                                     {VerbForm::third_person, std::string(irregular->third_person)},
                                     {VerbForm::past, std::string(irregular->past)},
                                     {VerbForm::gerund, std::string(irregular->gerund)}};
    if (irregular->participle != irregular->past)
      forms.push_back({VerbForm::participle, std::string(irregular->participle)});
    return forms;
  }
  const bool silent_e = lemma.back() == 'e';
  const bool consonant_y = ends_in_consonant_y(lemma);
  const std::string stem = silent_e || consonant_y ? lemma.substr(0, lemma.size() - 1) : lemma;
  const bool hisses = lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") || lemma.ends_with("x");
  return {{VerbForm::base, lemma},
          {VerbForm::third_person, consonant_y ? stem + "ies"
                                   : hisses    ? lemma + "es"
                                               : lemma + "s"},
          {VerbForm::past, consonant_y ? stem + "ied" : stem + "ed"},
          {VerbForm::gerund, (silent_e ? stem : lemma) + "ing"}};
}

class CueLexicon {
 public:
  CueLexicon() {
    for (const VerbList& list : kVerbs) {
      for_each_word(list.verbs, [&](std::string_view verb) { add(verb, list.frames); });
    }
  }

  CueVerbs find(std::string_view word) const {
    const std::vector<CueVerb>* verbs = verbs_.find(ShortWord(word));
    if (verbs == nullptr) return {};
    return {verbs->data(), verbs->data() + verbs->size()};
  }

 private:
  void add(std::string_view verb, std::uint16_t frames) {
    const std::size_t plus = verb.find('+');
    const std::string_view lemma = verb.substr(0, plus);
    const std::string_view particle = plus == std::string_view::npos ? std::string_view() : verb.substr(plus + 1);
    for (const Inflection& inflection : inflect(std::string(lemma))) {
      std::vector<CueVerb>& verbs = verbs_[ShortWord(inflection.text)];
      const auto same = std::find_if(verbs.begin(), verbs.end(), [&](const CueVerb& known) {
        return known.particle == particle && known.form == inflection.form && known.lemma == lemma;
      });
      if (same != verbs.end()) {
        same->frames |= frames;
        continue;
      }
      const auto longer = [&](const CueVerb& known) { return known.particle.size() >= particle.size(); };
      const auto place = std::find_if_not(verbs.begin(), verbs.end(), longer);
      verbs.insert(place, {frames, inflection.form, particle, lemma});
    }
  }

  ShortWordMap<std::vector<CueVerb>> verbs_;  // of one form, those with particles first
};

}  // namespace

CueVerbs find_cue_verbs(std::string_view word) {
  static const CueLexicon lexicon;
  return lexicon.find(word);
}

}  // namespace quoth
