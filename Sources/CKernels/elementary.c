#include "elementary.h"
#include "kernels.h"

LECTERN_CLONED double lectern_exp(double x) { return elementary_exp(x); }

LECTERN_CLONED double lectern_log(double x) { return elementary_log(x); }

LECTERN_CLONED double lectern_tanh(double x) { return elementary_tanh(x); }
