// Sums over vectors, for one precision.

#ifndef LECTERN_SUM_LANES
#define LECTERN_SUM_LANES
// The lanes of every sum over a vector; their number is part of the result.
enum { SUM_LANES = 8 };

LECTERN_INLINE double sum_of_lanes(const double *lanes) {
  return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
         ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

// Probabilities are kept away from 0 and 1, where their logarithms end.
LECTERN_INLINE double limited_probability(double p) {
  p = p < 1e-15 ? 1e-15 : p;
  return p > 1.0 - 1e-15 ? 1.0 - 1e-15 : p;
}
#endif

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

static LECTERN_LOSS(NAME(categorical_cross_entropy), REAL) {
  SUM(NAME(categorical_term)(outputs[i], targets[i]));
}

static LECTERN_LOSS(NAME(binary_cross_entropy), REAL) {
  SUM(NAME(binary_term)(outputs[i], targets[i]));
}

static LECTERN_LOSS(NAME(squared_error), REAL) {
  SUM(NAME(square)((double)outputs[i] - (double)targets[i]));
}

static LECTERN_SUM_OF_SQUARES(NAME(sum_of_squares), REAL) { SUM(NAME(square)(x[i])); }

LECTERN_INLINE void NAME(follow_element)(REAL x, float *y, double *change, double *size) {
  float old = *y;
  *y = (float)x;
  double difference = (double)*y - (double)old;
  *change += difference * difference;
  *size += (double)*y * (double)*y;
}

static LECTERN_FOLLOW(NAME(follow), REAL) {
  double change[SUM_LANES] = {0};
  double size[SUM_LANES] = {0};
  ptrdiff_t whole = count - count % SUM_LANES;
  for (ptrdiff_t start = 0; start < whole; start += SUM_LANES) {
    for (ptrdiff_t lane = 0; lane < SUM_LANES; lane++) {
      NAME(follow_element)(x[start + lane], y + start + lane, change + lane, size + lane);
    }
  }
  for (ptrdiff_t i = whole; i < count; i++) {
    NAME(follow_element)(x[i], y + i, change + (i - whole), size + (i - whole));
  }
  return (lectern_movement){.change = sum_of_lanes(change), .size = sum_of_lanes(size)};
}

static LECTERN_ALL_FINITE(NAME(all_finite), REAL) {
  // x - x is 0 for a number, NaN for an infinity or NaN.
  int finite = 1;
  for (ptrdiff_t i = 0; i < count; i++) finite &= x[i] - x[i] == 0;
  return finite;
}

#undef SUM
