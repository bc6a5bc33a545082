#include <algorithm>
#include <optional>
#include <string_view>

#include "quoth/annotate/augment_treebank_internal.h"
#include "quoth/annotate/syntax_words_internal.h"
#include "quoth/text/words.h"

namespace quoth {
namespace {

constexpr std::uint32_t kWithoutStop = 10;  // one sentence of so many

// A sentence's text as its words and spaces make it, and where each word lies in it.
struct SpelledSentence {
  std::string text;
  std::vector<Span> words;  // bytes
};

SpelledSentence spell(const TreebankSentence& sentence) {
  SpelledSentence spelled;
  const auto place = [&] { return static_cast<std::uint32_t>(spelled.text.size()); };
  std::size_t surface = 0;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const TreebankWord& word = sentence.words[i];
    const std::uint32_t begin = place();
    spelled.text += word.form;
    spelled.words.push_back({begin, place()});
    // Within words written together there is no space, after them only the whole knows.
    while (surface < sentence.surfaces.size() && sentence.surfaces[surface].words.end <= i) ++surface;
    bool space = word.space_after;
    if (surface < sentence.surfaces.size() &&
        sentence.surfaces[surface].words.contains(static_cast<std::uint32_t>(i))) {
      const TreebankSurface& whole = sentence.surfaces[surface];
      space = i + 1 == whole.words.end && whole.space_after;
    }
    if (space) spelled.text += ' ';
  }
  return spelled;
}

std::vector<SyntaxWord> cut(const std::string& text, WordSegmenter& segmenter) {
  std::vector<Token> tokens;
  segmenter.append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::vector<SyntaxWord> pieces;
  for (const Token& token : tokens) append_words(text, token, 0, pieces);
  return pieces;
}

bool is_word_like(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  return first >= 0x80 || (first >= '0' && first <= '9') || ((first | 0x20) >= 'a' && (first | 0x20) <= 'z');
}

std::string tag_of_mark(std::string_view mark) {
  if (mark == "." || mark == "!" || mark == "?") return ".";
  if (mark == "," || mark == "/") return ",";
  if (mark == ":" || mark == ";") return ":";
  if (mark == "-") return "HYPH";
  return "SYM";
}

// Which words of the treebank a piece has bytes of, and which pieces a word.
class Alignment {
 public:
  Alignment(const std::vector<Span>& words, const std::vector<SyntaxWord>& pieces) : of_pieces_(pieces.size()) {
    of_words_.resize(words.size());
    std::size_t word = 0;
    for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
      const Span span = pieces[piece].span;
      while (word < words.size() && words[word].end <= span.begin) ++word;
      for (std::size_t w = word; w < words.size() && words[w].begin < span.end; ++w) {
        extend(of_pieces_[piece], w);
        extend(of_words_[w], piece);
      }
    }
  }

  Range words_of(std::size_t piece) const { return of_pieces_[piece]; }
  Range pieces_of(std::size_t word) const { return of_words_[word]; }

  bool is_one_to_one() const {
    const auto one = [](Range range) { return range.size() == 1; };
    return std::all_of(of_pieces_.begin(), of_pieces_.end(), one) &&
           std::all_of(of_words_.begin(), of_words_.end(), one);
  }

  // Whether each piece is one word's part or whole, or some whole words.
  bool is_clean() const {
    for (const Range words : of_pieces_) {
      if (words.empty()) return false;
      for (std::uint32_t w = words.begin; words.size() > 1 && w < words.end; ++w) {
        if (of_words_[w].size() != 1) return false;
      }
    }
    return std::none_of(of_words_.begin(), of_words_.end(), [](Range pieces) { return pieces.empty(); });
  }

 private:
  static void extend(Range& range, std::size_t to) {
    const auto index = static_cast<std::uint32_t>(to);
    if (range.empty()) range.begin = index;
    range.end = index + 1;
  }

  std::vector<Range> of_pieces_;
  std::vector<Range> of_words_;
};

