#include "elementary.h"
#include "every_cpu.h"
#include "matrix_kernels.h"

#include "templates/precision_f64.h"
#include "templates/elementwise.h"

#include "templates/precision_f32.h"
#include "templates/elementwise.h"
