"""scikit-learn's toy data, NumPy's normal numbers with uniform labels, CS231n's spiral and sets with a target, each from
one stream."""

import numpy
from frozen import freeze
from sklearn.datasets import make_blobs, make_circles, make_friedman1, make_moons

cases = []


def add(kind, seed, make, **options):
    stream = numpy.random.RandomState(seed)
    points, labels = make(stream, **options)
    cases.append({"kind": kind, "seed": seed, **options, "points": numpy.ravel(points).tolist(),
                  "labels": numpy.asarray(labels).tolist(), "next": int(stream.randint(0, 2**31))})


def sizes(rows, shares):
    """The rows of each class: these shares leave no remainder."""
    return tuple(round(rows * share) for share in shares)


def circles(stream, rows, noise, factor, shares=None):
    return make_circles(n_samples=sizes(rows, shares) if shares else rows, noise=noise, factor=factor, random_state=stream)


def moons(stream, rows, noise, shares=None):
    return make_moons(n_samples=sizes(rows, shares) if shares else rows, noise=noise, random_state=stream)


def blobs(stream, rows, columns, classes, noise, shares=None):
    if not shares:
        return make_blobs(n_samples=rows, n_features=columns, centers=classes, cluster_std=noise, random_state=stream)
    # A list of sizes and no centres: they are drawn as for a number of clouds.
    return make_blobs(n_samples=sizes(rows, shares), n_features=columns, cluster_std=noise, random_state=stream)


def line(stream, rows, noise):
    x = stream.uniform(-1, 1, rows)
    return x, 2 * x + 1 + noise * stream.randn(rows)


def sine(stream, rows, noise):
    x = stream.uniform(-numpy.pi, numpy.pi, rows)
    return x, numpy.sin(x) + noise * stream.randn(rows)


def friedman(stream, rows, columns, noise):
    return make_friedman1(n_samples=rows, n_features=columns, noise=noise, random_state=stream)


def gaussian(stream, rows, columns, classes):
    return stream.randn(rows, columns), stream.randint(0, classes, rows)


def spiral(stream, rows, classes, noise):
    points, labels = [], []
    for label in range(classes):
        count = len(range(label, rows, classes))
        radius = numpy.linspace(0, 1, count)
        angle = numpy.linspace(4 * label, 4 * (label + 1), count) + stream.randn(count) * noise
        points.append(numpy.c_[radius * numpy.sin(angle), radius * numpy.cos(angle)])
        labels += [label] * count
    return numpy.concatenate(points), labels


for rows, noise, factor, seed in [(2, None, 0.8, 0), (7, None, 0.8, 1), (30, 0.05, 0.5, 2), (101, 0.2, 0.3, 42), (8, 0.0, 0.8, 9)]:
    add("circles", seed, circles, rows=rows, noise=noise, factor=factor)
for rows, noise, seed in [(2, None, 0), (3, None, 1), (51, 0.1, 2)]:
    add("moons", seed, moons, rows=rows, noise=noise)
for rows, columns, classes, noise, seed in [(1, 1, 1, 1.0, 0), (20, 3, 6, 0.5, 1), (50, 2, 3, 1.0, 42)]:
    add("blobs", seed, blobs, rows=rows, columns=columns, classes=classes, noise=noise)
for rows, columns, classes, seed in [(1, 1, 1, 0), (5, 3, 4, 1), (10, 2, 2, 42)]:
    add("gaussian", seed, gaussian, rows=rows, columns=columns, classes=classes)
for rows, classes, noise, seed in [(3, 3, 0.2, 0), (50, 4, 0.2, 1), (20, 2, 0.0, 2)]:
    add("spiral", seed, spiral, rows=rows, classes=classes, noise=noise)
for rows, shares, seed in [(50, [0.9, 0.1], 3), (10, [0.2, 0.8], 4)]:
    add("circles", seed, circles, rows=rows, noise=0.1, factor=0.5, shares=shares)
    add("moons", seed, moons, rows=rows, noise=0.1, shares=shares)
for rows, shares, seed in [(40, [0.5, 0.3, 0.2], 5), (20, [0.05, 0.95], 6)]:
    add("blobs", seed, blobs, rows=rows, columns=2, classes=len(shares), noise=1.0, shares=shares)
for rows, noise, seed in [(1, 0.1, 0), (25, 0.3, 1), (8, 0.0, 2)]:
    add("line", seed, line, rows=rows, noise=noise)
    add("sine", seed, sine, rows=rows, noise=noise)
for rows, columns, noise, seed in [(1, 5, 1.0, 0), (20, 10, 0.5, 1)]:
    add("friedman", seed, friedman, rows=rows, columns=columns, noise=noise)
freeze("toydata", cases)
