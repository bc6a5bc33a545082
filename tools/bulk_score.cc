#include "bulk_score.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace quoth {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{256} * 1024;
constexpr std::size_t kBatchRecords = 4096;
constexpr std::size_t kBytesInFlight = std::size_t{16} * 1024 * 1024;

std::size_t size_of(const InputRecord& record) {
  const auto* document = std::get_if<InputDocument>(&record);
  return document != nullptr ? document->text.size() : 0;
}

struct Batch {
  std::vector<InputRecord> records;
  std::size_t bytes = 0;
  std::uint64_t bytes_read = 0;  // by the reader when the batch was full

  std::string output;
  std::vector<InputFault> faults;
  std::size_t documents = 0;
};

using BatchPointer = std::shared_ptr<Batch>;

// Statements of low confidence out of an Analysis.
void drop_below(double min_confidence, Analysis& analysis) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < analysis.attributions.size(); ++i) {
    if (analysis.attributions[i].confidence < min_confidence) continue;
    if (kept != i) {
      analysis.attributions[kept] = std::move(analysis.attributions[i]);
      analysis.scores[kept] = std::move(analysis.scores[i]);
    }
    ++kept;
  }
  analysis.attributions.resize(kept);
  analysis.scores.resize(kept);
}

class BulkRun {
 public:
  BulkRun(DocumentReader& reader, const Pipeline& pipeline, const StatementWriter& writer, const BulkOptions& options,
          const BulkSinks& sinks)
      : reader_(reader), pipeline_(pipeline), writer_(writer), options_(options), sinks_(sinks) {}

  void run() {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(options_.threads));
    // A round ends where all is read or where taking one more batch would hold too many bytes at once: an input stage
    // that waited for memory instead could wait for a batch that its own thread has yet to work on.
    while (!ended_) run_round();
  }

 private:
  void run_round() {
    const auto tokens = static_cast<std::size_t>(options_.threads) + 2;
    tbb::parallel_pipeline(
        tokens,
        tbb::make_filter<void, BatchPointer>(tbb::filter_mode::serial_in_order, [this](tbb::flow_control& control) {
          return next_batch(control);
        }) & tbb::make_filter<BatchPointer, BatchPointer>(tbb::filter_mode::parallel, [this](BatchPointer batch) {
          work_on(*batch);
          return batch;
        }) & tbb::make_filter<BatchPointer, void>(tbb::filter_mode::serial_in_order, [this](const BatchPointer& batch) {
          give_out(*batch);
        }));
  }

  BatchPointer next_batch(tbb::flow_control& control) {
    if (!held_) held_ = read_batch();
    const bool full = bytes_in_flight_ > 0 && bytes_in_flight_ + held_->bytes > kBytesInFlight;
    if (held_->records.empty()) ended_ = true;
    if (full || ended_) {
      control.stop();
      return nullptr;
    }
    bytes_in_flight_ += held_->bytes;
    return std::exchange(held_, nullptr);
  }

  BatchPointer read_batch() {
    auto batch = std::make_shared<Batch>();
    while (batch->bytes < kBatchBytes && batch->records.size() < kBatchRecords) {
      std::optional<InputRecord> record = reader_.next();
      if (!record) break;
      batch->bytes += size_of(*record);
      batch->records.push_back(std::move(*record));
    }
    batch->bytes_read = reader_.bytes_read();
    return batch;
  }

  void work_on(Batch& batch) {
    PipelineContext& context = contexts_.local();
    for (InputRecord& record : batch.records) {
      if (auto* fault = std::get_if<InputFault>(&record)) {
        batch.faults.push_back(std::move(*fault));
      } else {
        work_on(std::get<InputDocument>(record), context, batch);
        ++batch.documents;
      }
    }
    batch.records = {};
  }

  void work_on(const InputDocument& input, PipelineContext& context, Batch& batch) const {
    if (input.statement) {
      writer_.write_statement(input, pipeline_.score_statement(input.text, context), batch.output);
      return;
    }
    const DocumentInfo info = {iso_date(input.date), input.transcript ? Layout::transcript : Layout::automatic};
    Analysis analysis = pipeline_.analyse(input.text, info, context);
    drop_below(options_.min_confidence, analysis);
    writer_.write_document({input, analysis.document, analysis.attributions, analysis.scores}, batch.output);
    if (!analysis.document.faults.empty()) {
      batch.faults.push_back({input.file, input.line, describe_text_faults(analysis.document.faults), true});
    }
  }

  void give_out(const Batch& batch) {
    if (!batch.output.empty()) sinks_.records(batch.output);
    for (const InputFault& fault : batch.faults) sinks_.fault(fault);
    documents_ += batch.documents;
    sinks_.progress(documents_, batch.bytes_read);
    bytes_in_flight_ -= batch.bytes;
  }

  DocumentReader& reader_;
  const Pipeline& pipeline_;
  const StatementWriter& writer_;
  const BulkOptions& options_;
  const BulkSinks& sinks_;
  tbb::enumerable_thread_specific<PipelineContext> contexts_;
  BatchPointer held_;  // read, and waiting for the next round
  bool ended_ = false;
  std::atomic<std::size_t> bytes_in_flight_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace

void score_in_bulk(DocumentReader& reader, const Pipeline& pipeline, const StatementWriter& writer,
                   const BulkOptions& options, const BulkSinks& sinks) {
  BulkRun(reader, pipeline, writer, options, sinks).run();
}

}  // namespace quoth
