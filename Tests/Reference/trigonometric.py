"""Measures the engine's sine and cosine against wider arithmetic, and freezes correctly rounded values.

    python3 trigonometric.py

compiles Sources/CKernels/trigonometric.c with the C compiler at hand.
"""

import ctypes
import pathlib
import subprocess
import tempfile

import mpmath
import numpy
from frozen import freeze

KERNELS = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "CKernels"
WRAPPER = """
#include "trigonometric.h"
void all(const double *x, double *sine, double *cosine, long count) {
  for (long i = 0; i < count; i++) { sine[i] = elementary_sin(x[i]); cosine[i] = elementary_cos(x[i]); }
}
"""


def compiled(folder):
    source = pathlib.Path(folder) / "all.c"
    source.write_text(WRAPPER)
    library = pathlib.Path(folder) / "all.so"
    subprocess.run(["cc", "-O2", "-march=native", "-ffp-contract=off", "-shared", "-fPIC",
                    f"-I{KERNELS}", str(source), "-o", str(library)], check=True)
    return ctypes.CDLL(str(library)).all


def evaluate(function, x):
    sine, cosine = numpy.empty_like(x), numpy.empty_like(x)
    pointers = [array.ctypes.data_as(ctypes.c_void_p) for array in (x, sine, cosine)]
    function(*pointers, ctypes.c_long(len(x)))
    return sine, cosine


def errors(x, values, wide):
    """In units in the last place, by the C library's 80-bit functions, which are some thousand times finer."""
    exact = wide(x.astype(numpy.longdouble))
    return float(numpy.max(numpy.abs(values - exact) / numpy.spacing(numpy.abs(exact.astype(float)))))


def hard_arguments(count):
    """The doubles nearest to multiples of pi/2: nothing but the last bits of the reduction is left of them."""
    mpmath.mp.prec = 400
    return numpy.array([float(k * mpmath.pi / 2) for k in range(1, count)])


random = numpy.random.RandomState(1)
arguments = numpy.concatenate([
    random.uniform(-7, 7, 1_500_000), random.uniform(-1e6, 1e6, 1_500_000),
    10.0 ** random.uniform(-300, 6, 500_000), random.uniform(-0.8, 0.8, 500_000),
])
hard = hard_arguments(636_619 // 50)
with tempfile.TemporaryDirectory() as folder:
    function = compiled(folder)
    sine, cosine = evaluate(function, arguments)
    print("random:   sin", errors(arguments, sine, numpy.sin), "cos", errors(arguments, cosine, numpy.cos))
    sine, cosine = evaluate(function, hard)

def ulps(value, exact):
    return abs(float((mpmath.mpf(value) - exact) / mpmath.mpf(float(numpy.spacing(abs(float(exact)))))))

print("multiples: sin", max(ulps(float(s), mpmath.sin(mpmath.mpf(float(x)))) for s, x in zip(sine, hard)),
      "cos", max(ulps(float(c), mpmath.cos(mpmath.mpf(float(x)))) for c, x in zip(cosine, hard)))

chosen = [0.0, -0.0, 1e-300, 0.5, -1.0, 3.0, 1e5, -123456.789, 999_999.5]
chosen += [float(x) for x in random.choice(arguments, 100)] + [float(x) for x in hard[::300]]
freeze("trigonometric", [
    {"x": x, "sin": float(mpmath.sin(mpmath.mpf(x))), "cos": float(mpmath.cos(mpmath.mpf(x)))} for x in chosen
])
