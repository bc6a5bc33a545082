#include <algorithm>

#include "quoth/annotate/words.h"
#include "quoth/attribute/clauses_internal.h"

namespace quoth {
namespace {

constexpr int kLongestChain = 4;  // verbs without subject that hang on one another

class ClauseReader {
 public:
  ClauseReader(const WordSheet& sheet, const Level& level) : words_(sheet.words), sheet_(sheet), level_(level) {}

  bool holds(std::int32_t word) const {
    return word >= static_cast<std::int32_t>(level_.words.begin) &&
           word < static_cast<std::int32_t>(level_.words.end) &&
           words_[static_cast<std::size_t>(word)].quote == level_.quote;
  }

  // The subject of a predicate, -1 where it has none on the level.
  std::int32_t subject_of(std::uint32_t predicate) const {
    for (std::int32_t child = words_[predicate].first_child; child >= 0;
         child = words_[static_cast<std::size_t>(child)].next_sibling) {
      if (holds(child) && (words_[static_cast<std::size_t>(child)].grammar & grammar::kSubject) != 0) return child;
    }
    return -1;
  }

  std::optional<Clause> clause(std::uint32_t predicate, std::uint32_t verb) const {
    const std::int32_t head = subject_of(predicate);
    if (head < 0) return std::nullopt;
    const Range group = verb_group(verb);
    const Range subject = without_stops(sheet_, subject_phrase(predicate, static_cast<std::uint32_t>(head), group));
    if (subject.empty()) return std::nullopt;
    return Clause{.subject = subject, .verb = group};
  }

  // "joked Mr. Carney": the parser takes whoever stands behind a verb for its object as often as not.
  std::optional<Clause> inverted_clause(std::uint32_t verb) const {
    if (std::optional<Clause> found = clause(verb, verb)) return found;
    std::int32_t nearest = -1;
    for (std::int32_t child = words_[verb].first_child; child >= 0;
         child = words_[static_cast<std::size_t>(child)].next_sibling) {
      if (nearest < 0 && child > static_cast<std::int32_t>(verb) && holds(child) &&
          words_[static_cast<std::size_t>(child)].mark == 0)
        nearest = child;
    }
    if (nearest < 0) return std::nullopt;
    const Range verb_words{verb, verb + 1};
    const Range subject = without_stops(sheet_, subject_phrase(verb, static_cast<std::uint32_t>(nearest), verb_words));
    if (subject.empty()) return std::nullopt;
    return Clause{.subject = subject, .verb = verb_words};
  }

  // That of a verb, which may share the subject of the verb that it hangs on.
  std::optional<Clause> clause_of_verb(std::uint32_t verb) const {
    std::int32_t predicate = static_cast<std::int32_t>(verb);
    for (int i = 0; i < kLongestChain && holds(predicate); ++i) {
      if (std::optional<Clause> found = clause(static_cast<std::uint32_t>(predicate), verb)) return found;
      predicate = words_[static_cast<std::size_t>(predicate)].head;
    }
    return std::nullopt;
  }

  bool is_full_verb(std::uint32_t word) const {
    return holds(static_cast<std::int32_t>(word)) && (words_[word].grammar & grammar::kVerb) != 0;
  }

 private:
  Range verb_group(std::uint32_t verb) const {
    Range group{verb, verb + 1};
    for (std::int32_t child = words_[verb].first_child; child >= 0 && child < static_cast<std::int32_t>(verb);
         child = words_[static_cast<std::size_t>(child)].next_sibling) {
      if (holds(child) && (words_[static_cast<std::size_t>(child)].grammar & grammar::kHelper) != 0) {
        group.begin = static_cast<std::uint32_t>(child);
        break;
      }
    }
    return group;
  }

  Range subject_phrase(std::uint32_t predicate, std::uint32_t head, Range verb) const {
    const bool inverted = head > predicate;
    const WordFacts& word = words_[head];
    Range phrase{word.left, word.right};
    const std::int32_t noun = words_[predicate].head;
    // "Sir Joseph, who used to say": the one that "who" stands for.
    if ((word.grammar & grammar::kRelative) != 0 && holds(noun) && noun < static_cast<std::int32_t>(head))
      phrase = {words_[static_cast<std::size_t>(noun)].left, head};
    phrase = without_prepositions(phrase, head);
    phrase.begin = std::max({phrase.begin, level_.words.begin, inverted ? verb.end : level_.words.begin});
    phrase.end = std::max(phrase.begin, std::min(phrase.end, level_.words.end));
    if (inverted || verb.begin <= phrase.begin) return phrase;
    phrase.end = std::min(phrase.end, verb.begin);
    // "Costa, who arrived late and left early, sounded": an aside goes on to the comma before the verb.
    const auto comma = [](const WordFacts& one) { return one.mark == ','; };
    const auto begin = words_.begin() + phrase.begin;
    if (comma(words_[verb.begin - 1]) && std::any_of(begin, words_.begin() + phrase.end, comma))
      phrase.end = verb.begin;
    return phrase;
  }

