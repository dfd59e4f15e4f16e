"""scikit-learn's SimpleImputer, learnt from a part of the rows, and StandardScaler after it."""

import random

import numpy as np
from frozen import freeze
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

random.seed(14)
cases = []
for index in range(12):
    strategy = ["mean", "median"][index % 2]
    size = random.choice([4, 9, 25])
    columns = random.choice([1, 2, 3])
    decimals = random.choice([0, 2, 6])
    scale = random.choice([1, 100, 1e6])
    rows = [[round(random.gauss(2, 1) * scale, decimals) for _ in range(columns)] for _ in range(size)]
    order = random.sample(range(size), size)
    train = order[:max(2, size * 2 // 3)]
    for row in range(size):
        for column in range(columns):
            # The first row of the training part keeps its numbers, so that no column is empty.
            if row != train[0] and random.random() < 0.3:
                rows[row][column] = None
    matrix = np.array(rows, dtype=float)
    imputer = SimpleImputer(strategy=strategy)
    scaled = make_pipeline(imputer, StandardScaler()).fit(matrix[train]).transform(matrix)
    cases.append({
        "strategy": strategy, "rows": rows, "train": train,
        "filled": imputer.transform(matrix).tolist(),
        "filledFromAll": SimpleImputer(strategy=strategy).fit_transform(matrix).tolist(),
        "scaled": scaled.tolist(),
    })
freeze("imputation", cases)
