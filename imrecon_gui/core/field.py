"""The decoder on a grid, coarse to fine, asked only where the surface is.

A coarse grid is evaluated in full. Cells whose corners lie on both sides of the level are split (MISE,
Mescheder et al. 2019), and of their eight parts those evaluated that the surface crosses by interpolation.
That alone loses thin parts that pass between coarse nodes, so the fine surface is then followed: wherever
an evaluated node turned out to lie on the other side than interpolation said, the cells around it are
evaluated too if the surface crosses them, until no crossed cell has an interpolated corner.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from imrecon_gui.core.cell_triangles import CORNERS
from imrecon_gui.core.coarse import CoarseGrid, places
from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.grid import Int64Array, cells_around, coordinates, corners_of, offsets, pieces
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.lift import Lift
from imrecon_gui.core.nodes import BrickNodes, Nodes, WholeNodes, halved
from imrecon_gui.core.overlap import Cut, LevelRule
from imrecon_gui.core.point_evaluator import Decode, PointEvaluator, Within
from imrecon_gui.core.types import Float32Array

if TYPE_CHECKING:
    import torch

MIN_RESOLUTION, MAX_RESOLUTION = 8, 1024

COARSEST = 32
"""Least cells along each axis of the grid that is evaluated in full, if there are so many."""

RIM_MARGIN = 1e-3
"""How far below the level the outermost nodes are held at least."""

NEW_NODES_PER_CELL = 4
"""About how many nodes splitting a crossed cell asks for; for the progress bar only."""

_SPLIT_AT_ONCE = 1 << 16
"""Cells, so that memory stays small."""


@dataclass(frozen=True, eq=False)
class Field:
    """Logits on a grid.

    Attributes:
        values: (n + 1, n + 1, n + 1) float32, all finite. Evaluated at the corners of every cell the
            surface crosses; elsewhere the side is right and the number interpolated. The outermost
            nodes are outside. n is N, or about a power of two less where N^3 nodes are too many to keep.
        resolution: N, cells along each axis.
        points_evaluated: How many points the decoder was asked.
        points_invalid: How many of them it answered with NaN or infinity; they count as outside.
        level: The logit of the surface; larger values are inside.
        lift: What the values have in them beside the decoder's answers, see `core.lift`.
        fine: The finest grid's nodes, those near the surface, if `values` is coarser.
    """

    values: Float32Array
    resolution: int
    points_evaluated: int = 0
    points_invalid: int = 0
    level: float = 0.0
    lift: Lift | None = None
    fine: Nodes | None = None

    def nodes(self) -> Nodes:
        """The finest grid's nodes, in flat indices of a grid that may reach beyond the cube."""
        if self.fine is not None:
            return self.fine
        return WholeNodes(np.ascontiguousarray(self.values), np.broadcast_to(True, self.values.shape))

    def keeps(self, step: int) -> bool:
        """Whether every `step`-th node along each axis is kept, whichever part of the field it lies in."""
        return self.resolution % step == 0 and step % self._whole_step == 0

    def coarser(self, step: int) -> Field:
        """The field at every `step`-th node along each axis.

        Raises:
            ValueError: Those nodes are not kept.
        """
        if not self.keeps(step):
            raise ValueError(f"every {step}th node of {self.resolution} cells is not kept")
        nodes = slice(None, None, step // self._whole_step)
        values = self.values[nodes, nodes, nodes]
        return replace(self, values=values, resolution=self.resolution // step, fine=None)

    @property
    def _whole_step(self) -> int:
        return self.resolution // (len(self.values) - 1)


def sample_field(
    decode: Decode,
    resolution: int,
    *,
    level: float | LevelRule = 0.0,
    chunk: int = 65536,
    device: str | torch.device = "cpu",
    job: Job = NULL_JOB,
    partial: Callable[[Field], None] | None = None,
    rough: Decode | None = None,
    within: Within | None = None,
    sure: float | None = None,
) -> Field:
    """Sample a decoder where the surface is.

    Args:
        decode: From (n, 3) float32 points in object space, on `device`, to (n,) logits.
        resolution: N, cells along each axis, 8 to 1024.
        level: The logit of the surface; larger values are inside. Or what chooses it when the values of
            the coarse grid are known, and what is added to the decoder's answers.
        chunk: Most points to ask at once. Fewer are asked while that takes too long to stop in time,
            or when memory runs out.
        device: Where the decoder computes.
        job: Reports the stage "field" in points.
        partial: Given coarser fields of the same shape, coarse to fine, as they are completed.
        rough: A cheaper twin of `decode`, asked wherever it is sure of the side, see `core.rough`.
        within: Tells where the object can be, see `core.cone`; elsewhere is outside, and nobody is asked.
        sure: Logits off the level at which a node of the coarse grid tells that the surface is more than two
            nodes away, so that not all its nodes are asked, see `core.coarse`. All are if this is None or
            the level a number.

    Raises:
        DeviceError: The device's memory runs out even for small pieces.
        ImreconError: The resolution is out of range, or the grid itself does not fit memory.
        Cancelled: If the job says so.
    """
    if not MIN_RESOLUTION <= resolution <= MAX_RESOLUTION:
        raise ImreconError(
            f"A resolution of {resolution} is not possible.",
            f"Choose one from {MIN_RESOLUTION} to {MAX_RESOLUTION}.",
        )
    rule = level if callable(level) else None
    start = None if callable(level) else float(np.float32(level))
    ask = PointEvaluator(decode, start, chunk, device, job, rough, within)
    try:
        return _coarse_to_fine(ask, resolution, rule, partial, sure)
    except MemoryError as error:
        raise ImreconError(
            f"There is not enough memory for a resolution of {resolution}.", "Choose a lower resolution."
        ) from error


def coarse_step(resolution: int) -> int:
    """Cells of the finest grid along the side of a cell of the coarsest, which is evaluated in full."""
    return 1 << max(resolution // COARSEST, 1).bit_length() - 1


def _coarse_to_fine(
    ask: PointEvaluator,
    resolution: int,
    rule: LevelRule | None,
    partial: Callable[[Field], None] | None,
    sure: float | None,
) -> Field:
    grid = _Grid.coarsest(resolution, ask, rule, partial, sure)
    while grid.step > 1:
        if partial is not None and resolution % grid.step == 0:
            partial(grid.field())
        grid = grid.split()
    return grid.field()


class _Grid:
    """The grid at one stage of refinement.

    If the resolution is not a multiple of `step`, the grid reaches beyond the field's cube, where
    everything is outside.

    Attributes:
        nodes: Evaluated or interpolated.
        whole: The finest grid up to this one whose nodes are all kept, and its step.
        step: Cells of the finest grid along the side of a cell.
    """

    def __init__(
        self,
        nodes: WholeNodes | BrickNodes,
        whole: tuple[WholeNodes, int],
        step: int,
        resolution: int,
        ask: PointEvaluator,
    ) -> None:
        self.nodes, self.step, self._resolution, self._ask = nodes, step, resolution, ask
        self.whole = (nodes, step) if isinstance(nodes, WholeNodes) else whole

    @classmethod
    def coarsest(
        cls,
        resolution: int,
        ask: PointEvaluator,
        rule: LevelRule | None,
        partial: Callable[[Field], None] | None,
        sure: float | None,
    ) -> _Grid:
        """A grid of COARSEST to 2 * COARSEST cells, or fewer if there are not so many, asked at all nodes.

        Where nodes tell of others it is asked at fewer, and where the rule raises something it may have half
        the cell size and be asked at some; see `core.coarse`.
        """
        step = coarse_step(resolution)
        ask.n_expected = (resolution // step + 1) ** 3
        if rule is None or sure is None:
            coarse = CoarseGrid.asked(ask, resolution, step)
        else:
            coarse = CoarseGrid.asked_sparingly(ask, resolution, step, rule, sure)
        if rule is None:
            return cls._of(coarse, coarse.values, ask)
        cut = rule(coarse.values, coarse.spacing)
        finer = coarse.sharpened(cut, ask)
        if finer is not coarse:
            if partial is not None and resolution % step == 0:
                partial(_preview(coarse, cut, ask))
            coarse, cut = finer, rule(finer.values, finer.spacing)
        values = coarse.raised(cut.lift)
        at = places(coarse.nodes() * coarse.step, resolution)
        values[coarse.known] = ask.settle(cut, at, coarse.values[coarse.known])
        grid = cls._of(coarse, values, ask)
        grid._follow(grid._evaluate(grid._interpolated_corners(grid.nodes.crossed(ask.surface))))
        return grid

    @classmethod
    def _of(cls, coarse: CoarseGrid, values: Float32Array, ask: PointEvaluator) -> _Grid:
        """A coarse grid whose values are settled."""
        step, resolution = coarse.step, coarse.resolution
        side, level = -(-resolution // step) + 1, ask.surface
        room = ((0, side - len(values)),) * 3
        nodes = WholeNodes(np.pad(_held(values, coarse, level), room), np.pad(coarse.known, room))
        nodes.close(resolution // step, level - 1.0)
        return cls(nodes, (nodes, step), step, resolution, ask)

    def split(self) -> _Grid:
        """The grid of half the cell size, right wherever the surface passes."""
        step, level = self.step // 2, self._ask.surface
        nodes = halved(self.nodes, self._resolution // step, level - 1.0)
        finer = _Grid(nodes, self.whole, step, self._resolution, self._ask)
        cells = self.nodes.crossed(level)
        self._expect(self._forecast(len(cells)))
        finer._evaluate_split(coordinates(cells, self.nodes.side))
        return finer

    def field(self) -> Field:
        """The values as a field of this grid's resolution."""
        whole, step = self.whole
        n = self._resolution // step
        values = whole.values[: n + 1, : n + 1, : n + 1]
        fine = None if step == self.step else self.nodes
        ask, resolution = self._ask, self._resolution // self.step
        return Field(values, resolution, ask.n_done, ask.n_invalid, ask.surface, ask.lift, fine)

    def _evaluate_split(self, parents: Int64Array) -> None:
        """Evaluate the parts of coarse cells (m, 3) that the surface seems to cross, then follow it."""
        side = self.nodes.side
        if len(parents):
            wanted = np.concatenate([self._crossed_parts(some) for some in pieces(parents, _SPLIT_AT_ONCE)])
        elif side - 1 <= 2 * COARSEST:  # perhaps an object too thin for the coarse nodes
            wanted = np.arange(side**3)
        else:
            return
        self._follow(self._evaluate(self.nodes.unknown(wanted)))

    def _follow(self, changed: Int64Array) -> None:
        """Evaluate on from nodes that changed sides, until no crossed cell has an interpolated corner."""
        while len(changed):
            changed = self._evaluate(self._interpolated_corners(cells_around(changed, self.nodes.side)))

    def _crossed_parts(self, parents: Int64Array) -> Int64Array:
        """Corners not evaluated yet of those of the cells' eight parts that the surface seems to cross."""
        side = self.nodes.side
        parts = offsets(2 * parents, side)[:, None] + offsets(CORNERS, side)
        return self._interpolated_corners(parts.reshape(-1))

    def _interpolated_corners(self, cells: Int64Array) -> Int64Array:
        """Corners not evaluated yet of those of `cells` that the surface crosses."""
        corners = corners_of(cells, self.nodes.side)
        inside = self.nodes.at(corners) > self._ask.surface
        return self.nodes.unknown(corners[inside.any(1) & ~inside.all(1)])

    def _evaluate(self, nodes: Int64Array) -> Int64Array:
        """Ask the decoder at flat indices `nodes`; returns those that change sides by it."""
        at = coordinates(nodes, self.nodes.side) * self.step
        return self._settle(nodes, self._ask(places(at, self._resolution)))

    def _settle(self, nodes: Int64Array, answer: Float32Array) -> Int64Array:
        """Take over the decoder's answer at flat indices `nodes`; returns those that change sides by it."""
        level = self._ask.surface
        was_inside = self.nodes.at(nodes) > level
        at = coordinates(nodes, self.nodes.side) * self.step
        rim = ((at == 0) | (at == self._resolution)).any(1)
        answer[rim] = np.minimum(answer[rim], level - RIM_MARGIN)
        self.nodes.put(nodes, answer)
        changed: Int64Array = nodes[(answer > level) != was_inside]
        return changed

    def _forecast(self, n_cells: int) -> int:
        """About how many points this split and the finer ones will ask: cells grow fourfold each time."""
        n_split_cells = sum(n_cells << 2 * i for i in range(self.step.bit_length() - 1))
        return NEW_NODES_PER_CELL * n_split_cells

    def _expect(self, n_points: int) -> None:
        self._ask.n_expected = self._ask.n_done + n_points


def _held(values: Float32Array, coarse: CoarseGrid, level: float) -> Float32Array:
    """Values of a coarse grid with the cube's outermost nodes outside."""
    held = values.copy()
    for axis in range(3):
        for end in (0, coarse.resolution // coarse.step):
            if end * coarse.step in (0, coarse.resolution):
                rim = tuple(end if i == axis else slice(None) for i in range(3))
                held[rim] = np.minimum(held[rim], level - RIM_MARGIN)
    return held


def _preview(coarse: CoarseGrid, cut: Cut, ask: PointEvaluator) -> Field:
    """What a coarse grid shows already, while a finer one is asked."""
    values = _held(coarse.raised(cut.lift), coarse, cut.level)
    return Field(values, coarse.resolution // coarse.step, ask.n_done, ask.n_invalid, cut.level, cut.lift)
