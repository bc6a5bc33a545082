#include "quoth/attribute/evaluate_attributions.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "quoth/attribute/judged_attribution_internal.h"
#include "quoth/base/error.h"
#include "quoth/learn/metrics.h"

namespace quoth {
namespace {

constexpr double kEnoughShared = 0.5;

using Role = JudgedRole JudgedAttribution::*;
using Tokens = std::vector<std::uint32_t>;

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::size_t count_shared(const Tokens& a, const Tokens& b) {
  Tokens both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

// Neither is empty.
double jaccard(const Tokens& a, const Tokens& b) {
  const std::size_t both = count_shared(a, b);
  return ratio(both, a.size() + b.size() - both);
}

Tokens all_tokens(const std::vector<JudgedAttribution>& attributions, Role role) {
  std::set<std::uint32_t> tokens;
  for (const JudgedAttribution& one : attributions) tokens.insert((one.*role).tokens.begin(), (one.*role).tokens.end());
  return {tokens.begin(), tokens.end()};
}

AgreementCounts exact_agreement(const std::vector<JudgedAttribution>& gold,
                                const std::vector<JudgedAttribution>& predicted, Role role) {
  AgreementCounts counts;
  std::vector<std::vector<Span>> left;
  for (const JudgedAttribution& one : gold) {
    if (!(one.*role).pieces.empty()) left.push_back((one.*role).pieces);
  }
  counts.gold = left.size();
  for (const JudgedAttribution& one : predicted) {
    if ((one.*role).pieces.empty()) continue;
    ++counts.predicted;
    const auto same = std::find(left.begin(), left.end(), (one.*role).pieces);
    if (same == left.end()) continue;
    ++counts.right;
    left.erase(same);
  }
  return counts;
}

AgreementCounts overlap_agreement(const std::vector<JudgedAttribution>& gold,
                                  const std::vector<JudgedAttribution>& predicted, Role role) {
  const Tokens in_gold = all_tokens(gold, role);
  const Tokens in_predicted = all_tokens(predicted, role);
  return {count_shared(in_gold, in_predicted), in_predicted.size(), in_gold.size()};
}

AgreementCounts span_agreement(const GoldArticle& gold, const GoldArticle& predicted,
                               std::vector<Span> Attribution::*role) {
  const auto spans = [&](const GoldArticle& article) {
    std::set<Span> all;
    for (const Attribution& one : article.attributions) all.insert((one.*role).begin(), (one.*role).end());
    return all;
  };
  const std::set<Span> in_gold = spans(gold);
  const std::set<Span> in_predicted = spans(predicted);
  const auto right =
      std::count_if(in_gold.begin(), in_gold.end(), [&](Span span) { return in_predicted.contains(span); });
  return {static_cast<std::size_t>(right), in_predicted.size(), in_gold.size()};
}

struct Pair {
  double shared = 0;
  std::size_t gold = 0;
  std::size_t predicted = 0;
};

// One to one, those that share most first.
std::vector<Pair> matched_pairs(const std::vector<JudgedAttribution>& gold,
                                const std::vector<JudgedAttribution>& predicted) {
  std::vector<Pair> pairs;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t p = 0; p < predicted.size(); ++p) {
      const double shared = jaccard(gold[g].content.tokens, predicted[p].content.tokens);
      if (shared >= kEnoughShared) pairs.push_back({shared, g, p});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.shared > b.shared; });
  std::vector<bool> gold_taken(gold.size());
  std::vector<bool> predicted_taken(predicted.size());
  std::erase_if(pairs, [&](const Pair& pair) {
    if (gold_taken[pair.gold] || predicted_taken[pair.predicted]) return true;
    gold_taken[pair.gold] = predicted_taken[pair.predicted] = true;
    return false;
  });
  return pairs;
}

bool same_source(const JudgedAttribution& a, const JudgedAttribution& b) {
  const bool none = a.source.tokens.empty() && b.source.tokens.empty();
  return none || count_shared(a.source.tokens, b.source.tokens) > 0;
}

bool same_name(const std::string& gold, const std::string& predicted) {
  return !gold.empty() && gold == predicted;
}

// Where found attributions of the form count as right.
std::size_t& right_of_form(AttributionKind form, AttributionFigures& figures) {
  switch (form) {
    case AttributionKind::direct:
      return figures.direct_speaker.right;
    case AttributionKind::mixed:
      return figures.mixed.right;
    case AttributionKind::indirect:
      break;
  }
  return figures.indirect.right;
}

void count_matches(const std::vector<JudgedAttribution>& gold, const std::vector<JudgedAttribution>& predicted,
                   AttributionFigures& figures) {
  for (const JudgedAttribution& one : predicted) figures.predictions.push_back({one.confidence, false});
  for (const Pair& pair : matched_pairs(gold, predicted)) {
    const JudgedAttribution& wanted = gold[pair.gold];
    const JudgedAttribution& found = predicted[pair.predicted];
    figures.speaker.right += same_name(wanted.speaker, found.speaker) ? 1 : 0;
    figures.addressee.right += same_name(wanted.addressee, found.addressee) ? 1 : 0;
    if (!wanted.kind.empty()) {
      ++figures.kind.of;
      figures.kind.right += wanted.kind == found.kind ? 1 : 0;
    }
    if (!same_source(wanted, found)) continue;
    ++figures.attribution.right;
    ++right_of_form(wanted.form, figures);
    figures.predictions[pair.predicted].right = true;
  }
}

void count_all(const std::vector<JudgedAttribution>& gold, const std::vector<JudgedAttribution>& predicted,
               AttributionFigures& figures) {
  figures.attribution.gold = gold.size();
  figures.attribution.predicted = predicted.size();
  for (const JudgedAttribution& one : gold) {
    figures.speaker.gold += one.speaker.empty() ? 0 : 1;
    figures.addressee.gold += one.addressee.empty() ? 0 : 1;
    figures.direct_speaker.of += one.form == AttributionKind::direct ? 1 : 0;
    figures.mixed.of += one.form == AttributionKind::mixed ? 1 : 0;
    figures.indirect.of += one.form == AttributionKind::indirect ? 1 : 0;
  }
  for (const JudgedAttribution& one : predicted) {
    figures.speaker.predicted += one.speaker.empty() ? 0 : 1;
    figures.addressee.predicted += one.addressee.empty() ? 0 : 1;
    figures.direct.predicted += one.form == AttributionKind::direct ? 1 : 0;
  }
  figures.direct.right = figures.direct_speaker.right;
  figures.direct.gold = figures.direct_speaker.of;
}

}  // namespace

