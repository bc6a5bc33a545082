#include "figures.h"

#include <fmt/format.h>

#include <algorithm>

namespace quoth {

std::string figures_table(const HeadFigures& figures, const std::vector<double>& thresholds) {
  std::size_t width = 16;
  for (const LabelFigures& label : figures.labels) width = std::max(width, label.label.size());
  const bool with_thresholds = thresholds.size() == figures.labels.size() && !thresholds.empty();

  std::string table = fmt::format("{} ({} label, {} statements)\n", figures.head,
                                  figures.multi_label ? "multi" : "single", figures.statements);
  table += fmt::format("  {:<{}}  {:>10}  {:>9}  {:>6}  {:>6}{}\n", "label", width, "statements", "precision", "recall",
                       "F1", with_thresholds ? "  threshold" : "");
  for (std::size_t k = 0; k < figures.labels.size(); ++k) {
    const LabelFigures& label = figures.labels[k];
    table += fmt::format("  {:<{}}  {:>10}  {:>9.3f}  {:>6.3f}  {:>6.3f}", label.label, width, label.statements,
                         label.precision, label.recall, label.f1);
    if (with_thresholds) table += fmt::format("  {:>9.2f}", thresholds[k]);
    table += '\n';
  }
  const auto add = [&](const char* name, double value) {
    table += fmt::format("  {:<{}}  {:>37.3f}\n", name, width, value);
  };
  add("macro-F1", figures.macro_f1);
  if (figures.multi_label) {
    add("micro-F1", figures.micro_f1);
  } else {
    if (figures.f_avg) add("F_avg", *figures.f_avg);
    add("accuracy", figures.accuracy);
    add("ECE (15 bins)", figures.calibration_error);
  }
  return table;
}

std::string syntax_table(const std::vector<NamedSyntaxFigures>& treebanks) {
  std::size_t width = 8;
  for (const NamedSyntaxFigures& each : treebanks) width = std::max(width, each.name.size());
  std::string table = fmt::format("{:<{}}  {:>8}  {:>6}  {:>6}  {:>6}  {:>20}\n", "treebank", width, "words", "tags",
                                  "UAS", "LAS", "LAS without subtypes");
  for (const NamedSyntaxFigures& each : treebanks) {
    const SyntaxFigures& figures = each.figures;
    table +=
        fmt::format("{:<{}}  {:>8}  {:>6.2f}  {:>6.2f}  {:>6.2f}  {:>20.2f}\n", each.name, width, figures.words,
                    100 * figures.tags, 100 * figures.heads, 100 * figures.relations, 100 * figures.main_relations);
  }
  return table;
}

}  // namespace quoth
