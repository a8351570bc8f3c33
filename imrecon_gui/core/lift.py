"""Raises the logits of faint parts, so that as much is kept of each as the network expects of it.

One level for a whole object suits what the network is sure of. A wing or a leg that lies somewhere within a
band thicker than itself has a low probability everywhere in it: the band's sum is the part's true volume, but
nowhere is the level reached, and the part is gone, with it the object's proportions (a lamp without its
legs is a shade). So the neighbourhood of every place is looked at: what lies above the level there shall
fill no less than the sum of the probabilities, and where it fills less, logits are raised until it does. The
likeliest part of the band is what appears. Pieces that float then are joined to the body, see `core.bridge`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.bridge import bridges
from imrecon_gui.core.nodes import interpolated
from imrecon_gui.core.types import FIELD_BOUND, Float32Array

if TYPE_CHECKING:
    from torch import Tensor

REACH = 0.06
"""Size of a neighbourhood, in object units: the standard deviation of its Gaussian weights."""

LEAST_SHARE = 0.02
"""Mean probability of a neighbourhood below which it is raised less, and not at all where nothing is."""

LITTLE_LOST, MUCH_LOST = 0.2, 0.6
"""Shares of what is expected that may lie below the level: up to the one nothing is raised, from the other
on all. A face that ends a little early is no lost part."""

PAIRED_FROM = 64
"""Nodes along each axis above which a grid's cells are taken together, eight by eight."""

DEEPEST, STEP = 1.5, 0.25
"""How far below the level the likeliest of a part may lie, and how finely that is searched, in logits."""


@dataclass(frozen=True, eq=False)
class Lift:
    """What is added to a field's logits.

    Attributes:
        values: (s, s, s) float32, none negative, in the middles of the cells of a grid that begins at the
            cube's corner; between them it is interpolated.
        spacing: Side of a cell, in object units.
        rods: (s + 1, s + 1, s + 1) or (2s + 1, ...) float32, none negative, at the nodes of that grid or of
            one of half the cell size: what joins pieces that would float, see `core.bridge`. None if nothing
            does.
    """

    values: Float32Array
    spacing: float
    rods: Float32Array | None = None

    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) points in object space -> (n,) float32."""
        asked = points.cpu() if points.device.type == "mps" else points  # torch cannot sample volumes there
        places = (asked + FIELD_BOUND) * (2 / (self.spacing * len(self.values))) - 1
        found = _sampled(self.values, places, on_nodes=False)
        if self.rods is not None:
            found = found + _sampled(self.rods, places, on_nodes=True)
        return found.to(points.device)

    def at_nodes(self, is_halved: bool = False) -> Float32Array:
        """`values` at the grid's nodes, (s + 1, ...), or at those of half the cell size, (2s + 1, ...)."""
        values = np.pad(self.values, 1, mode="edge")
        for axis in range(3):
            n = values.shape[axis]
            low, high = values.take(range(n - 1), axis), values.take(range(1, n), axis)
            between = np.asarray((low + high) / 2, np.float32)
            values = _alternating(between, high, axis) if is_halved else between
        return values

    def on(self, n_nodes: int) -> Float32Array:
        """All that is added, at the first nodes of each axis of the grid, or of one of half its cell size."""
        total = self.at_nodes(is_halved=n_nodes > len(self.values) + 1)
        if self.rods is not None:
            total = total + _of_side(self.rods, len(total))
        return total[:n_nodes, :n_nodes, :n_nodes]


def _of_side(nodes: Float32Array, side: int) -> Float32Array:
    """Values at a grid's nodes as those of a grid of the same cell size, of twice, or of half of it."""
    if len(nodes) > side:
        return nodes[::2, ::2, ::2]
    return nodes if len(nodes) == side else interpolated(nodes[None])[0]


def _alternating(first: Float32Array, second: Float32Array, axis: int) -> Float32Array:
    """Slices of one array and of another by turns, from the first one of the first to its last one."""
    last = first.shape[axis] - 1
    both = np.stack([first.take(range(last), axis), second.take(range(last), axis)], axis + 1)
    shape = [2 * last if i == axis else n for i, n in enumerate(first.shape)]
    return np.concatenate([both.reshape(shape), first.take([last], axis)], axis)


