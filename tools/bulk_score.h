// Documents through a Pipeline on several threads, in order.
#pragma once

#include <cstddef>
#include <functional>

#include "quoth/io/reader.h"
#include "quoth/io/writer.h"
#include "quoth/pipeline.h"

namespace quoth {

struct BulkOptions {
  int threads = 1;
  double min_confidence = 0;  // statements below it are left out
};

// What comes out, in the order of the input; called from one thread at a time.
struct BulkSinks {
  std::function<void(const std::string& records)> records;  // whole records of one or more documents
  std::function<void(const InputFault& fault)> fault;
  std::function<void(std::size_t documents, std::uint64_t bytes)> progress;  // so far
};

// Reads all of `reader` and gives the sinks what comes of it: the same bytes for any number of threads. Memory is
// bounded by batches of some 256 KB a thread, or by the largest document. What a sink throws ends the run and is thrown
// on.
void score_in_bulk(DocumentReader& reader, const Pipeline& pipeline, const StatementWriter& writer,
                   const BulkOptions& options, const BulkSinks& sinks);

}  // namespace quoth
