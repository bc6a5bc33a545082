#include "attribution_figures.h"

#include <fmt/format.h>

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace quoth {
namespace {

using Measure = std::variant<AgreementCounts, ShareCounts, std::size_t>;
using NamedMeasure = std::pair<std::string, Measure>;

std::vector<NamedMeasure> measures(const AttributionFigures& figures) {
  std::vector<NamedMeasure> all;
  const auto add_role = [&](const std::string& name, const RoleFigures& role) {
    all.emplace_back(name + " exact", role.exact);
    all.emplace_back(name + " overlap", role.overlap);
    all.emplace_back(name + " spans", role.spans);
  };
  add_role("cue", figures.cue);
  add_role("source", figures.source);
  add_role("content", figures.content);
  all.emplace_back("attribution", figures.attribution);
  all.emplace_back("direct", figures.direct);
  all.emplace_back("direct speaker accuracy", figures.direct_speaker);
  all.emplace_back("mixed recall", figures.mixed);
  all.emplace_back("indirect recall", figures.indirect);
  if (figures.has_names) {
    all.emplace_back("speaker", figures.speaker);
    all.emplace_back("addressee", figures.addressee);
  }
  if (figures.kind.of > 0) all.emplace_back("kind accuracy", figures.kind);
  all.emplace_back("documents", figures.documents);
  all.emplace_back("gold quotes", figures.attribution.gold);
  all.emplace_back("predicted quotes", figures.attribution.predicted);
  return all;
}

// The shortest digits that read back as the same number, and a point in any case: 0.5, 1.0, 1e-05.
std::string json_number(double value) {
  std::string digits = fmt::format("{}", value);
  if (digits.find_first_of(".e") == std::string::npos) digits += ".0";
  return digits;
}

struct TextOf {
  std::string operator()(const AgreementCounts& counts) const {
    return fmt::format("P {:.4f}  R {:.4f}  F1 {:.4f}", counts.precision(), counts.recall(), counts.f1());
  }
  std::string operator()(const ShareCounts& counts) const { return fmt::format("{:.4f}", counts.share()); }
  std::string operator()(std::size_t count) const { return std::to_string(count); }
};

struct JsonOf {
  std::string operator()(const AgreementCounts& counts) const {
    return fmt::format("[\n  {},\n  {},\n  {}\n ]", json_number(counts.precision()), json_number(counts.recall()),
                       json_number(counts.f1()));
  }
  std::string operator()(const ShareCounts& counts) const { return json_number(counts.share()); }
  std::string operator()(std::size_t count) const { return std::to_string(count); }
};

std::string reliability_json(const AttributionFigures& figures) {
  std::string bins;
  for (const ReliabilityBin& bin : reliability(figures.predictions)) {
    bins += fmt::format("{}\n  {{\"from\": {}, \"to\": {}, \"predictions\": {}, \"confidence\": {}, \"right\": {}}}",
                        bins.empty() ? "" : ",", json_number(bin.from), json_number(bin.to), bin.predictions,
                        json_number(bin.confidence), json_number(bin.right));
  }
  return fmt::format(" \"reliability\": [{}{}],\n \"ECE\": {}", bins, bins.empty() ? "" : "\n ",
                     json_number(calibration_error(figures.predictions)));
}

}  // namespace

std::string attribution_figures_text(const AttributionFigures& figures) {
  std::string text;
  for (const auto& [name, measure] : measures(figures)) {
    text += fmt::format("{:24} {}\n", name, std::visit(TextOf{}, measure));
  }
  return text;
}

std::string attribution_figures_json(const AttributionFigures& figures, bool with_reliability) {
  std::string members;
  for (const auto& [name, measure] : measures(figures)) {
    members += fmt::format("{}\n \"{}\": {}", members.empty() ? "" : ",", name, std::visit(JsonOf{}, measure));
  }
  if (with_reliability) members += ",\n" + reliability_json(figures);
  return "{" + members + "\n}\n";
}

std::string reliability_text(const AttributionFigures& figures) {
  std::string text =
      fmt::format("{:<12}  {:>11}  {:>15}  {:>5}\n", "confidence", "predictions", "mean confidence", "right");
  for (const ReliabilityBin& bin : reliability(figures.predictions)) {
    text += fmt::format("{:.2f} to {:.2f}  {:>11}  {:>15.3f}  {:>5.3f}\n", bin.from, bin.to, bin.predictions,
                        bin.confidence, bin.right);
  }
  return text + fmt::format("{:<24} {:.4f}\n", "ECE (15 bins)", calibration_error(figures.predictions));
}

}  // namespace quoth
