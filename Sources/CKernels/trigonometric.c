#include "trigonometric.h"
#include "kernels.h"

LECTERN_CLONED double lectern_sin(double x) { return elementary_sin(x); }

LECTERN_CLONED double lectern_cos(double x) { return elementary_cos(x); }
