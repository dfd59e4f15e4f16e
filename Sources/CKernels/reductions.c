#include "elementary.h"
#include "every_cpu.h"
#include "matrix_kernels.h"

// The lanes of every sum over a vector; their number is part of the result.
#define SUM_LANES 8

LECTERN_INLINE double sum_of_lanes(const double *lanes) {
  return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
         ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

// Probabilities are kept away from 0 and 1, where their logarithms end.
LECTERN_INLINE double limited_probability(double p) {
  p = p < 1e-15 ? 1e-15 : p;
  return p > 1.0 - 1e-15 ? 1.0 - 1e-15 : p;
}

#include "templates/precision_f64.h"
#include "templates/reductions.h"

#include "templates/precision_f32.h"
#include "templates/reductions.h"
