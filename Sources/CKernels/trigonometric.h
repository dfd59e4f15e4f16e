// The sine and the cosine, written with IEEE operations only, for the reasons that elementary.h gives.
//
// Largest error found over 4 million random arguments up to 10^6, against 80-bit arithmetic: 0.74 ulp for each; at the
// doubles nearest to multiples of pi/2, where all digits but the last cancel, 0.50 ulp (Tests/Reference/trigonometric.py
// measures them). Beyond 10^6 the error grows with x; infinities and NaN give NaN.
#ifndef LECTERN_TRIGONOMETRIC_H
#define LECTERN_TRIGONOMETRIC_H

#include "elementary.h"

// pi/2 in four parts; the first three have 33 bits, so that k times them is exact for |k| < 2^20.
#define HALF_PI_1 0x1.921fb544p+0
#define HALF_PI_2 0x1.0b4611a6p-34
#define HALF_PI_3 0x1.3198a2ep-69
#define HALF_PI_4 0x1.b839a252049c1p-104
#define TWO_OVER_PI 0x1.45f306dc9c883p-1

// x = quadrant * pi/2 + head + tail with |head| <= pi/4 and |tail| < ulp(head); of the quadrant two bits.
typedef struct {
  double head, tail;
  uint64_t quadrant;
} reduced_angle;

// The rounded difference and what the rounding lost (D. E. Knuth, TAOCP 2, 4.2.2).
LECTERN_INLINE double exact_difference(double a, double b, double *lost) {
  double difference = a - b;
  double taken = a - difference;
  *lost = (a - (difference + taken)) + (taken - b);
  return difference;
}

// Cody and Waite's reduction, with every rounding error carried along.
LECTERN_INLINE reduced_angle reduce_angle(double x) {
  double shifted = __builtin_fma(x, TWO_OVER_PI, ROUNDING_MAGIC);
  double k = shifted - ROUNDING_MAGIC;
  double lost_2, lost_3, lost_4;
  double r = __builtin_fma(-k, HALF_PI_1, x);
  r = exact_difference(r, k * HALF_PI_2, &lost_2);
  r = exact_difference(r, k * HALF_PI_3, &lost_3);
  r = exact_difference(r, k * HALF_PI_4, &lost_4);
  double rest = (lost_2 + lost_3) + lost_4;
  reduced_angle result;
  result.head = r + rest;
  result.tail = (r - result.head) + rest;
  result.quadrant = bits_of(shifted) & 3;
  return result;
}

// sin(head + tail) by the Taylor series; the first term left out is below 2^-62 of the sum.
LECTERN_INLINE double reduced_sine(double head, double tail) {
  double z = head * head;
  double p = 1.0 / 355687428096000.0;
  p = __builtin_fma(p, z, -1.0 / 1307674368000.0);
  p = __builtin_fma(p, z, 1.0 / 6227020800.0);
  p = __builtin_fma(p, z, -1.0 / 39916800.0);
  p = __builtin_fma(p, z, 1.0 / 362880.0);
  p = __builtin_fma(p, z, -1.0 / 5040.0);
  p = __builtin_fma(p, z, 1.0 / 120.0);
  p = __builtin_fma(p, z, -1.0 / 6.0);
  // The derivative, cos(head), carries the tail.
  double carried = __builtin_fma(-0.5 * z, tail, tail);
  return head + __builtin_fma(head * z, p, carried);
}

// cos(head + tail), likewise; the first term left out is below 2^-59.
LECTERN_INLINE double reduced_cosine(double head, double tail) {
  double z = head * head;
  double p = 1.0 / 20922789888000.0;
  p = __builtin_fma(p, z, -1.0 / 87178291200.0);
  p = __builtin_fma(p, z, 1.0 / 479001600.0);
  p = __builtin_fma(p, z, -1.0 / 3628800.0);
  p = __builtin_fma(p, z, 1.0 / 40320.0);
  p = __builtin_fma(p, z, -1.0 / 720.0);
  p = __builtin_fma(p, z, 1.0 / 24.0);
  double half = 0.5 * z;
  double start = 1.0 - half;
  double lost = (1.0 - start) - half;
  double small = __builtin_fma(z * z, p, lost - __builtin_fma(0.5, __builtin_fma(head, head, -z), head * tail));
  return start + small;
}

LECTERN_INLINE double elementary_sin(double x) {
  reduced_angle a = reduce_angle(x);
  double sine = reduced_sine(a.head, a.tail);
  double cosine = reduced_cosine(a.head, a.tail);
  double result = a.quadrant & 1 ? cosine : sine;
  result = a.quadrant & 2 ? -result : result;
  return x == 0.0 ? x : result;
}

LECTERN_INLINE double elementary_cos(double x) {
  reduced_angle a = reduce_angle(x);
  double sine = reduced_sine(a.head, a.tail);
  double cosine = reduced_cosine(a.head, a.tail);
  double result = a.quadrant & 1 ? sine : cosine;
  return (a.quadrant + 1) & 2 ? -result : result;
}

#endif
