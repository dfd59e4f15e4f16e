// Products with compressed sparse rows, for one precision: each stored element meets one row of b or c.
//
// The columns are worked through in strips whose sums stay in registers while a row's elements run. A strip is as wide on
// every CPU, a vector of it several registers where they are narrow: the wider, the fewer times an element is read.

#ifndef LECTERN_STRIP_SHAPE
#define LECTERN_STRIP_SHAPE
enum { STRIP_VECTORS = 4, STRIP_BYTES = 64, STRIP_AHEAD = 8, AWAITED_ELEMENTS = 48 };

// The columns of a layer's block, which the compiler then knows.
enum { USUAL_COLUMNS = 32 };
#endif
#define STRIP_LANES (STRIP_BYTES / (ptrdiff_t)sizeof(REAL))

typedef REAL NAME(strip) __attribute__((vector_size(STRIP_BYTES), aligned(sizeof(REAL)), may_alias));

// The stored elements of one sparse row.
typedef struct {
  ptrdiff_t stored;
  const int32_t *indices;
  const REAL *values;
} NAME(sparse_row);

// sums += one stored element times its row of b, for `vectors` * STRIP_LANES columns.
LECTERN_INLINE void NAME(gather_element)(
    int vectors, int32_t index, REAL element, const REAL *b, ptrdiff_t columns, NAME(strip) *sums) {
  NAME(strip) value = EVERY_LANE(NAME(strip), element);
  const REAL *row = b + index * columns;
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) {
    sums[v] = __builtin_elementwise_fma(value, *(const NAME(strip) *)(row + v * STRIP_LANES), sums[v]);
  }
}

// sums = begun + the stored elements of one or two sparse rows times rows of b, for `vectors` * STRIP_LANES columns.
//
// Two rows take turns, since each waits for its own sums.
LECTERN_INLINE void NAME(gather_strip)(
    int rows, int vectors, const NAME(sparse_row) *row, const REAL *b, ptrdiff_t columns,
    const REAL *begun, REAL *sums) {
  NAME(strip) kept[2][STRIP_VECTORS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) kept[i][v] = *(const NAME(strip) *)(begun + v * STRIP_LANES);
  }
  ptrdiff_t shared = rows == 2 && row[1].stored < row[0].stored ? row[1].stored : row[0].stored;
  for (ptrdiff_t n = 0; n < shared; n++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      NAME(gather_element)(vectors, row[i].indices[n], row[i].values[n], b, columns, kept[i]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
    for (ptrdiff_t n = shared; n < row[i].stored; n++) {
      NAME(gather_element)(vectors, row[i].indices[n], row[i].values[n], b, columns, kept[i]);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) *(NAME(strip) *)(sums + i * columns + v * STRIP_LANES) = kept[i][v];
  }
}

// Rows of c += the stored elements of one sparse row times factor times a row of b, for `vectors` * STRIP_LANES columns.
//
// Pointers run along the elements: an index beside them would be one register too many for x86-64. With
// AWAITS_ROWS the start of a row of c is asked for some elements ahead, where so many bytes in flight are worth the
// instruction; what follows it is found by prefetchers.
LECTERN_INLINE void NAME(scatter_strip)(
    int vectors, NAME(sparse_row) sparse, REAL factor, const REAL *row, ptrdiff_t columns, REAL *c) {
  NAME(strip) kept[STRIP_VECTORS];
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) {
    kept[v] = EVERY_LANE(NAME(strip), factor) * *(const NAME(strip) *)(row + v * STRIP_LANES);
  }
  const REAL *value = sparse.values;
  const int32_t *end = sparse.indices + sparse.stored;
  for (const int32_t *index = sparse.indices; index < end; index++, value++) {
    if (AWAITS_ROWS) {
      __builtin_prefetch(c + *(end - index > STRIP_AHEAD ? index + STRIP_AHEAD : end - 1) * columns, 1);
    }
    NAME(strip) element = EVERY_LANE(NAME(strip), *value);
    REAL *sums = c + *index * columns;
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      NAME(strip) *sum = (NAME(strip) *)(sums + v * STRIP_LANES);
      *sum = __builtin_elementwise_fma(element, kept[v], *sum);
    }
  }
}

