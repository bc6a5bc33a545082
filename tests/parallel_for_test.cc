#include "quoth/base/parallel_for.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "quoth/base/error.h"

namespace quoth {
namespace {

TEST(ParallelFor, DoesEachPieceOnceWhateverTheThreads) {
  for (const unsigned threads : {0U, 1U, 3U, 64U}) {
    std::vector<std::atomic<int>> times(40);
    parallel_for(times.size(), threads, [&](std::size_t i) { ++times[i]; });
    for (const auto& count : times) EXPECT_EQ(count, 1);
  }
}

TEST(ParallelFor, ThrowsWhatAPieceThrows) {
  for (const unsigned threads : {1U, 2U}) {
    EXPECT_THROW(parallel_for(8, threads,
                              [](std::size_t i) {
                                if (i == 3) throw Error("a", "b");
                              }),
                 Error);
  }
}

}  // namespace
}  // namespace quoth
