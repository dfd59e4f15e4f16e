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

// One sparse row, for all columns: strips of vectors, then the columns that fill none.
LECTERN_INLINE void NAME(gather_row)(
    ptrdiff_t stored, const int32_t *indices, const REAL *values, const REAL *b, ptrdiff_t columns,
    REAL *sums) {
  ptrdiff_t j = 0;
  while (j + LANES <= columns) {
    ptrdiff_t left = (columns - j) / LANES;
#define STRIP(N) NAME(gather_strip)(N, stored, indices, values, b + j, columns, sums + j)
    switch (left) {
      case 1: STRIP(1); break;
      case 2: STRIP(2); break;
      case 3: STRIP(3); break;
      default: STRIP(STRIP_VECTORS);
    }
#undef STRIP
    j += (left < STRIP_VECTORS ? left : STRIP_VECTORS) * LANES;
  }
  for (; j < columns; j++) {
    REAL sum = sums[j];
    for (ptrdiff_t n = 0; n < stored; n++) {
      sum = NAME(fused)(values[n], b[indices[n] * columns + j], sum);
    }
    sums[j] = sum;
  }
}

LECTERN_INLINE void NAME(scatter_row)(
    ptrdiff_t stored, const int32_t *indices, const REAL *values, const REAL *row, ptrdiff_t columns,
    REAL *c) {
  ptrdiff_t j = 0;
  while (j + LANES <= columns) {
    ptrdiff_t left = (columns - j) / LANES;
#define STRIP(N) NAME(scatter_strip)(N, stored, indices, values, row + j, columns, c + j)
    switch (left) {
      case 1: STRIP(1); break;
      case 2: STRIP(2); break;
      case 3: STRIP(3); break;
      default: STRIP(STRIP_VECTORS);
    }
#undef STRIP
    j += (left < STRIP_VECTORS ? left : STRIP_VECTORS) * LANES;
  }
  for (; j < columns; j++) {
    for (ptrdiff_t n = 0; n < stored; n++) {
      REAL *sum = c + indices[n] * columns + j;
      *sum = NAME(fused)(values[n], row[j], *sum);
    }
  }
}

static LECTERN_SPARSE_PRODUCT(NAME(sparse_product), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    ptrdiff_t start = starts[selected[i]];
    ptrdiff_t stored = starts[selected[i] + 1] - start;
    NAME(gather_row)(stored, indices + start, values + start, b, columns, c + i * columns);
  }
}

static LECTERN_SPARSE_PRODUCT(NAME(sparse_transposed_product), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    ptrdiff_t start = starts[selected[i]];
    ptrdiff_t stored = starts[selected[i] + 1] - start;
    NAME(scatter_row)(stored, indices + start, values + start, b + i * columns, columns, c);
  }
}
