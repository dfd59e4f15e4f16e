"""Writes the numbers that the tests are held to, beside the versions of the programs that made them."""

import json
import pathlib
import platform

import numpy
import sklearn

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "LearningTests" / "Frozen"


def freeze(name, cases, **others):
    made_by = {
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "scikit-learn": sklearn.__version__,
        **others,
    }
    lines = ",\n".join(json.dumps(case, ensure_ascii=True) for case in cases)
    text = f'{{"madeBy": {json.dumps(made_by)}, "cases": [\n{lines}\n]}}\n'
    (FOLDER / f"{name}.json").write_text(text)
    print(f"{name}: {len(cases)} cases, {len(text)} bytes")