double AgreementCounts::precision() const {
  return ratio(right, predicted);
}
double AgreementCounts::recall() const {
  return ratio(right, gold);
}
double AgreementCounts::f1() const {
  // Not 2 * right / (predicted + gold): that differs in the last digit from what others print.
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}
void AgreementCounts::add(const AgreementCounts& other) {
  right += other.right;
  predicted += other.predicted;
  gold += other.gold;
}

double ShareCounts::share() const {
  return ratio(right, of);
}
void ShareCounts::add(const ShareCounts& other) {
  right += other.right;
  of += other.of;
}

void RoleFigures::add(const RoleFigures& other) {
  exact.add(other.exact);
  overlap.add(other.overlap);
  spans.add(other.spans);
}

void AttributionFigures::add(const AttributionFigures& other) {
  cue.add(other.cue);
  source.add(other.source);
  content.add(other.content);
  attribution.add(other.attribution);
  direct.add(other.direct);
  direct_speaker.add(other.direct_speaker);
  mixed.add(other.mixed);
  indirect.add(other.indirect);
  has_names = has_names || other.has_names;
  speaker.add(other.speaker);
  addressee.add(other.addressee);
  kind.add(other.kind);
  documents += other.documents;
  predictions.insert(predictions.end(), other.predictions.begin(), other.predictions.end());
}

AttributionFigures evaluate_article(const GoldArticle& gold, const GoldArticle& predicted) {
  if (gold.text != predicted.text) {
    throw Error(predicted.where, "\"" + gold.id + "\" has another text than " + gold.where, "the same text");
  }
  const std::vector<Span> tokens = evaluation_tokens(gold.text);
  const std::vector<JudgedAttribution> wanted = judged_attributions(gold, tokens);
  const std::vector<JudgedAttribution> found = judged_attributions(predicted, tokens);
  AttributionFigures figures;
  figures.documents = 1;
  for (const auto& [counts, role, raw] : {std::tuple{&figures.cue, &JudgedAttribution::cue, &Attribution::cue},
                                          {&figures.source, &JudgedAttribution::source, &Attribution::source},
                                          {&figures.content, &JudgedAttribution::content, &Attribution::content}}) {
    counts->exact = exact_agreement(wanted, found, role);
    counts->overlap = overlap_agreement(wanted, found, role);
    counts->spans = span_agreement(gold, predicted, raw);
  }
  figures.has_names = std::any_of(gold.attributions.begin(), gold.attributions.end(), [](const Attribution& one) {
    return !one.speaker.empty() || !one.addressee.empty();
  });
  count_matches(wanted, found, figures);
  count_all(wanted, found, figures);
  return figures;
}

AttributionFigures evaluate_attributions(const std::vector<GoldArticle>& gold,
                                         const std::vector<GoldArticle>& predicted) {
  std::unordered_map<std::string, const GoldArticle*> by_id;
  for (const GoldArticle& article : predicted) by_id.emplace(article.id, &article);
  AttributionFigures figures;
  for (const GoldArticle& article : gold) {
    const auto found = by_id.find(article.id);
    figures.add(evaluate_article(article, found != by_id.end() ? *found->second : as_prediction(article, {})));
  }
  return figures;
}

GoldArticle as_prediction(const GoldArticle& gold, std::vector<Attribution> attributions) {
  GoldArticle predicted{gold.id, gold.date, gold.title, gold.outlet, gold.text, std::move(attributions),
                        {},      gold.where};
  predicted.notes.resize(predicted.attributions.size(), {true, true, true, false});
  return predicted;
}

std::vector<ReliabilityBin> reliability(const std::vector<JudgedPrediction>& predictions, std::size_t bins) {
  std::vector<ReliabilityBin> table(bins);
  const auto width = static_cast<double>(bins);
  for (std::size_t b = 0; b < bins; ++b) {
    table[b].from = static_cast<double>(b) / width;
    table[b].to = static_cast<double>(b + 1) / width;
  }
  for (const JudgedPrediction& prediction : predictions) {
    ReliabilityBin& bin = table[std::min(bins - 1, static_cast<std::size_t>(prediction.confidence * width))];
    ++bin.predictions;
    bin.confidence += prediction.confidence;
    bin.right += prediction.right ? 1 : 0;
  }
  std::erase_if(table, [](const ReliabilityBin& bin) { return bin.predictions == 0; });
  for (ReliabilityBin& bin : table) {
    bin.confidence /= static_cast<double>(bin.predictions);
    bin.right /= static_cast<double>(bin.predictions);
  }
  return table;
}

double calibration_error(const std::vector<JudgedPrediction>& predictions) {
  std::vector<double> confidences;
  std::vector<std::uint8_t> right;
  for (const JudgedPrediction& prediction : predictions) {
    confidences.push_back(prediction.confidence);
    right.push_back(prediction.right ? 1 : 0);
  }
  return expected_calibration_error(confidences, right);
}

}  // namespace quoth
