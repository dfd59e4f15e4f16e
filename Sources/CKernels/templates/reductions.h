// Sums over vectors, for one precision.

// Adds up TERM for every i, in lanes.
#define SUM(TERM) \
  double lanes[SUM_LANES] = {0}; \
  ptrdiff_t whole = count - count % SUM_LANES; \
  for (ptrdiff_t start = 0; start < whole; start += SUM_LANES) { \
    for (ptrdiff_t lane = 0; lane < SUM_LANES; lane++) { \
      ptrdiff_t i = start + lane; \
      lanes[lane] += TERM; \
    } \
  } \
  for (ptrdiff_t i = whole; i < count; i++) lanes[i - whole] += TERM; \
  return sum_of_lanes(lanes)

LECTERN_INLINE double NAME(categorical_term)(REAL output, REAL target) {
  return -(target * elementary_log(limited_probability(output)));
}

LECTERN_INLINE double NAME(binary_term)(REAL output, REAL target) {
  double p = limited_probability(output);
  return -(target * elementary_log(p) + (1.0 - target) * elementary_log(1.0 - p));
}

LECTERN_INLINE double NAME(square)(double x) { return x * x; }

LECTERN_EVERY_CPU
LECTERN_LOSS(NAME(lectern_categorical_cross_entropy), REAL) {
  SUM(NAME(categorical_term)(outputs[i], targets[i]));
}

LECTERN_EVERY_CPU
LECTERN_LOSS(NAME(lectern_binary_cross_entropy), REAL) {
  SUM(NAME(binary_term)(outputs[i], targets[i]));
}

LECTERN_EVERY_CPU
LECTERN_LOSS(NAME(lectern_squared_error), REAL) {
  SUM(NAME(square)((double)outputs[i] - (double)targets[i]));
}

LECTERN_EVERY_CPU
double NAME(lectern_sum_of_squares)(const REAL *x, ptrdiff_t count) { SUM(NAME(square)(x[i])); }

LECTERN_EVERY_CPU
_Bool NAME(lectern_all_finite)(const REAL *x, ptrdiff_t count) {
  // x - x is 0 for a number, NaN for an infinity or NaN.
  int finite = 1;
  for (ptrdiff_t i = 0; i < count; i++) finite &= x[i] - x[i] == 0;
  return finite;
}

#undef SUM
