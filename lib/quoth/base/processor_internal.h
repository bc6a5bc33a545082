// Functions in two versions, of which the program takes the one that its processor can do.
#pragma once

// Before a function whose work is wide vectors: a second version of it for processors with AVX2, which do twice as much
// at a time. Both give the same bits, as AVX2 alone fuses no operations. Sanitizers cannot start a program that chooses
// functions while it is loaded.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__) && !defined(QUOTH_ONE_VERSION)
#define QUOTH_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define QUOTH_WIDE
#endif
