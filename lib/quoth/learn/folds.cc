#include "quoth/learn/folds.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "quoth/learn/hashing.h"

namespace quoth {

std::vector<std::uint32_t> stratified_folds(std::span<const std::uint32_t> strata, std::uint32_t fold_count,
                                            std::uint64_t seed) {
  std::vector<std::size_t> order(strata.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t example) {
    return std::tuple(strata[example], hash_end(hash_step(hash_step(kFingerprintSeed, seed), example)), example);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::vector<std::uint32_t> folds(strata.size());
  for (std::size_t i = 0; i < order.size(); ++i) folds[order[i]] = static_cast<std::uint32_t>(i % fold_count);
  return folds;
}

}  // namespace quoth
