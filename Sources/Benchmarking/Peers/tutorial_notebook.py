"""Writes the tutorial as a Jupyter notebook: tutorial_notebook.py OUTPUT.ipynb"""

import sys
from pathlib import Path

import nbformat



def cells(name):
    """The cells of a file, the comments that begin them kept without their markers."""
    first, *others = ("\n" + (Path(__file__).parent / name).read_text()).split("\n# %% ")
    return [cell.strip() for cell in (first, *("# " + other for other in others)) if cell.strip()]


sources = cells("dense_network.py") + cells("tutorial.py")
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
nbformat.write(notebook, sys.argv[1])
