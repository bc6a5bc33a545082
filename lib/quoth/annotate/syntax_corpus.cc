#include <algorithm>
#include <set>

#include "quoth/annotate/syntax_corpus_internal.h"
#include "quoth/base/error.h"
#include "quoth/learn/packed_scores.h"

namespace quoth {
namespace {

std::uint8_t index_of(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::lower_bound(names.begin(), names.end(), name);
  if (found == names.end() || *found != name) return kUnknownName;
  return static_cast<std::uint8_t>(found - names.begin());
}

std::vector<std::string> listed(const std::set<std::string>& names, const char* what) {
  if (names.size() > PackedRows::kMostOutputs) {
    throw Error("treebank", "has " + std::to_string(names.size()) + " different " + what, "64 at most");
  }
  return {names.begin(), names.end()};
}

}  // namespace

SyntaxNames names_of(std::span<const TreebankSentence> sentences) {
  std::set<std::string> tags;
  std::set<std::string> relations{"root"};
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankWord& word : sentence.words) {
      tags.insert(word.xpos);
      relations.insert(word.relation);
    }
  }
  return {listed(tags, "tags (XPOS)"), listed(relations, "relations")};
}

SyntaxExample example_of(const TreebankSentence& sentence, const SyntaxNames& names) {
  SyntaxExample example;
  for (const TreebankWord& word : sentence.words) {
    example.keys.push_back(word_keys(word.form));
    example.tags.push_back(index_of(names.tags, word.xpos));
    example.heads.push_back(word.head);
    example.relations.push_back(index_of(names.relations, word.relation));
  }
  return example;
}

}  // namespace quoth
