// Activations, their derivatives and other loops over elements, for one precision.

static LECTERN_ACTIVATION(NAME(sigmoid), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    double z = x[i];
    z = z < -500.0 ? -500.0 : z;
    z = z > 500.0 ? 500.0 : z;
    x[i] = (REAL)(1.0 / (1.0 + elementary_exp(-z)));
  }
}

static LECTERN_ACTIVATION(NAME(tanh_all), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) x[i] = (REAL)elementary_tanh(x[i]);
}

static LECTERN_ACTIVATION(NAME(relu), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) x[i] = x[i] <= 0 ? 0 : x[i];
}

LECTERN_INLINE LECTERN_SOFTMAX(NAME(softmax_rows), REAL) {
  for (ptrdiff_t i = 0; i < rows; i++) {
    REAL *row = x + i * columns;
    // NaN is not looked for here: it reaches every element of its row through the sum.
    REAL largest = row[0];
    for (ptrdiff_t j = 1; j < columns; j++) largest = row[j] > largest ? row[j] : largest;
    for (ptrdiff_t j = 0; j < columns; j++) row[j] -= largest;
  }
  for (ptrdiff_t i = 0; i < rows * columns; i++) x[i] = (REAL)elementary_exp(x[i]);
  for (ptrdiff_t i = 0; i < rows; i++) {
    REAL *row = x + i * columns;
    REAL sum = 0;
    for (ptrdiff_t j = 0; j < columns; j++) sum += row[j];
    for (ptrdiff_t j = 0; j < columns; j++) row[j] /= sum;
  }
}

// The loops over two columns, the usual number of classes, are unrolled.
static LECTERN_SOFTMAX(NAME(softmax), REAL) {
  if (columns == 2) {
    NAME(softmax_rows)(rows, 2, x);
  } else {
    NAME(softmax_rows)(rows, columns, x);
  }
}

static LECTERN_SLOPE(NAME(sigmoid_slope), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) delta[i] *= y[i] * (1 - y[i]);
}

static LECTERN_SLOPE(NAME(tanh_slope), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) delta[i] *= 1 - y[i] * y[i];
}

static LECTERN_SLOPE(NAME(relu_slope), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) delta[i] *= y[i] > 0 ? (REAL)1 : (REAL)0;
}

static LECTERN_ADD_SCALED(NAME(add_scaled), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) y[i] = NAME(fused)((REAL)factor, x[i], y[i]);
}

// Adds up so few columns that their sums stay in registers.
LECTERN_INLINE void NAME(sum_few_columns)(
    ptrdiff_t rows, int columns, const REAL *x, ptrdiff_t stride, REAL *y) {
  REAL sums[8] = {0};
  for (ptrdiff_t i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++) sums[j] += x[i * stride + j];
  }
  for (int j = 0; j < columns; j++) y[j] = sums[j];
}

static LECTERN_COLUMN_SUMS(NAME(column_sums), REAL) {
  ptrdiff_t j = 0;
  for (; j + 8 <= columns; j += 8) NAME(sum_few_columns)(rows, 8, x + j, columns, y + j);
  for (; j + 2 <= columns; j += 2) NAME(sum_few_columns)(rows, 2, x + j, columns, y + j);
  if (j < columns) NAME(sum_few_columns)(rows, 1, x + j, columns, y + j);
}