  // "In it the three leaders", where the parse hangs the first two words on the noun. A name has all of its words.
  Range without_prepositions(Range phrase, std::uint32_t head) const {
    for (std::int32_t child = words_[head].first_child; child >= 0 && child < static_cast<std::int32_t>(head);
         child = words_[static_cast<std::size_t>(child)].next_sibling) {
      const WordFacts& dependent = words_[static_cast<std::size_t>(child)];
      if (dependent.left == phrase.begin && (words_[phrase.begin].grammar & grammar::kPreposition) != 0)
        phrase.begin = dependent.right;
    }
    std::uint32_t name = std::min(phrase.begin, head);
    while (words_[name].mention != 0 && !words_[name].mention_begins && name > level_.words.begin) --name;
    if (words_[phrase.begin].mention != 0 && words_[name].mention_begins) phrase.begin = name;
    return phrase;
  }

  const std::vector<WordFacts>& words_;
  const WordSheet& sheet_;
  const Level& level_;
};

}  // namespace

bool is_stop(const WordFacts& word) {
  return word.mark == ',' || word.mark == '.' || word.mark == ';' || word.mark == ':' || word.mark == '-' ||
         word.mark == '_';
}

Range without_stops(const WordSheet& sheet, Range words) {
  while (words.begin < words.end && is_stop(sheet.words[words.begin])) ++words.begin;
  while (words.begin < words.end && is_stop(sheet.words[words.end - 1])) --words.end;
  return words;
}

bool is_named(const WordSheet& sheet, Range words) {
  return std::any_of(sheet.words.begin() + words.begin, sheet.words.begin() + words.end, [](const WordFacts& word) {
    return (word.classes & (word_class::kCapitalised | word_class::kPersonNoun | word_class::kBodyNoun |
                            word_class::kMale | word_class::kFemale)) != 0;
  });
}

Span span_of(const WordSheet& sheet, Range words) {
  return {sheet.words[words.begin].span.begin, sheet.words[words.end - 1].span.end};
}

std::optional<Clause> main_clause(const WordSheet& sheet, const Level& level) {
  const ClauseReader reader(sheet, level);
  std::optional<Clause> best;
  int least = 256;
  for (std::uint32_t i = level.words.begin; i < level.words.end; ++i) {
    if (!reader.holds(static_cast<std::int32_t>(i)) || sheet.words[i].depth >= least) continue;
    std::optional<Clause> found = reader.clause(i, i);
    if (!found) continue;
    best = found;
    least = sheet.words[i].depth;
  }
  return best;
}

std::optional<Clause> opening_clause(const WordSheet& sheet, const Level& level) {
  const ClauseReader reader(sheet, level);
  std::uint32_t begin = level.words.begin;
  // "In a post on X, Trump, as ever, dwelt on trade".
  if (begin < level.words.end && (sheet.words[begin].grammar & grammar::kPreposition) != 0) {
    while (begin < level.words.end && sheet.words[begin].mark != ',') ++begin;
    ++begin;
  }
  std::uint32_t verb = begin + 1;
  // The tagger takes a verb at the end of a line ("Her post read:") for a noun.
  const auto is_verb = [&](std::uint32_t word) {
    return reader.is_full_verb(word) || (word + 1 == level.words.end && sheet.words[word].frames != 0);
  };
  while (verb < level.words.end && !is_verb(verb)) ++verb;
  constexpr std::uint8_t kNoNoun = grammar::kPreposition | grammar::kVerb | grammar::kRelative;
  if (verb >= level.words.end || (sheet.words[begin].grammar & kNoNoun) != 0) return std::nullopt;
  std::uint32_t end = begin;
  while (end < verb && sheet.words[end].mark != ',') ++end;
  if (end == begin) return std::nullopt;
  return Clause{.subject = {begin, end}, .verb = {verb, verb + 1}};
}

std::optional<Clause> last_clause(const WordSheet& sheet, const Level& level) {
  const ClauseReader reader(sheet, level);
  for (std::uint32_t i = level.words.end; i-- > level.words.begin;) {
    if (!reader.holds(static_cast<std::int32_t>(i))) continue;
    const bool predicate = reader.subject_of(i) >= 0;
    if (!predicate && (!reader.is_full_verb(i) || (sheet.words[i].grammar & grammar::kHelper) != 0)) continue;
    return reader.clause_of_verb(i);
  }
  return std::nullopt;
}

std::optional<Clause> first_clause(const WordSheet& sheet, const Level& level) {
  const ClauseReader reader(sheet, level);
  std::uint32_t opening = level.words.begin;
  while (opening < level.words.end &&
         (!reader.holds(static_cast<std::int32_t>(opening)) || is_stop(sheet.words[opening])))
    ++opening;
  if (opening < level.words.end && reader.is_full_verb(opening)) {
    std::optional<Clause> inverted = reader.inverted_clause(opening);
    if (inverted && is_named(sheet, inverted->subject)) return inverted;
  }
  for (std::uint32_t i = opening; i < level.words.end; ++i) {
    if (reader.is_full_verb(i) && reader.subject_of(i) >= 0) return reader.clause(i, i);
  }
  return std::nullopt;
}

}  // namespace quoth
