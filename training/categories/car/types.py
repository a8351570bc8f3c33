"""The body types of the roads: how often each is drawn, and the ranges of its proportions.

Lengths are metres. The side view is cut into five runs from nose to tail: hood, screen (the slope of the
windscreen), roof, back (the slope of the rear window) and deck (trunk or bed); they are shares of the length.
Typical figures follow published dimensions of production cars of each class.
"""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[float, float]
Runs = tuple[Range, Range, Range, Range, Range]


@dataclass(frozen=True)
class BodyType:
    """Ranges of one body type; shares of `length` (l), `height` (h) or `width` (w) where noted.

    Attributes:
        weight: How often the type is drawn, relative to the others.
        length: Overall length.
        width: Overall width without mirrors.
        height: Overall height.
        runs: Hood, screen, roof, back and deck (l); scaled to sum to one.
        wheel: Wheel radius, metres.
        overhang: Nose to front axle (l).
        wheelbase: Distance of the axles (l).
        ground: Height of the sill's underside (h).
        nose: Height of the hood at its front end (h).
        cowl: Height of the hood where the windscreen stands on it (h).
        deck: Height of the body at the foot of the rear window (h).
        roundness: 0 is all flat panels, 1 is a bubble.
        bend: Curvature of windscreen and rear window in the side view, 0 to 1.
        tumble: Roof width (w).
    """

    weight: float
    length: Range
    width: Range
    height: Range
    runs: Runs
    wheel: Range = (0.29, 0.35)
    overhang: Range = (0.16, 0.22)
    wheelbase: Range = (0.56, 0.63)
    ground: Range = (0.11, 0.17)
    nose: Range = (0.42, 0.54)
    cowl: Range = (0.58, 0.68)
    deck: Range = (0.62, 0.70)
    roundness: Range = (0.05, 0.9)
    bend: Range = (0.0, 0.6)
    tumble: Range = (0.70, 0.92)


NONE: Range = (0.0, 0.01)
FLAT: Range = (0.0, 0.2)

