"""Every node of the grid: the reference for signs."""

from __future__ import annotations

import numpy as np

from benchmarks.nodes import hold_rim, places
from benchmarks.question import Question
from imrecon_gui.core.field import Field
from imrecon_gui.core.grid import coordinates
from imrecon_gui.core.types import Float32Array

BATCH = 1 << 17
"""Nodes whose places are made at once."""


def sample(question: Question) -> Field:
    """The field, evaluated at all nodes.

    Raises:
        Stopped: It would take too long.
    """
    values = node_values(question)
    hold_rim(values, question.level)
    return Field(values, question.resolution, values.size, 0, question.level)


def node_values(question: Question) -> Float32Array:
    """Logits (N + 1, N + 1, N + 1) at all nodes, as the network gives them on the rim too."""
    side, ask = question.resolution + 1, question.evaluator()
    values = np.empty(side**3, np.float32)
    for start in range(0, values.size, BATCH):
        nodes = np.arange(start, min(start + BATCH, values.size))
        values[nodes] = ask(places(coordinates(nodes, side), question.resolution))
        question.budget.check(nodes[-1] + 1, values.size - nodes[-1] - 1)
    return values.reshape(side, side, side)
