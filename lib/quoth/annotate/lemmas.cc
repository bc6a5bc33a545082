#include "quoth/annotate/lemmas.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "quoth/annotate/irregular_forms_internal.h"

namespace quoth {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

char from_end(std::string_view word, std::size_t distance) {
  return distance < word.size() ? word[word.size() - 1 - distance] : '\0';
}

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t syllables(std::string_view stem) {
  std::size_t count = 0;
  bool after_vowel = false;
  for (const char c : stem) {
    const bool vowel = is_vowel(c) || c == 'y';
    count += vowel && !after_vowel ? 1 : 0;
    after_vowel = vowel;
  }
  return count;
}

// Stems in t: "stat" of "stated", "vot", "delet", but "visit", "target", "pilot".
bool lost_e_before_t(std::string_view stem, char vowel) {
  if (vowel == 'e') return ends_in_any(stem, {"plet", "delet", "compet"});
  if (vowel == 'o') return !is_one_of(stem, {"pilot", "pivot", "ballot"});
  if (vowel != 'i') return true;
  const bool lost = ends_in_any(stem, {"cit", "vit", "unit", "gnit", "pedit", "writ", "spit", "bit", "tradit"});
  return lost && !ends_in_any(stem, {"solicit", "hibit", "orbit"});
}

// Stems in n: "defin", "postpon", "conven", but "begin", "mention", "open".
bool lost_e_before_n(std::string_view stem, char vowel) {
  if (vowel == 'e') return ends_in_any(stem, {"conven", "terven", "traven"});
  if (vowel == 'i') return !is_one_of(stem, {"begin", "spin"});
  if (vowel == 'o') return syllables(stem) == 1 || is_one_of(stem, {"postpon", "condon", "dethron"});
  return vowel == 'u' || is_one_of(stem, {"wan"});
}

// Stems in r: "requir", "explor", "interfer", but "sponsor", "offer".
bool lost_e_before_r(std::string_view stem, char vowel) {
  if (vowel == 'e') return is_one_of(stem, {"interfer", "adher", "rever", "persever"});
  if (vowel == 'o') return syllables(stem) == 1 || ends_in_any(stem, {"plor", "gnor", "stor", "ador"});
  return !is_one_of(stem, {"murmur", "altar", "collar", "pillar"});
}

// Whether a stem that ends in a vowel and one consonant lost an e: "lik", "hop", "nam", but "develop", "need".
bool lost_e_after_vowel(std::string_view stem) {
  const char vowel = from_end(stem, 1);
  // Two vowels are long as they are, but for those that two syllables share: "appreciat", "evaluat", "requir".
  const bool apart = ends_in_any(stem, {"iat", "uat", "creat", "uid"}) || from_end(stem, 3) == 'q';
  if (is_vowel(from_end(stem, 2)) && !apart) return false;
  switch (stem.back()) {
    case 't':
      return lost_e_before_t(stem, vowel);
    case 'n':
      return lost_e_before_n(stem, vowel);
    case 'r':
      return lost_e_before_r(stem, vowel);
    case 'b':
    case 'd':
    case 'k':
    case 'm':
      return (vowel != 'e' || ends_in_any(stem, {"ced", "peded", "mped", "rsed"})) && !stem.ends_with("custom");
    case 'p':
      if (vowel == 'o') return syllables(stem) == 1;
      return (vowel == 'a' || vowel == 'i') && !is_one_of(stem, {"gossip", "kidnap", "worship", "equip"});
    case 'l':
      if (vowel == 'a') return is_one_of(stem, {"scal", "exhal", "inhal", "impal"});
      return vowel != 'e' && !is_one_of(stem, {"pencil", "patrol", "control", "fulfil"});
    case 'g':
      return true;
    default:
      return false;
  }
}

// Whether a stem lost an e before -ed or -ing.
bool lost_e(std::string_view stem) {
  if (stem.size() < 2 || is_one_of(stem, {"focus", "bias", "canvas"})) return false;
  const char last = stem.back();
  const char before = from_end(stem, 1);
  if (last == 'c' || last == 'v' || last == 'u') return true;
  if (last == 's' || last == 'z') return before != last;
  if (last == 'g' && before == 'n') {
    return !ends_in_any(stem, {"bang", "hang", "long", "ping", "wing", "ring", "sing", "bring", "cling", "fling",
                               "sling", "sting", "string", "swing"});
  }
  if (last == 'g') return before == 'r' || before == 'd' || before == 'l' || is_vowel(before);
  if (last == 'l' && !is_vowel(before)) return before != 'l' && before != 'r' && before != 'w' && before != 'y';
  if (last == 't' && before == 's') return is_one_of(stem, {"wast", "tast", "past", "hast"});
  if (last == 'h') return is_one_of(stem, {"breath", "bath", "loath", "cloth", "sooth"});
  if (last == 'p' && before == 'y') return true;
  return is_vowel(before) && lost_e_after_vowel(stem);
}

// Whether the last consonant of a stem was doubled before -ed or -ing: "stopp", not "call" or "discuss".
bool was_doubled(std::string_view stem) {
  const char last = from_end(stem, 0);
  if (stem.size() < 4 || last != from_end(stem, 1) || is_vowel(last)) return false;
  if (last == 's' || last == 'f' || last == 'z') return false;
  if (last == 'l') {
    return syllables(stem) > 1 &&
           !ends_in_any(stem, {"call", "stall", "fall", "spell", "fill", "kill", "swell", "enroll", "stroll"});
  }
  return !is_one_of(stem, {"add", "err", "ebb", "egg"});
}

// What -ed or -ing was put to.
std::string_view verb_of_stem(std::string_view stem, std::string& buffer) {
  if (was_doubled(stem)) return stem.substr(0, stem.size() - 1);
  if (!lost_e(stem)) return stem;
  buffer = stem;
  buffer += 'e';
  return buffer;
}

std::string_view with_y(std::string_view word, std::size_t ending, std::string& buffer) {
  buffer = word.substr(0, word.size() - ending);
  buffer += 'y';
  return buffer;
}

// The word without its -s, the plural of nouns and the third person of verbs.
std::string_view without_s(std::string_view word, std::string& buffer) {
  const bool decade = !word.empty() && word.front() >= '0' && word.front() <= '9';  // "1990s"
  if (decade || word.size() < 4 || !word.ends_with('s') || ends_in_any(word, {"ss", "us", "is"})) return word;
  if (word.ends_with("ies") && word.size() > 4) return with_y(word, 3, buffer);
  if (ends_in_any(word, {"sses", "shes", "ches", "xes", "zzes", "oes"})) return word.substr(0, word.size() - 2);
  return word.substr(0, word.size() - 1);
}

std::string_view verb_lemma(std::string_view word, std::string_view tag, std::string& buffer) {
  const std::string_view irregular = irregular_verb(word);
  if (!irregular.empty()) return irregular;
  const char form = from_end(tag, 0);
  if (form == 'Z') return without_s(word, buffer);
  if ((form == 'D' || form == 'N') && word.size() > 4 && word.ends_with("ied")) return with_y(word, 3, buffer);
  if ((form == 'D' || form == 'N') && word.size() > 3 && word.ends_with("eed")) return word;
  if ((form == 'D' || form == 'N') && word.size() > 3 && word.ends_with("ed")) {
    return verb_of_stem(word.substr(0, word.size() - 2), buffer);
  }
  if (form == 'G' && word.size() > 4 && word.ends_with("ing"))
    return verb_of_stem(word.substr(0, word.size() - 3), buffer);
  return word;
}

std::string_view noun_lemma(std::string_view word, std::string& buffer) {
  const std::string_view irregular = irregular_noun(word);
  if (!irregular.empty()) return irregular;
  if (word.size() > 3 && word.ends_with("men")) {
    buffer = word.substr(0, word.size() - 2);
    buffer += "an";
    return buffer;
  }
  return without_s(word, buffer);
}

}  // namespace

std::string_view lemma(std::string_view word, std::string_view tag, std::string& buffer) {
  if (tag.starts_with("VB")) return verb_lemma(word, tag, buffer);
  if (tag == "MD") {
    const std::string_view irregular = irregular_modal(word);
    return irregular.empty() ? word : irregular;
  }
  if (tag == "NNS" || tag == "NNPS") return noun_lemma(word, buffer);
  if (word == "n't") return "not";
  return word;
}

}  // namespace quoth
