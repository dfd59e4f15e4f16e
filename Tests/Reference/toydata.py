"""scikit-learn's make_circles, and NumPy's normal numbers with uniform labels, each from one stream."""

import numpy
from frozen import freeze
from sklearn.datasets import make_circles

cases = []
for rows, noise, factor, seed in [(2, None, 0.8, 0), (7, None, 0.8, 1), (30, 0.05, 0.5, 2), (101, 0.2, 0.3, 42), (8, 0.0, 0.8, 9)]:
    stream = numpy.random.RandomState(seed)
    points, labels = make_circles(n_samples=rows, noise=noise, factor=factor, random_state=stream)
    cases.append({"kind": "circles", "rows": rows, "noise": noise, "factor": factor, "seed": seed,
                  "points": points.ravel().tolist(), "labels": labels.tolist(), "next": int(stream.randint(0, 2**31))})
for rows, columns, classes, seed in [(1, 1, 1, 0), (5, 3, 4, 1), (10, 2, 2, 42)]:
    stream = numpy.random.RandomState(seed)
    points = stream.randn(rows, columns)
    labels = stream.randint(0, classes, rows)
    cases.append({"kind": "gaussian", "rows": rows, "columns": columns, "classes": classes, "seed": seed,
                  "points": points.ravel().tolist(), "labels": labels.tolist(), "next": int(stream.randint(0, 2**31))})
freeze("toydata", cases)