TYPES: dict[str, BodyType] = {
    "sedan": BodyType(
        16,
        (4.0, 5.2),
        (1.64, 1.92),
        (1.34, 1.56),
        ((0.21, 0.31), (0.08, 0.17), (0.18, 0.30), (0.06, 0.16), (0.1, 0.2)),
    ),
    "hatchback": BodyType(
        10,
        (3.4, 4.4),
        (1.58, 1.82),
        (1.36, 1.62),
        ((0.16, 0.27), (0.1, 0.22), (0.32, 0.46), (0.04, 0.16), (0.0, 0.03)),
    ),
    "wagon": BodyType(
        9,
        (4.0, 5.0),
        (1.64, 1.88),
        (1.38, 1.62),
        ((0.2, 0.3), (0.07, 0.15), (0.42, 0.56), (0.03, 0.12), (0.0, 0.02)),
    ),
    "suv": BodyType(
        10,
        (4.0, 5.2),
        (1.74, 2.02),
        (1.58, 1.95),
        ((0.19, 0.27), (0.07, 0.15), (0.44, 0.58), (0.02, 0.11), (0.0, 0.02)),
        wheel=(0.34, 0.42),
        ground=(0.12, 0.19),
        cowl=(0.56, 0.66),
    ),
    "offroad": BodyType(
        6,
        (3.5, 5.0),
        (1.6, 2.15),
        (1.72, 2.12),
        ((0.2, 0.31), (0.015, 0.07), (0.5, 0.66), (0.0, 0.03), NONE),
        wheel=(0.37, 0.5),
        ground=(0.17, 0.27),
        nose=(0.52, 0.62),
        cowl=(0.58, 0.66),
        deck=(0.58, 0.66),
        roundness=(0.0, 0.3),
        bend=FLAT,
        tumble=(0.8, 0.97),
    ),
    "jeep": BodyType(
        3,
        (3.2, 4.4),
        (1.5, 1.9),
        (1.6, 1.95),
        ((0.26, 0.36), (0.01, 0.06), (0.3, 0.55), (0.0, 0.02), (0.02, 0.25)),
        wheel=(0.36, 0.46),
        overhang=(0.13, 0.18),
        ground=(0.2, 0.28),
        nose=(0.54, 0.62),
        cowl=(0.58, 0.64),
        deck=(0.56, 0.62),
        roundness=(0.0, 0.25),
        bend=FLAT,
        tumble=(0.82, 0.97),
    ),
    "pickup": BodyType(
        8,
        (4.5, 6.1),
        (1.64, 2.05),
        (1.5, 2.0),
        ((0.19, 0.29), (0.04, 0.12), (0.08, 0.3), (0.005, 0.05), (0.28, 0.46)),
        wheel=(0.33, 0.43),
        ground=(0.14, 0.23),
        nose=(0.48, 0.6),
        deck=(0.54, 0.66),
        roundness=(0.0, 0.6),
    ),
    "minivan": BodyType(
        5,
        (3.9, 5.2),
        (1.66, 2.0),
        (1.58, 1.92),
        ((0.1, 0.19), (0.11, 0.22), (0.5, 0.66), (0.02, 0.1), (0.0, 0.02)),
        nose=(0.4, 0.52),
        cowl=(0.54, 0.64),
        deck=(0.54, 0.64),
    ),
    "van": BodyType(
        6,
        (4.2, 6.6),
        (1.7, 2.15),
        (1.85, 2.8),
        ((0.01, 0.16), (0.04, 0.14), (0.68, 0.88), (0.0, 0.03), NONE),
        wheel=(0.31, 0.38),
        overhang=(0.13, 0.2),
        nose=(0.3, 0.46),
        cowl=(0.42, 0.54),
        deck=(0.42, 0.54),
        bend=(0.0, 0.4),
        tumble=(0.78, 0.97),
    ),
    "stepvan": BodyType(
        4,
        (4.2, 6.6),
        (1.85, 2.35),
        (2.1, 3.1),
        ((0.05, 0.2), (0.02, 0.1), (0.72, 0.9), NONE, NONE),
        wheel=(0.34, 0.45),
        overhang=(0.14, 0.24),
        wheelbase=(0.5, 0.6),
        ground=(0.13, 0.2),
        nose=(0.34, 0.46),
        cowl=(0.42, 0.52),
        deck=(0.42, 0.52),
        roundness=(0.0, 0.2),
        bend=FLAT,
        tumble=(0.92, 1.0),
    ),
    "bus": BodyType(
        6,
        (6.0, 12.5),
        (2.2, 2.6),
        (2.6, 3.5),
        ((0.0, 0.02), (0.003, 0.05), (0.9, 0.98), (0.0, 0.03), NONE),
        wheel=(0.42, 0.53),
        overhang=(0.15, 0.25),
        wheelbase=(0.46, 0.6),
        ground=(0.08, 0.14),
        nose=(0.34, 0.44),
        cowl=(0.38, 0.48),
        deck=(0.38, 0.48),
        roundness=(0.0, 0.5),
        bend=FLAT,
        tumble=(0.86, 1.0),
    ),
    "coupe": BodyType(
        8,
        (3.9, 4.9),
        (1.62, 1.96),
        (1.16, 1.4),
        ((0.26, 0.37), (0.1, 0.19), (0.09, 0.22), (0.1, 0.28), (0.03, 0.16)),
        wheel=(0.3, 0.36),
        ground=(0.09, 0.13),
        nose=(0.44, 0.56),
        cowl=(0.62, 0.72),
        deck=(0.66, 0.78),
        bend=(0.1, 0.8),
        tumble=(0.62, 0.84),
    ),
    "supercar": BodyType(
        4,
        (4.1, 4.9),
        (1.8, 2.08),
        (1.02, 1.24),
        ((0.14, 0.27), (0.14, 0.26), (0.07, 0.17), (0.16, 0.36), (0.02, 0.16)),
        wheel=(0.32, 0.37),
        ground=(0.07, 0.12),
        nose=(0.32, 0.48),
        cowl=(0.56, 0.7),
        deck=(0.68, 0.84),
        bend=(0.2, 0.8),
        tumble=(0.54, 0.76),
    ),
    "convertible": BodyType(
        5,
        (3.6, 4.9),
        (1.58, 1.94),
        (1.16, 1.45),
        ((0.26, 0.37), (0.06, 0.14), (0.2, 0.36), (0.0, 0.02), (0.14, 0.28)),
        ground=(0.1, 0.15),
        nose=(0.46, 0.58),
        cowl=(0.64, 0.74),
        deck=(0.64, 0.74),
    ),
    "micro": BodyType(
        4,
        (2.3, 3.5),
        (1.3, 1.62),
        (1.34, 1.66),
        ((0.06, 0.2), (0.1, 0.22), (0.36, 0.56), (0.04, 0.18), (0.0, 0.05)),
        wheel=(0.24, 0.31),
        wheelbase=(0.56, 0.68),
        roundness=(0.1, 1.0),
        bend=(0.0, 0.9),
    ),
    "beetle": BodyType(
        4,
        (3.0, 4.5),
        (1.45, 1.75),
        (1.38, 1.62),
        ((0.22, 0.33), (0.05, 0.11), (0.1, 0.26), (0.22, 0.42), (0.0, 0.08)),
        roundness=(0.6, 1.0),
        nose=(0.4, 0.52),
        bend=(0.5, 0.95),
        tumble=(0.62, 0.8),
    ),
    "truck": BodyType(
        6,
        (4.6, 8.5),
        (1.8, 2.5),
        (2.0, 3.4),
        ((0.0, 0.2), (0.01, 0.07), (0.12, 0.24), (0.0, 0.01), (0.5, 0.68)),
        wheel=(0.36, 0.52),
        overhang=(0.13, 0.2),
        wheelbase=(0.5, 0.62),
        ground=(0.14, 0.22),
        nose=(0.42, 0.54),
        cowl=(0.48, 0.6),
        deck=(0.48, 0.6),
        roundness=(0.0, 0.4),
        bend=FLAT,
        tumble=(0.84, 0.98),
    ),
    "vintage": BodyType(
        3,
        (3.3, 4.8),
        (1.45, 1.8),
        (1.55, 1.95),
        ((0.28, 0.4), (0.0, 0.05), (0.3, 0.46), (0.0, 0.06), (0.02, 0.2)),
        wheel=(0.34, 0.44),
        overhang=(0.1, 0.15),
        wheelbase=(0.62, 0.72),
        ground=(0.17, 0.24),
        nose=(0.54, 0.62),
        cowl=(0.58, 0.66),
        deck=(0.56, 0.64),
        roundness=(0.0, 0.6),
        bend=FLAT,
        tumble=(0.86, 0.98),
    ),
    "racer": BodyType(
        4,
        (3.2, 5.4),
        (1.5, 2.05),
        (0.85, 1.2),
        ((0.3, 0.4), (0.02, 0.05), (0.1, 0.15), (0.1, 0.2), (0.2, 0.3)),
        wheel=(0.29, 0.38),
        overhang=(0.16, 0.24),
        wheelbase=(0.56, 0.68),
        ground=(0.06, 0.14),
    ),
}
