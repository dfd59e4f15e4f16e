// What a network's training spends its time in, for double (_f64) and float (_f32), compiled for several CPUs.
// The declarations stand for both precisions: REAL is double, float or, in tables, either of them.
//
// Matrices are dense and row-major, without gaps between rows unless a stride is given. Every sum has one order, stated
// here, so that the bits depend neither on the CPU nor on blocking. Products are fused multiply-adds by name; all other
// sums are of numbers rounded before, since contraction is off.
#ifndef LECTERN_MATRIX_KERNELS_H
#define LECTERN_MATRIX_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Products. Each element of c goes through a chain of fused multiply-adds in ascending order of `inner`. It starts with
// an element of `start`, whose rows are `start_row` apart: c itself, to go on with its sums, a row for all with 0
// between, or 0 where there is none. The rows of a are `stride` apart, so that it may be a part of a matrix's columns.
//
//   product             c = start + a b     a: rows x inner,  b: inner x columns
//   transposed_product  c = start + a' b    a: inner x rows,  b: inner x columns
//   product_transposed  c = start + a b'    a: rows x inner,  b: columns x inner
#define LECTERN_PRODUCT(NAME, REAL) \
  void NAME(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const REAL *a, ptrdiff_t stride, \
            const REAL *b, const REAL *_Nullable start, ptrdiff_t start_row, REAL *c)

// The same with some rows of a matrix in compressed sparse rows: `selected` are the `count` row numbers, and row r
// has the values and columns at starts[r] ..< starts[r + 1].
//
//   sparse_product             c[i, :] = begun + S[selected[i], :] b
//                              b: the columns of S x columns, begun: a row
//   sparse_transposed_product  c[k, :] += S[selected[i], k] * (factor * b[i, :]), for i ascending
//                              b: count x columns; the factor is one of the precision, its products are rounded
#define LECTERN_SPARSE_PRODUCT(NAME, REAL) \
  void NAME(ptrdiff_t count, const ptrdiff_t *selected, const ptrdiff_t *starts, \
            const int32_t *indices, const REAL *values, ptrdiff_t columns, const REAL *b, \
            const REAL *begun, REAL *c)
#define LECTERN_SPARSE_TRANSPOSED_PRODUCT(NAME, REAL) \
  void NAME(ptrdiff_t count, const ptrdiff_t *selected, const ptrdiff_t *starts, \
            const int32_t *indices, const REAL *values, ptrdiff_t columns, double factor, \
            const REAL *b, REAL *c)

// Activations, in place. The sigmoid limits its input to +-500; relu keeps NaN. The exponentials of float are those
// of double, rounded.
#define LECTERN_ACTIVATION(NAME, REAL) void NAME(REAL *x, ptrdiff_t count)

// Each row becomes exp(x - max) / sum, the sum in ascending order of columns.
#define LECTERN_SOFTMAX(NAME, REAL) void NAME(ptrdiff_t rows, ptrdiff_t columns, REAL *x)

// Multiplies `delta` by the activation's derivative, found from the activation's result: y (1 - y), 1 - y^2, and for
// relu 1 where y > 0, otherwise 0.
#define LECTERN_SLOPE(NAME, REAL) void NAME(const REAL *y, REAL *delta, ptrdiff_t count)

// Sums over all outputs, in double: element i belongs to lane i mod 8, each lane is summed in ascending order, and
// the lanes are added as ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)). Logarithms are of outputs limited to
// 1e-15 ... 1 - 1e-15; NaN stays NaN.
//
//   categorical_cross_entropy  -(t ln y)
//   binary_cross_entropy       -(t ln y + (1 - t) ln(1 - y))
//   squared_error              (y - t)^2
#define LECTERN_LOSS(NAME, REAL) \
  double NAME(const REAL *outputs, const REAL *targets, ptrdiff_t count)

// The sum of x^2, in double and in the lanes above.
#define LECTERN_SUM_OF_SQUARES(NAME, REAL) double NAME(const REAL *x, ptrdiff_t count)

// How far the elements of a vector have gone, and where they are: sums of squares, in double and in the lanes above.
typedef struct {
  double change;
  double size;
} lectern_movement;

// y becomes x in float. `change` is the sum of (new y - old y)^2, `size` that of (new y)^2.
#define LECTERN_FOLLOW(NAME, REAL) \
  lectern_movement NAME(const REAL *x, float *y, ptrdiff_t count)

// Whether there is neither an infinity nor NaN.
#define LECTERN_ALL_FINITE(NAME, REAL) _Bool NAME(const REAL *x, ptrdiff_t count)

// y += factor x, fused; the factor is one of the precision.
#define LECTERN_ADD_SCALED(NAME, REAL) \
  void NAME(double factor, const REAL *x, REAL *y, ptrdiff_t count)

// y[j] = the sum of column j of x, in ascending order of rows.
#define LECTERN_COLUMN_SUMS(NAME, REAL) \
  void NAME(ptrdiff_t rows, ptrdiff_t columns, const REAL *x, REAL *y)

// All kernels for one precision and one kind of CPU. Who calls them knows which precision that is.
typedef struct {
  LECTERN_PRODUCT((*product), void);
  LECTERN_PRODUCT((*transposed_product), void);
  LECTERN_PRODUCT((*product_transposed), void);
  LECTERN_SPARSE_PRODUCT((*sparse_product), void);
  LECTERN_SPARSE_TRANSPOSED_PRODUCT((*sparse_transposed_product), void);
  LECTERN_ACTIVATION((*sigmoid), void);
  LECTERN_ACTIVATION((*tanh), void);
  LECTERN_ACTIVATION((*relu), void);
  LECTERN_SOFTMAX((*softmax), void);
  LECTERN_SLOPE((*sigmoid_slope), void);
  LECTERN_SLOPE((*tanh_slope), void);
  LECTERN_SLOPE((*relu_slope), void);
  LECTERN_LOSS((*categorical_cross_entropy), void);
  LECTERN_LOSS((*binary_cross_entropy), void);
  LECTERN_LOSS((*squared_error), void);
  LECTERN_SUM_OF_SQUARES((*sum_of_squares), void);
  LECTERN_FOLLOW((*follow), void);
  LECTERN_ALL_FINITE((*all_finite), void);
  LECTERN_ADD_SCALED((*add_scaled), void);
  LECTERN_COLUMN_SUMS((*column_sums), void);
} lectern_kernels;

// The kinds of CPU that the kernels are compiled for; any but x86-64 has the baseline only.
typedef enum { LECTERN_BASELINE, LECTERN_AVX2, LECTERN_AVX512 } lectern_variant;

// Whether this CPU can run a variant.
_Bool lectern_supports(lectern_variant variant);

// The kernels of a variant.
const lectern_kernels *lectern_kernels_f64(lectern_variant variant);
const lectern_kernels *lectern_kernels_f32(lectern_variant variant);

#pragma clang assume_nonnull end

#endif
