"""Two cuts by scikit-learn's train_test_split: with a fresh seed for each, and with one stream for both."""

import random

import numpy
from frozen import freeze
from sklearn.model_selection import train_test_split


def cut(rows, share, labels, stratify, state):
    if share == 0:
        return rows, []
    return train_test_split(
        rows,
        test_size=share,
        stratify=[labels[row] for row in rows] if stratify else None,
        random_state=state,
    )


def case(labels, test, validation, stratify, seed, streamed):
    stream = numpy.random.RandomState(seed)
    state = stream if streamed else seed
    rows, test_rows = cut(list(range(len(labels))), test, labels, stratify, state)
    train_rows, validation_rows = cut(rows, validation, labels, stratify, state)
    return {
        "labels": labels, "testShare": test, "validationShare": validation,
        "stratify": stratify, "seed": seed, "streamed": streamed,
        "train": train_rows, "validation": validation_rows, "test": test_rows,
        "next": int(stream.randint(0, 2**31)),
    }


random.seed(1)
cases = []
while len(cases) < 60:
    classes = random.randint(1, 6)
    balanced = random.random() < 0.5
    size = random.randint(4, 60)
    labels = [i % classes if balanced else random.randrange(classes) for i in range(size)]
    arguments = (
        [str(label) for label in labels],
        random.choice([0, 0.1, 0.2, 0.25, 0.3, 1 / 3, 0.5]),
        random.choice([0, 0.1, 0.2, 0.25, 0.4, 0.5]),
        random.random() < 0.7,
        random.randint(0, 2**32 - 1),
        random.random() < 0.5,
    )
    try:
        cases.append(case(*arguments))
    except ValueError:
        pass
freeze("splits", cases)
