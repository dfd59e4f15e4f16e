"""NumPy's scalar argsort of arrays with many ties, and of one that exhausts its budget and ends in heapsort."""

import scalar  # noqa: F401, before NumPy
import numpy
from frozen import freeze


def killer(size):
    """Makes keys as they are compared, so that each pivot is as bad as can be (M. D. McIlroy, "A killer adversary for
    quicksort", 1999), against a Python transcript of NumPy's partitioning."""
    gas = size
    value = [gas] * size
    state = {"solid": 0, "candidate": 0}

    def less(x, y):
        if value[x] == gas and value[y] == gas:
            frozen = x if x == state["candidate"] else y
            value[frozen] = state["solid"]
            state["solid"] += 1
        if value[x] == gas:
            state["candidate"] = x
        elif value[y] == gas:
            state["candidate"] = y
        return value[x] < value[y]

    order = list(range(size))
    stack = [(0, size - 1)]
    while stack:
        left, right = stack.pop()
        while right - left > 15:
            middle = left + (right - left) // 2
            for a, b in [(middle, left), (right, middle), (middle, left)]:
                if less(order[a], order[b]):
                    order[a], order[b] = order[b], order[a]
            pivot = order[middle]
            i, j = left, right - 1
            order[middle], order[j] = order[j], order[middle]
            while True:
                i += 1
                while less(order[i], pivot):
                    i += 1
                j -= 1
                while less(pivot, order[j]):
                    j -= 1
                if i >= j:
                    break
                order[i], order[j] = order[j], order[i]
            order[i], order[right - 1] = order[right - 1], order[i]
            if i - left < right - i:
                stack.append((i + 1, right))
                right = i - 1
            else:
                stack.append((left, i - 1))
                left = i + 1
    return [min(v, size) for v in value]


random = numpy.random.RandomState(7)
arrays = [killer(600), [k // 3 for k in killer(900)]]
arrays += [random.randint(0, spread, size) for size in (0, 1, 2, 15, 16, 17, 40, 200, 700)
           for spread in (1, 3, 20)]
freeze("argsort", [
    {"keys": [int(key) for key in keys],
     "order": [int(index) for index in numpy.argsort(numpy.array(keys, dtype=numpy.int64))]}
    for keys in arrays
])
