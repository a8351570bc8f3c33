"""Wings and tail planes: lofts of airfoil sections along x or y."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.categories.vehicle.sections import stacked
from training.solids import Solid

Float = NDArray[np.float64]

# Half thickness of a NACA four-digit section, per unit thickness (Abbott and von Doenhoff 1959, eq. 6.2).
_CHORDWISE = np.array([0.0, 0.04, 0.15, 0.35, 0.7, 1.0])
_NACA = 5 * (
    0.2969 * np.sqrt(_CHORDWISE)
    - 0.126 * _CHORDWISE
    - 0.3516 * _CHORDWISE**2
    + 0.2843 * _CHORDWISE**3
    - 0.1015 * _CHORDWISE**4
)


@dataclass(frozen=True)
class Planform:
    """Stations of one half of a surface, from root to tip; arrays (m,).

    Attributes:
        reach: Distance from the root along the span, rising.
        lead: z of the leading edge.
        chord: Length from leading to trailing edge.
        rise: Height over the root (wings) or shift along x (fins).
        thick: Full thickness.
    """

    reach: Float
    lead: Float
    chord: Float
    rise: Float
    thick: Float

    def wing(self, y: float = 0.0) -> Solid:
        """The right half, its span along +x, at height y."""
        sections = airfoils(self.chord, self.thick)
        yz = np.stack(
            [sections[..., 1] + (self.rise + y)[:, None], sections[..., 0] + self.lead[:, None]], axis=-1
        )
        return stacked(self.reach, yz, "x")

    def fin(self, y: float = 0.0, x: float = 0.0) -> Solid:
        """An upright fin, its span along +y from height y, at x."""
        sections = airfoils(self.chord, self.thick)
        zx = np.stack(
            [sections[..., 0] + self.lead[:, None], sections[..., 1] + (self.rise + x)[:, None]], axis=-1
        )
        return stacked(self.reach + y, zx, "y")

    def at(self, share: float) -> tuple[float, float, float, float]:
        """Reach, leading edge, chord and rise at a share of the span."""
        r = float(self.reach[0] + (self.reach[-1] - self.reach[0]) * share)
        lead, chord, rise = (float(np.interp(r, self.reach, v)) for v in (self.lead, self.chord, self.rise))
        return r, lead, chord, rise


def airfoils(chord: Float, thick: Float) -> Float:
    """Closed symmetric sections (m, 11, 2) of (z, y), leading edge at z = 0, trailing edge blunt."""
    half = np.maximum(np.outer(thick, _NACA), 0.18 * thick[:, None] * (_CHORDWISE > 0))
    z = -np.outer(chord, _CHORDWISE)
    upper = np.stack([z, half], axis=-1)
    lower = np.stack([z, -half], axis=-1)[:, :0:-1]
    return np.concatenate([upper, lower], axis=1)


def tapered(
    span: float,
    chord: float,
    taper: float,
    sweep: float,
    lead: float,
    thick: float,
    least: float,
    rise: float = 0.0,
) -> Planform:
    """A straight-edged surface.

    Args:
        span: Root to tip.
        chord: At the root.
        taper: Tip chord over root chord.
        sweep: Of the leading edge, degrees.
        lead: z of the leading edge at the root.
        thick: Thickness over chord.
        least: Least thickness.
        rise: Tip over root, degrees.
    """
    reach = np.array([0.0, span])
    chords = chord * np.array([1.0, taper])
    return Planform(
        reach,
        lead - reach * np.tan(np.radians(sweep)),
        chords,
        reach * np.tan(np.radians(rise)),
        np.maximum(thick * chords, least),
    )
