// How far attributions agree with those that people marked.
//
// The measures are those that published figures on PolNeAR can be compared with (spans as in CofeNet, COLING 2022) and
// those of the relation as a whole. They look at the text alone: tokens are runs of letters and digits, not those of a
// Document, so that figures do not move when the segmentation does.
#pragma once

#include <cstddef>
#include <vector>

#include "quoth/attribute/gold_articles.h"

namespace quoth {

struct AgreementCounts {
  std::size_t right = 0;
  std::size_t predicted = 0;
  std::size_t gold = 0;

  // 0 where nothing was predicted, is gold, or is right.
  double precision() const;
  double recall() const;
  double f1() const;
  void add(const AgreementCounts& other);
};

struct ShareCounts {
  std::size_t right = 0;
  std::size_t of = 0;

  double share() const;  // 0 of nothing
  void add(const ShareCounts& other);
};

// One role: sources, cues or contents.
struct RoleFigures {
  AgreementCounts exact;    // its pieces in one attribution, trimmed of marks and white space, are the gold's
  AgreementCounts overlap;  // tokens that have the role in both, over the article
  AgreementCounts spans;    // each span for itself, both ends the same to the character

  void add(const RoleFigures& other);
};

struct JudgedPrediction {
  double confidence = 0;
  bool right = false;  // as AttributionFigures::attribution counts it
};

// Attributions whose content holds no token count in `spans` alone.
struct AttributionFigures {
  RoleFigures cue;
  RoleFigures source;
  RoleFigures content;
  // Right: matched one to one, best first, with a gold one whose content shares half of the tokens (Jaccard), and the
  // sources share a token or are both empty.
  AgreementCounts attribution;
  AgreementCounts direct;  // those whose content opens and closes with quote marks; so the next
  ShareCounts direct_speaker;
  ShareCounts mixed;        // found of those partly in marks
  ShareCounts indirect;     // and without marks
  bool has_names = false;   // whether any gold attribution names a speaker or an addressee
  AgreementCounts speaker;  // names, case aside, of those matched by content
  AgreementCounts addressee;
  ShareCounts kind;  // of those matched whose gold says a kind
  std::size_t documents = 0;
  std::vector<JudgedPrediction> predictions;  // one a predicted attribution

  void add(const AttributionFigures& other);
};

// The figures of one article. `predicted` holds what was found in the same text, in any order; of equally good matches
// the one that comes first in the gold, then in the prediction, is taken. Throws Error where the texts differ.
AttributionFigures evaluate_article(const GoldArticle& gold, const GoldArticle& predicted);

// Of many, paired by id: an article without a prediction counts as one where nothing was found; predictions for other
// articles are passed over.
AttributionFigures evaluate_attributions(const std::vector<GoldArticle>& gold,
                                         const std::vector<GoldArticle>& predicted);

// What an analysis found in the text of `gold`, as it is evaluated: confidence, kind and speaker known.
GoldArticle as_prediction(const GoldArticle& gold, std::vector<Attribution> attributions);

// Predictions whose confidence lies within [from, to).
struct ReliabilityBin {
  double from = 0;
  double to = 0;  // the last bin holds 1, too
  std::size_t predictions = 0;
  double confidence = 0;  // their mean
  double right = 0;       // share of them
};

// `bins` of equal width, those without predictions left out. In a calibrated model `right` is near `confidence`.
std::vector<ReliabilityBin> reliability(const std::vector<JudgedPrediction>& predictions, std::size_t bins = 10);

// See expected_calibration_error of learn/metrics.
double calibration_error(const std::vector<JudgedPrediction>& predictions);

}  // namespace quoth
