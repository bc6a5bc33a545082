#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include "quoth/base/xxh128_internal.h"

namespace quoth {

std::string xxh128(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace quoth
