"""Import this before NumPy: its argsort then runs without vector instructions, so ties fall the same way on every CPU."""

import os

os.environ["NPY_DISABLE_CPU_FEATURES"] = " ".join(
    ["X86_V3", "X86_V4", "AVX512_ICL", "AVX512_SPR"]
)
