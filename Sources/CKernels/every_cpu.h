// Compiles a function for every generation of x86-64 vectors; the loader takes the best that the CPU has.
//
// No result may depend on that choice: every sum has one order, written in the source, and multiply-adds are
// fused by name, never at the compiler's discretion (-ffp-contract=off).
#ifndef LECTERN_EVERY_CPU_H
#define LECTERN_EVERY_CPU_H

#if defined(__x86_64__) && defined(__ELF__)
#define LECTERN_EVERY_CPU \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define LECTERN_EVERY_CPU
#endif

// factor * x + y, rounded once.
static inline __attribute__((always_inline)) double fused_f64(double factor, double x, double y) {
  return __builtin_fma(factor, x, y);
}

static inline __attribute__((always_inline)) float fused_f32(float factor, float x, float y) {
  return __builtin_fmaf(factor, x, y);
}

#endif
