#include "quoth/text/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace quoth {
namespace {

using WordSet = std::unordered_set<std::string_view>;

bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string to_lower(std::string_view word) {
  std::string lowered(word);
  for (char& c : lowered) {
    if (upper(c)) c = static_cast<char>(c + ('a' - 'A'));
  }
  return lowered;
}

// "SEN" as "Sen": a post in capitals abbreviates as others do.
std::string usual_spelling(std::string_view word) {
  std::string spelling(word);
  if (word.size() < 2 || !std::all_of(word.begin(), word.end(), upper)) return spelling;
  for (std::size_t i = 1; i < spelling.size(); ++i) spelling[i] = static_cast<char>(spelling[i] + ('a' - 'A'));
  return spelling;
}

using AbbreviationMap = std::unordered_map<std::string_view, Abbreviation>;

AbbreviationMap make_abbreviations() {
  AbbreviationMap map;
  const auto add = [&](Abbreviation kind, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) map.emplace(word, kind);
  };
  add(Abbreviation::never_ends,
      {
          "Mr",     "Mrs",  "Ms",   "Mx",   "Dr",   "Drs",    "Prof",  "Profs", "Sen",  "Sens",  "Gen",
          "Gens",   "Gov",  "Govs", "Rep",  "Reps", "Lt",     "Col",   "Cols",  "Sgt",  "Adm",   "Amb",
          "Rev",    "Revs", "Hon",  "hon",  "rt",   "Rt",     "Capt",  "Cmdr",  "Cdr",  "Maj",   "Brig",
          "Cpl",    "Pvt",  "Pfc",  "Supt", "Det",  "Insp",   "Const", "Atty",  "Asst", "Assoc", "Pres",
          "Messrs", "Mme",  "Mlle", "Fr",   "Msgr", "Sec",    "Dep",   "Cllr",  "Ald",  "Comdr", "Ens",
          "Spc",    "Ft",   "Mt",   "Mts",  "Pt",   "Ste",    "vs",    "v",     "viz",  "cf",    "e.g",
          "i.e",    "E.g",  "I.e",  "eg",   "ie",   "approx", "ca",    "incl",  "esp",  "resp",  "Hr",
      });
  add(Abbreviation::before_number,
      {"No",    "Nos",  "no",    "nos", "Art",  "Arts", "art", "arts", "Fig",  "Figs", "fig", "figs",
       "p",     "pp",   "Pp",    "vol", "vols", "Vols", "ch",  "Ch",   "chap", "Chap", "par", "para",
       "paras", "Para", "Paras", "cl",  "Reg",  "sec",  "c",   "b",    "d",    "Rs",   "Est", "est",
       "tel",   "Tel",  "ext",   "Ext", "Pos",  "Apt",  "Rm",  "Hwy",  "Rte",  "Flt"});
  add(Abbreviation::month, {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"});
  add(Abbreviation::clock, {"a.m", "p.m", "A.M", "P.M"});
  add(Abbreviation::ends_rarely,
      {
          "Inc",  "Comm", "Del",  "W.Va",  "Mfrs", "Co",    "Cos",  "Corp", "Ltd",  "Bros", "Plc",  "plc",   "Cie",
          "Pty",  "Mfg",  "Intl", "Natl",  "Jr",   "Sr",    "Esq",  "Ret",  "St",   "Sts",  "Ave",  "Blvd",  "Rd",
          "Sq",   "Hts",  "Pkwy", "Univ",  "Dept", "Depts", "dept", "Assn", "Cmte", "Govt", "govt", "gov't", "Gov't",
          "Ala",  "Ariz", "Ark",  "Calif", "Cal",  "Colo",  "Conn", "Fla",  "Ga",   "Ill",  "Ind",  "Kan",   "Kans",
          "Ky",   "La",   "Md",   "Mass",  "Mich", "Minn",  "Miss", "Mo",   "Mont", "Neb",  "Nev",  "Okla",  "Ore",
          "Pa",   "Penn", "Tenn", "Tex",   "Va",   "Vt",    "Wash", "Wis",  "Wyo",  "Dak",  "Ont",  "Que",   "Alta",
          "Ph.D", "Ed.D", "M.Sc", "B.Sc",  "Dem",  "Repub", "Mex",  "Bldg", "Twp",
      });
  add(Abbreviation::ends_freely, {"etc", "al", "Etc", "ibid", "Ibid"});
  return map;
}

// "J", "U.S", "J.D", "N.Y": single letters with full stops between them.
bool is_initials(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !upper(word[i]) : word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

}  // namespace

Abbreviation find_abbreviation(std::string_view word) {
  static const AbbreviationMap abbreviations = make_abbreviations();
  constexpr std::size_t kLongest = 8;
  if (word.empty() || word.size() > kLongest) return Abbreviation::none;
  const auto found = abbreviations.find(word);
  if (found != abbreviations.end()) return found->second;
  if (is_initials(word)) return Abbreviation::ends_rarely;
  const auto spelled = abbreviations.find(usual_spelling(word));
  return spelled != abbreviations.end() ? spelled->second : Abbreviation::none;
}

bool is_sentence_starter(std::string_view word) {
  static const WordSet words = {
      "the",          "a",           "an",        "this",         "that",        "these",     "those",      "he",
      "she",          "it",          "they",      "we",           "you",         "his",       "her",        "its",
      "their",        "our",         "my",        "your",         "there",       "here",      "who",        "what",
      "when",         "where",       "why",       "how",          "which",       "and",       "but",        "or",
      "nor",          "yet",         "so",        "if",           "because",     "although",  "though",     "while",
      "whereas",      "unless",      "until",     "since",        "after",       "before",    "as",         "once",
      "in",           "on",          "at",        "by",           "for",         "from",      "with",       "without",
      "under",        "during",      "despite",   "among",        "between",     "through",   "throughout", "against",
      "across",       "amid",        "beyond",    "behind",       "instead",     "according", "both",       "some",
      "many",         "several",     "few",       "others",       "another",     "all",       "each",       "every",
      "none",         "nobody",      "nothing",   "now",          "then",        "today",     "yesterday",  "tomorrow",
      "later",        "earlier",     "recently",  "meanwhile",    "however",     "moreover",  "still",      "also",
      "even",         "perhaps",     "maybe",     "thus",         "therefore",   "hence",     "indeed",     "besides",
      "nevertheless", "nonetheless", "otherwise", "additionally", "furthermore", "finally",   "such",       "to",
      "it's",         "that's",      "he's",      "she's",        "there's",     "they're",   "we're",      "it’s",
      "that’s",       "he’s",        "she’s",     "there’s",      "they’re",     "we’re",     "neither",    "either",
      "someone",      "everyone",    "anyone",    "everything",   "something",   "over",      "whether",    "i'm",
      "i’m",          "we've",       "we’ve",     "you're",       "you’re"};
  // In a text in capitals only these tell anything.
  static const WordSet in_capitals = {"THE", "THIS", "THESE", "THOSE", "THEY", "WE",    "HE", "SHE",       "IT",
                                      "YOU", "BUT",  "OUR",   "THEIR", "HIS",  "THERE", "IF", "MEANWHILE", "HOWEVER"};
  if (word.size() > 1 && std::all_of(word.begin(), word.end(), upper)) return in_capitals.contains(word);
  return words.contains(to_lower(word));
}

bool follows_clock(std::string_view word) {
  static const WordSet words = {
      "EST",       "EDT",     "ET",       "CST",      "CDT",       "CT",       "MST",     "MDT",      "MT",
      "PST",       "PDT",     "PT",       "GMT",      "BST",       "UTC",      "CET",     "CEST",     "IST",
      "JST",       "KST",     "AEST",     "SGT",      "HKT",       "Eastern",  "Central", "Mountain", "Pacific",
      "Greenwich", "Beijing", "Monday",   "Tuesday",  "Wednesday", "Thursday", "Friday",  "Saturday", "Sunday",
      "Mon",       "Tue",     "Tues",     "Wed",      "Thu",       "Thur",     "Thurs",   "Fri",      "Sat",
      "Sun",       "January", "February", "March",    "April",     "May",      "June",    "July",     "August",
      "September", "October", "November", "December", "Zulu",      "Local"};
  return words.contains(word) || find_abbreviation(word) == Abbreviation::month;
}

bool is_speech_verb(std::string_view word) {
  static const WordSet words = {
      "said",      "says",      "asked",     "asks",     "added",    "adds",      "told",      "tells",     "wrote",
      "writes",    "replied",   "replies",   "shouted",  "shouts",   "cried",     "cries",     "answered",  "answers",
      "declared",  "declares",  "tweeted",   "tweets",   "posted",   "posts",     "joked",     "jokes",     "quipped",
      "quips",     "demanded",  "demands",   "wondered", "wonders",  "exclaimed", "exclaims",  "yelled",    "yells",
      "insisted",  "insists",   "recalled",  "recalls",  "remarked", "remarks",   "continued", "continues", "responded",
      "responds",  "stated",    "states",    "warned",   "warns",    "argued",    "argues",    "noted",     "notes",
      "explained", "explains",  "shot",      "snapped",  "snaps",    "urged",     "chanted",   "concluded", "inquired",
      "mused",     "thundered", "whispered", "called",   "announced"};
  return words.contains(word);
}

bool is_exclaimed_name(std::string_view word) {
  static const WordSet words = {"Yahoo", "Jeopardy", "Yum", "Wham", "Joomla", "Oklahoma", "Airplane", "YAHOO", "Chips"};
  return words.contains(word);
}

}  // namespace quoth
