#include "quoth/classify/evaluate_statements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "quoth/base/error.h"
#include "quoth/learn/metrics.h"

namespace quoth {
namespace {

bool holds(std::span<const std::uint32_t> labels, std::uint32_t label) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

std::optional<double> mean_of_favor_and_against(const std::vector<LabelFigures>& labels) {
  double sum = 0;
  int found = 0;
  for (const LabelFigures& figures : labels) {
    if (figures.label != "favor" && figures.label != "against") continue;
    sum += figures.f1;
    ++found;
  }
  return found == 2 ? std::optional(sum / 2) : std::nullopt;
}

// Where each of `labels` stands in `all`, which is sorted and has them all.
std::vector<std::uint32_t> places(const std::vector<std::string>& labels, const std::vector<std::string>& all) {
  std::vector<std::uint32_t> result;
  result.reserve(labels.size());
  for (const std::string& label : labels) {
    result.push_back(static_cast<std::uint32_t>(std::lower_bound(all.begin(), all.end(), label) - all.begin()));
  }
  return result;
}

std::vector<std::uint32_t> translate(const std::vector<std::uint32_t>& labels,
                                     const std::vector<std::uint32_t>& places) {
  std::vector<std::uint32_t> result;
  result.reserve(labels.size());
  for (const std::uint32_t label : labels) result.push_back(places[label]);
  return result;
}

std::string names_of(const std::vector<Head>& heads) {
  std::vector<std::string> names;
  names.reserve(heads.size());
  for (const Head& head : heads) names.push_back("\"" + head.name + "\"");
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

HeadFigures judge_head(const std::string& head, bool multi_label, const std::vector<std::string>& labels,
                       std::span<const JudgedStatement> judged) {
  HeadFigures figures;
  figures.head = head;
  figures.multi_label = multi_label;
  figures.statements = judged.size();
  LabelCounts all;
  for (std::uint32_t label = 0; label < labels.size(); ++label) {
    LabelCounts counts;
    for (const JudgedStatement& one : judged) counts.add(holds(one.actual, label), holds(one.predicted, label));
    all.add(counts);
    if (!multi_label && counts.right + counts.missed == 0) continue;
    figures.labels.push_back(
        {labels[label], counts.right + counts.missed, counts.precision(), counts.recall(), counts.f1()});
    figures.macro_f1 += counts.f1();
  }
  if (!figures.labels.empty()) figures.macro_f1 /= static_cast<double>(figures.labels.size());
  if (multi_label) {
    figures.micro_f1 = all.f1();
    return figures;
  }
  std::vector<double> confidences;
  std::vector<std::uint8_t> right;
  for (const JudgedStatement& one : judged) {
    confidences.push_back(one.confidence);
    right.push_back(one.actual[0] == one.predicted[0] ? 1 : 0);
  }
  figures.accuracy = all.recall();
  figures.f_avg = mean_of_favor_and_against(figures.labels);
  figures.calibration_error = expected_calibration_error(confidences, right);
  return figures;
}

std::vector<HeadFigures> evaluate_statements(const StatementModel& model, const LabelledCorpus& gold) {
  ScoreScratch scratch;
  std::vector<std::vector<HeadScore>> scores(gold.statements.size());
  for (std::size_t i = 0; i < scores.size(); ++i) model.score(gold.statements[i].text, scratch, scores[i]);

  std::vector<HeadFigures> result;
  for (std::size_t h = 0; h < model.heads().size(); ++h) {
    const Head& head = model.heads()[h];
    const auto other = std::find_if(gold.heads.begin(), gold.heads.end(),
                                    [&](const Head& candidate) { return candidate.name == head.name; });
    if (other == gold.heads.end()) continue;
    if (other->multi_label != head.multi_label) {
      throw Error(gold.files.front().path,
                  fmt::format("\"labels.{}\" gives {}", head.name, other->multi_label ? "lists" : "single labels"),
                  head.multi_label ? "lists, as the model does" : "single labels, as the model does");
    }
    std::set<std::string> names(head.labels.begin(), head.labels.end());
    names.insert(other->labels.begin(), other->labels.end());
    const std::vector<std::string> labels(names.begin(), names.end());
    const auto places_of_gold = places(other->labels, labels);
    const auto places_of_model = places(head.labels, labels);
    const auto gold_head = static_cast<std::size_t>(other - gold.heads.begin());

    std::vector<std::vector<std::uint32_t>> numbers;  // what the spans of `judged` point into
    numbers.reserve(2 * gold.statements.size());
    std::vector<JudgedStatement> judged;
    for (std::size_t i = 0; i < gold.statements.size(); ++i) {
      const auto& actual = gold.statements[i].labels[gold_head];
      if (!actual) continue;
      const HeadScore& score = scores[i][h];
      numbers.push_back(translate(*actual, places_of_gold));
      numbers.push_back(translate(score.predicted, places_of_model));
      const float top = *std::max_element(score.probabilities.begin(), score.probabilities.end());
      judged.push_back({numbers[numbers.size() - 2], numbers.back(), top});
    }
    result.push_back(judge_head(head.name, head.multi_label, labels, judged));
  }
  if (result.empty()) {
    throw Error(gold.files.front().path, "has the heads " + names_of(gold.heads),
                "one of the model's: " + names_of(model.heads()));
  }
  return result;
}

}  // namespace quoth
