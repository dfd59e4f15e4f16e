// Dense products c = start + a b, for one precision.
//
// A tile of c is held in registers while `inner` runs: TILE_ROWS rows by up to TILE_VECTORS vectors of columns. The
// columns of b that a tile needs are copied to a contiguous panel where they are not contiguous already, and `inner` is
// cut so that a panel stays in the first-level cache. Neither changes the order in which an element of c is summed: a
// cut only stores the sum and takes it up again.
//
// Source: Van Zee and van de Geijn, "BLIS: A Framework for Rapidly Instantiating BLAS Functionality", ACM Transactions
// on Mathematical Software 41 (2015).

#pragma clang assume_nonnull begin

#ifndef LECTERN_PRODUCT_SHAPE
#define LECTERN_PRODUCT_SHAPE
enum { TILE_ROWS = 6, PANEL_BYTES = 16384, PANEL_INNER = PANEL_BYTES / (TILE_VECTORS * VECTOR_BYTES) };
#endif

typedef REAL NAME(vector) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(REAL)), may_alias));
typedef REAL NAME(octet) __attribute__((vector_size(8 * sizeof(REAL)), aligned(sizeof(REAL)), may_alias));
typedef REAL NAME(quad) __attribute__((vector_size(4 * sizeof(REAL)), aligned(sizeof(REAL)), may_alias));

// What sums begin with: elements whose rows are `row` apart, or 0 if there are none.
typedef struct {
  const REAL *_Nullable elements;
  ptrdiff_t row;
} NAME(beginning);

// The same from some row and column on.
LECTERN_INLINE NAME(beginning) NAME(beginning_at)(NAME(beginning) start, ptrdiff_t i, ptrdiff_t j) {
  if (start.elements) start.elements += i * start.row + j;
  return start;
}

