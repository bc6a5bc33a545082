// Articles whose attributions were marked by people, or by another program: what attribution is trained on and judged
// by.
//
// One JSON object a line, the JSON that BBC's Citron reads and writes:
//   {"id": "a1", "text": "...", "date"?: "2025-11-24", "title"?, "outlet"?, "quotes": [
//     {"cue": SPANS, "sources": SPANS, "contents": SPANS, "kind"?: "direct", "speaker"?: NAME or null,
//      "speakers"?: [NAME, ...], "addressee"?: NAME, "role"?: "questioner", "unquoted"?, "nested"?, "metonymy"?,
//      "optional"?: true or false, "confidence"?: 0 to 1}]}
//   SPANS = null, SPAN or [SPAN, ...];  SPAN = {"start": 0, "end": 9, "text"?: "..."}, code points of "text"
// docs/schema/gold_article.schema.json says the same in full. Other keys are let be, empty lines passed over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "quoth/attribute/attribution.h"

namespace quoth {

// What the file says of one attribution beside the Attribution itself. A thing that is not said is not therefore false:
// most corpora mark spans alone.
struct GoldNote {
  bool has_kind = false;
  bool has_speaker = false;     // also where it is null: then nobody is named
  bool has_confidence = false;  // of predictions
  bool optional = false;        // may be found or not: people disagree whether it is one
};

struct GoldArticle {
  std::string id;
  std::string date;  // as given, may be empty; so the next two
  std::string title;
  std::string outlet;
  std::string text;  // valid UTF-8
  // In the order of the file. Spans are ordered within each list; as the file gives them, they may overlap. Content is
  // empty where the file has none. What a note says is not given has its default value.
  std::vector<Attribution> attributions;
  std::vector<GoldNote> notes;  // one an attribution
  std::string where;            // "file:line"
  std::uint32_t weight = 1;     // how often training counts it; the reader leaves it at 1
};

// A file that articles were read from.
struct GoldFile {
  std::string path;  // as given
  std::size_t articles = 0;
  std::size_t attributions = 0;
  std::string xxh128;  // of its bytes, unpacked; 32 hexadecimal digits
};

// Reads the files, plain or gzipped, one after another; `files`, where given, gets an entry for each. Throws Error,
// naming file and line: no such file, no JSON, a missing or wrong field, a span that is empty, outside the text, or
// whose "text" stands elsewhere (white space aside: offsets counted in bytes or UTF-16 show so), an id that another
// line has; and where there are no articles at all.
std::vector<GoldArticle> read_gold_articles(const std::vector<std::string>& paths,
                                            std::vector<GoldFile>* files = nullptr);

// Reads a file that is one such object, over any number of lines, as Citron keeps a document. Without "id" the article
// is called by the file's name without extension; without "quotes" it has none. Errors name the file alone.
GoldArticle read_gold_article(const std::string& path);

}  // namespace quoth
