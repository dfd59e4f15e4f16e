// The tables of kernels, one for each variant and precision.
#ifndef LECTERN_KERNEL_TABLES_H
#define LECTERN_KERNEL_TABLES_H

#include "matrix_kernels.h"

extern const lectern_kernels lectern_baseline_f64, lectern_baseline_f32;

#if defined(__x86_64__)
extern const lectern_kernels lectern_avx2_f64, lectern_avx512_f64;
extern const lectern_kernels lectern_avx2_f32, lectern_avx512_f32;
#endif

#endif
