#include <algorithm>
#include <array>

#include "quoth/annotate/names_internal.h"
#include "quoth/annotate/words.h"

namespace quoth {
namespace {

using namespace word_class;

constexpr std::uint32_t kFunctionWord = kDeterminer | kPossessive | kSubjectPronoun | kObjectPronoun | kRelative |
                                        kPreposition | kCoordinator | kSubordinator | kAuxiliary | kAdverb | kTime |
                                        kQuestionWord | kNumberWord;

// Last words of names that are no person's.
constexpr std::array<std::string_view, 66> kBodyEndings = {
    "act",      "affairs",    "airlines",    "airport",    "alliance",    "analytics", "assembly",   "avenue",
    "bank",     "bay",        "bill",        "brothers",   "church",      "city",      "coalition",  "coast",
    "college",  "conference", "corporation", "county",     "courier",     "cup",       "daily",      "democrats",
    "district", "express",    "ferries",     "ferry",      "festival",    "force",     "forces",     "fund",
    "gazette",  "hall",       "herald",      "holdings",   "hospital",    "inc",       "industries", "island",
    "islands",  "journal",    "league",      "museum",     "network",     "news",      "ocean",      "park",
    "partners", "post",       "prize",       "republican", "republicans", "river",     "school",     "sea",
    "society",  "steel",      "street",      "times",      "tower",       "tribune",   "trust",      "valley",
    "war",      "world"};

bool ends_body_name(std::string_view word) {
  return (listed_word_classes(word) & kBodyNoun) != 0 ||
         std::find(kBodyEndings.begin(), kBodyEndings.end(), word) != kBodyEndings.end();
}

// "Mei-chun", "Seo-yun": a given name that stands after the family name.
bool given_name_of_family_first(const std::string& word) {
  const std::size_t hyphen = word.find('-');
  return hyphen != std::string::npos && hyphen + 1 < word.size() && word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z';
}

class NameReader {
 public:
  NameReader(const Document& document, const std::vector<std::uint32_t>& classes, Range sentence, std::uint32_t first)
      : document_(document), classes_(classes), sentence_(sentence), first_(first) {}

  NameRun read() {
    NameRun run{.span = {}, .end = first_, .words = 0, .possessive = false};
    while (run.end < sentence_.end && !run.possessive) {
      const std::uint32_t at = run.end;
      if (continues_name(at)) {
        run.possessive = view(at).ends_with("'s") || view(at).ends_with("’s");
        ++run.words;
        ++run.end;
      } else if (at > first_ && links(at)) {
        if (view(at) == "&" && (classes_[at + 1] & kCapitalised) != 0) ++run.words;
        run.end += view(at) == "-" || view(at) == "&" ? 2 : 1;
      } else {
        break;
      }
    }
    run.span = {document_.tokens[first_].span.begin, document_.tokens[run.end - 1].span.end};
    if (run.possessive) run.span.end -= view(run.end - 1).ends_with("'s") ? 2 : 4;
    return run;
  }

 private:
  std::string_view view(std::uint32_t token) const { return document_.view(document_.tokens[token].span); }

  bool adjacent(std::uint32_t token) const {
    return document_.tokens[token].span.begin == document_.tokens[token - 1].span.end;
  }

  bool continues_name(std::uint32_t at) const {
    // "Q    Mr. President": a wide gap or a title of address begins something new.
    if (at > first_ && document_.tokens[at].span.begin > document_.tokens[at - 1].span.end + 2) return false;
    if (at > first_ && (classes_[at] & kTitle) != 0 && (classes_[at] & (kMale | kFemale)) != 0 &&
        (classes_[at] & kOfficeNoun) == 0)
      return false;
    return (classes_[at] & kCapitalised) != 0 && (at == first_ || (classes_[at] & (kFunctionWord & ~kTime)) == 0);
  }

  // Does a token that is no capitalised word belong to the name all the same, with what follows it?
  bool links(std::uint32_t at) const {
    if (at + 1 >= sentence_.end) return false;
    if ((classes_[at] & kNameParticle) != 0) {
      const std::uint32_t next = (classes_[at + 1] & kNameParticle) != 0 ? at + 2 : at + 1;  // "de la Vega"
      return next < sentence_.end && (classes_[next] & kCapitalised) != 0;
    }
    const std::string_view mark = view(at);
    if (mark == ".") return adjacent(at) && document_.tokens[at - 1].span.size() == 1;
    if (mark == "-") return adjacent(at) && adjacent(at + 1);
    if (mark == "'" || mark == "’") return adjacent(at) && view(at - 1).ends_with('s') && continues_name(at + 1);
    return mark == "&";
  }

  const Document& document_;
  const std::vector<std::uint32_t>& classes_;
  Range sentence_;
  std::uint32_t first_;
};

}  // namespace

bool is_function_word(std::uint32_t classes) {
  return (classes & kFunctionWord) != 0;
}

NameRun read_name(const Document& document, const std::vector<std::uint32_t>& word_classes, Range sentence,
                  std::uint32_t first) {
  return NameReader(document, word_classes, sentence, first).read();
}

NamedEntity describe_name(const std::string& name, std::uint32_t tokens) {
  NamedEntity entity;
  entity.name = name;
  const std::string last = name.substr(name.find_last_of(' ') + 1);
  std::string lower;
  lower_word(last, lower);
  if (ends_body_name(lower) || name.find(" & ") != std::string::npos || tokens > 5) {
    entity.kind = EntityKind::body;
    return entity;
  }
  const std::string first = name.substr(0, name.find(' '));
  lower_word(given_name_of_family_first(last) ? first : last, entity.family_name);
  entity.gender = gender_of_first_name(first);
  entity.sure_person = entity.gender != Gender::unknown || given_name_of_family_first(last);
  return entity;
}

}  // namespace quoth
