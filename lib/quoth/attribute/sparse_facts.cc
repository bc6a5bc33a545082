#include "quoth/attribute/sparse_facts_internal.h"
#include "quoth/base/error.h"

namespace quoth {

void write_weights(const std::vector<float>& weights, ByteWriter& writer) {
  writer.u32(static_cast<std::uint32_t>(weights.size()));
  for (const float weight : weights) writer.f32(weight);
}

std::vector<float> read_weights(ByteReader& reader, std::uint32_t columns) {
  const auto check = [&](bool good, const char* found) {
    if (!good) throw Error(reader.where(), found, "", "the file is damaged, copy it again or retrain");
  };
  check(reader.count(4) == columns, "has a wrong number of weights");
  std::vector<float> weights(columns);
  for (float& weight : weights) {
    weight = reader.f32();
    check(std::isfinite(weight), "has a weight that is no number");
  }
  return weights;
}

}  // namespace quoth
