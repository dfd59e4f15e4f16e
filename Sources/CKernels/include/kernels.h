// What Lectern computes in C: functions whose bits must not depend on the CPU, its vectors or its C library.
#ifndef LECTERN_KERNELS_H
#define LECTERN_KERNELS_H

#include "matrix_kernels.h"

// Elementary functions; errors below 1 ulp, see elementary.h.
double lectern_exp(double x);
double lectern_log(double x);
double lectern_tanh(double x);

// What makes normal numbers of the coordinates of points: each squared radius r becomes sqrt(-2 ln(r) / r).
void lectern_polar_factors(double *_Nonnull squared_radii, ptrdiff_t count);

// Sine and cosine; errors below 1 ulp for |x| <= 10^6, see trigonometric.h.
double lectern_sin(double x);
double lectern_cos(double x);

#endif
