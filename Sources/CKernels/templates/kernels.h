// All kernels for one precision, and their table NAME(KERNELS).

#include "elementwise.h"
#include "products.h"
#include "reductions.h"
#include "sparse_products.h"

const NAME(lectern_kernels) NAME(KERNELS) = {
    .product = NAME(product),
    .transposed_product = NAME(transposed_product),
    .product_transposed = NAME(product_transposed),
    .sparse_product = NAME(sparse_product),
    .sparse_transposed_product = NAME(sparse_transposed_product),
    .sigmoid = NAME(sigmoid),
    .tanh = NAME(tanh_all),
    .relu = NAME(relu),
    .softmax = NAME(softmax),
    .sigmoid_slope = NAME(sigmoid_slope),
    .tanh_slope = NAME(tanh_slope),
    .relu_slope = NAME(relu_slope),
    .categorical_cross_entropy = NAME(categorical_cross_entropy),
    .binary_cross_entropy = NAME(binary_cross_entropy),
    .squared_error = NAME(squared_error),
    .sum_of_squares = NAME(sum_of_squares),
    .all_finite = NAME(all_finite),
    .add_scaled = NAME(add_scaled),
    .column_sums = NAME(column_sums),
    .repeat_row = NAME(repeat_row),
};
