"""Shapes between two pictures': their fields mixed point by point.

All fields live in one object space, so they can be added. Each is first taken from the level it would be cut
at, so that a share of 0 gives the one shape and a share of 1 the other. Far from a surface logits grow
without bound and at other rates for every picture, so each is bent to within `REACH` of its surface: else
the shape that the network is surer of would outvote the other almost up to the end.

Thin parts that only one of the shapes has, a leg or a slat, still thin out and are gone halfway.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from torch import Tensor

from imrecon_gui.core.device import Device
from imrecon_gui.core.job import Job, Quiet
from imrecon_gui.core.lift import lifted
from imrecon_gui.core.overlap import LevelRule

REACH = 1.0
"""How far logits count at most, from their surface: about as far as they rise within a chair's leg."""

COARSE = 64
"""Cells along each axis of the grid on which a field's level is found: as finely as a reconstruction does."""

Decode = Callable[[Tensor], Tensor]


@dataclass(frozen=True, eq=False)
class Shape:
    """A field and where it is cut.

    Attributes:
        exact: From points (n, 3) to logits (n,).
        rough: Its rough twin, None if there is none; see `core.rough`.
        level: The logit of the surface, or what finds it.
    """

    exact: Decode
    rough: Decode | None
    level: float | LevelRule


def settled(shape: Shape, device: Device, chunk: int, job: Job) -> Shape:
    """The same shape, lifted, with a level that is a number; asked on a coarse grid if it must be."""
    from imrecon_gui.core.field import sample_field

    if not callable(shape.level):
        return shape
    field = sample_field(
        shape.exact,
        COARSE,
        level=shape.level,
        chunk=chunk,
        device=device.torch_device,
        job=Quiet(job),
        rough=shape.rough,
    )
    rough = None if shape.rough is None else lifted(shape.rough, field.lift)
    return Shape(lifted(shape.exact, field.lift), rough, field.level)


def mixed(own: Shape, other: Shape, share: float) -> Shape:
    """The shape between two settled ones, cut at 0.

    Args:
        own: The shape at a share of 0.
        other: The shape at a share of 1.
        share: Of the other shape, 0 to 1.
    """
    pairs = ((own.exact, other.exact), (own.rough, other.rough))
    exact, rough = (
        _mixed(_bent(one, own.level), _bent(two, other.level), share) if one and two else None
        for one, two in pairs
    )
    assert exact is not None
    return Shape(exact, rough, 0.0)


def _mixed(own: Decode, other: Decode, share: float) -> Decode:
    return lambda points: (1 - share) * own(points) + share * other(points)


def _bent(field: Decode, level: float | LevelRule) -> Decode:
    """A field less its level, at most `REACH` from it."""
    assert not callable(level)
    return lambda points: REACH * ((field(points) - level) / REACH).tanh()
