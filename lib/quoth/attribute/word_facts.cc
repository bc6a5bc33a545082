#include <algorithm>
#include <array>
#include <string>

#include "quoth/annotate/lemmas.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_lexicon.h"
#include "quoth/attribute/word_facts_internal.h"
#include "quoth/learn/hashing.h"
#include "quoth/text/code_points.h"

namespace quoth {
namespace {

std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = kWordSeed;
  for (const char c : word) hash = hash_step(hash, static_cast<unsigned char>(c));
  return hash_end(hash);
}

char mark_of(std::string_view word) {
  switch (code_point_at(word, 0).value) {
    case ',':
      return ',';
    case '.':
      return '.';
    case ';':
      return ';';
    case ':':
      return ':';
    case '-':
      return '-';
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
      return '_';
    case '(':
    case '[':
      return '(';
    case ')':
    case ']':
      return ')';
    case '?':
      return '?';
    case '!':
      return '!';
    case '"':
    case U'\u201C':
    case U'\u201D':
    case U'\u2018':
    case U'\u2019':
    case '\'':
      return '"';
    case U'\u2026':
      return '.';
    default:
      return 0;
  }
}

void mark_subtrees(std::vector<WordFacts>& words) {
  for (std::uint32_t i = static_cast<std::uint32_t>(words.size()); i-- > 0;) {
    if (words[i].head < 0) continue;
    WordFacts& head = words[static_cast<std::size_t>(words[i].head)];
    words[i].next_sibling = head.first_child;
    head.first_child = static_cast<std::int32_t>(i);
  }
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    int depth = 0;
    for (std::int32_t at = words[i].head; at >= 0 && depth < 100; at = words[static_cast<std::size_t>(at)].head) {
      WordFacts& above = words[static_cast<std::size_t>(at)];
      above.left = std::min(above.left, i);
      above.right = std::max(above.right, i + 1);
      ++depth;
    }
    words[i].depth = static_cast<std::uint8_t>(depth);
  }
}

// Quotes may be nested as deep as a text is long: each is opened and closed once.
void mark_quotes(const std::vector<Quote>& quotes, std::vector<WordFacts>& words) {
  struct Open {
    std::uint32_t quote;
    std::uint32_t first;
  };
  std::vector<Open> open;
  const auto close = [&](std::uint32_t end) {
    words[end - 1].closes_quote = true;
    WordFacts& opening = words[open.back().first];
    opening.outer_quote_end = std::max(opening.outer_quote_end, end);
    open.pop_back();
  };
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    WordFacts& word = words[i];
    while (!open.empty() && quotes[open.back().quote].outer.end <= word.span.begin) close(i);
    for (; next < quotes.size() && quotes[next].outer.begin <= word.span.begin; ++next) {
      if (quotes[next].outer.end <= word.span.begin) continue;
      open.push_back({next, i});
      word.opens_quote = true;
    }
    if (open.empty()) continue;
    word.quote = static_cast<std::int32_t>(open.back().quote);
    word.quote_depth = static_cast<std::uint8_t>(std::min(quotes[open.back().quote].depth + 1, 3));
  }
  while (!open.empty()) close(static_cast<std::uint32_t>(words.size()));
}

void mark_mentions(const Mentions& mentions, std::vector<WordFacts>& words) {
  for (const Mention& mention : mentions.mentions) {
    auto w = std::lower_bound(words.begin(), words.end(), mention.span.begin,
                              [](const WordFacts& word, std::uint32_t at) { return word.span.begin < at; });
    const EntityKind kind =
        mention.entity < 0 ? EntityKind::person : mentions.entities[static_cast<std::size_t>(mention.entity)].kind;
    for (bool begins = true; w != words.end() && w->span.begin < mention.span.end; ++w, begins = false) {
      w->mention = static_cast<std::uint8_t>(1 + static_cast<int>(kind) + (mention.adjective ? 4 : 0));
      w->mention_begins = begins;
    }
  }
}

