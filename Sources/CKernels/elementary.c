#include "elementary.h"
#include "kernels.h"

double lectern_exp(double x) { return elementary_exp(x); }

double lectern_log(double x) { return elementary_log(x); }

double lectern_tanh(double x) { return elementary_tanh(x); }
