"""scikit-learn's ColumnTransformer that scales numbers and codes categories, learnt from a part of the rows."""

import random

import numpy as np
from frozen import freeze
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler

random.seed(23)
cases = []
for index in range(8):
    rule = ["standard", "minmax"][index % 2]
    size = random.choice([5, 12, 30])
    kinds = [random.sample("abcd", random.choice([2, 3])) for _ in range(2)]
    # Categories before, between and behind the numbers.
    rows = [
        [random.choice(kinds[0]), round(random.gauss(50, 20), 2), random.choice(kinds[1]), round(random.random(), 3)]
        for _ in range(size)
    ]
    if index >= 4:
        rows = [row[1:] + row[:1] for row in rows]
    texts = [column for column, cell in enumerate(rows[0]) if isinstance(cell, str)]
    train = random.sample(range(size), size * 2 // 3)
    matrix = np.array(rows, dtype=object)
    names = {column: sorted(set(matrix[:, column])) for column in texts}
    scaler = {"standard": StandardScaler, "minmax": MinMaxScaler}[rule]
    # One after the other, so that the columns of the result have the order of the table.
    transformer = ColumnTransformer(
        [
            (str(column), OneHotEncoder(categories=[names[column]], sparse_output=False), [column])
            if column in texts else (str(column), scaler(), [column])
            for column in range(len(rows[0]))
        ],
        sparse_threshold=0,
    )
    scaled = transformer.fit(matrix[train]).transform(matrix)
    cases.append({
        "rule": rule, "rows": [[str(cell) for cell in row] for row in rows], "categories": texts, "train": train,
        "scaled": np.asarray(scaled, dtype=float).tolist(),
    })
freeze("scaling", cases)
