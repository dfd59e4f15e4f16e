"""Says which of the packages named as arguments can be imported, and the numbers of their versions."""

import importlib
import sys

print("python", sys.version.split()[0])
for name in sys.argv[1:]:
    try:
        print(name, importlib.import_module(name).__version__)
    except Exception as problem:  # A package that is there but broken is as good as missing.
        print(f"{name}: {type(problem).__name__}: {problem}".splitlines()[0], file=sys.stderr)
