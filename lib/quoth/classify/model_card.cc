#include "quoth/classify/model_card.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "quoth/base/card_figure_internal.h"
#include "quoth/base/version.h"

namespace quoth {
namespace {

// Insertion order is what a reader of the card sees.
using Json = nlohmann::ordered_json;

Json card_of_files(const LabelledCorpus& corpus) {
  Json files = Json::array();
  for (const CorpusFile& file : corpus.files) {
    files.push_back({{"name", std::filesystem::path(file.path).filename().string()},
                     {"statements", file.statements},
                     {"xxh128", file.xxh128}});
  }
  return files;
}

Json card_of_options(const TrainOptions& options) {
  const FeatureOptions& features = options.features;
  return {{"word_ngrams", features.word_ngrams},
          {"shortest_chars", features.shortest_chars},
          {"longest_chars", features.longest_chars},
          {"bucket_bits", features.bucket_bits},
          {"least_texts", options.least_texts},
          {"c", options.c},
          {"folds", options.folds},
          {"seed", options.seed},
          {"tolerance", options.tolerance}};
}

Json card_of_head(const HeadReport& report) {
  const HeadFigures& figures = report.figures;
  Json labels = Json::object();
  for (std::size_t k = 0; k < figures.labels.size(); ++k) {
    const LabelFigures& label = figures.labels[k];
    Json& entry = labels[label.label];
    entry = {{"statements", label.statements},
             {"precision", rounded(label.precision)},
             {"recall", rounded(label.recall)},
             {"f1", rounded(label.f1)}};
    if (figures.multi_label) entry["threshold"] = rounded(report.thresholds[k]);
  }
  Json measured = {{"macro_f1", rounded(figures.macro_f1)}};
  if (figures.multi_label) measured["micro_f1"] = rounded(figures.micro_f1);
  if (!figures.multi_label) measured["accuracy"] = rounded(figures.accuracy);
  if (!figures.multi_label) measured["calibration_error"] = rounded(figures.calibration_error);
  if (figures.f_avg) measured["f_avg"] = rounded(*figures.f_avg);
  measured["log_loss"] = rounded(report.log_loss);
  return {{"multi_label", figures.multi_label},
          {"statements", figures.statements},
          {"c", report.c},
          {"temperature", rounded(report.temperature)},
          {"converged", report.converged},
          {"cross_validation", std::move(measured)},
          {"labels", std::move(labels)}};
}

}  // namespace

std::string statement_model_card(const LabelledCorpus& corpus, const TrainOptions& options,
                                 const TrainedStatements& trained) {
  Json heads = Json::object();
  for (const HeadReport& report : trained.heads) heads[report.figures.head] = card_of_head(report);
  const Json card = {{"name", options.name},
                     {"kind", "statements"},
                     {"language", options.language},
                     {"licence", options.licence},
                     {"program", "quoth " + std::string(version())},
                     {"method", "L2-regularised logistic regression on hashed word and character n-grams, tf-idf"},
                     {"trained_on", card_of_files(corpus)},
                     {"train_again", options.command},
                     {"options", card_of_options(options)},
                     {"features_in_use", trained.features},
                     {"heads", std::move(heads)}};
  // A path that is no UTF-8 must not cost a training.
  return card.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace quoth
