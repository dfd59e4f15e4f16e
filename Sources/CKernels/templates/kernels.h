// All kernels for one precision, and their table.

#include "elementwise.h"
#include "products.h"
#include "reductions.h"
#include "sparse_products.h"

#include "table.h"
