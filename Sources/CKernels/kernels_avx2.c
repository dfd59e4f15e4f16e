// The kernels for x86-64 with AVX2 and FMA.
#include <stdint.h>
#include <string.h>

#include "kernel_tables.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)

#include "elementary.h"

#define KERNELS lectern_avx2
#define VECTOR_BYTES 32
#define TILE_VECTORS 2
#define AWAITS_ROWS 0
#include "templates/every_precision.h"

#pragma clang attribute pop
#endif
