// All kernels of one variant, for both precisions. KERNELS is the stem of the tables' names. VECTOR_BYTES is the size of
// a register, and TILE_VECTORS says how many of them a row of a tile takes: six rows of four fit into 32 registers, six
// rows of two into 16. AWAITS_ROWS says whether sparse products fetch rows ahead.

#define LECTERN_JOINED(stem, precision) LECTERN_PASTED(stem, precision)
#define LECTERN_PASTED(stem, precision) stem##precision

// The elements of a register.
#define LANES (VECTOR_BYTES / (ptrdiff_t)sizeof(REAL))

// A vector of x in every lane. Less 0 is x for every x, which the compiler knows; 0 more would be computed, for -0.
#define EVERY_LANE(VECTOR, x) ((x) - (VECTOR){0})

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
