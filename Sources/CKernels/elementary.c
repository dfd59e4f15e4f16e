#include "elementary.h"
#include "kernels.h"

LECTERN_CLONED double lectern_exp(double x) { return elementary_exp(x); }

LECTERN_CLONED double lectern_log(double x) { return elementary_log(x); }

LECTERN_CLONED double lectern_tanh(double x) { return elementary_tanh(x); }

LECTERN_CLONED void lectern_polar_factors(double *squared_radii, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    double r = squared_radii[i];
    squared_radii[i] = __builtin_sqrt(-2.0 * elementary_log(r) / r);
  }
}
