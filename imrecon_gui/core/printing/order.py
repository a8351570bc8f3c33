"""What a person asks for before they print, and what they get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

import numpy as np

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.printing.report import PrintReport
from imrecon_gui.core.printing.verdicts import Verdict
from imrecon_gui.core.types import Mesh

MM_PER_UNIT: Mapping[str, float] = MappingProxyType({"mm": 1.0, "cm": 10.0, "in": 25.4})
"""Unit -> millimetres."""

FEWEST_TRIANGLES = 100
MOST_SMOOTHING = 50


class Side(Enum):
    """The side whose length is given, as the object stands on the printer: z is up."""

    LONGEST = "longest"
    X = "x"
    Y = "y"
    Z = "z"


_OBJECT_AXIS = {Side.X: 0, Side.Y: 2, Side.Z: 1}


@dataclass(frozen=True)
class PrintOrder:
    """How to make a mesh ready.

    Attributes:
        side: The side of the finished object that measures `length_mm`.
        length_mm: Its length in millimetres.
        flat_base_mm: Height above the lowest point at which a flat base is cut, 0 for none.
        triangles: At most about so many triangles, 0 for as many as there are.
        smoothing: Rounds of smoothing, 0 to `MOST_SMOOTHING`.
        wall_mm: Thickness of the walls of a hollow print, 0 for a solid one.
        drain_mm: Diameter of the hole through which resin leaves a hollow print, 0 for none.
    """

    side: Side = Side.LONGEST
    length_mm: float = 100.0
    flat_base_mm: float = 0.0
    triangles: int = 0
    smoothing: int = 0
    wall_mm: float = 0.0
    drain_mm: float = 0.0

    @property
    def changes_shape(self) -> bool:
        """Whether more is asked for than a size."""
        asked = (self.flat_base_mm, self.triangles, self.smoothing, self.wall_mm, self.drain_mm)
        return any(asked)

    def check(self) -> None:
        """Raise PrintError if a number makes no sense."""
        if not (np.isfinite(self.length_mm) and self.length_mm > 0):
            raise PrintError(f"{self.length_mm:g} mm is no size.", "Choose a length above zero.")
        if not (np.isfinite(self.flat_base_mm) and self.flat_base_mm >= 0):
            raise PrintError(f"A base at {self.flat_base_mm:g} mm is not possible.", "Choose zero or more.")
        if not (np.isfinite(self.wall_mm) and self.wall_mm >= 0):
            raise PrintError(f"Walls of {self.wall_mm:g} mm are not possible.", "Choose zero or more.")
        self._check_drain()
        if self.triangles and self.triangles < FEWEST_TRIANGLES:
            raise PrintError(
                f"{self.triangles} triangles are too few for a solid.",
                f"Choose {FEWEST_TRIANGLES} or more, or 0 to keep all.",
            )
        if not 0 <= self.smoothing <= MOST_SMOOTHING:
            raise PrintError(
                f"{self.smoothing} rounds of smoothing are not possible.",
                f"Choose a number from 0 to {MOST_SMOOTHING}.",
            )

    def _check_drain(self) -> None:
        if not (np.isfinite(self.drain_mm) and self.drain_mm >= 0):
            raise PrintError(f"A drain hole of {self.drain_mm:g} mm is not possible.", "Choose zero or more.")
        if self.drain_mm and not self.wall_mm:
            raise PrintError("A solid print has nothing to drain.", "Choose how thick its walls are, too.")

    def length_of(self, mesh: Mesh) -> float:
        """The length of the chosen side of a mesh in object axes, in the mesh's units."""
        extents = np.ptp(mesh.vertices.astype(np.float64), axis=0)
        return float(extents.max() if self.side is Side.LONGEST else extents[_OBJECT_AXIS[self.side]])


@dataclass(frozen=True, eq=False)
class PrintReady:
    """A mesh ready to be printed.

    Attributes:
        mesh: In object space: centred, longest side 1, +Y up.
        longest_side_mm: How long that side is to be.
        report: What was measured at that size.
        verdicts: The report in words.
        notes: One sentence for each thing that could not be done.
    """

    mesh: Mesh
    longest_side_mm: float
    report: PrintReport
    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def in_millimetres(self) -> Mesh:
        """The mesh with millimetres for units, for files of formats that know none; +Y stays up."""
        vertices = self.mesh.vertices.astype(np.float64) * self.longest_side_mm
        return replace(self.mesh, vertices=vertices.astype(np.float32))
