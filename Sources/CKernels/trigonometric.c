#include "trigonometric.h"
#include "kernels.h"

double lectern_sin(double x) { return elementary_sin(x); }

double lectern_cos(double x) { return elementary_cos(x); }
