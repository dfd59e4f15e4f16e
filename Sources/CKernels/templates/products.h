// Dense products c += a b, for one precision.
//
// A tile of c is held in registers while `inner` runs: TILE_ROWS rows by up to two vectors of columns. The columns of
// b that a tile needs are copied to a contiguous panel where they are not contiguous already, and `inner` is cut
// so that a panel stays in the first-level cache. Neither changes the order in which an element of c is summed: a cut
// only stores the sum and takes it up again.

#ifndef LECTERN_PRODUCT_SHAPE
#define LECTERN_PRODUCT_SHAPE
enum { TILE_ROWS = 6, TILE_VECTORS = 2, PANEL_INNER = 128 };
#endif

typedef REAL NAME(vector) __attribute__((vector_size(LANES * sizeof(REAL)), aligned(sizeof(REAL)), may_alias));
typedef REAL NAME(quad) __attribute__((vector_size(4 * sizeof(REAL)), aligned(sizeof(REAL)), may_alias));

// c += a b for `rows` x (`vectors` * LANES) elements of c; both numbers are constants after inlining.
LECTERN_INLINE void NAME(multiply_tile)(
    int rows, int vectors, ptrdiff_t inner, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_inner,
    const REAL *b, ptrdiff_t b_inner, REAL *c, ptrdiff_t c_row) {
  NAME(vector) sums[TILE_ROWS][TILE_VECTORS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      sums[i][v] = *(const NAME(vector) *)(c + i * c_row + v * LANES);
    }
  }
  for (ptrdiff_t k = 0; k < inner; k++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      NAME(vector) left = (NAME(vector)){0} + a[i * a_row + k * a_inner];
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) {
        NAME(vector) right = *(const NAME(vector) *)(b + k * b_inner + v * LANES);
        sums[i][v] = __builtin_elementwise_fma(left, right, sums[i][v]);
      }
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      *(NAME(vector) *)(c + i * c_row + v * LANES) = sums[i][v];
    }
  }
}

// A tile of any number of rows up to TILE_ROWS.
LECTERN_INLINE void NAME(multiply_rows)(
    ptrdiff_t rows, int vectors, ptrdiff_t inner, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_inner,
    const REAL *b, ptrdiff_t b_inner, REAL *c, ptrdiff_t c_row) {
#define ROWS(N) \
  case N: NAME(multiply_tile)(N, vectors, inner, a, a_row, a_inner, b, b_inner, c, c_row); break
  switch (rows) {
    ROWS(1);
    ROWS(2);
    ROWS(3);
    ROWS(4);
    ROWS(5);
    ROWS(6);
  }
#undef ROWS
}

// All rows of a strip of c, `width` <= vectors * LANES columns wide.
LECTERN_INLINE void NAME(multiply_strip)(
    ptrdiff_t rows, int vectors, ptrdiff_t width, ptrdiff_t inner, const REAL *a, ptrdiff_t a_row,
    ptrdiff_t a_inner, const REAL *b, ptrdiff_t b_inner, REAL *c, ptrdiff_t c_row) {
  for (ptrdiff_t i = 0; i < rows; i += TILE_ROWS) {
    ptrdiff_t count = rows - i < TILE_ROWS ? rows - i : TILE_ROWS;
    if (width == vectors * LANES) {
      NAME(multiply_rows)(count, vectors, inner, a + i * a_row, a_row, a_inner, b, b_inner,
                          c + i * c_row, c_row);
      continue;
    }
    // The last columns are fewer than a vector: the tile is computed aside.
    REAL aside[TILE_ROWS * TILE_VECTORS * LANES] = {0};
    for (ptrdiff_t r = 0; r < count; r++) {
      for (ptrdiff_t j = 0; j < width; j++) {
        aside[r * vectors * LANES + j] = c[(i + r) * c_row + j];
      }
    }
    NAME(multiply_rows)(count, vectors, inner, a + i * a_row, a_row, a_inner, b, b_inner,
                        aside, vectors * LANES);
    for (ptrdiff_t r = 0; r < count; r++) {
      for (ptrdiff_t j = 0; j < width; j++) {
        c[(i + r) * c_row + j] = aside[r * vectors * LANES + j];
      }
    }
  }
}

