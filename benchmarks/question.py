"""What a procedure is given: one picture's field, in the ways it may be asked, and on which grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.budget import Budget
from imrecon_gui.core.point_evaluator import Decode, PointEvaluator, Within
from imrecon_gui.core.types import Float32Array

if TYPE_CHECKING:
    from torch import Tensor


class Counted:
    """A field that counts the points it is asked.

    Attributes:
        n_points: How many so far.
    """

    def __init__(self, decode: Decode) -> None:
        self._decode = decode
        self.n_points = 0

    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,)."""
        self.n_points += len(points)
        return self._decode(points)


@dataclass(frozen=True, eq=False)
class Question:
    """One field to be sampled.

    Attributes:
        exact: Makes the field with all that is one for all points computed.
        rough: Makes its cheaper twin; None where that is no faster.
        plain: The network's own forward pass: logits (n,) at points (n, 3), with a history for gradients.
        resolution: Cells along each axis.
        level: The logit of the surface.
        budget: How long it may take.
        chunk: Most points to ask `exact` at once.
        device: Where the fields compute.
        within: Tells the program's own way where the object can be, see `core.cone`; others ask everywhere.
        sure: Tells it which nodes tell of others, see `core.field`; others ask them all.
    """

    exact: Callable[[], Decode]
    rough: Callable[[], Decode | None]
    plain: Callable[[Float32Array], Float32Array]
    resolution: int
    level: float
    budget: Budget
    chunk: int = 65536
    device: str = "cpu"
    within: Within | None = None
    sure: float | None = None

    def evaluator(self) -> PointEvaluator:
        """The exact field, asked in pieces as the program itself does."""
        return PointEvaluator(self.exact(), self.level, self.chunk, self.device)
