// Bytes in, statements out: the one call that joins segmentation, attribution and scores.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/attribute/attribution.h"
#include "quoth/classify/statement_model.h"
#include "quoth/text/document.h"

namespace quoth {

// How a document is laid out.
enum class Layout { automatic, article, transcript };

struct PipelineOptions {
  std::string models = {};                   // folder of registry.en.json and the *.en.quoth files
  std::string statement_model = {};          // a file used instead of models/statements.en.quoth; may be empty
  std::vector<std::string> registries = {};  // further registry files; their entries come before the shipped ones
};

// What is known of a document beside its text.
struct DocumentInfo {
  std::string_view date = {};  // YYYY-MM-DD or empty; tells which office holder is meant
  Layout layout = Layout::automatic;
};

struct Analysis {
  Document document;
  std::vector<Attribution> attributions;       // by where their content starts
  std::vector<std::vector<HeadScore>> scores;  // one a statement, each one a head of Pipeline::heads()
};

// What one thread needs to run a Pipeline; keep one a thread. Not thread-safe.
class PipelineContext {
 public:
  PipelineContext();
  ~PipelineContext();
  PipelineContext(PipelineContext&&) noexcept;
  PipelineContext& operator=(PipelineContext&&) noexcept;

 private:
  friend class Pipeline;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Immutable once made; may be shared by threads.
class Pipeline {
 public:
  // Throws Error when a model or registry cannot be loaded.
  explicit Pipeline(const PipelineOptions& options);
  ~Pipeline();
  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;

  const std::vector<Head>& heads() const;

  // Any bytes give an Analysis; never throws but for lack of memory.
  Analysis analyse(std::string_view bytes, const DocumentInfo& info, PipelineContext& context) const;

  // The scores of a statement given as such, without attribution.
  std::vector<HeadScore> score_statement(std::string_view text, PipelineContext& context) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quoth
