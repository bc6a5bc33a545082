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

}  // namespace quoth
