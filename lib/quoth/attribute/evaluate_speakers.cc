#include "quoth/attribute/evaluate_speakers.h"

#include <algorithm>
#include <numeric>

#include "quoth/annotate/mentions.h"
#include "quoth/annotate/words.h"
#include "quoth/attribute/attributor.h"
#include "quoth/attribute/speakers_internal.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

using namespace word_class;

Span extent_of(const Attribution& attribution) {
  return {attribution.content.front().begin, attribution.content.back().end};
}

std::uint32_t paragraph_at(const Document& document, std::uint32_t offset) {
  const auto after = std::upper_bound(document.paragraphs.begin(), document.paragraphs.end(), offset,
                                      [](std::uint32_t at, const Paragraph& p) { return at < p.span.begin; });
  return after == document.paragraphs.begin() ? 0 : static_cast<std::uint32_t>(after - document.paragraphs.begin()) - 1;
}

// The statements of an article that can be judged, in the order that resolve_speakers() wants.
std::vector<std::size_t> judged(const GoldArticle& article) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < article.attributions.size(); ++i) {
    if (article.notes[i].has_speaker && !article.attributions[i].content.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Span left = extent_of(article.attributions[a]);
    const Span right = extent_of(article.attributions[b]);
    return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
  });
  return order;
}

// The gold's statements as if they had just been found: without names.
std::vector<Draft> drafts_of(const GoldArticle& article, const std::vector<std::size_t>& order,
                             const Document& document, bool transcript) {
  std::vector<Draft> drafts;
  std::int32_t turn = -1;
  Span reach;  // of the turn
  for (const std::size_t i : order) {
    Draft draft;
    draft.attribution = article.attributions[i];
    draft.attribution.speaker.clear();
    draft.attribution.speakers.clear();
    draft.attribution.addressee.clear();
    draft.attribution.metonymy = false;
    draft.paragraph = paragraph_at(document, draft.attribution.content.front().begin);
    const std::vector<Span>& cue = draft.attribution.cue;
    const auto index = static_cast<std::int32_t>(drafts.size());
    draft.is_turn = transcript && draft.attribution.unquoted && (cue.empty() || document.view(cue.front()) == ":") &&
                    !draft.attribution.source.empty() && !draft.attribution.nested;
    if (draft.is_turn) {
      turn = index;
      reach = extent_of(draft.attribution);
    }
    if (turn >= 0 && reach.contains(draft.attribution.content.front())) draft.turn = turn;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

std::string lower_name(std::string_view name) {
  std::string out;
  lower_word(name, out);
  return out;
}

std::string names_of(const Attribution& attribution) {
  std::vector<std::string> names = attribution.speakers;
  if (names.empty()) return attribution.speaker;
  std::sort(names.begin(), names.end());
  return std::accumulate(names.begin() + 1, names.end(), names.front(),
                         [](const std::string& joined, const std::string& name) { return joined + " & " + name; });
}

SourceForm form_of(const Draft& draft, const Document& document) {
  if (draft.is_turn) return SourceForm::turn;
  if (draft.attribution.source.empty()) return SourceForm::none;
  const std::string_view source = document.view(draft.attribution.source.front());
  const std::uint32_t classes = listed_word_classes(source);
  if ((classes & (kSubjectPronoun | kObjectPronoun | kRelative)) != 0) return SourceForm::pronoun;
  const std::string first = lower_name(source.substr(0, source.find(' ')));
  const bool described = (listed_word_classes(first) & (kDeterminer | kPossessive)) != 0 ||
                         (source.front() >= 'a' && source.front() <= 'z');
  return described ? SourceForm::description : SourceForm::name;
}

void count(const std::string& expected, const std::string& found, NameFigures& figures) {
  const bool same = lower_name(expected) == lower_name(found);
  figures.right += same && !found.empty() ? 1 : 0;
  figures.given += found.empty() ? 0 : 1;
  figures.gold += expected.empty() ? 0 : 1;
  figures.agreed += same ? 1 : 0;
  ++figures.all;
}

std::string words_of(const Document& document, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += (out.empty() ? "" : " + ") + std::string(document.view(span));
  return out;
}

std::string first_words(const Document& document, Span span) {
  std::uint32_t end = std::min(span.end, span.begin + 60);
  while (end > span.begin && (static_cast<unsigned char>(document.text[end - 1]) & 0xC0U) == 0x80U) --end;
  return std::string(document.view({span.begin, end}));
}

class SpeakerJudge {
 public:
  explicit SpeakerJudge(const Registry& registry) : registry_(registry) {}

  void judge(const GoldArticle& article) {
    const Document document = segmenter_.segment(article.text);
    const std::vector<Quote> quotes = find_quotes(document);
    const std::vector<std::uint32_t> word_classes = classify_words(document);
    const Reading reading(document, quotes, word_classes);
    const std::vector<std::size_t> order = judged(article);
    std::vector<Draft> drafts = drafts_of(article, order, document, looks_like_transcript(document));
    const Mentions mentions = find_mentions(document, word_classes, registry_);
    resolve_speakers(reading, mentions, registry_, article.date, drafts);
    ++figures_.articles;
    for (std::size_t i = 0; i < order.size(); ++i)
      compare(article, article.attributions[order[i]], drafts[i], document);
  }

  SpeakerFigures take() { return std::move(figures_); }

 private:
  void compare(const GoldArticle& article, const Attribution& gold, const Draft& draft, const Document& document) {
    const std::string speaker = names_of(gold);
    const std::string found = names_of(draft.attribution);
    count(speaker, found, figures_.speakers);
    count(speaker, found, figures_.by_form[static_cast<std::size_t>(form_of(draft, document))]);
    count(gold.addressee, draft.attribution.addressee, figures_.addressees);
    SpeakerMistake mistake{.article = article.id,
                           .source = words_of(document, gold.source) + " | " + words_of(document, gold.cue),
                           .content = first_words(document, gold.content.front()),
                           .expected = speaker,
                           .found = found};
    if (lower_name(speaker) != lower_name(found)) figures_.mistakes.push_back(mistake);
    if (lower_name(gold.addressee) == lower_name(draft.attribution.addressee)) return;
    mistake.addressee = true;
    mistake.expected = gold.addressee;
    mistake.found = draft.attribution.addressee;
    figures_.mistakes.push_back(std::move(mistake));
  }

  const Registry& registry_;
  Segmenter segmenter_;
  SpeakerFigures figures_;
};

}  // namespace

std::string_view to_string(SourceForm form) {
  constexpr std::array<std::string_view, kSourceForms> kNames = {"pronoun", "name", "description", "turn", "none"};
  return kNames[static_cast<std::size_t>(form)];
}

SpeakerFigures evaluate_speakers(const std::vector<GoldArticle>& articles, const Registry& registry) {
  SpeakerJudge judge(registry);
  for (const GoldArticle& article : articles) judge.judge(article);
  return judge.take();
}

}  // namespace quoth