// Of some words that become one, that whose head is another: its place in the tree is theirs.
std::uint32_t top_of(const TreebankSentence& sentence, Range words) {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const std::uint32_t head = sentence.words[w].head;
    if (head == 0 || !words.contains(head - 1)) return w;
  }
  return words.begin;
}

// Of the pieces of a word, that which takes its place in the tree: the first that is no mark.
std::uint32_t main_piece(const SpelledSentence& spelled, const std::vector<SyntaxWord>& pieces, Range range) {
  for (std::uint32_t p = range.begin; p < range.end; ++p) {
    if (is_word_like(std::string_view(spelled.text).substr(pieces[p].span.begin, pieces[p].span.size()))) return p;
  }
  return range.begin;
}

// `sentence` cut as quoth cuts it; nothing where that is as it was cut already, or the cuts cross.
std::optional<TreebankSentence> recut(const TreebankSentence& sentence, WordSegmenter& segmenter) {
  const SpelledSentence spelled = spell(sentence);
  const std::vector<SyntaxWord> pieces = cut(spelled.text, segmenter);
  const Alignment alignment(spelled.words, pieces);
  if (alignment.is_one_to_one() || !alignment.is_clean()) return std::nullopt;
  TreebankSentence made;
  for (std::uint32_t p = 0; p < pieces.size(); ++p) {
    const std::uint32_t top = top_of(sentence, alignment.words_of(p));
    const Range siblings = alignment.pieces_of(top);
    const std::uint32_t main = main_piece(spelled, pieces, siblings);
    TreebankWord word = sentence.words[top];
    word.form = spelled.text.substr(pieces[p].span.begin, pieces[p].span.size());
    if (word.head != 0) {
      const Range heads = alignment.pieces_of(word.head - 1);
      word.head = main_piece(spelled, pieces, heads) + 1;
    }
    // The marks of "..." all hang where it hung; other parts hang on the main one.
    if (p != main && word.relation != "punct") {
      word.head = main + 1;
      word.relation = is_word_like(word.form) ? "goeswith" : "punct";
      if (!is_word_like(word.form)) word.xpos = tag_of_mark(word.form);
    }
    made.words.push_back(std::move(word));
  }
  return made;
}

// With every double mark in the other shape; nothing where there is none.
std::optional<TreebankSentence> requote(const TreebankSentence& sentence) {
  TreebankSentence made = sentence;
  bool changed = false;
  for (TreebankWord& word : made.words) {
    std::string form = word.form;
    if (word.form == "\"" && word.xpos == "``") form = "“";
    if (word.form == "\"" && word.xpos == "''") form = "”";
    if (word.form == "“" || word.form == "”") form = "\"";
    changed = changed || form != word.form;
    word.form = form;
  }
  if (!changed) return std::nullopt;
  return made;
}

std::optional<TreebankSentence> without_stop(const TreebankSentence& sentence) {
  const std::size_t size = sentence.words.size();
  if (size < 3 || sentence.words.back().xpos != "." || sentence.words.back().head == 0) return std::nullopt;
  for (const TreebankWord& word : sentence.words) {
    if (word.head == size) return std::nullopt;
  }
  TreebankSentence made = sentence;
  made.words.pop_back();
  return made;
}

}  // namespace

AugmentedTreebank augment_treebank(const Treebank& treebank) {
  AugmentedTreebank augmented;
  WordSegmenter segmenter;
  std::uint32_t source = 0;
  const auto add = [&](TreebankSentence sentence) {
    augmented.sentences.push_back(std::move(sentence));
    augmented.sources.push_back(source);
  };
  for (const TreebankSentence& sentence : treebank.sentences) {
    add(sentence);
    if (std::optional<TreebankSentence> made = recut(sentence, segmenter)) add(std::move(*made));
    if (std::optional<TreebankSentence> made = requote(sentence)) add(std::move(*made));
    if (source % kWithoutStop == 0) {
      if (std::optional<TreebankSentence> made = without_stop(sentence)) add(std::move(*made));
    }
    ++source;
  }
  return augmented;
}

}  // namespace quoth
