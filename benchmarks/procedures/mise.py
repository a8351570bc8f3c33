"""Multi-resolution isosurface extraction as Occupancy Networks do it (Mescheder et al. 2019).

All nodes of a coarse grid are evaluated. A cell whose corners lie on both sides is split and its new nodes
evaluated; its parts are looked at again. Other cells are never visited: what passes between the coarse
nodes is lost, and so is what reaches out of a split cell into one that was not.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from benchmarks.nodes import hold_rim, places
from benchmarks.question import Question
from imrecon_gui.core.field import Field
from imrecon_gui.core.grid import BoolArray, Int64Array, coordinates, mixed_cells, offsets
from imrecon_gui.core.point_evaluator import PointEvaluator
from imrecon_gui.core.types import Float32Array

COARSEST = 32
"""Least cells along each axis of the first grid."""

_SPLIT_STEPS = np.array(list(product(range(3), repeat=3)))
_BOTH = (slice(-1), slice(1, None))


def sample(question: Question) -> Field:
    """The field, evaluated where cells were split and interpolated elsewhere.

    Raises:
        Stopped: It takes too long.
    """
    ask, step = question.evaluator(), _first_step(question.resolution)
    side = question.resolution // step + 1
    values = np.full((side,) * 3, question.level - 1, np.float32)
    known = np.zeros(values.shape, bool)
    _evaluate(np.arange(values.size), values, known, step, question, ask)
    while step > 1:
        step //= 2
        values, known = _split(values, known, step, question, ask)
    return Field(values, question.resolution, ask.n_done, ask.n_invalid, question.level)


def _first_step(resolution: int) -> int:
    """The longest side of a first cell, a power of two that divides the resolution."""
    step = 1
    while resolution % (2 * step) == 0 and resolution // (2 * step) >= COARSEST:
        step *= 2
    return step


def _split(
    values: Float32Array, known: BoolArray, step: int, question: Question, ask: PointEvaluator
) -> tuple[Float32Array, BoolArray]:
    """The grid of half the cell size; nodes of cells that were not split stay unknown."""
    cells = coordinates(_visited(mixed_cells(values > question.level), known), len(values))
    finer = _doubled(values)
    finer_known = np.zeros(finer.shape, bool)
    finer_known[::2, ::2, ::2] = known
    wanted, side = np.zeros(finer.size, bool), len(finer)
    wanted[offsets(2 * cells, side)[:, None] + offsets(_SPLIT_STEPS, side)] = True
    _evaluate(np.flatnonzero(wanted & ~finer_known.reshape(-1)), finer, finer_known, step, question, ask)
    return finer, finer_known


def _visited(cells: Int64Array, known: BoolArray) -> Int64Array:
    """Those of the cells that have all corners evaluated: the first ones and the parts of split ones."""
    whole = np.zeros(known.shape, bool)
    corners = [known[x, y, z] for x in _BOTH for y in _BOTH for z in _BOTH]
    whole[:-1, :-1, :-1] = np.logical_and.reduce(corners)
    return cells[whole.reshape(-1)[cells]]


def _evaluate(
    nodes: Int64Array,
    values: Float32Array,
    known: BoolArray,
    step: int,
    question: Question,
    ask: PointEvaluator,
) -> None:
    """Ask the network at flat indices `nodes`; changes `values` and `known` in place."""
    at = coordinates(nodes, len(values)) * step
    values.reshape(-1)[nodes] = ask(places(at, question.resolution))
    known.reshape(-1)[nodes] = True
    hold_rim(values, question.level)
    question.budget.check(1, 0)


def _doubled(values: Float32Array) -> Float32Array:
    """Linear interpolation to twice the resolution along all axes."""
    for axis in range(3):
        low = np.moveaxis(values, axis, 0)
        finer = np.empty((2 * len(low) - 1, *low.shape[1:]), np.float32)
        finer[::2], finer[1::2] = low, (low[:-1] + low[1:]) / 2
        values = np.moveaxis(finer, 0, axis)
    return np.ascontiguousarray(values)
