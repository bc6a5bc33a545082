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
  std::vector<WordKeys> keys;
  std::vector<std::uint8_t> tags;    // kUnknownName where the model has no such name
  std::vector<std::uint32_t> heads;  // 1-based; 0: the root
  std::vector<std::uint8_t> relations;
};

inline constexpr std::uint8_t kUnknownName = 0xFF;

// The tags and relations of some sentences. Throws Error where there are more than 64 of either.
SyntaxNames names_of(std::span<const TreebankSentence> sentences);

SyntaxExample example_of(const TreebankSentence& sentence, const SyntaxNames& names);

}  // namespace quoth
