// Independent pieces of work on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace quoth {

// Calls work(i) once for every i below `count`, on up to `threads` threads (1: on this one), in no order that may be
// relied on. Returns when all are done. What work throws is thrown here, after the rest has ended; of several, one.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace quoth
