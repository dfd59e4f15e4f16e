// What a network's training spends its time in, for double (_f64) and float (_f32).
//
// Matrices are dense and row-major, without gaps between rows. Every sum has one order, stated here, and uses fused
// multiply-adds, so that the bits depend neither on the CPU nor on blocking.
#ifndef LECTERN_MATRIX_KERNELS_H
#define LECTERN_MATRIX_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Products. Each element of c goes through a chain of fused multiply-adds in ascending order of `inner`, starting
// with what it holds.
//
//   product             c += a b     a: rows x inner,  b: inner x columns
//   transposed_product  c += a' b    a: inner x rows,  b: inner x columns
//   product_transposed  c += a b'    a: rows x inner,  b: columns x inner
#define LECTERN_PRODUCT(NAME, REAL) \
  void NAME(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const REAL *a, const REAL *b, REAL *c)

LECTERN_PRODUCT(lectern_product_f64, double);
LECTERN_PRODUCT(lectern_product_f32, float);
LECTERN_PRODUCT(lectern_transposed_product_f64, double);
LECTERN_PRODUCT(lectern_transposed_product_f32, float);
LECTERN_PRODUCT(lectern_product_transposed_f64, double);
LECTERN_PRODUCT(lectern_product_transposed_f32, float);

// The same with some rows of a matrix in compressed sparse rows: `selected` are the `count` row numbers, and row r
// has the values and columns at starts[r] ..< starts[r + 1].
//
//   sparse_product             c[i, :] += S[selected[i], :] b            b: the columns of S x columns
//   sparse_transposed_product  c[k, :] += S[selected[i], k] * b[i, :]    b: count x columns, for i ascending
#define LECTERN_SPARSE_PRODUCT(NAME, REAL) \
  void NAME(ptrdiff_t count, const ptrdiff_t *selected, const ptrdiff_t *starts, \
            const int32_t *indices, const REAL *values, ptrdiff_t columns, const REAL *b, REAL *c)

LECTERN_SPARSE_PRODUCT(lectern_sparse_product_f64, double);
LECTERN_SPARSE_PRODUCT(lectern_sparse_product_f32, float);
LECTERN_SPARSE_PRODUCT(lectern_sparse_transposed_product_f64, double);
LECTERN_SPARSE_PRODUCT(lectern_sparse_transposed_product_f32, float);

// Activations, in place. The sigmoid limits its input to +-500; relu keeps NaN. The exponentials of float are those
// of double, rounded.
#define LECTERN_ACTIVATION(NAME, REAL) void NAME(REAL *x, ptrdiff_t count)

LECTERN_ACTIVATION(lectern_sigmoid_f64, double);
LECTERN_ACTIVATION(lectern_sigmoid_f32, float);
LECTERN_ACTIVATION(lectern_tanh_all_f64, double);
LECTERN_ACTIVATION(lectern_tanh_all_f32, float);
LECTERN_ACTIVATION(lectern_relu_f64, double);
LECTERN_ACTIVATION(lectern_relu_f32, float);

// Each row becomes exp(x - max) / sum, the sum in ascending order of columns.
void lectern_softmax_f64(ptrdiff_t rows, ptrdiff_t columns, double *x);
void lectern_softmax_f32(ptrdiff_t rows, ptrdiff_t columns, float *x);

// Multiplies `delta` by the activation's derivative, found from the activation's result: y (1 - y), 1 - y^2, and for
// relu 1 where y > 0, otherwise 0.
#define LECTERN_SLOPE(NAME, REAL) void NAME(const REAL *y, REAL *delta, ptrdiff_t count)

LECTERN_SLOPE(lectern_sigmoid_slope_f64, double);
LECTERN_SLOPE(lectern_sigmoid_slope_f32, float);
LECTERN_SLOPE(lectern_tanh_slope_f64, double);
LECTERN_SLOPE(lectern_tanh_slope_f32, float);
LECTERN_SLOPE(lectern_relu_slope_f64, double);
LECTERN_SLOPE(lectern_relu_slope_f32, float);

// Sums over all outputs, in double: element i belongs to lane i mod 8, each lane is summed in ascending order, and
// the lanes are added as ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)). Logarithms are of outputs limited to
// 1e-15 ... 1 - 1e-15; NaN stays NaN.
//
//   categorical_cross_entropy  -(t ln y)
//   binary_cross_entropy       -(t ln y + (1 - t) ln(1 - y))
//   squared_error              (y - t)^2
#define LECTERN_LOSS(NAME, REAL) \
  double NAME(const REAL *outputs, const REAL *targets, ptrdiff_t count)

LECTERN_LOSS(lectern_categorical_cross_entropy_f64, double);
LECTERN_LOSS(lectern_categorical_cross_entropy_f32, float);
LECTERN_LOSS(lectern_binary_cross_entropy_f64, double);
LECTERN_LOSS(lectern_binary_cross_entropy_f32, float);
LECTERN_LOSS(lectern_squared_error_f64, double);
LECTERN_LOSS(lectern_squared_error_f32, float);

// The sum of x^2, in double and in the lanes above.
double lectern_sum_of_squares_f64(const double *x, ptrdiff_t count);
double lectern_sum_of_squares_f32(const float *x, ptrdiff_t count);

// Whether there is neither an infinity nor NaN.
_Bool lectern_all_finite_f64(const double *x, ptrdiff_t count);
_Bool lectern_all_finite_f32(const float *x, ptrdiff_t count);

// y += factor x, fused.
void lectern_add_scaled_f64(double factor, const double *x, double *y, ptrdiff_t count);
void lectern_add_scaled_f32(float factor, const float *x, float *y, ptrdiff_t count);

// sums[j] = the sum of column j of x, in ascending order of rows.
void lectern_column_sums_f64(ptrdiff_t rows, ptrdiff_t columns, const double *x, double *sums);
void lectern_column_sums_f32(ptrdiff_t rows, ptrdiff_t columns, const float *x, float *sums);

// Every row of x becomes a copy of `row`.
void lectern_repeat_row_f64(ptrdiff_t rows, ptrdiff_t columns, const double *row, double *x);
void lectern_repeat_row_f32(ptrdiff_t rows, ptrdiff_t columns, const float *row, float *x);

#pragma clang assume_nonnull end

#endif
