// Articles with their attributions as JSON, so that read_gold_articles reads them as they were.
#pragma once

#include <string>

#include "quoth/attribute/gold_articles.h"

namespace quoth {

// A line with its line feed: all that a GoldArticle holds but where it came from.
void append_gold_article(const GoldArticle& article, std::string& out);

// A file of one document as BBC's Citron reads it (its docs/data_format.md): "text" and "quotes", of each "cue" as one
// span, "sources", "contents", and "confidence" where it is known. A cue of several pieces becomes the span from its
// first to its last. Attributions without a cue or without content have no such form and are left out.
std::string citron_document(const GoldArticle& article);

}  // namespace quoth
