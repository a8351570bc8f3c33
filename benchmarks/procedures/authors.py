"""The reference: what the authors' `z2voxel` does, written anew from a description of it.

A frame of 64^3 points, the centres of blocks, is evaluated. A block whose neighbours lie on both sides is
queued; others are filled. Blocks are taken from the queue in batches, and all their points evaluated through
the network's own forward pass. A block with a point inside queues those neighbours whose centres are outside.

The blocks here hold nodes of the grid, where theirs hold centres of its cells half a cell further on: the
work is the same, and signs can be compared with dense evaluation. The forward pass computes the latent code's
share of a layer once for a batch, theirs for every point, which favours this reference a little.
"""

from __future__ import annotations

from collections import deque
from itertools import product

import numpy as np
from numpy.typing import NDArray

from benchmarks.nodes import hold_rim, places
from benchmarks.question import Question
from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import Field
from imrecon_gui.core.types import FIELD_BOUND, Float32Array, Mesh

FRAME = 64
"""Most blocks along each axis."""

BATCH = 32**3
"""Points that are asked at once."""

_Block = tuple[int, int, int]


def sample(question: Question, frame: int = FRAME) -> Field:
    """The field, evaluated in blocks around the surface.

    Raises:
        Stopped: It would take too long.
    """
    return _Flood(question, frame).run()


def surface(field: Field) -> Mesh:
    """The surface by scikit-image's marching cubes over the whole grid.

    Raises:
        EmptyFieldError: No node is inside.
    """
    from skimage.measure import marching_cubes

    if not (field.values > field.level).any():
        raise EmptyFieldError("The network sees no object in this picture.")
    vertices, faces, _, _ = marching_cubes(field.values, field.level, gradient_direction="ascent")
    vertices = vertices * (2 * FIELD_BOUND / field.resolution) - FIELD_BOUND
    return Mesh(vertices.astype(np.float32), faces.astype(np.int32))


class _Flood:
    """Blocks and what is known of them.

    Attributes:
        flags: (frame + 2,)^3 uint8, whether a block's centre is inside or the block was queued; the outermost
            are beyond the grid.
        values: (frame * block + 2,)^3 float32 logits, the outermost beyond the grid.
    """

    def __init__(self, question: Question, frame: int) -> None:
        self._ask, self._level, self._resolution = question.plain, question.level, question.resolution
        self._budget = question.budget
        self._size = -(-question.resolution // frame)
        self._frame = -(-question.resolution // self._size)
        self._cell = np.indices((self._size,) * 3).reshape(3, -1).T  # (size^3, 3)
        self.flags = np.zeros((self._frame + 2,) * 3, np.uint8)
        self.values = np.full((self._frame * self._size + 2,) * 3, self._level - 1, np.float32)
        self._n_done = 0

    def run(self) -> Field:
        self._scan()
        queue = self._queue()
        while queue:
            self._flood([queue.popleft() for _ in range(min(len(queue), self._blocks_at_once))], queue)
            self._budget.check(self._n_done, len(queue) * self._size**3)
        side = self._resolution + 1
        values = np.ascontiguousarray(self.values[1:, 1:, 1:][:side, :side, :side])
        hold_rim(values, self._level)
        return Field(values, self._resolution, self._n_done, 0, self._level)

    @property
    def _blocks_at_once(self) -> int:
        return max(BATCH // self._size**3, 1)

    def _scan(self) -> None:
        """Evaluate the centres of all blocks."""
        blocks = np.indices((self._frame,) * 3).reshape(3, -1).T
        for start in range(0, len(blocks), BATCH):
            some = blocks[start : start + BATCH]
            inside = self._logits((some + 0.5) * self._size - 0.5) > self._level
            self.flags[tuple((some + 1).T)] = inside
            self._budget.check(self._n_done, len(blocks) - start - len(some))

    def _queue(self) -> deque[_Block]:
        """Blocks with neighbours on both sides, in order; those amid others inside are filled."""
        queue: deque[_Block] = deque()
        for i, j, k in product(range(1, self._frame + 1), repeat=3):
            around = self.flags[i - 1 : i + 2, j - 1 : j + 2, k - 1 : k + 2]
            highest = around.max()
            if highest != around.min():
                queue.append((i, j, k))
            elif highest == 1:
                self.values[self._nodes((i, j, k))] = self._level + 1
        return queue

    def _flood(self, blocks: list[_Block], queue: deque[_Block]) -> None:
        """Evaluate all points of some blocks; queue the neighbours of those that are not empty."""
        points = np.concatenate([self._cell + (np.array(block) - 1) * self._size for block in blocks])
        logits = self._logits(points).reshape(len(blocks), -1)
        for block, values in zip(blocks, logits, strict=True):
            self.values[self._nodes(block)] = values
            if values.max() > self._level:
                self._spread(block, queue)

    def _spread(self, block: _Block, queue: deque[_Block]) -> None:
        """Queue the neighbours that the frame has outside and nobody queued by this way."""
        for steps in product((-1, 0, 1), repeat=3):
            i, j, k = (at + step for at, step in zip(block, steps, strict=True))
            within = all(1 <= at <= self._frame for at in (i, j, k))
            if within and self.flags[i, j, k] == 0:
                self.flags[i, j, k] = 1
                queue.append((i, j, k))

    def _nodes(self, block: _Block) -> tuple[NDArray[np.int64], ...]:
        """Where the points of a block lie in `values`."""
        return tuple((self._cell + (np.array(block) - 1) * self._size + 1).T)

    def _logits(self, nodes: NDArray[np.floating] | NDArray[np.integer]) -> Float32Array:
        """Logits (n,) at nodes (n, 3), in cells."""
        self._n_done += len(nodes)
        return self._ask(places(nodes, self._resolution))