// One or two sparse rows, for all columns: strips of vectors, then the columns that fill none.
LECTERN_INLINE void NAME(gather_rows)(
    int rows, const NAME(sparse_row) *row, const REAL *b, ptrdiff_t columns, const REAL *begun,
    REAL *sums) {
  ptrdiff_t j = 0;
  while (j + STRIP_LANES <= columns) {
    ptrdiff_t left = (columns - j) / STRIP_LANES;
#define STRIP(N) NAME(gather_strip)(rows, N, row, b + j, columns, begun + j, sums + j)
    switch (left) {
      case 1: STRIP(1); break;
      case 2: STRIP(2); break;
      case 3: STRIP(3); break;
      default: STRIP(STRIP_VECTORS);
    }
#undef STRIP
    j += (left < STRIP_VECTORS ? left : STRIP_VECTORS) * STRIP_LANES;
  }
  for (int i = 0; i < rows; i++) {
    for (ptrdiff_t last = j; last < columns; last++) {
      REAL sum = begun[last];
      for (ptrdiff_t n = 0; n < row[i].stored; n++) {
        sum = NAME(fused)(row[i].values[n], b[row[i].indices[n] * columns + last], sum);
      }
      sums[i * columns + last] = sum;
    }
  }
}

LECTERN_INLINE void NAME(scatter_row)(
    NAME(sparse_row) sparse, REAL factor, const REAL *row, ptrdiff_t columns, REAL *c) {
  ptrdiff_t j = 0;
  while (j + STRIP_LANES <= columns) {
    ptrdiff_t left = (columns - j) / STRIP_LANES;
#define STRIP(N) NAME(scatter_strip)(N, sparse, factor, row + j, columns, c + j)
    switch (left) {
      case 1: STRIP(1); break;
      case 2: STRIP(2); break;
      case 3: STRIP(3); break;
      default: STRIP(STRIP_VECTORS);
    }
#undef STRIP
    j += (left < STRIP_VECTORS ? left : STRIP_VECTORS) * STRIP_LANES;
  }
  for (; j < columns; j++) {
    REAL kept = factor * row[j];
    for (ptrdiff_t n = 0; n < sparse.stored; n++) {
      REAL *sum = c + sparse.indices[n] * columns + j;
      *sum = NAME(fused)(sparse.values[n], kept, *sum);
    }
  }
}

LECTERN_INLINE NAME(sparse_row) NAME(row_at)(
    ptrdiff_t number, const ptrdiff_t *starts, const int32_t *indices, const REAL *values) {
  ptrdiff_t start = starts[number];
  return (NAME(sparse_row)){starts[number + 1] - start, indices + start, values + start};
}

// Asks for the elements of a row that is read soon: rows in any order are found by no prefetcher. So many, whatever it has:
// a loop of its own length would be guessed wrong each time, and what follows is found after all.
LECTERN_INLINE void NAME(await_row)(NAME(sparse_row) row) {
#pragma clang loop unroll(full)
  for (ptrdiff_t n = 0; n < AWAITED_ELEMENTS; n += 64 / sizeof(REAL)) __builtin_prefetch(row.values + n);
#pragma clang loop unroll(full)
  for (ptrdiff_t n = 0; n < AWAITED_ELEMENTS; n += 64 / sizeof(int32_t)) __builtin_prefetch(row.indices + n);
}

LECTERN_INLINE LECTERN_SPARSE_PRODUCT(NAME(gather_all), REAL) {
  ptrdiff_t i = 0;
  for (; i + 2 <= count; i += 2) {
    for (ptrdiff_t next = i + 2; next < count && next < i + 4; next++) {
      if (selected[next] == selected[next - 1] + 1) continue;
      NAME(await_row)(NAME(row_at)(selected[next], starts, indices, values));
    }
    NAME(sparse_row) pair[] = {
        NAME(row_at)(selected[i], starts, indices, values),
        NAME(row_at)(selected[i + 1], starts, indices, values),
    };
    NAME(gather_rows)(2, pair, b, columns, begun, c + i * columns);
  }
  if (i == count) return;
  NAME(sparse_row) last = NAME(row_at)(selected[i], starts, indices, values);
  NAME(gather_rows)(1, &last, b, columns, begun, c + i * columns);
}

LECTERN_INLINE LECTERN_SPARSE_TRANSPOSED_PRODUCT(NAME(scatter_all), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    NAME(sparse_row) sparse = NAME(row_at)(selected[i], starts, indices, values);
    NAME(scatter_row)(sparse, (REAL)factor, b + i * columns, columns, c);
  }
}

static LECTERN_SPARSE_PRODUCT(NAME(sparse_product), REAL) {
  if (columns == USUAL_COLUMNS) {
    NAME(gather_all)(count, selected, starts, indices, values, USUAL_COLUMNS, b, begun, c);
  } else {
    NAME(gather_all)(count, selected, starts, indices, values, columns, b, begun, c);
  }
}

static LECTERN_SPARSE_TRANSPOSED_PRODUCT(NAME(sparse_transposed_product), REAL) {
  if (columns == USUAL_COLUMNS) {
    NAME(scatter_all)(count, selected, starts, indices, values, USUAL_COLUMNS, factor, b, c);
  } else {
    NAME(scatter_all)(count, selected, starts, indices, values, columns, factor, b, c);
  }
}

#undef STRIP_LANES
