// All kernels of one variant, for both precisions. KERNELS is the stem of the tables' names; AWAITS_ROWS says whether
// sparse products fetch rows ahead.

#define LECTERN_JOINED(stem, precision) LECTERN_PASTED(stem, precision)
#define LECTERN_PASTED(stem, precision) stem##precision

// factor * x + y, rounded once.
LECTERN_INLINE double fused_f64(double factor, double x, double y) {
  return __builtin_fma(factor, x, y);
}

LECTERN_INLINE float fused_f32(float factor, float x, float y) {
  return __builtin_fmaf(factor, x, y);
}

#include "precision_f64.h"
#include "kernels.h"

#include "precision_f32.h"
#include "kernels.h"
