#include <filesystem>
#include <nlohmann/json.hpp>

#include "quoth/annotate/syntax_card_internal.h"
#include "quoth/base/card_figure_internal.h"
#include "quoth/base/version.h"

namespace quoth {
namespace {

// Insertion order is what a reader of the card sees.
using Json = nlohmann::ordered_json;

Json json_of(const std::vector<TreebankFile>& files) {
  Json list = Json::array();
  for (const TreebankFile& file : files) {
    std::size_t words = 0;
    for (const TreebankSentence& sentence : file.treebank.sentences) words += sentence.words.size();
    list.push_back({{"name", std::filesystem::path(file.path).filename().string()},
                    {"sentences", file.treebank.sentences.size()},
                    {"words", words}});
  }
  return list;
}

Json json_of(const SyntaxTrainOptions& options) {
  return {{"tagger_epochs", options.tagger_epochs},
          {"parser_epochs", options.parser_epochs},
          {"choosing_epochs", options.choosing_epochs},
          {"folds", options.folds},
          {"seed", options.seed},
          {"tag_features", options.tag_features},
          {"transition_features", options.transition_features},
          {"relation_features", options.relation_features}};
}

}  // namespace

std::string syntax_card(const std::vector<TreebankFile>& training, const std::vector<TreebankFile>& development,
                        const SyntaxTrainOptions& options, const SyntaxParts& parts, const SyntaxFigures& figures) {
  Json card = {
      {"name", options.name},
      {"kind", "syntax"},
      {"language", options.language},
      {"licence", options.licence},
      {"program", "quoth " + std::string(version())},
      {"method",
       "averaged perceptrons: tags from left to right; arc-hybrid transitions with a dynamic oracle; relations "
       "as arcs are made"},
      {"trained_on", json_of(training)},
      {"train_again", options.command},
      {"options", json_of(options)},
      {"features_in_use",
       {{"tags", parts.tagger.weights.features()},
        {"transitions", parts.parser.transitions.features()},
        {"relations", parts.parser.relations.features()}}}};
  if (figures.words > 0) {
    card["development"] = json_of(development);
    card["figures"] = {{"words", figures.words},
                       {"tag_accuracy", rounded(figures.tags)},
                       {"uas", rounded(figures.heads)},
                       {"las", rounded(figures.relations)},
                       {"las_without_subtypes", rounded(figures.main_relations)}};
  }
  // A path that is no UTF-8 must not cost a training.
  return card.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace quoth