// Writes four columns of four elements, `stride` apart, as four rows of a panel.
LECTERN_INLINE void NAME(transpose_four)(const REAL *b, ptrdiff_t stride, ptrdiff_t panel_width, REAL *panel) {
  NAME(quad) b0 = *(const NAME(quad) *)b;
  NAME(quad) b1 = *(const NAME(quad) *)(b + stride);
  NAME(quad) b2 = *(const NAME(quad) *)(b + 2 * stride);
  NAME(quad) b3 = *(const NAME(quad) *)(b + 3 * stride);
  NAME(quad) low01 = __builtin_shufflevector(b0, b1, 0, 4, 1, 5);
  NAME(quad) high01 = __builtin_shufflevector(b0, b1, 2, 6, 3, 7);
  NAME(quad) low23 = __builtin_shufflevector(b2, b3, 0, 4, 1, 5);
  NAME(quad) high23 = __builtin_shufflevector(b2, b3, 2, 6, 3, 7);
  *(NAME(quad) *)panel = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
  *(NAME(quad) *)(panel + panel_width) = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
  *(NAME(quad) *)(panel + 2 * panel_width) = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
  *(NAME(quad) *)(panel + 3 * panel_width) = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
}

// Copies the columns of b from `first` to `width` for `inner` rows of a panel, and puts 0 into those from `width` on.
LECTERN_INLINE void NAME(copy_columns)(
    ptrdiff_t inner, ptrdiff_t first, ptrdiff_t width, ptrdiff_t panel_width, const REAL *b,
    ptrdiff_t b_inner, ptrdiff_t b_column, REAL *panel) {
  for (ptrdiff_t k = 0; k < inner; k++) {
    for (ptrdiff_t j = first; j < width; j++) panel[k * panel_width + j] = b[k * b_inner + j * b_column];
    for (ptrdiff_t j = width; j < panel_width; j++) panel[k * panel_width + j] = 0;
  }
}

// Copies `width` columns of b to a panel whose rows have `panel_width` elements, the rest of them 0. Either the rows or
// the columns of b are contiguous; columns are turned into rows in blocks of 4 x 4.
LECTERN_INLINE void NAME(copy_panel)(
    ptrdiff_t inner, ptrdiff_t width, ptrdiff_t panel_width, const REAL *b, ptrdiff_t b_inner,
    ptrdiff_t b_column, REAL *panel) {
  ptrdiff_t k = 0;
  ptrdiff_t blocks = b_inner == 1 ? inner / 4 : 0;
  for (; k < 4 * blocks; k += 4) {
    ptrdiff_t j = 0;
    for (; j + 4 <= width; j += 4) {
      NAME(transpose_four)(b + k + j * b_column, b_column, panel_width, panel + k * panel_width + j);
    }
    NAME(copy_columns)(4, j, width, panel_width, b + k, b_inner, b_column, panel + k * panel_width);
  }
  NAME(copy_columns)(inner - k, 0, width, panel_width, b + k * b_inner, b_inner, b_column,
                     panel + k * panel_width);
}

// c += a b for operands of any layout: a[i, k] is at i * a_row + k * a_inner, b[k, j] at k * b_inner + j * b_column.
LECTERN_INLINE void NAME(multiply)(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const REAL *a, ptrdiff_t a_row,
    ptrdiff_t a_inner, const REAL *b, ptrdiff_t b_inner, ptrdiff_t b_column, REAL *c) {
  REAL panel[PANEL_INNER * TILE_VECTORS * LANES];
  for (ptrdiff_t k = 0; k < inner; k += PANEL_INNER) {
    ptrdiff_t depth = inner - k < PANEL_INNER ? inner - k : PANEL_INNER;
    for (ptrdiff_t j = 0; j < columns; j += TILE_VECTORS * LANES) {
      ptrdiff_t left = columns - j;
      int vectors = left > LANES ? 2 : 1;
      ptrdiff_t width = left < vectors * LANES ? left : vectors * LANES;
      const REAL *strip = b + k * b_inner + j * b_column;
      ptrdiff_t strip_inner = b_inner;
      if (b_column != 1 || width != vectors * LANES || rows >= 32) {
        NAME(copy_panel)(depth, width, vectors * LANES, strip, b_inner, b_column, panel);
        strip = panel;
        strip_inner = vectors * LANES;
      }
      const REAL *first = a + k * a_inner;
      if (vectors == 1) {
        NAME(multiply_strip)(rows, 1, width, depth, first, a_row, a_inner, strip, strip_inner, c + j, columns);
      } else {
        NAME(multiply_strip)(rows, 2, width, depth, first, a_row, a_inner, strip, strip_inner, c + j, columns);
      }
    }
  }
}

static LECTERN_PRODUCT(NAME(product), REAL) {
  NAME(multiply)(rows, inner, columns, a, stride, 1, b, columns, 1, c);
}

static LECTERN_PRODUCT(NAME(transposed_product), REAL) {
  NAME(multiply)(rows, inner, columns, a, 1, stride, b, columns, 1, c);
}

static LECTERN_PRODUCT(NAME(product_transposed), REAL) {
  NAME(multiply)(rows, inner, columns, a, stride, 1, b, 1, inner, c);
}
