// Statements of a text as lines that a reader can check at a glance; for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/annotate/registry.h"
#include "quoth/annotate/syntax.h"
#include "quoth/attribute/attribution.h"
#include "quoth/text/document.h"

namespace quoth {

// tests/data/registry.json: invented countries and their people, so that the shipped registry may change freely.
const Registry& invented_registry();

const SyntaxModel& shipped_syntax();

// By the shipped models and the invented registry.
std::vector<Attribution> attributions_of(const Document& document, bool transcript, std::string_view date = {});

Document document_of(std::string_view text);

// The views of the spans, joined with " + ".
std::string joined(const Document& document, const std::vector<Span>& spans);

// "direct [Hale|said] “We agree,” + “We sign.”": kind, source, cue and content, with " + " between pieces.
std::vector<std::string> statements_of(std::string_view text);

// "Maren Aldous > Tomas Kell": speaker and, where there is one, addressee. Joint speakers are joined with " & ", a
// speaker by metonymy ends in "*", nobody is "-".
std::vector<std::string> speakers_of(std::string_view text, std::string_view date = {});

// The first promise of attributor.h that `attributions` break, in words; empty where they keep all.
std::string broken_guarantee(const Document& document, const std::vector<Attribution>& attributions);

}  // namespace quoth
