#include "coreference_text.h"

#include <algorithm>
#include <map>

namespace quoth {
namespace {

// Opens and closes the mentions that an "Entity=" value begins and ends at a word: "(7-abstract-new(3-person-giv)".
class MentionReader {
 public:
  explicit MentionReader(GoldText& gold) : gold_(gold) {}

  void read(const std::string& misc, Span word) {
    const std::size_t at = misc.find("Entity=");
    if (at == std::string::npos) return;
    const std::string value = misc.substr(at + 7, misc.find('|', at) - at - 7);
    for (std::size_t i = 0; i < value.size();) {
      const bool opens = value[i] == '(';
      const std::size_t begin = opens ? i + 1 : i;
      const std::size_t end = std::min(value.find_first_of("()", begin), value.size());
      const std::string body = value.substr(begin, end - begin);
      const std::string entity = body.substr(0, body.find('-'));
      if (opens) open_[entity].push_back(word.begin);
      const bool closes = end < value.size() && value[end] == ')';
      if (closes && !open_[entity].empty()) {
        gold_.mentions.push_back({{open_[entity].back(), word.end}, entity});
        open_[entity].pop_back();
      }
      i = closes ? end + 1 : end;
    }
  }

 private:
  GoldText& gold_;
  std::map<std::string, std::vector<std::uint32_t>> open_;
};

}  // namespace

GoldText text_of(const Treebank& treebank, const TreebankDocument& document) {
  GoldText gold;
  MentionReader mentions(gold);
  for (std::uint32_t s = document.sentences.begin; s < document.sentences.end; ++s) {
    const TreebankSentence& sentence = treebank.sentences[s];
    if (!gold.text.empty()) gold.text += sentence.opens_paragraph ? "\n\n" : " ";
    std::size_t surface = 0;
    gold.words.emplace_back();
    for (std::uint32_t w = 0; w < sentence.words.size(); ++w) {
      const TreebankWord& word = sentence.words[w];
      bool space = word.space_after;
      if (surface < sentence.surfaces.size() && sentence.surfaces[surface].words.contains(w)) {
        const bool last = w + 1 == sentence.surfaces[surface].words.end;
        space = last && sentence.surfaces[surface].space_after;
        if (last) ++surface;
      }
      const auto begin = static_cast<std::uint32_t>(gold.text.size());
      gold.text += word.form;
      gold.words.back().push_back({begin, static_cast<std::uint32_t>(gold.text.size())});
      mentions.read(word.misc, gold.words.back().back());
      if (space && w + 1 < sentence.words.size()) gold.text += ' ';
    }
  }
  return gold;
}

const GoldMention* mention_around(const GoldText& text, Span span) {
  const GoldMention* smallest = nullptr;
  for (const GoldMention& mention : text.mentions) {
    if (mention.span.contains(span) && (smallest == nullptr || mention.span.size() < smallest->span.size()))
      smallest = &mention;
  }
  return smallest;
}

}  // namespace quoth
