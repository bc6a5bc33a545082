// Folders of articles with their attributions: texts with brat annotations, and Citron's documents.
//
// Files stand for articles by their path below the folder. An id can be any text; gold_file_name makes a path of it,
// and reading makes the id of the path again. Functions that write make the folders they need. They throw Error where a
// file that they would write exists, before anything is written: an annotator's work is not to be overwritten.
#pragma once

#include <string>
#include <vector>

#include "quoth/io/brat.h"

namespace quoth {

// `id` as a path below a folder, without extension. "/" stays; control characters, "%", "\", ":" and a dot at the
// beginning of a name are %XX; an empty name is "%".
std::string gold_file_name(const std::string& id);

// The articles that the .ann files in `folder` and below mark, hidden ones left out, sorted by path. Beside NAME.ann
// lies NAME.txt; or, where `texts` is not empty, it lies at the same place below that folder, and there the end of the
// name from the last "_" on may be missing (PolNeAR's .ann files end in who annotated). NAME.json beside NAME.txt is
// read as write_brat_folder writes it. Texts without an .ann file are passed over. Throws Error: no such folder, no
// .ann file, a text that is missing or no UTF-8, and what read_brat throws.
std::vector<GoldArticle> read_brat_folder(const std::string& folder, const std::string& texts, const BratTypes& types);

// Writes of each article NAME.txt, NAME.ann and, where it has a date, title or outlet, for which brat has no place,
// NAME.json with them.
void write_brat_folder(const std::vector<GoldArticle>& articles, const std::string& folder, const BratTypes& types);

// The articles of the .json files in `folder` and below, hidden ones left out, sorted by path. Throws Error: no such
// folder, no .json file, and what read_gold_article throws.
std::vector<GoldArticle> read_citron_folder(const std::string& folder);

// Writes of each article NAME.json as citron_document has it.
void write_citron_folder(const std::vector<GoldArticle>& articles, const std::string& folder);

// Whether the folder holds an .ann file, hidden ones aside; false where it is no folder.
bool is_brat_folder(const std::string& folder);

}  // namespace quoth
