// Who said what in a document: its attributions, with their speakers.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "quoth/annotate/registry.h"
#include "quoth/annotate/syntax.h"
#include "quoth/attribute/attribution.h"
#include "quoth/attribute/attribution_model.h"
#include "quoth/text/document.h"

namespace quoth {

// Is the document a transcript: does a fifth of its paragraphs or more begin with a speaker's label ("Mao Ning:",
// "Q:"), and does a label come again?
bool looks_like_transcript(const Document& document);

// What attribution reads beside the document. All must outlive their use.
struct AttributionResources {
  const Registry& registry;
  const SyntaxModel& syntax;
  const AttributionModel& model;
};

// Working memory of attribute_document; keep one a thread and reuse it.
class AttributionScratch {
 public:
  AttributionScratch();
  ~AttributionScratch();
  AttributionScratch(AttributionScratch&&) noexcept;
  AttributionScratch& operator=(AttributionScratch&&) noexcept;

  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

// The attributions of a document, by where their content begins, outer before inner. `date` (YYYY-MM-DD or empty) tells
// which holder of an office is meant. Linear in the text but for what one document names. Never throws but for lack of
// memory. Thread-safe.
//
// Trained models find cues with their sources and contents; what is right by construction is found by rules: quotations
// that go on, lead-in lines that own what stands below them, turns of transcripts. Names, titles, offices and pronouns
// are resolved within the document and by the registry.
std::vector<Attribution> attribute_document(const Document& document, bool transcript, std::string_view date,
                                            const AttributionResources& resources, AttributionScratch& scratch);

}  // namespace quoth
