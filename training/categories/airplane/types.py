"""The kinds of airplane: how often each is drawn, and the ranges of its proportions.

The fuselage is one unit long, so every length is a share of the fuselage's. Typical figures follow published
three-view drawings of each class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Range = tuple[float, float]
Odds = Mapping[str, float]


@dataclass(frozen=True)
class AirType:
    """Ranges of one kind.

    Attributes:
        weight: How often the kind is drawn, relative to the others.
        span: Wing span.
        width: Greatest fuselage width.
        tall: Fuselage height over width.
        boxy: Exponent of the fuselage's superelliptic sections; 2 is an ellipse.
        nose: Length over which the nose grows.
        blunt: Size of the foremost section over the full one.
        tail: Length over which the tail tapers.
        tail_end: Size of the last section over the full one.
        rise: Share of the tail's taper that the lower line takes; 0.5 is a symmetric cone.
        wing_y: Height of the wing, -1 under and 1 on top of the fuselage.
        wing_z: Nose to the leading edge at the root.
        chord: Wing chord at the root.
        taper: Tip chord over root chord.
        sweep: Sweep of the leading edge, degrees.
        dihedral: Rise of the wing toward its tip, degrees.
        thick: Wing thickness over chord.
        wings: Odds of planforms: plain, kinked, oval, delta.
        tails: Odds of low, tee, cross, vee, twin, outer.
        engines: Odds of what drives it, see `training.categories.airplane.power`.
        gear: Odds of none, nose, tail, floats, skids.
        cockpits: Odds of canopy, screen, band, open, blank.
    """

    weight: float
    span: Range
    width: Range
    tall: Range = (0.95, 1.15)
    boxy: Range = (2.0, 2.6)
    nose: Range = (0.1, 0.2)
    blunt: Range = (0.1, 0.35)
    tail: Range = (0.32, 0.5)
    tail_end: Range = (0.08, 0.25)
    rise: Range = (0.55, 0.85)
    wing_y: Range = (-0.8, -0.5)
    wing_z: Range = (0.28, 0.38)
    chord: Range = (0.17, 0.24)
    taper: Range = (0.5, 0.9)
    sweep: Range = (0.0, 8.0)
    dihedral: Range = (0.0, 7.0)
    thick: Range = (0.09, 0.15)
    wings: Odds = field(default_factory=lambda: {"plain": 1.0})
    tails: Odds = field(default_factory=lambda: {"low": 1.0})
    engines: Odds = field(default_factory=lambda: {"nose prop": 1.0})
    gear: Odds = field(default_factory=lambda: {"nose": 0.5, "tail": 0.4, "none": 0.1})
    cockpits: Odds = field(default_factory=lambda: {"canopy": 0.6, "screen": 0.3, "blank": 0.1})


TYPES: dict[str, AirType] = {
    "airliner": AirType(
        20,
        (0.78, 1.12),
        (0.085, 0.135),
        nose=(0.09, 0.17),
        blunt=(0.05, 0.25),
        tail=(0.28, 0.42),
        tail_end=(0.04, 0.16),
        rise=(0.6, 1.0),
        wing_y=(-0.85, -0.5),
        wing_z=(0.3, 0.4),
        chord=(0.17, 0.27),
        taper=(0.18, 0.4),
        sweep=(18.0, 40.0),
        dihedral=(2.0, 8.0),
        wings={"kinked": 0.65, "plain": 0.35},
        tails={"low": 0.86, "tee": 0.09, "cross": 0.05},
        engines={"2 pods": 0.58, "4 pods": 0.3, "rear pods": 0.12},
        gear={"none": 0.62, "nose": 0.38},
        cockpits={"band": 0.75, "blank": 0.25},
    ),
    "bizjet": AirType(
        8,
        (0.72, 1.1),
        (0.095, 0.145),
        nose=(0.14, 0.26),
        blunt=(0.03, 0.2),
        tail_end=(0.1, 0.3),
        wing_y=(-0.95, -0.6),
        wing_z=(0.36, 0.48),
        chord=(0.16, 0.25),
        taper=(0.25, 0.45),
        sweep=(5.0, 36.0),
        dihedral=(1.0, 6.0),
        wings={"kinked": 0.4, "plain": 0.6},
        tails={"tee": 0.7, "cross": 0.25, "vee": 0.05},
        engines={"rear pods": 0.92, "3 rear": 0.08},
        gear={"none": 0.55, "nose": 0.45},
        cockpits={"band": 0.85, "blank": 0.15},
    ),
    "transport": AirType(
        6,
        (0.95, 1.42),
        (0.11, 0.165),
        boxy=(2.0, 3.2),
        nose=(0.08, 0.15),
        blunt=(0.2, 0.5),
        rise=(0.8, 1.05),
        wing_y=(0.7, 1.02),
        wing_z=(0.26, 0.36),
        chord=(0.13, 0.2),
        taper=(0.35, 0.7),
        sweep=(0.0, 28.0),
        dihedral=(-4.0, 3.0),
        wings={"plain": 0.7, "kinked": 0.3},
        tails={"low": 0.5, "tee": 0.5},
        engines={"4 props": 0.45, "2 props": 0.25, "4 pods": 0.2, "2 pods": 0.1},
        gear={"nose": 0.5, "none": 0.5},
        cockpits={"band": 0.85, "blank": 0.15},
    ),
    "fighter": AirType(
        17,
        (0.48, 0.86),
        (0.085, 0.16),
        tall=(0.8, 1.15),
        boxy=(1.8, 3.5),
        nose=(0.2, 0.42),
        blunt=(0.02, 0.14),
        tail=(0.1, 0.35),
        tail_end=(0.5, 0.85),
        rise=(0.35, 0.6),
        wing_y=(-0.5, 0.5),
        wing_z=(0.34, 0.5),
        chord=(0.28, 0.46),
        taper=(0.08, 0.4),
        sweep=(24.0, 60.0),
        dihedral=(-5.0, 4.0),
        thick=(0.04, 0.07),
        wings={"plain": 0.5, "delta": 0.5},
        tails={"low": 0.42, "twin": 0.44, "fin": 0.14},
        engines={"1 nozzle": 0.5, "2 nozzles": 0.5},
        gear={"none": 0.7, "nose": 0.3},
        cockpits={"canopy": 0.94, "blank": 0.06},
    ),
    "cabin prop": AirType(
        11,
        (1.12, 1.5),
        (0.115, 0.17),
        tall=(1.0, 1.3),
        boxy=(2.2, 5.0),
        nose=(0.06, 0.14),
        blunt=(0.4, 0.8),
        tail=(0.5, 0.66),
        tail_end=(0.12, 0.3),
        rise=(0.4, 0.8),
        wing_y=(0.85, 1.15),
        wing_z=(0.24, 0.34),
        chord=(0.17, 0.25),
        taper=(0.6, 1.0),
        sweep=(0.0, 5.0),
        dihedral=(0.0, 4.0),
        tails={"low": 0.88, "tee": 0.06, "cross": 0.06},
        gear={"nose": 0.55, "tail": 0.37, "none": 0.08},
        cockpits={"screen": 0.85, "blank": 0.15},
    ),
    "low prop": AirType(
        14,
        (1.05, 1.42),
        (0.1, 0.165),
        tall=(1.0, 1.3),
        boxy=(2.0, 4.0),
        nose=(0.06, 0.2),
        blunt=(0.3, 0.8),
        tail=(0.42, 0.66),
        tail_end=(0.06, 0.25),
        rise=(0.3, 0.75),
        wing_y=(-0.9, -0.4),
        wing_z=(0.2, 0.32),
        chord=(0.18, 0.29),
        taper=(0.4, 1.0),
        sweep=(0.0, 9.0),
        dihedral=(2.0, 8.0),
        wings={"plain": 0.7, "oval": 0.3},
        tails={"low": 0.92, "tee": 0.08},
        gear={"nose": 0.3, "tail": 0.4, "none": 0.3},
        cockpits={"canopy": 0.68, "screen": 0.14, "open": 0.12, "blank": 0.06},
    ),
    "twin prop": AirType(
        8,
        (1.05, 1.5),
        (0.09, 0.15),
        nose=(0.12, 0.26),
        blunt=(0.08, 0.4),
        wing_y=(-0.85, 0.95),
        wing_z=(0.28, 0.38),
        chord=(0.15, 0.23),
        taper=(0.35, 0.75),
        sweep=(0.0, 10.0),
        wings={"plain": 0.8, "oval": 0.2},
        tails={"low": 0.6, "tee": 0.2, "outer": 0.2},
        engines={"2 props": 0.9, "4 props": 0.1},
        gear={"nose": 0.4, "tail": 0.25, "none": 0.35},
        cockpits={"band": 0.5, "screen": 0.2, "canopy": 0.15, "blank": 0.15},
    ),
    "glider": AirType(
        8,
        (1.7, 2.9),
        (0.07, 0.12),
        tall=(1.0, 1.35),
        nose=(0.16, 0.28),
        blunt=(0.03, 0.25),
        tail=(0.5, 0.68),
        tail_end=(0.12, 0.32),
        rise=(0.3, 0.75),
        wing_y=(0.2, 0.95),
        wing_z=(0.26, 0.38),
        chord=(0.1, 0.17),
        taper=(0.25, 0.6),
        sweep=(-2.0, 6.0),
        dihedral=(1.0, 7.0),
        wings={"plain": 0.5, "oval": 0.5},
        tails={"tee": 0.7, "low": 0.15, "vee": 0.15},
        engines={"none": 1.0},
        gear={"none": 0.8, "belly": 0.2},
        cockpits={"canopy": 0.65, "screen": 0.1, "blank": 0.25},
    ),
    "biplane": AirType(
        6,
        (1.05, 1.45),
        (0.105, 0.165),
        tall=(1.0, 1.3),
        boxy=(2.0, 4.0),
        nose=(0.04, 0.12),
        blunt=(0.5, 0.9),
        tail=(0.5, 0.7),
        tail_end=(0.06, 0.2),
        rise=(0.3, 0.7),
        wing_y=(-0.95, -0.6),
        wing_z=(0.2, 0.3),
        chord=(0.16, 0.23),
        taper=(0.8, 1.0),
        sweep=(0.0, 8.0),
        dihedral=(0.0, 4.0),
        wings={"plain": 0.7, "oval": 0.3},
        gear={"tail": 0.9, "floats": 0.1},
        cockpits={"open": 0.7, "canopy": 0.15, "blank": 0.15},
    ),
    "seaplane": AirType(
        4,
        (1.1, 1.5),
        (0.11, 0.16),
        tall=(1.0, 1.35),
        boxy=(2.0, 4.0),
        blunt=(0.3, 0.7),
        tail=(0.45, 0.62),
        rise=(0.6, 1.0),
        wing_y=(0.8, 1.15),
        chord=(0.17, 0.24),
        engines={"nose prop": 0.6, "2 props": 0.4},
        gear={"floats": 1.0},
        cockpits={"screen": 0.85, "blank": 0.15},
    ),
    "toy": AirType(
        13,
        (0.8, 1.6),
        (0.15, 0.36),
        tall=(0.8, 1.2),
        boxy=(2.0, 5.0),
        nose=(0.08, 0.3),
        blunt=(0.2, 0.8),
        tail=(0.35, 0.7),
        tail_end=(0.1, 0.5),
        rise=(0.3, 0.9),
        wing_y=(-0.8, 1.05),
        wing_z=(0.18, 0.36),
        chord=(0.2, 0.36),
        taper=(0.45, 1.0),
        sweep=(0.0, 22.0),
        dihedral=(-2.0, 10.0),
        thick=(0.1, 0.24),
        wings={"plain": 0.7, "oval": 0.3},
        tails={"low": 0.9, "tee": 0.1},
        engines={"nose prop": 0.68, "2 pods": 0.14, "2 props": 0.12, "none": 0.06},
        gear={"nose": 0.34, "tail": 0.34, "none": 0.32},
        cockpits={"canopy": 0.42, "screen": 0.2, "open": 0.18, "blank": 0.2},
    ),
    "ultralight": AirType(
        3,
        (1.3, 1.9),
        (0.11, 0.17),
        tall=(1.0, 1.4),
        nose=(0.12, 0.24),
        tail=(0.62, 0.74),
        tail_end=(0.14, 0.22),
        rise=(0.75, 1.0),
        wing_y=(0.9, 1.3),
        wing_z=(0.2, 0.3),
        chord=(0.16, 0.24),
        taper=(0.7, 1.0),
        tails={"low": 0.5, "tee": 0.3, "vee": 0.2},
        engines={"nose prop": 0.4, "pusher": 0.6},
        gear={"nose": 0.7, "tail": 0.3},
        cockpits={"canopy": 0.5, "screen": 0.3, "blank": 0.2},
    ),
    "supersonic": AirType(
        3,
        (0.36, 0.58),
        (0.05, 0.085),
        nose=(0.25, 0.4),
        blunt=(0.02, 0.06),
        tail=(0.3, 0.45),
        tail_end=(0.05, 0.2),
        wing_y=(-0.9, -0.3),
        wing_z=(0.3, 0.44),
        chord=(0.4, 0.58),
        taper=(0.04, 0.16),
        sweep=(52.0, 68.0),
        dihedral=(-2.0, 2.0),
        thick=(0.03, 0.05),
        wings={"delta": 1.0},
        tails={"fin": 0.8, "low": 0.2},
        engines={"4 boxes": 0.7, "2 boxes": 0.3},
        gear={"none": 0.8, "nose": 0.2},
        cockpits={"band": 0.6, "blank": 0.4},
    ),
    "flying wing": AirType(
        2, (1.5, 2.6), (0.2, 0.4), sweep=(22.0, 40.0), taper=(0.1, 0.35), chord=(0.5, 0.7)
    ),
}
