#include "quoth/annotate/evaluate_syntax.h"

#include <string_view>
#include <vector>

namespace quoth {
namespace {

std::string_view without_subtype(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

class Counts {
 public:
  explicit Counts(const SyntaxModel& model) : model_(model) {}

  void add(const TreebankWord& gold, const ParsedWord& word) {
    ++words_;
    tags_ += model_.tag_names()[word.tag] == gold.xpos ? 1 : 0;
    const std::uint32_t head = word.head == kRoot ? 0 : word.head + 1;
    if (head != gold.head) return;
    const std::string& relation = model_.relation_names()[word.relation];
    ++heads_;
    relations_ += relation == gold.relation ? 1 : 0;
    main_relations_ += without_subtype(relation) == without_subtype(gold.relation) ? 1 : 0;
  }

  SyntaxFigures figures() const {
    const auto share = [&](std::size_t count) { return static_cast<double>(count) / static_cast<double>(words_); };
    return {words_, share(tags_), share(heads_), share(relations_), share(main_relations_)};
  }

 private:
  const SyntaxModel& model_;
  std::size_t words_ = 0;
  std::size_t tags_ = 0;
  std::size_t heads_ = 0;
  std::size_t relations_ = 0;
  std::size_t main_relations_ = 0;
};

}  // namespace

SyntaxFigures evaluate_syntax(const SyntaxModel& model, const Treebank& treebank) {
  Counts counts(model);
  SyntaxScratch scratch;
  std::vector<std::string_view> words;
  std::vector<ParsedWord> parsed;
  for (const TreebankSentence& sentence : treebank.sentences) {
    words.clear();
    for (const TreebankWord& word : sentence.words) words.push_back(word.form);
    model.analyse(words, scratch, parsed);
    for (std::size_t i = 0; i < parsed.size(); ++i) counts.add(sentence.words[i], parsed[i]);
  }
  return counts.figures();
}

}  // namespace quoth
