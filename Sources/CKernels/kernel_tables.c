#include "kernel_tables.h"

#if defined(__x86_64__)

_Bool lectern_supports(lectern_variant variant) {
  switch (variant) {
    case LECTERN_BASELINE: return 1;
    case LECTERN_AVX2: return __builtin_cpu_supports("x86-64-v3") != 0;
    case LECTERN_AVX512: return __builtin_cpu_supports("x86-64-v4") != 0;
  }
  return 0;
}

const lectern_kernels *lectern_kernels_f64(lectern_variant variant) {
  switch (variant) {
    case LECTERN_BASELINE: break;
    case LECTERN_AVX2: return &lectern_avx2_f64;
    case LECTERN_AVX512: return &lectern_avx512_f64;
  }
  return &lectern_baseline_f64;
}

const lectern_kernels *lectern_kernels_f32(lectern_variant variant) {
  switch (variant) {
    case LECTERN_BASELINE: break;
    case LECTERN_AVX2: return &lectern_avx2_f32;
    case LECTERN_AVX512: return &lectern_avx512_f32;
  }
  return &lectern_baseline_f32;
}

#else

_Bool lectern_supports(lectern_variant variant) { return variant == LECTERN_BASELINE; }

const lectern_kernels *lectern_kernels_f64(lectern_variant variant) {
  (void)variant;
  return &lectern_baseline_f64;
}

const lectern_kernels *lectern_kernels_f32(lectern_variant variant) {
  (void)variant;
  return &lectern_baseline_f32;
}

#endif
