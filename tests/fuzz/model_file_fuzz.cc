// Any bytes as a model file: an Error or a model, never a crash, a hang or memory beyond a small multiple of the bytes.
//
// Half of the inputs are put behind a sound container, as chance would never get past its checksums.
#include <cstddef>
#include <cstdint>
#include <string>

#include "quoth/base/error.h"
#include "quoth/base/model_file.h"
#include "quoth/classify/check_samples.h"
#include "quoth/classify/statement_model_file.h"
#include "quoth/learn/features.h"

namespace {

std::string features_section() {
  const quoth::FeatureOptions options{3, 2, 5, 5};
  quoth::ByteWriter writer;
  writer.u64(quoth::feature_fingerprint(options));
  for (const std::uint32_t value : {3U, 2U, 5U, 5U}) writer.u32(value);
  return writer.take();
}

// Sections cut where the input says: its first two bytes are the sizes of two of them.
std::string wrapped(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data + 2), size - 2);
  const std::size_t first = std::min<std::size_t>(data[0], bytes.size());
  const std::size_t second = std::min<std::size_t>(4 * data[1], bytes.size() - first);
  return quoth::model_file_bytes(quoth::kStatementModelKind, {{"card", "{}"},
                                                              {"features", features_section()},
                                                              {"heads", bytes.substr(0, first)},
                                                              {"weights", bytes.substr(first, second)},
                                                              {"samples", bytes.substr(first + second)}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const bool wrap = size >= 3 && data[size - 1] % 2 == 0;
    std::string bytes = wrap ? wrapped(data, size - 1) : std::string(reinterpret_cast<const char*>(data), size);
    quoth::check_samples(quoth::ModelFile::parse(std::move(bytes), "fuzz"));
  } catch (const quoth::Error&) {
    return 0;
  }
  return 0;
}
