// Activations, their derivatives and other loops over elements, for one precision.

LECTERN_EVERY_CPU
LECTERN_ACTIVATION(NAME(lectern_sigmoid), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) {
    double z = x[i];
    z = z < -500.0 ? -500.0 : z;
    z = z > 500.0 ? 500.0 : z;
    x[i] = (REAL)(1.0 / (1.0 + elementary_exp(-z)));
  }
}

LECTERN_EVERY_CPU
LECTERN_ACTIVATION(NAME(lectern_tanh_all), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) x[i] = (REAL)elementary_tanh(x[i]);
}

LECTERN_EVERY_CPU
LECTERN_ACTIVATION(NAME(lectern_relu), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) x[i] = x[i] <= 0 ? 0 : x[i];
}

LECTERN_EVERY_CPU
void NAME(lectern_softmax)(ptrdiff_t rows, ptrdiff_t columns, REAL *x) {
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

LECTERN_EVERY_CPU
LECTERN_SLOPE(NAME(lectern_sigmoid_slope), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) delta[i] *= y[i] * (1 - y[i]);
}

LECTERN_EVERY_CPU
LECTERN_SLOPE(NAME(lectern_tanh_slope), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) delta[i] *= 1 - y[i] * y[i];
}

LECTERN_EVERY_CPU
LECTERN_SLOPE(NAME(lectern_relu_slope), REAL) {
  for (ptrdiff_t i = 0; i < count; i++) delta[i] *= y[i] > 0 ? (REAL)1 : (REAL)0;
}

LECTERN_EVERY_CPU
void NAME(lectern_add_scaled)(REAL factor, const REAL *x, REAL *y, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) y[i] = NAME(fused)(factor, x[i], y[i]);
}

LECTERN_EVERY_CPU
void NAME(lectern_column_sums)(ptrdiff_t rows, ptrdiff_t columns, const REAL *x, REAL *sums) {
  for (ptrdiff_t j = 0; j < columns; j++) sums[j] = 0;
  for (ptrdiff_t i = 0; i < rows; i++) {
    for (ptrdiff_t j = 0; j < columns; j++) sums[j] += x[i * columns + j];
  }
}

LECTERN_EVERY_CPU
void NAME(lectern_repeat_row)(ptrdiff_t rows, ptrdiff_t columns, const REAL *row, REAL *x) {
  for (ptrdiff_t i = 0; i < rows; i++) {
    for (ptrdiff_t j = 0; j < columns; j++) x[i * columns + j] = row[j];
  }
}
