// Products with compressed sparse rows, for one precision: for each stored element one row of b or c.

LECTERN_EVERY_CPU
LECTERN_SPARSE_PRODUCT(NAME(lectern_sparse_product), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    REAL *sums = c + i * columns;
    for (ptrdiff_t n = starts[selected[i]]; n < starts[selected[i] + 1]; n++) {
      const REAL *row = b + indices[n] * columns;
      for (ptrdiff_t j = 0; j < columns; j++) {
        sums[j] = NAME(fused)(values[n], row[j], sums[j]);
      }
    }
  }
}

LECTERN_EVERY_CPU
LECTERN_SPARSE_PRODUCT(NAME(lectern_sparse_transposed_product), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    const REAL *row = b + i * columns;
    for (ptrdiff_t n = starts[selected[i]]; n < starts[selected[i] + 1]; n++) {
      REAL *sums = c + indices[n] * columns;
      for (ptrdiff_t j = 0; j < columns; j++) {
        sums[j] = NAME(fused)(values[n], row[j], sums[j]);
      }
    }
  }
}