// c = start + a b for `rows` x (`vectors` * LANES) elements of c; both numbers are constants after inlining.
LECTERN_INLINE void NAME(multiply_tile)(
    int rows, int vectors, ptrdiff_t inner, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_inner,
    const REAL *b, ptrdiff_t b_inner, NAME(beginning) start, REAL *c, ptrdiff_t c_row) {
  NAME(vector) sums[TILE_ROWS][TILE_VECTORS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      sums[i][v] = start.elements ? *(const NAME(vector) *)(start.elements + i * start.row + v * LANES)
                                  : (NAME(vector)){0};
    }
  }
  for (ptrdiff_t k = 0; k < inner; k++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      NAME(vector) left = EVERY_LANE(NAME(vector), a[i * a_row + k * a_inner]);
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
    const REAL *b, ptrdiff_t b_inner, NAME(beginning) start, REAL *c, ptrdiff_t c_row) {
#define ROWS(N) \
  case N: NAME(multiply_tile)(N, vectors, inner, a, a_row, a_inner, b, b_inner, start, c, c_row); break
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

// Copies the columns of b from `first` to `width` for `inner` rows of a panel, and puts 0 into those from `width` on.
LECTERN_INLINE void NAME(copy_columns)(
    ptrdiff_t inner, ptrdiff_t first, ptrdiff_t width, ptrdiff_t panel_width, const REAL *b,
    ptrdiff_t b_inner, ptrdiff_t b_column, REAL *panel) {
  for (ptrdiff_t k = 0; k < inner; k++) {
    for (ptrdiff_t j = first; j < width; j++) panel[k * panel_width + j] = b[k * b_inner + j * b_column];
    for (ptrdiff_t j = width; j < panel_width; j++) panel[k * panel_width + j] = 0;
  }
}

// All rows of a strip of c, `width` <= `vectors` * LANES columns wide.
LECTERN_INLINE void NAME(multiply_vectors)(
    ptrdiff_t rows, int vectors, ptrdiff_t width, ptrdiff_t inner, const REAL *a, ptrdiff_t a_row,
    ptrdiff_t a_inner, const REAL *b, ptrdiff_t b_inner, NAME(beginning) start, REAL *c, ptrdiff_t c_row) {
  ptrdiff_t count;
  for (ptrdiff_t i = 0; i < rows; i += count) {
    // The last two tiles share what is left: one of few rows would wait for its own sums.
    ptrdiff_t left = rows - i;
    count = left >= 2 * TILE_ROWS ? TILE_ROWS : left > TILE_ROWS ? (left + 1) / 2 : left;
    if (width == vectors * LANES) {
      NAME(multiply_rows)(count, vectors, inner, a + i * a_row, a_row, a_inner, b, b_inner,
                          NAME(beginning_at)(start, i, 0), c + i * c_row, c_row);
      continue;
    }
    // The last columns are fewer than a vector: the tile is computed aside.
    _Alignas(64) REAL aside[TILE_ROWS * TILE_VECTORS * LANES];
    NAME(beginning) begun = NAME(beginning_at)(start, i, 0);
    if (begun.elements) {
      NAME(copy_columns)(count, 0, width, vectors * LANES, begun.elements, begun.row, 1, aside);
      begun = (NAME(beginning)){aside, vectors * LANES};
    }
    NAME(multiply_rows)(count, vectors, inner, a + i * a_row, a_row, a_inner, b, b_inner, begun,
                        aside, vectors * LANES);
    for (ptrdiff_t r = 0; r < count; r++) {
      for (ptrdiff_t j = 0; j < width; j++) {
        c[(i + r) * c_row + j] = aside[r * vectors * LANES + j];
      }
    }
  }
}

// The same for any number of vectors up to TILE_VECTORS.
LECTERN_INLINE void NAME(multiply_strip)(
    ptrdiff_t rows, ptrdiff_t vectors, ptrdiff_t width, ptrdiff_t inner, const REAL *a, ptrdiff_t a_row,
    ptrdiff_t a_inner, const REAL *b, ptrdiff_t b_inner, NAME(beginning) start, REAL *c, ptrdiff_t c_row) {
#define VECTORS(N) \
  case N: \
    NAME(multiply_vectors)(rows, N, width, inner, a, a_row, a_inner, b, b_inner, start, c, c_row); \
    break
  switch (vectors) {
    VECTORS(1);
    VECTORS(2);
#if TILE_VECTORS == 4
    VECTORS(3);
    VECTORS(4);
#endif
  }
#undef VECTORS
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

// Makes eight columns of eight rows, `stride` apart: element k of row i becomes element i of column k.
LECTERN_INLINE void NAME(turn_eight)(const REAL *rows, ptrdiff_t stride, NAME(octet) *columns) {
  NAME(octet) pairs[8], fours[8];
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i += 2) {
    NAME(octet) upper = *(const NAME(octet) *)(rows + i * stride);
    NAME(octet) lower = *(const NAME(octet) *)(rows + (i + 1) * stride);
    pairs[i] = __builtin_shufflevector(upper, lower, 0, 8, 2, 10, 4, 12, 6, 14);
    pairs[i + 1] = __builtin_shufflevector(upper, lower, 1, 9, 3, 11, 5, 13, 7, 15);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i += 4) {
#pragma clang loop unroll(full)
    for (int k = 0; k < 2; k++) {
      fours[i + k] = __builtin_shufflevector(pairs[i + k], pairs[i + k + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      fours[i + k + 2] = __builtin_shufflevector(pairs[i + k], pairs[i + k + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }
#pragma clang loop unroll(full)
  for (int k = 0; k < 4; k++) {
    columns[k] = __builtin_shufflevector(fours[k], fours[k + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    columns[k + 4] = __builtin_shufflevector(fours[k], fours[k + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

// Writes eight columns of eight elements, `stride` apart, as eight rows of a panel.
LECTERN_INLINE void NAME(transpose_eight)(const REAL *b, ptrdiff_t stride, ptrdiff_t panel_width, REAL *panel) {
  NAME(octet) rows[8];
  NAME(turn_eight)(b, stride, rows);
#pragma clang loop unroll(full)
  for (int k = 0; k < 8; k++) *(NAME(octet) *)(panel + k * panel_width) = rows[k];
}

// Copies `width` columns of b to a panel whose rows have `panel_width` elements, the rest of them 0. Either the rows or
// the columns of b are contiguous; columns are turned into rows in blocks of 8 x 8 and 4 x 4.
LECTERN_INLINE void NAME(copy_panel)(
    ptrdiff_t inner, ptrdiff_t width, ptrdiff_t panel_width, const REAL *b, ptrdiff_t b_inner,
    ptrdiff_t b_column, REAL *panel) {
  ptrdiff_t k = 0;
  for (; b_inner == 1 && k + 8 <= inner; k += 8) {
    ptrdiff_t j = 0;
    for (; j + 8 <= width; j += 8) {
      NAME(transpose_eight)(b + k + j * b_column, b_column, panel_width, panel + k * panel_width + j);
    }
    NAME(copy_columns)(8, j, width, panel_width, b + k, b_inner, b_column, panel + k * panel_width);
  }
  for (; b_inner == 1 && k + 4 <= inner; k += 4) {
    ptrdiff_t j = 0;
    for (; j + 4 <= width; j += 4) {
      NAME(transpose_four)(b + k + j * b_column, b_column, panel_width, panel + k * panel_width + j);
    }
    NAME(copy_columns)(4, j, width, panel_width, b + k, b_inner, b_column, panel + k * panel_width);
  }
  NAME(copy_columns)(inner - k, 0, width, panel_width, b + k * b_inner, b_inner, b_column,
                     panel + k * panel_width);
}

// c = start + a b for operands of any layout: a[i, k] is at i * a_row + k * a_inner, b[k, j] at k * b_inner + j * b_column.
LECTERN_INLINE void NAME(multiply)(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const REAL *a, ptrdiff_t a_row,
    ptrdiff_t a_inner, const REAL *b, ptrdiff_t b_inner, ptrdiff_t b_column, NAME(beginning) start, REAL *c) {
  _Alignas(64) REAL panel[PANEL_INNER * TILE_VECTORS * LANES];
  // At least once, for sums of nothing.
  for (ptrdiff_t k = 0; k == 0 || k < inner; k += PANEL_INNER) {
    if (k > 0) start = (NAME(beginning)){c, columns};
    ptrdiff_t depth = inner - k < PANEL_INNER ? inner - k : PANEL_INNER;
    for (ptrdiff_t j = 0; j < columns; j += TILE_VECTORS * LANES) {
      ptrdiff_t left = columns - j;
      ptrdiff_t width = left < TILE_VECTORS * LANES ? left : TILE_VECTORS * LANES;
      ptrdiff_t vectors = (width + LANES - 1) / LANES;
      const REAL *strip = b + k * b_inner + j * b_column;
      ptrdiff_t strip_inner = b_inner;
      if (b_column != 1 || width != vectors * LANES || rows >= 32) {
        NAME(copy_panel)(depth, width, vectors * LANES, strip, b_inner, b_column, panel);
        strip = panel;
        strip_inner = vectors * LANES;
      }
      NAME(multiply_strip)(
          rows, vectors, width, depth, a + k * a_inner, a_row, a_inner, strip, strip_inner,
          NAME(beginning_at)(start, 0, j), c + j, columns);
    }
  }
}

// The same for fewer columns than a vector has lanes: the vectors run over the rows of c instead, as in c' = b' a'.
LECTERN_INLINE void NAME(multiply_narrow)(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, const REAL *a, ptrdiff_t a_row,
    ptrdiff_t a_inner, const REAL *b, ptrdiff_t b_inner, ptrdiff_t b_column, NAME(beginning) start, REAL *c) {
  _Alignas(64) REAL turned[LANES * TILE_VECTORS * LANES];
  for (ptrdiff_t i = 0; i < rows; i += TILE_VECTORS * LANES) {
    ptrdiff_t left = rows - i;
    ptrdiff_t width = left < TILE_VECTORS * LANES ? left : TILE_VECTORS * LANES;
    NAME(beginning) begun = {start.elements ? turned : NULL, width};
    for (ptrdiff_t j = 0; start.elements && j < columns; j++) {
      for (ptrdiff_t r = 0; r < width; r++) turned[j * width + r] = start.elements[(i + r) * start.row + j];
    }
    NAME(multiply)(columns, inner, width, b, b_column, b_inner, a + i * a_row, a_inner, a_row, begun, turned);
    for (ptrdiff_t j = 0; j < columns; j++) {
      for (ptrdiff_t r = 0; r < width; r++) c[(i + r) * columns + j] = turned[j * width + r];
    }
  }
}

// c = start + a b for eight rows and two columns, the usual number of classes: rows are the lanes of vectors.
LECTERN_INLINE void NAME(multiply_to_pairs)(
    ptrdiff_t inner, const REAL *a, ptrdiff_t a_row, const REAL *b, NAME(beginning) start, REAL *c) {
  NAME(octet) first = {0}, second = {0};
  for (int i = 0; start.elements && i < 8; i++) {
    first[i] = start.elements[i * start.row];
    second[i] = start.elements[i * start.row + 1];
  }
  ptrdiff_t k = 0;
  for (; k + 8 <= inner; k += 8) {
    NAME(octet) left[8];
    NAME(turn_eight)(a + k, a_row, left);
#pragma clang loop unroll(full)
    for (int n = 0; n < 8; n++) {
      first = __builtin_elementwise_fma(left[n], EVERY_LANE(NAME(octet), b[2 * (k + n)]), first);
      second = __builtin_elementwise_fma(left[n], EVERY_LANE(NAME(octet), b[2 * (k + n) + 1]), second);
    }
  }
  for (; k < inner; k++) {
    for (int i = 0; i < 8; i++) {
      first[i] = NAME(fused)(a[i * a_row + k], b[2 * k], first[i]);
      second[i] = NAME(fused)(a[i * a_row + k], b[2 * k + 1], second[i]);
    }
  }
  *(NAME(octet) *)c = __builtin_shufflevector(first, second, 0, 8, 1, 9, 2, 10, 3, 11);
  *(NAME(octet) *)(c + 8) = __builtin_shufflevector(first, second, 4, 12, 5, 13, 6, 14, 7, 15);
}

// c = a b' for two inner elements, the gradients of two classes, and a strip of c.
LECTERN_INLINE void NAME(multiply_from_pairs)(
    ptrdiff_t rows, const REAL *a, ptrdiff_t a_row, const REAL *b, REAL *c, ptrdiff_t c_row) {
  NAME(vector) first[TILE_VECTORS], second[TILE_VECTORS];
  for (int v = 0; v < TILE_VECTORS; v++) {
    for (int j = 0; j < LANES; j++) {
      first[v][j] = b[2 * (v * LANES + j)];
      second[v][j] = b[2 * (v * LANES + j) + 1];
    }
  }
  for (ptrdiff_t i = 0; i < rows; i++) {
    NAME(vector) left = EVERY_LANE(NAME(vector), a[i * a_row]);
    NAME(vector) right = EVERY_LANE(NAME(vector), a[i * a_row + 1]);
#pragma clang loop unroll(full)
    for (int v = 0; v < TILE_VECTORS; v++) {
      NAME(vector) sum = __builtin_elementwise_fma(left, first[v], (NAME(vector)){0});
      *(NAME(vector) *)(c + i * c_row + v * LANES) = __builtin_elementwise_fma(right, second[v], sum);
    }
  }
}

static LECTERN_PRODUCT(NAME(product), REAL) {
  NAME(beginning) begun = {start, start_row};
  if (columns == 2) {
    for (; rows >= 8; rows -= 8, a += 8 * stride, c += 16) {
      NAME(multiply_to_pairs)(inner, a, stride, b, begun, c);
      begun = NAME(beginning_at)(begun, 8, 0);
    }
  }
  if (columns < LANES) {
    NAME(multiply_narrow)(rows, inner, columns, a, stride, 1, b, columns, 1, begun, c);
  } else {
    NAME(multiply)(rows, inner, columns, a, stride, 1, b, columns, 1, begun, c);
  }
}

static LECTERN_PRODUCT(NAME(transposed_product), REAL) {
  NAME(beginning) begun = {start, start_row};
  if (columns < LANES) {
    NAME(multiply_narrow)(rows, inner, columns, a, 1, stride, b, columns, 1, begun, c);
  } else {
    NAME(multiply)(rows, inner, columns, a, 1, stride, b, columns, 1, begun, c);
  }
}

static LECTERN_PRODUCT(NAME(product_transposed), REAL) {
  NAME(beginning) begun = {start, start_row};
  ptrdiff_t strip = TILE_VECTORS * LANES;
  if (inner == 2 && !start && columns % strip == 0) {
    for (ptrdiff_t j = 0; j < columns; j += strip) {
      NAME(multiply_from_pairs)(rows, a, stride, b + 2 * j, c + j, columns);
    }
  } else {
    NAME(multiply)(rows, inner, columns, a, stride, 1, b, 1, inner, begun, c);
  }
}

#pragma clang assume_nonnull end
