#include "quoth/pipeline.h"

#include "quoth/annotate/registry.h"
#include "quoth/attribute/attributor.h"
#include "quoth/text/segmenter.h"

namespace quoth {
namespace {

// The words that are scored: the pieces of the content in their order.
void join_content(const Document& document, const Attribution& attribution, std::string& text) {
  text.clear();
  for (const Span piece : attribution.content) {
    if (!text.empty()) text += ' ';
    text += document.view(piece);
  }
}

Registry load_registries(const PipelineOptions& options) {
  Registry registry;
  for (const std::string& path : options.registries) registry.load(path);
  registry.load(options.models + "/registry.en.json");
  return registry;
}

}  // namespace

struct PipelineContext::Impl {
  Segmenter segmenter;
  AttributionScratch attribution;
  ScoreScratch scratch;
  std::string text;
};

PipelineContext::PipelineContext() : impl_(std::make_unique<Impl>()) {}
PipelineContext::~PipelineContext() = default;
PipelineContext::PipelineContext(PipelineContext&&) noexcept = default;
PipelineContext& PipelineContext::operator=(PipelineContext&&) noexcept = default;

struct Pipeline::Impl {
  Registry registry;
  SyntaxModel syntax;
  AttributionModel attribution;
  StatementModel model;
};

Pipeline::Pipeline(const PipelineOptions& options)
    : impl_(std::make_unique<Impl>(
          Impl{load_registries(options), SyntaxModel::load(options.models + "/syntax.en.quoth"),
               AttributionModel::load(options.models + "/attribution.en.quoth"),
               StatementModel::load(options.statement_model.empty() ? options.models + "/statements.en.quoth"
                                                                    : options.statement_model)})) {}
Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;

const std::vector<Head>& Pipeline::heads() const {
  return impl_->model.heads();
}

Analysis Pipeline::analyse(std::string_view bytes, const DocumentInfo& info, PipelineContext& context) const {
  Analysis analysis;
  analysis.document = context.impl_->segmenter.segment(bytes);
  const bool transcript = info.layout == Layout::transcript ||
                          (info.layout == Layout::automatic && looks_like_transcript(analysis.document));
  analysis.attributions =
      attribute_document(analysis.document, transcript, info.date, {impl_->registry, impl_->syntax, impl_->attribution},
                         context.impl_->attribution);
  analysis.scores.resize(analysis.attributions.size());
  for (std::size_t i = 0; i < analysis.attributions.size(); ++i) {
    join_content(analysis.document, analysis.attributions[i], context.impl_->text);
    impl_->model.score(context.impl_->text, context.impl_->scratch, analysis.scores[i]);
  }
  return analysis;
}

std::vector<HeadScore> Pipeline::score_statement(std::string_view text, PipelineContext& context) const {
  std::vector<HeadScore> scores;
  impl_->model.score(text, context.impl_->scratch, scores);
  return scores;
}

}  // namespace quoth
