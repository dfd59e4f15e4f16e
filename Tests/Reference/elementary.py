"""Correctly rounded values of exp, log and tanh, frozen for Lectern's tests, and the largest error of Lectern's own.

Run it from the package's folder:

    python3 Tests/Reference/elementary.py                 writes Tests/LearningTests/Frozen/elementary.json
    python3 Tests/Reference/elementary.py measure COUNT   compiles Sources/CKernels/elementary.c with clang and prints
                                                          the largest error over COUNT random arguments per function

mpmath computes with 60 digits. The JSON says which versions made it.
"""

import ctypes
import json
import math
import platform
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import mpmath

PACKAGE = Path(__file__).parent.parent.parent
SAMPLES = {
    "exp": [
        lambda draw: draw.uniform(-708, 709),
        lambda draw: draw.gauss(0, 1),
        lambda draw: draw.gauss(0, 1) * 2.0 ** -draw.randrange(60),
    ],
    "log": [
        lambda draw: math.exp(draw.uniform(-700, 700)),
        lambda draw: draw.uniform(0.5, 2),
        lambda draw: draw.random(),
        lambda draw: 1 + draw.gauss(0, 1) * 2.0 ** -draw.randrange(5, 50),
    ],
    "tanh": [
        lambda draw: draw.uniform(-22, 22),
        lambda draw: draw.gauss(0, 1),
        lambda draw: draw.gauss(0, 0.3),
        lambda draw: draw.gauss(0, 1) * 2.0 ** -draw.randrange(60),
    ],
}


def arguments(name, count):
    draw = random.Random(name)
    kinds = SAMPLES[name]
    return (kinds[i % len(kinds)](draw) for i in range(count))


def freeze():
    frozen = {
        "madeBy": f"Tests/Reference/elementary.py, Python {platform.python_version()}, mpmath {mpmath.__version__}",
    }
    for name in SAMPLES:
        exact = getattr(mpmath, name)
        frozen[name] = [[x, float(exact(mpmath.mpf(x)))] for x in arguments(name, 300)]
    text = json.dumps(frozen, separators=(",", ":")).replace('],"', '],\n"') + "\n"
    (PACKAGE / "Tests/LearningTests/Frozen/elementary.json").write_text(text)


def measure(count):
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "elementary.so"
        kernels = PACKAGE / "Sources/CKernels"
        subprocess.run(
            ["clang", "-O3", "-march=native", "-ffp-contract=off", "-shared", "-fPIC", f"-I{kernels}/include",
             str(kernels / "elementary.c"), "-o", str(library), "-lm"],
            check=True,
        )
        for name in SAMPLES:
            function = getattr(ctypes.CDLL(str(library)), f"lectern_{name}")
            function.restype, function.argtypes = ctypes.c_double, [ctypes.c_double]
            exact = getattr(mpmath, name)
            worst = (0, 0)
            for x in arguments(name, count):
                value = exact(mpmath.mpf(x))
                worst = max(worst, (float(abs(function(x) - value) / math.ulp(float(value))), x))
            print(f"{name}: at most {worst[0]:.3f} ulp, at {worst[1]!r}")


if __name__ == "__main__":
    mpmath.mp.dps = 60
    if sys.argv[1:2] == ["measure"]:
        measure(int(sys.argv[2]))
    else:
        freeze()
