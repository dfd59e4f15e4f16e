// The kernels for every CPU that the compiler is asked to support.
//
// Without fused multiply-add in hardware each one is a call of the C library's fma, which has the same result.
#include <stdint.h>
#include <string.h>

#include "elementary.h"
#include "kernel_tables.h"

#define KERNELS lectern_baseline
#define VECTOR_BYTES 16
#if defined(__aarch64__)
#define TILE_VECTORS 4
#else
#define TILE_VECTORS 2
#endif
#define AWAITS_ROWS 0
#include "templates/every_precision.h"
