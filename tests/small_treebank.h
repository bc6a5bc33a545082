// A few sentences with tags and trees, made for the tests.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "quoth/annotate/treebank.h"

namespace quoth {

// Words as form|tag|head|relation.
inline constexpr std::array<std::string_view, 8> kSmallTreebank = {
    "The|DT|2|det minister|NN|3|nsubj said|VBD|0|root talks|NNS|5|nsubj failed|VBD|3|ccomp .|.|3|punct",
    "Talks|NNS|2|nsubj failed|VBD|0|root on|IN|4|case Monday|NNP|2|obl ,|,|6|punct said|VBD|2|parataxis the|DT|8|det "
    "minister|NN|6|nsubj .|.|2|punct",
    "``|``|4|punct They|PRP|4|nsubj did|VBD|4|aux fail|VB|7|ccomp ,|,|4|punct ''|''|4|punct said|VBD|0|root "
    "Ana|NNP|7|nsubj .|.|7|punct",
    "The|DT|2|det talks|NNS|5|nsubj on|IN|4|case fish|NN|2|nmod failed|VBD|0|root",
    "Ana|NNP|2|nsubj told|VBD|0|root the|DT|4|det minister|NN|2|obj that|IN|7|mark they|PRP|7|nsubj failed|VBD|2|ccomp "
    ".|.|2|punct",
    "They|PRP|2|nsubj said|VBD|0|root on|IN|4|case Monday|NNP|2|obl that|IN|7|mark fish|NN|7|nsubj failed|VBD|2|ccomp",
    "Did|VBD|3|aux talks|NNS|3|nsubj fail|VB|0|root ?|.|3|punct",
    "On|IN|2|case Monday|NNP|4|obl Ana|NNP|4|nsubj said|VBD|0|root it|PRP|4|obj .|.|4|punct",
};

inline TreebankSentence sentence_of(std::string_view words) {
  TreebankSentence sentence;
  while (!words.empty()) {
    std::array<std::string, 4> parts;
    std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    for (std::string& part : parts) {
      part = word.substr(0, word.find('|'));
      word.remove_prefix(std::min(part.size() + 1, word.size()));
    }
    TreebankWord& made = sentence.words.emplace_back();
    made.form = parts[0];
    made.xpos = parts[1];
    made.head = static_cast<std::uint32_t>(std::stoul(parts[2]));
    made.relation = parts[3];
  }
  return sentence;
}

}  // namespace quoth
