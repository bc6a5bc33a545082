// Parts of a corpus for cross-validation.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

// The fold of each example, 0 to fold_count - 1. Examples of one stratum are shuffled by `seed` and dealt out evenly,
// so that each fold has its share of each; folds differ by at most one example in all. The same on every host. Needs
// fold_count of 2 or more.
std::vector<std::uint32_t> stratified_folds(std::span<const std::uint32_t> strata, std::uint32_t fold_count,
                                            std::uint64_t seed);

}  // namespace quoth
