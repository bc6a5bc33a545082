// How often speakers and addressees are named rightly where the statements themselves are given.
//
// Judges resolve_speakers() alone: spans of source, cue and content are the gold's, so that finding statements does not
// blur the figures. What the whole program makes of a text is evaluate_attributions.h's.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/registry.h"
#include "quoth/attribute/gold_articles.h"

namespace quoth {

// Names given, against names that the gold has; case aside. A joint statement counts as one name, the set of its
// speakers.
struct NameFigures {
  std::size_t right = 0;
  std::size_t given = 0;   // names that were given at all
  std::size_t gold = 0;    // statements that the gold names somebody for
  std::size_t agreed = 0;  // statements on which both agree, those that name nobody included
  std::size_t all = 0;     // statements

  double precision() const { return given == 0 ? 0 : static_cast<double>(right) / static_cast<double>(given); }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold); }
  double f1() const {
    return given + gold == 0 ? 0 : 2 * static_cast<double>(right) / static_cast<double>(given + gold);
  }
};

enum class SourceForm : std::uint8_t { pronoun, name, description, turn, none };
inline constexpr std::size_t kSourceForms = 5;

std::string_view to_string(SourceForm form);  // "pronoun", ...

struct SpeakerMistake {
  std::string article;  // id
  bool addressee = false;
  std::string source;    // words of source and cue
  std::string content;   // its first words
  std::string expected;  // names joined by " & "; empty: nobody
  std::string found;
};

struct SpeakerFigures {
  std::size_t articles = 0;
  NameFigures speakers;
  std::array<NameFigures, kSourceForms> by_form;  // speakers, by SourceForm
  NameFigures addressees;
  std::vector<SpeakerMistake> mistakes;  // in the order of the articles
};

// Statements without a "speaker" in the file are let be. Linear in the text. Throws nothing but for lack of memory.
SpeakerFigures evaluate_speakers(const std::vector<GoldArticle>& articles, const Registry& registry);

}  // namespace quoth
