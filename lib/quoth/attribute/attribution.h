// Who said what: one relation of source, cue and content (PARC, PolNeAR), and the speaker behind the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/base/span.h"

namespace quoth {

enum class AttributionKind : std::uint8_t {
  direct,    // verbatim and whole: inside quote marks, or a transcript's turn
  indirect,  // no quote marks
  mixed,     // partly in quote marks
};

enum class SpeakerRole : std::uint8_t {
  none,
  questioner,  // puts questions in a transcript
};

// Spans are ordered and apart within each list.
struct Attribution {
  std::vector<Span> source;   // the whole noun phrase; may be empty
  std::vector<Span> cue;      // the verb group, "according to", or a colon; may be empty
  std::vector<Span> content;  // never empty; of direct content with its quote marks
  AttributionKind kind = AttributionKind::indirect;
  SpeakerRole role = SpeakerRole::none;
  bool unquoted = false;              // direct without quote marks: a turn or a post
  bool nested = false;                // reported inside another attribution's content
  bool metonymy = false;              // a country or capital stands for its government
  std::string speaker;                // resolved name; empty where unknown or where there are several
  std::vector<std::string> speakers;  // of a joint statement, two or more; else empty
  std::string addressee;              // resolved name, or the words of the text where they name a body; may be empty
  double confidence = 0;              // 0 to 1: the chance that source and content are right
};

std::string_view to_string(AttributionKind kind);  // "direct", ...

}  // namespace quoth
