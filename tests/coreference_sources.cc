#include "coreference_sources.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "quoth/annotate/words.h"
#include "quoth/attribute/cue_lexicon.h"

namespace quoth {
namespace {

using namespace word_class;

std::string lower(std::string_view word) {
  std::string out;
  lower_word(word, out);
  return out;
}

// Does the word, in that form, say or think a clause?
bool attributes(const TreebankWord& word) {
  if (!word.xpos.starts_with("VB")) return false;
  const CueVerbs verbs = find_cue_verbs(word.form);
  return std::any_of(verbs.begin(), verbs.end(), [](const CueVerb& verb) {
    return verb.particle.empty() && (verb.frames & (cue_frame::kClause | cue_frame::kQuotation)) != 0;
  });
}

class SourceFinder {
 public:
  SourceFinder(const Treebank& treebank, const TreebankDocument& document, const GoldText& text)
      : treebank_(treebank), document_(document), text_(text) {}

  std::vector<GoldSource> find() {
    find_named();
    for (std::uint32_t s = document_.sentences.begin; s < document_.sentences.end; ++s) {
      sentence_ = &treebank_.sentences[s];
      spans_ = &text_.words[s - document_.sentences.begin];
      for (std::uint32_t word = 0; word < sentence_->words.size(); ++word) add_source(word);
    }
    std::stable_sort(sources_.begin(), sources_.end(), [](const GoldSource& a, const GoldSource& b) {
      return a.content.begin != b.content.begin ? a.content.begin < b.content.begin : a.content.end > b.content.end;
    });
    return std::move(sources_);
  }

 private:
  // Entities that a mention whose head is a proper noun stands for.
  void find_named() {
    for (const GoldMention& mention : text_.mentions) {
      for (std::uint32_t s = document_.sentences.begin; s < document_.sentences.end; ++s) {
        sentence_ = &treebank_.sentences[s];
        spans_ = &text_.words[s - document_.sentences.begin];
        if (!spans_->empty() && spans_->front().begin <= mention.span.begin && spans_->back().end >= mention.span.end &&
            names(mention))
          named_.insert(mention.entity);
      }
    }
  }

  bool names(const GoldMention& mention) const {
    for (std::uint32_t word = 0; word < spans_->size(); ++word) {
      if (!mention.span.contains((*spans_)[word])) continue;
      const std::uint32_t head = sentence_->words[word].head;
      if ((head == 0 || !mention.span.contains((*spans_)[head - 1])) && sentence_->words[word].xpos.starts_with("NNP"))
        return true;
    }
    return false;
  }

  const TreebankWord& word(std::uint32_t index) const { return sentence_->words[index]; }

  // From the first to the last word of the subtree of `top`, words for which leave_out holds and all below apart.
  template <typename LeaveOut>
  Span subtree(std::uint32_t top, LeaveOut leave_out) const {
    std::vector<std::uint8_t> below(sentence_->words.size(), 0);
    below[top] = 1;
    for (bool grown = true; grown;) {
      grown = false;
      for (std::uint32_t i = 0; i < below.size(); ++i) {
        const std::uint32_t head = word(i).head;
        if (below[i] != 0 || head == 0 || below[head - 1] == 0 || word(i).relation == "punct" || leave_out(i)) continue;
        below[i] = 1;
        grown = true;
      }
    }
    std::uint32_t first = top;
    std::uint32_t last = top;
    for (std::uint32_t i = 0; i < below.size(); ++i) {
      if (below[i] == 0) continue;
      first = std::min(first, i);
      last = std::max(last, i);
    }
    return {(*spans_)[first].begin, (*spans_)[last].end};
  }

  std::optional<std::uint32_t> said_by(std::uint32_t verb) const {
    for (std::uint32_t i = 0; i < sentence_->words.size(); ++i) {
      if (word(i).head == verb + 1 && (word(i).relation == "ccomp" || word(i).relation == "parataxis")) return i;
    }
    if (word(verb).relation != "parataxis" || word(verb).head == 0) return std::nullopt;
    return word(verb).head - 1;
  }

  std::optional<GoldSourceForm> form_of(std::uint32_t subject, Span phrase) const {
    const std::string form = lower(word(subject).form);
    const std::string& tag = word(subject).xpos;
    if (tag.starts_with("NNP")) return GoldSourceForm::name;
    if (form == "he" || form == "she") return GoldSourceForm::he_or_she;
    if (form == "it" || form == "they" || form == "who") return GoldSourceForm::other_third;
    if (form == "i" || form == "we" || form == "you") return GoldSourceForm::speaker;
    if (!tag.starts_with("NN")) return std::nullopt;
    const std::string words = text_.text.substr(phrase.begin, phrase.size());
    const std::string first = lower(words.substr(0, words.find(' ')));
    constexpr std::array<std::string_view, 5> kDefinite = {"the", "this", "that", "these", "those"};
    const bool definite = std::find(kDefinite.begin(), kDefinite.end(), first) != kDefinite.end() ||
                          (listed_word_classes(first) & kPossessive) != 0 || possessed(subject);
    return definite ? GoldSourceForm::title : GoldSourceForm::indefinite;
  }

  bool possessed(std::uint32_t noun) const {
    return std::any_of(sentence_->words.begin(), sentence_->words.end(), [&](const TreebankWord& other) {
      return other.head == noun + 1 && other.relation == "nmod:poss";
    });
  }

  void add_source(std::uint32_t subject) {
    if (word(subject).relation != "nsubj" || word(subject).head == 0) return;
    const std::uint32_t verb = word(subject).head - 1;
    const std::optional<std::uint32_t> said = said_by(verb);
    if (!attributes(word(verb)) || !said) return;
    const Span phrase = subtree(subject, [](std::uint32_t) { return false; });
    const std::optional<GoldSourceForm> form = form_of(subject, phrase);
    if (!form) return;
    GoldSource source{.form = *form, .source = phrase, .cue = (*spans_)[verb], .content = {}, .entity = {}};
    source.content = subtree(*said, [&](std::uint32_t i) { return i == verb; });
    if (const GoldMention* mention = mention_around(text_, (*spans_)[subject]); mention != nullptr)
      source.entity = mention->entity;
    source.named = named_.count(source.entity) != 0;
    sources_.push_back(std::move(source));
  }

  const Treebank& treebank_;
  const TreebankDocument& document_;
  const GoldText& text_;
  const TreebankSentence* sentence_ = nullptr;
  const std::vector<Span>* spans_ = nullptr;
  std::set<std::string> named_;
  std::vector<GoldSource> sources_;
};

}  // namespace

std::string_view to_string(GoldSourceForm form) {
  constexpr std::array<std::string_view, kGoldSourceForms> kNames = {"he, she", "it, they, who", "I, we, you",
                                                                     "titles",  "indefinite",    "names"};
  return kNames[static_cast<std::size_t>(form)];
}

std::vector<GoldSource> gold_sources(const Treebank& treebank, const TreebankDocument& document, const GoldText& text) {
  return SourceFinder(treebank, document, text).find();
}

}  // namespace quoth
