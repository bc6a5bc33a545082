// Attributions in brat's standoff format (brat.nlplab.org/standoff.html): an .ann file beside the .txt of a text.
//
//   T1  Source 0 24                the words of a role; pieces as "0 5;9 24"
//   T2  Attribution 25 33          what the event is tied to: the words of the cue once more
//   E1  Attribution:T2 Source:T1 Cue:T3 Content:T4
//   A1  speaker E1 Ann Kerr        what is said of the attribution
// That is the form of PolNeAR's files. Offsets are code points of the text. docs/conversion.md says what is read, and
// how what is written differs from it.
#pragma once

#include <string>
#include <string_view>

#include "quoth/attribute/gold_articles.h"

namespace quoth {

// What the types are called in the files.
struct BratTypes {
  std::string source = "Source";
  std::string cue = "Cue";
  std::string content = "Content";
  std::string event = "Attribution";  // and what begins so and goes on with a hyphen: "Attribution-no-source"
};

// Adds to `article`, whose text is there, what the annotations `ann`, valid UTF-8, say. An attribution is an event of
// the type types.event or types.cue, in the order of the file; then, of what no event holds, each cue that relations
// (R) tie to sources and contents, and each content that they tie to a source alone. Throws Error, naming `path` and
// the line: a line that is no annotation, an id that comes twice or nowhere, a span outside the text, words that stand
// elsewhere.
void read_brat(std::string_view ann, const std::string& path, const BratTypes& types, GoldArticle& article);

// The lines of the .ann file. Attributions without any span are left out; line breaks and tabs within names become
// spaces. All else that an attribution holds is there and read back.
std::string brat_annotations(const GoldArticle& article, const BratTypes& types);

}  // namespace quoth
