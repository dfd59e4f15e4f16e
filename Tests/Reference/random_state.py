"""Numbers of NumPy's legacy random stream, frozen for Lectern's tests.

Run it from the package's folder:

    python3 Tests/Reference/random_state.py

It writes Tests/RandomnessTests/Frozen/random_state.json. The file says which versions made it.
"""

import hashlib
import json
import platform
from pathlib import Path

import numpy as np

SEEDS = [0, 1, 42, 4_294_967_295]


def stream(seed):
    def fresh():
        return np.random.RandomState(seed)

    mixed = fresh()
    mixed_draws = [
        mixed.standard_normal(),
        mixed.random_sample(),
        mixed.standard_normal(),
        float(mixed.permutation(5)[0]),
        mixed.standard_normal(),
        mixed.normal(2, 3),
    ]
    late = fresh()
    late.random_sample(1_000)
    tenth = fresh()
    return {
        "seed": seed,
        "words": [int(word) for word in fresh().randint(0, 2**32, 5, dtype=np.uint32)],
        "uniform": fresh().random_sample(5).tolist(),
        "uniform_between": fresh().uniform(-3, 7, 5).tolist(),
        "uniform_after_1000": late.random_sample(3).tolist(),
        "normal": fresh().standard_normal(7).tolist(),
        "normal_2_3": fresh().normal(2, 3, 5).tolist(),
        "normals_sum_of_10000": float(np.add.accumulate(tenth.standard_normal(10_000))[-1]),
        "integers_below_10": fresh().randint(0, 10, 12).tolist(),
        "integers_below_1000": fresh().randint(0, 1_000, 12).tolist(),
        "integers_below_1": fresh().randint(0, 1, 3).tolist(),
        "integers_below_2_to_40": fresh().randint(0, 2**40, 5).tolist(),
        "permutation_of_10": fresh().permutation(10).tolist(),
        "permutation_of_1": fresh().permutation(1).tolist(),
        "shuffled": (lambda r, a: (r.shuffle(a), a)[1])(fresh(), [5, 4, 3, 2, 1]),
        "choice_of_4_in_9": fresh().choice(9, 4, replace=False).tolist(),
        "mixed": mixed_draws,
    }


def block_stream(seed, name):
    digest = hashlib.sha256(f"{seed}:{name}".encode()).digest()
    return {
        "seed": seed,
        "name": name,
        "uniform": np.random.RandomState(int.from_bytes(digest[:4], "big")).random_sample(3).tolist(),
    }


def one_after_the_other():
    """Draws of every kind from one stream, as the tutorial makes them."""
    r = np.random.RandomState(42)
    return {
        "normals": r.standard_normal(10).tolist(),
        "permutation": r.permutation(10).tolist(),
        "integers_below_5": r.randint(0, 5, 20).tolist(),
        "small_normals": r.normal(0, 0.01, 5).tolist(),
        "uniform": r.random_sample(5).tolist(),
        "permutations": [r.permutation(4).tolist() for _ in range(3)],
    }


frozen = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__},
    "streams": [stream(seed) for seed in SEEDS],
    "sequence": one_after_the_other(),
    "blocks": [
        block_stream(seed, name)
        for seed, name in [
            (0, "spam"),
            (42, "spam"),
            (0, ""),
            (4_294_967_295, "rates:batch_size=32:learning_rate=0.1"),
        ]
    ],
}
target = Path("Tests/RandomnessTests/Frozen/random_state.json")
target.parent.mkdir(exist_ok=True)
target.write_text(json.dumps(frozen, indent=1) + "\n")
