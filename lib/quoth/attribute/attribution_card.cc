#include <filesystem>
#include <nlohmann/json.hpp>

#include "quoth/attribute/attribution_card_internal.h"
#include "quoth/base/card_figure_internal.h"
#include "quoth/base/version.h"

namespace quoth {
namespace {

// Insertion order is what a reader of the card sees.
using Json = nlohmann::ordered_json;

Json card_of_files(const std::vector<GoldFile>& files) {
  Json list = Json::array();
  for (const GoldFile& file : files) {
    list.push_back({{"name", std::filesystem::path(file.path).filename().string()},
                    {"articles", file.articles},
                    {"attributions", file.attributions},
                    {"xxh128", file.xxh128}});
  }
  return list;
}

}  // namespace

std::string attribution_card(const AttributionTrainOptions& options, const TrainedAttribution& trained) {
  const Json card = {
      {"name", options.name},
      {"kind", "attribution"},
      {"language", options.language},
      {"licence", options.licence},
      {"program", "quoth " + std::string(version())},
      {"method",
       "conditional random fields over hashed features: cues of a sentence, then sources and contents of a cue; "
       "logistic regression on whether what they find is a statement"},
      {"trained_on", card_of_files(options.files)},
      {"train_again", options.command},
      {"options", {{"epochs", options.epochs}, {"folds", options.folds}, {"seed", options.seed}}},
      {"articles", trained.articles},
      {"attributions", trained.attributions},
      {"threshold", rounded(trained.threshold)},
      {"cross_validation",
       {{"precision", rounded(trained.precision)}, {"recall", rounded(trained.recall)}, {"f1", rounded(trained.f1)}}}};
  // A path that is no UTF-8 must not cost a training.
  return card.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace quoth