std::uint8_t grammar_of_tag(std::string_view tag) {
  std::uint8_t bits = 0;
  if (tag.starts_with("VB")) bits |= grammar::kVerb;
  if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") bits |= grammar::kFinite;
  if (tag == "VBD" || tag == "VBN") bits |= grammar::kPast;
  if (tag == "WDT" || tag == "WP") bits |= grammar::kRelative;
  if (tag == "VBG") bits |= grammar::kGerund;
  if (tag == "IN") bits |= grammar::kPreposition;
  return bits;
}

std::uint8_t grammar_of_relation(std::string_view relation) {
  if (relation.starts_with("nsubj")) return grammar::kSubject;
  if (relation.starts_with("aux") || relation == "cop") return grammar::kHelper;
  return 0;
}

// Lemma and frames. What has the same form and letters alone is the same word; others may share a form ("1990s").
void take_lexical_facts(std::string_view text, const SyntaxWord& word, std::string_view tag, WordMemory& memory,
                        WordFacts& facts) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool plain = std::all_of(text.begin(), text.end(), is_letter);
  WordMemory::Entry& entry = memory.entry(word.key, word.tag);
  if (!plain || entry.form != word.key || entry.tag != word.tag) {
    std::string lower;
    std::string buffer;
    lower_word(text, lower);
    facts.lemma = hash_word(lemma(lower, tag, buffer));
    for (const CueVerb& verb : find_cue_verbs(lower)) facts.frames |= verb.frames;
    if (plain) entry = {word.key, facts.lemma, facts.frames, word.tag};
    return;
  }
  facts.lemma = entry.lemma;
  facts.frames = entry.frames;
}

}  // namespace

WordSheet collect_word_facts(const Document& document, const Syntax& syntax, const SyntaxModel& model,
                             const std::vector<Quote>& quotes, const std::vector<std::uint32_t>& word_classes,
                             const Mentions& mentions, WordMemory& memory) {
  WordSheet sheet;
  sheet.sentences = syntax.sentences;
  std::vector<WordFacts>& words = sheet.words;
  words.resize(syntax.words.size());
  std::array<std::uint8_t, 256> tag_bits{};
  std::array<std::uint8_t, 256> relation_bits{};
  std::transform(model.tag_names().begin(), model.tag_names().end(), tag_bits.begin(), grammar_of_tag);
  std::transform(model.relation_names().begin(), model.relation_names().end(), relation_bits.begin(),
                 grammar_of_relation);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const SyntaxWord& word = syntax.words[i];
    const std::string_view text = document.view(word.span);
    WordFacts& facts = words[i];
    facts.span = word.span;
    facts.form = word.key;
    take_lexical_facts(text, word, model.tag_names()[word.tag], memory, facts);
    facts.classes = word_classes[word.token];
    facts.tag = word.tag;
    facts.relation = word.relation;
    facts.grammar = tag_bits[word.tag] | relation_bits[word.relation];
    facts.head = word.head == kRoot ? -1 : static_cast<std::int32_t>(word.head);
    facts.mark = document.tokens[word.token].kind == TokenKind::word ? '\0' : mark_of(text);
    facts.left = static_cast<std::uint32_t>(i);
    facts.right = facts.left + 1;
  }
  for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
    const Range sentences = document.paragraphs[p].sentences;
    sheet.paragraphs.push_back(sentences);
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
      for (std::uint32_t i = syntax.sentences[s].begin; i < syntax.sentences[s].end; ++i) {
        words[i].sentence = s;
        words[i].paragraph = p;
      }
    }
  }
  mark_subtrees(words);
  mark_quotes(quotes, words);
  mark_mentions(mentions, words);
  return sheet;
}

Range words_in(const std::vector<WordFacts>& words, Span span) {
  const auto first = std::partition_point(words.begin(), words.end(),
                                          [&](const WordFacts& word) { return word.span.end <= span.begin; });
  const auto last =
      std::partition_point(first, words.end(), [&](const WordFacts& word) { return word.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - words.begin()), static_cast<std::uint32_t>(last - words.begin())};
}

}  // namespace quoth
