// The kernels of one precision as a table has them, with elements of no type, and their table NAME(KERNELS).

#pragma clang assume_nonnull begin

#define FOR_TABLE(DECLARATION, KERNEL, ...) \
  static DECLARATION(NAME(any_##KERNEL), void) { return NAME(KERNEL)(__VA_ARGS__); }

FOR_TABLE(LECTERN_PRODUCT, product, rows, inner, columns, a, stride, b, start, start_row, c)
FOR_TABLE(LECTERN_PRODUCT, transposed_product, rows, inner, columns, a, stride, b, start, start_row, c)
FOR_TABLE(LECTERN_PRODUCT, product_transposed, rows, inner, columns, a, stride, b, start, start_row, c)
FOR_TABLE(LECTERN_SPARSE_PRODUCT, sparse_product,
          count, selected, starts, indices, values, columns, b, begun, c)
FOR_TABLE(LECTERN_SPARSE_TRANSPOSED_PRODUCT, sparse_transposed_product,
          count, selected, starts, indices, values, columns, factor, b, c)
FOR_TABLE(LECTERN_ACTIVATION, sigmoid, x, count)
FOR_TABLE(LECTERN_ACTIVATION, tanh_all, x, count)
FOR_TABLE(LECTERN_ACTIVATION, relu, x, count)
FOR_TABLE(LECTERN_SOFTMAX, softmax, rows, columns, x)
FOR_TABLE(LECTERN_SLOPE, sigmoid_slope, y, delta, count)
FOR_TABLE(LECTERN_SLOPE, tanh_slope, y, delta, count)
FOR_TABLE(LECTERN_SLOPE, relu_slope, y, delta, count)
FOR_TABLE(LECTERN_LOSS, categorical_cross_entropy, outputs, targets, count)
FOR_TABLE(LECTERN_LOSS, binary_cross_entropy, outputs, targets, count)
FOR_TABLE(LECTERN_LOSS, squared_error, outputs, targets, count)
FOR_TABLE(LECTERN_SUM_OF_SQUARES, sum_of_squares, x, count)
FOR_TABLE(LECTERN_FOLLOW, follow, x, y, count)
FOR_TABLE(LECTERN_ALL_FINITE, all_finite, x, count)
FOR_TABLE(LECTERN_ADD_SCALED, add_scaled, factor, x, y, count)
FOR_TABLE(LECTERN_COLUMN_SUMS, column_sums, rows, columns, x, y)

#undef FOR_TABLE

const lectern_kernels NAME(KERNELS) = {
    .product = NAME(any_product),
    .transposed_product = NAME(any_transposed_product),
    .product_transposed = NAME(any_product_transposed),
    .sparse_product = NAME(any_sparse_product),
    .sparse_transposed_product = NAME(any_sparse_transposed_product),
    .sigmoid = NAME(any_sigmoid),
    .tanh = NAME(any_tanh_all),
    .relu = NAME(any_relu),
    .softmax = NAME(any_softmax),
    .sigmoid_slope = NAME(any_sigmoid_slope),
    .tanh_slope = NAME(any_tanh_slope),
    .relu_slope = NAME(any_relu_slope),
    .categorical_cross_entropy = NAME(any_categorical_cross_entropy),
    .binary_cross_entropy = NAME(any_binary_cross_entropy),
    .squared_error = NAME(any_squared_error),
    .sum_of_squares = NAME(any_sum_of_squares),
    .follow = NAME(any_follow),
    .all_finite = NAME(any_all_finite),
    .add_scaled = NAME(any_add_scaled),
    .column_sums = NAME(any_column_sums),
};

#pragma clang assume_nonnull end