def _sampled(cube: Float32Array, places: Tensor, on_nodes: bool) -> Tensor:
    """Values (n,) between those of a cube at places (n, 3) from -1 to 1; on its surface are nodes, or not."""
    import torch
    from torch.nn import functional as F

    grid = places.flip(-1)[None, None, None]  # (1, 1, 1, n, 3), the fastest axis first
    volume = torch.from_numpy(cube).to(places.device)[None, None]
    return F.grid_sample(volume, grid, padding_mode="border", align_corners=on_nodes).reshape(-1)


def lifted(field: Callable[[Tensor], Tensor], lift: Lift | None) -> Callable[[Tensor], Tensor]:
    """A field with a lift, from points (n, 3) to logits (n,)."""
    return field if lift is None else lambda points: field(points) + lift(points)


def find_lift(logits: NDArray[np.floating], bias: float, level: float, spacing: float) -> Lift:
    """What a field that is cut at a level needs.

    Args:
        logits: (s + 1, s + 1, s + 1) at the nodes of a grid. If they are many, the lift has cells of twice
            the size, so that it takes no longer.
        bias: By how much they are too high, see `core.overlap`.
        level: The logit of the surface.
        spacing: Of the nodes, in object units.
    """
    logits = np.asarray(logits, np.float32)
    n_nodes = len(logits)
    is_fine = n_nodes > PAIRED_FROM
    fine = _middles(logits) if is_fine else _finer(logits)
    spacing = 2 * spacing if is_fine else spacing
    lift = Lift(_raised(fine, bias, level, REACH / spacing), spacing)
    rods = bridges(logits - np.float32(level) + lift.on(n_nodes))
    if rods is not None and is_fine:
        rods = np.pad(rods, ((0, 2 * len(lift.values) + 1 - n_nodes),) * 3)
    return replace(lift, rods=rods)


def _raised(fine: Float32Array, bias: float, level: float, sigma: float) -> Float32Array:
    """By how much logits (2s, 2s, 2s) in cells' parts are raised, (s, s, s); `sigma` as in `_around`."""
    expected = _around(1 / (1 + np.exp((bias - fine).clip(-50, 50))), sigma)
    above = _around(fine > level, sigma)
    lost = 1 - above / np.maximum(expected, 1e-9)
    needed = np.where(above < expected, DEEPEST, 0.0)
    short = above < expected
    for depth in np.arange(STEP, DEEPEST + STEP / 2, STEP):
        before, above = above, _around(fine > level - depth, sigma)
        now = short & (above >= expected)
        needed[now] = depth - STEP * ((above - expected) / np.maximum(above - before, 1e-9))[now]
        short &= ~now
    worth = np.clip((lost - LITTLE_LOST) / (MUCH_LOST - LITTLE_LOST), 0.0, 1.0)
    return np.asarray(needed * worth * np.minimum(expected / LEAST_SHARE, 1.0), np.float32)


def _middles(nodes: Float32Array) -> Float32Array:
    """Values in the middles of cells, an even number along each axis; what is missing for that is outside."""
    for axis in range(3):
        last = nodes.shape[axis] - 1
        both = nodes.take(range(last), axis) + nodes.take(range(1, last + 1), axis)
        nodes = np.asarray(both / 2, np.float32)
    odd = len(nodes) % 2
    return np.pad(nodes, ((0, odd),) * 3, constant_values=-np.inf) if odd else nodes


def _finer(nodes: Float32Array) -> Float32Array:
    """Values (2s, 2s, 2s) in the middles of each cell's eight parts: thin parts pass between nodes."""
    for axis in range(3):
        last = nodes.shape[axis] - 1
        low, high = nodes.take(range(last), axis), nodes.take(range(1, last + 1), axis)
        halves = np.stack([0.75 * low + 0.25 * high, 0.25 * low + 0.75 * high], axis + 1)
        nodes = halves.reshape([2 * n if i == axis else n for i, n in enumerate(low.shape)])
    return nodes


def _around(parts: NDArray[np.generic], sigma: float) -> Float32Array:
    """Means over the neighbourhoods of cells, (s, s, s), of values (2s, 2s, 2s) in their parts.

    Args:
        parts: Beyond them there is nothing.
        sigma: Of the neighbourhoods, in cells.
    """
    from scipy.ndimage import gaussian_filter

    sums: NDArray[Any] = parts.view(np.uint8) if parts.dtype == bool else parts
    sums = sums[::2] + sums[1::2]
    sums = sums[:, ::2] + sums[:, 1::2]
    sums = sums[..., ::2] + sums[..., 1::2]
    return np.asarray(gaussian_filter(sums.astype(np.float32) / 8, sigma, mode="constant"), np.float32)
