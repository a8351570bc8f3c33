"""Lamp shades: their curves, hollow or solid, and the spider of spokes that carries them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import Points
from training.categories.lamp.finish import Kit, Painted
from training.categories.lamp.turning import Section, any_section, ball, filled, radius_at, sheet
from training.solids import cylinder, rod

FABRIC = {"drum": 5.0, "empire": 6, "coolie": 1.5, "bell": 1.8, "cylinder": 1.5, "barrel": 0.4, "pagoda": 0.4}
HARD = {"dome": 4.0, "mushroom": 1.5, "globe": 2, "tiffany": 1.5, "cone": 1.5, "tulip": 0.8, "onion": 0.5}
SHADE_KINDS = (*FABRIC, *HARD)
ROUND_ONLY = ("globe", "tiffany", "dome", "mushroom", "onion")
# height / (2 * radius): (low, high)
RATIOS = {
    "drum": (0.4, 1.0), "empire": (0.45, 1.0), "coolie": (0.25, 0.6), "bell": (0.45, 0.95),
    "cylinder": (0.8, 2.4), "barrel": (0.6, 1.3), "pagoda": (0.4, 0.8), "dome": (0.3, 0.75),
    "mushroom": (0.22, 0.5), "globe": (0.85, 1.0), "tiffany": (0.3, 0.55), "cone": (0.35, 1.2),
    "tulip": (0.5, 1.1), "onion": (0.8, 1.4),
}  # fmt: skip


@dataclass(frozen=True)
class Shade:
    """A shade whose lower rim lies at y = 0.

    Attributes:
        kind: One of SHADE_KINDS.
        curve: (k, 2) of (radius, y), from the lower rim up.
        section: Its horizontal section.
    """

    kind: str
    curve: Points
    section: Section

    @property
    def height(self) -> float:
        """Height of the upper end."""
        return float(self.curve[-1, 1])

    @property
    def radius(self) -> float:
        """Largest radius."""
        return float(self.curve[:, 0].max())

    @property
    def closed(self) -> bool:
        """Whether the curve runs into the axis above."""
        return float(self.curve[-1, 0]) < 0.001 * self.radius


def shade_kind(rng: np.random.Generator, hard: float = 0.3) -> str:
    """A kind of fabric shade, or with probability `hard` one of metal, glass or plastic."""
    return pick(rng, HARD if chance(rng, hard) else FABRIC)


def shade(rng: np.random.Generator, k: Kit, kind: str, radius: float, height: float = 0.0) -> Shade:
    """Draw a shade of a kind; a height of 0 is drawn too, after the kind."""
    height = height or 2 * radius * between(rng, *RATIOS[kind])
    section = any_section(rng, 1.0 if kind in ROUND_ONLY else 0.74, k.lowpoly)
    unit = _unit(rng, kind, 6 if k.lowpoly else 10)
    return Shade(kind, unit * [radius / unit[:, 0].max(), height], section)


def _unit(rng: np.random.Generator, kind: str, steps: int) -> Points:
    """The curve at radius about 1 and height 1."""
    t = np.linspace(0.0, 1.0, steps)
    if kind in ("drum", "empire", "coolie", "cylinder", "cone"):
        return _straight(rng, kind)
    if kind == "bell" or kind == "pagoda":
        top, power = (
            between(rng, 0.25, 0.6),
            between(rng, 1.7, 3.0) if kind == "bell" else between(rng, 1.2, 1.6),
        )
        return np.stack([top + (1 - top) * (1 - t) ** power, t], 1)
    if kind == "barrel":
        return np.stack([1 - between(rng, 0.15, 0.4) * (2 * t - 1) ** 2, t], 1)
    if kind == "tulip":
        low = between(rng, 0.15, 0.5)
        return np.stack([low + (1 - low) * t ** between(rng, 0.4, 1.6), t], 1)
    return _round(rng, kind, steps)


def _straight(rng: np.random.Generator, kind: str) -> Points:
    top = {
        "drum": (0.82, 1.04), "empire": (0.42, 0.8), "coolie": (0.08, 0.35),
        "cylinder": (0.9, 1.0), "cone": (0.04, 0.25),
    }[kind]  # fmt: skip
    ends = [[1.0, 0.0], [between(rng, *top), 1.0]]
    if kind == "cone":
        return np.array([*ends, [0.0, 1.0001]])
    if chance(rng, 0.08):  # a gallery: the upper part stands upright
        ends = [ends[0], [ends[1][0], between(rng, 0.7, 0.9)], ends[1]]
    return np.array(ends)


def _round(rng: np.random.Generator, kind: str, steps: int) -> Points:
    """Domes, globes and bulbs, closed above."""
    low = -np.pi / 2 * between(rng, 0.55, 0.93) if kind == "globe" else 0.0
    angle = np.linspace(low, np.pi / 2, steps + (2 if kind == "globe" else 0))
    power = between(rng, 0.75, 1.25) if kind in ("dome", "mushroom") else 1.0
    r, y = np.abs(np.cos(angle)) ** power, np.sin(angle)
    if kind == "onion":
        y = np.linspace(0.0, 1.0, steps)
        r = np.sin(np.pi * (0.12 + 0.88 * y ** between(rng, 0.6, 1.0)))
    if kind == "tiffany":
        r, y = np.concatenate([[0.99], r]), np.concatenate([[-between(rng, 0.1, 0.35)], y])
    r[-1] = 0.0
    return np.stack([r, (y - y[0]) / (y[-1] - y[0])], 1)


def flipped(s: Shade) -> Shade:
    """The shade upside down: a bowl that opens upward."""
    return Shade(s.kind, s.curve[::-1] * [1, -1] + [0, s.height], s.section)


def shell(k: Kit, s: Shade, sides: int = 28) -> Painted:
    """The shade itself, a sheet or solid as the kit says."""
    if k.hollow and s.kind != "globe":  # globes are blown shut
        return sheet(s.curve, k.sheet, s.section, sides), k.shade
    return filled(s.curve, s.section, sides), k.shade


def spider(rng: np.random.Generator, k: Kit, s: Shade) -> tuple[float, list[Painted]]:
    """The height that the stem must reach, and the spokes from there to an open shade."""
    if s.closed and s.section is None:
        return s.height, []
    y = s.height * between(rng, 0.8, 0.97)
    if not k.hollow or s.kind == "globe":
        return y, []
    reach, count, turn = radius_at(s.curve, y), int(rng.choice([2, 3, 4])), 90.0
    if s.section is not None:
        count = 2  # towards the middles of sides, the nearest points of the section
        near, turn = _nearest(s.section)
        reach *= near
    reach -= 0.3 * k.sheet
    spokes = [rod((0, y, 0), (reach, y, 0), k.wire).turned("y", turn + i * 360 / count) for i in range(count)]
    return y, [(spoke, k.trim) for spoke in spokes]


def _nearest(section: Points) -> tuple[float, float]:
    """Distance of a section's nearest point, and the turn about Y that takes +X there, degrees."""
    middles = (section + np.roll(section, -1, axis=0)) / 2
    x, z = middles[np.hypot(*middles.T).argmin()]
    return float(np.hypot(x, z)), float(-np.degrees(np.arctan2(z, x)))


def complete(
    rng: np.random.Generator, k: Kit, s: Shade, finial: bool = False, sides: int = 28
) -> tuple[float, list[Painted]]:
    """Shade, spider, perhaps a bulb and a finial; and the height that the stem must reach."""
    grip, parts = spider(rng, k, s)
    parts = [shell(k, s, sides), *parts]
    if k.hollow and chance(rng, 0.45):
        r = min(0.33 * s.radius, between(rng, 0.03, 0.05) * max(1.0, k.size))
        y = min(grip - 1.2 * r, s.height * 0.5)
        parts.append((ball(r, (0, y, 0), 1.25), k.bulb))
        parts.append((cylinder(k.wire * 2, grip - y, (0, (grip + y) / 2, 0), sides=10), k.trim))
    if finial:
        top, r = max(grip, s.height), s.radius * between(rng, 0.03, 0.07)
        parts.append((ball(r, (0, top + 0.6 * r, 0), between(rng, 0.8, 1.8), 10), k.trim))
        parts.append((cylinder(r * 0.4, top + r - grip, (0, (grip + top + r) / 2, 0), sides=10), k.trim))
    return grip, parts
