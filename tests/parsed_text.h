// A text as the rules of attribute/ read it, by the shipped syntax model.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/quotes.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/word_facts_internal.h"
#include "quoth/attribute/zone_internal.h"
#include "statements_of.h"

namespace quoth {

struct ParsedText {
  Document document;
  std::vector<Quote> quotes;
  std::vector<std::uint32_t> word_classes;
  WordSheet sheet;

  explicit ParsedText(std::string_view text)
      : document(document_of(text)), quotes(find_quotes(document)), word_classes(classify_words(document)) {
    SyntaxScratch scratch;
    Syntax syntax;
    WordMemory memory;
    shipped_syntax().analyse(document, scratch, syntax);
    const Mentions mentions = find_mentions(document, word_classes, invented_registry());
    sheet = collect_word_facts(document, syntax, shipped_syntax(), quotes, word_classes, mentions, memory);
  }

  // The words of the first place where `part` stands.
  Range words(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(document.text.find(part));
    return words_in(sheet.words, {begin, begin + static_cast<std::uint32_t>(part.size())});
  }

  std::string text(Range range) const {
    return std::string(document.view({sheet.words[range.begin].span.begin, sheet.words[range.end - 1].span.end}));
  }
};

}  // namespace quoth
