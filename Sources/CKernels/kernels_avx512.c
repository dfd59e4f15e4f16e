// The kernels for x86-64 with AVX-512.
#include <stdint.h>
#include <string.h>

#include "kernel_tables.h"

#if defined(__x86_64__)
// Tuned as x86-64-v3, since the compiler would keep to vectors of 256 bits for v4 itself.
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,tune=x86-64-v3"))), apply_to = function)

#include "elementary.h"

#define KERNELS lectern_avx512
#define VECTOR_BYTES 64
#define TILE_VECTORS 4
#define AWAITS_ROWS 1
#include "templates/every_precision.h"

#pragma clang attribute pop
#endif
