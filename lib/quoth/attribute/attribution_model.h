// The trained part of attribution: which words attribute, what their source and content are, how sure that is.
#pragma once

#include <memory>
#include <string>

namespace quoth {

class ModelFile;
struct AttributionModelParts;

// Immutable once loaded; may be shared by threads.
class AttributionModel {
 public:
  // Throws Error: no such file, not an attribution model, another version, damaged.
  static AttributionModel load(const std::string& path);

  // The same of a file in memory, which it copies what it needs from.
  static AttributionModel from(const ModelFile& file);

  AttributionModel(AttributionModel&&) noexcept;
  AttributionModel& operator=(AttributionModel&&) noexcept;
  ~AttributionModel();

  const AttributionModelParts& parts() const { return *parts_; }

 private:
  explicit AttributionModel(std::unique_ptr<AttributionModelParts> parts);
  std::unique_ptr<AttributionModelParts> parts_;
};

}  // namespace quoth
