// Products with compressed sparse rows, for one precision: each stored element meets one row of b or c.
//
// The columns are worked through in strips whose sums stay in registers while a row's elements run.

#ifndef LECTERN_STRIP_SHAPE
#define LECTERN_STRIP_SHAPE
enum { STRIP_VECTORS = 4 };
#endif

typedef REAL NAME(strip) __attribute__((vector_size(LANES * sizeof(REAL)), aligned(sizeof(REAL)), may_alias));

// sums += the stored elements of one sparse row times rows of b, for `vectors` * LANES columns.
LECTERN_INLINE void NAME(gather_strip)(
    int vectors, ptrdiff_t stored, const int32_t *indices, const REAL *values, const REAL *b,
    ptrdiff_t columns, REAL *sums) {
  NAME(strip) kept[STRIP_VECTORS];
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) kept[v] = *(const NAME(strip) *)(sums + v * LANES);
  for (ptrdiff_t n = 0; n < stored; n++) {
    NAME(strip) value = (NAME(strip)){0} + values[n];
    const REAL *row = b + indices[n] * columns;
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      kept[v] = __builtin_elementwise_fma(value, *(const NAME(strip) *)(row + v * LANES), kept[v]);
    }
  }
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) *(NAME(strip) *)(sums + v * LANES) = kept[v];
}

// Rows of c += the stored elements of one sparse row times a row of b, for `vectors` * LANES columns.
LECTERN_INLINE void NAME(scatter_strip)(
    int vectors, ptrdiff_t stored, const int32_t *indices, const REAL *values, const REAL *row,
    ptrdiff_t columns, REAL *c) {
  NAME(strip) kept[STRIP_VECTORS];
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) kept[v] = *(const NAME(strip) *)(row + v * LANES);
  for (ptrdiff_t n = 0; n < stored; n++) {
    NAME(strip) value = (NAME(strip)){0} + values[n];
    REAL *sums = c + indices[n] * columns;
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      NAME(strip) *sum = (NAME(strip) *)(sums + v * LANES);
      *sum = __builtin_elementwise_fma(value, kept[v], *sum);
    }
  }
}

LECTERN_EVERY_CPU
LECTERN_SPARSE_PRODUCT(NAME(lectern_sparse_product), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    ptrdiff_t start = starts[selected[i]];
    ptrdiff_t stored = starts[selected[i] + 1] - start;
    const int32_t *own_indices = indices + start;
    const REAL *own_values = values + start;
    REAL *sums = c + i * columns;
    ptrdiff_t j = 0;
    for (; j + STRIP_VECTORS * LANES <= columns; j += STRIP_VECTORS * LANES) {
      NAME(gather_strip)(STRIP_VECTORS, stored, own_indices, own_values, b + j, columns, sums + j);
    }
    for (; j + LANES <= columns; j += LANES) {
      NAME(gather_strip)(1, stored, own_indices, own_values, b + j, columns, sums + j);
    }
    for (; j < columns; j++) {
      REAL sum = sums[j];
      for (ptrdiff_t n = 0; n < stored; n++) {
        sum = NAME(fused)(own_values[n], b[own_indices[n] * columns + j], sum);
      }
      sums[j] = sum;
    }
  }
}

LECTERN_EVERY_CPU
LECTERN_SPARSE_PRODUCT(NAME(lectern_sparse_transposed_product), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    ptrdiff_t start = starts[selected[i]];
    ptrdiff_t stored = starts[selected[i] + 1] - start;
    const int32_t *own_indices = indices + start;
    const REAL *own_values = values + start;
    const REAL *row = b + i * columns;
    ptrdiff_t j = 0;
    for (; j + STRIP_VECTORS * LANES <= columns; j += STRIP_VECTORS * LANES) {
      NAME(scatter_strip)(STRIP_VECTORS, stored, own_indices, own_values, row + j, columns, c + j);
    }
    for (; j + LANES <= columns; j += LANES) {
      NAME(scatter_strip)(1, stored, own_indices, own_values, row + j, columns, c + j);
    }
    for (; j < columns; j++) {
      for (ptrdiff_t n = 0; n < stored; n++) {
        REAL *sum = c + own_indices[n] * columns + j;
        *sum = NAME(fused)(own_values[n], row[j], *sum);
      }
    }
  }
}
