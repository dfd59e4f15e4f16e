"""What Lectern has prepared for its peers in a folder, and how they report back."""

import json
import os
import time
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix


class Task:
    """A training run: the network's shape and the settings, as Lectern wrote them to NAME.json."""

    def __init__(self, folder, name):
        settings = json.loads((Path(folder) / f"{name}.json").read_text())
        self.layers = settings["layers"]
        self.activations = settings["activations"]
        self.batch_size = settings["batchSize"]
        self.rate = settings["learningRate"]
        self.epochs = settings["epochs"]
        self.dtype = np.dtype(settings["precision"])
        self.random = np.random.RandomState(settings["seed"])
        if rows := settings.get("noiseRows"):
            features = self.random.randn(rows, self.layers[0]).astype(self.dtype)
            self.train = (features, self.random.randint(0, self.layers[-1], rows))
            self.held_out = None
        else:
            self.train = _sparse_part(folder, "train", self.layers[0])
            self.held_out = _sparse_part(folder, "validation", self.layers[0])

    def dense(self, part):
        features, labels = part
        return (features.toarray() if hasattr(features, "toarray") else features), labels


def _sparse_part(folder, part, columns):
    def array(kind, dtype):
        return np.fromfile(Path(folder) / f"{part}.{kind}", dtype=dtype)

    starts = array("starts", np.int64)
    features = csr_matrix(
        (array("elements", np.float64), array("columns", np.int32), starts), shape=(len(starts) - 1, columns)
    )
    return features, array("labels", np.int64)


def rows(folder, part):
    """The row numbers of a part in the table of mails."""
    return np.fromfile(Path(folder) / f"{part}.rows", dtype=np.int64)


def report(work, facts=lambda result: {}):
    """Does the work, and says how long it took and what is to be said of its result."""
    start = time.perf_counter()
    result = work()
    print("seconds", time.perf_counter() - start)
    for name, value in facts(result).items():
        print(name, float(value))


def threads():
    return int(os.environ.get("BENCH_THREADS") or os.cpu_count())
