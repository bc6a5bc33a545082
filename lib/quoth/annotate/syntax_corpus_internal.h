// Treebanks as numbers, for training and judging.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "quoth/annotate/treebank.h"
#include "quoth/annotate/word_keys_internal.h"

namespace quoth {

// Names of tags and relations; sorted. An index fits into a byte.
struct SyntaxNames {
  std::vector<std::string> tags;
  std::vector<std::string> relations;
};

struct SyntaxExample {
  bool is_made = false;  // of another example: a form of it, and not as the treebank has it
  std::vector<WordKeys> keys;
  std::vector<std::uint8_t> tags;    // kUnknownName where the model has no such name
  std::vector<std::uint32_t> heads;  // 1-based; 0: the root
  std::vector<std::uint8_t> relations;
};

inline constexpr std::uint8_t kUnknownName = 0xFF;

// The tags and relations of some sentences. Throws Error where there are more than 64 of either.
SyntaxNames names_of(std::span<const TreebankSentence> sentences);

// Whether an epoch takes example number `index` of all: those that are made take part in one epoch of three, so that
// sentences with quotes and abbreviations count little more than others.
inline bool takes_part(const SyntaxExample& example, std::size_t index, std::size_t epoch) {
  return !example.is_made || (index + epoch) % 3 == 0;
}

SyntaxExample example_of(const TreebankSentence& sentence, const SyntaxNames& names);

}  // namespace quoth
